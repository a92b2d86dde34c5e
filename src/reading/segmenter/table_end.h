// Table end: where the indicators end: at the row of the total, at remarks, at a text that is no table.
#pragma once

#include "form/form.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

class TableEnd {
 public:
  TableEnd(const HeaderBand& band, const Vocabulary& vocabulary) : band_(band), vocabulary_(vocabulary) {}

  /// Does the line stand below the last row?
  [[nodiscard]] bool closes(const Line& line) const;
  /// "说明：…" between the rows, "（续表）" above a repeated header: passed over.
  [[nodiscard]] bool is_remark_among_rows(const Sheet& sheet, std::size_t at, std::size_t last) const;
  /// 小计 of a group: no indicator.
  [[nodiscard]] bool is_subtotal(const Line& line) const;
  /// Reads the row of the total from the lines [at, last); returns the line after it, `at` if there is none.
  std::size_t read_total(const Sheet& sheet, std::size_t at, std::size_t last, Form& form) const;
  /// … from a line below other parts of the form, if its weight is the full one.
  void read_distant_total(const Sheet& sheet, std::size_t at, std::size_t last, Form& form) const;

 private:
  [[nodiscard]] bool is_remark(const Line& line) const;
  [[nodiscard]] bool begins_funds(const Line& line) const;
  [[nodiscard]] bool names_total(const Line& line) const;
  [[nodiscard]] bool names_score(const Line& line) const;
  [[nodiscard]] bool names_part(const Line& line) const;

  const HeaderBand& band_;
  const Vocabulary& vocabulary_;
};

}  // namespace jiheng::segmenter
