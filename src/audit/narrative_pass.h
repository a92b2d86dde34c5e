// The pass over a compact text that finds its facts; a detail of narrative.cpp, in three files by what
// they read: structure (narrative.cpp), time (narrative_time.cpp), figures (narrative_figures.cpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/narrative.h"
#include "audit/numbering.h"
#include "audit/numeral.h"
#include "core/text.h"

namespace jiheng::audit::detail {

/// The last, the first `count` characters of a text.
std::string_view last_characters(std::string_view text, int count);
std::string_view first_characters(std::string_view text, int count);

struct Months {
  int first = 0, last = 0;
};
/// The months that a calendar word stands for: 第一季度 → 1 to 3.
Months months_of(SenseMask calendar);

class Pass {
 public:
  Pass(Narrative& out, const std::vector<std::uint32_t>& gaps, const Phrasebook& phrasebook)
      : out_(out), text_(out.text), gaps_(gaps), book_(phrasebook) {}
  void run();

 private:
  // Structure: items, phrases, clauses, words.
  [[nodiscard]] std::size_t skip_plain(std::size_t at, std::size_t stop) const;
  bool begin_item(std::size_t& at);
  void close_item(std::size_t end);
  void end_phrase(std::size_t end, std::size_t next);
  void end_clause(std::size_t end, std::size_t next, bool sentence_ends);
  std::size_t read(std::size_t at);
  void note_admission(const Phrase& phrase, std::size_t at);

  // Time: months, years, and what happens in them.
  [[nodiscard]] std::string_view subject_before(std::string_view words) const;
  [[nodiscard]] std::string_view subject_after(std::string_view words) const;
  [[nodiscard]] std::string_view strip_leading(std::string_view words) const;
  [[nodiscard]] bool each_before(std::size_t at) const;
  void note_month(Months months, std::size_t begin, std::size_t end);
  void note_year(int year, std::size_t begin, std::size_t digits_end);
  [[nodiscard]] bool explains_year(std::string_view after) const;
  [[nodiscard]] std::size_t skip_range_sign(std::size_t at) const;
  std::size_t years_range(std::size_t at, const Numeral& numeral);
  std::size_t months_range(std::size_t begin, std::size_t end);
  [[nodiscard]] int small_number(std::size_t begin, std::size_t end) const;
  std::size_t read_months(int first, std::size_t begin, std::size_t end);

  // Figures.
  std::size_t read_number(std::size_t at);
  [[nodiscard]] std::size_t skip_digits(std::size_t at) const;
  [[nodiscard]] bool preceded_by_code(std::size_t at) const;
  std::size_t read_quantity(std::size_t at, const Numeral& numeral);
  [[nodiscard]] std::size_t read_upper_end(Quantity& quantity, std::size_t after, const Phrase& unit) const;
  void qualify(Quantity& quantity, std::size_t after) const;

  Narrative& out_;
  std::string_view text_;
  const std::vector<std::uint32_t>& gaps_;
  const Phrasebook& book_;
  Clause clause_;
  std::size_t clause_begin_ = 0, phrase_begin_ = 0, item_begin_ = 0;
  std::size_t phrase_quantity_ = 0, clause_quantity_ = 0;
  bool planned_ = false;
  int item_ = 0;
  NumberingStyle outer_ = NumberingStyle::Digit;
  int last_of_style_[7] = {};
  Months month_;
  std::size_t month_begin_ = 0, month_end_ = 0;
  std::vector<Event> pending_;
};

}  // namespace jiheng::audit::detail
