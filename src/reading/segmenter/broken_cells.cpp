#include "reading/segmenter/broken_cells.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text.h"
#include "reading/segmenter/doubt.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {
namespace {

constexpr float kNextLine = 1.5F, kNextRow = 2.6F;  // how far below a line its cell may go on

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// "31日", "15日前", "月20日": the end of a date.
bool ends_a_date(const std::string& key) {
  static constexpr std::string_view kMonth = "月", kDay = "日";
  if (starts_with(key, kMonth) || starts_with(key, kDay)) return true;
  std::size_t at = 0;
  while (at < key.size() && is_digit(key[at])) ++at;
  return at > 0 && at <= 2 && starts_with(std::string_view(key).substr(at), kDay);
}

// "元10,000元": the rest of a value in front of another.
bool begins_with_rest(const std::string& key) {
  if (key.empty() || static_cast<unsigned char>(key.front()) < 0x80) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(key, at);
  return is_han(first) && first != U'约' && first != U'近' && first != U'达' && first != U'第' && first != U'超' &&
         at < key.size() && is_digit(key[at]);
}

// 满意度|度: the rest of another name behind a whole one.
bool ends_twice(std::string_view name) {
  char32_t before = 0, last = 0;
  for (std::size_t at = 0; at < name.size();) before = std::exchange(last, next_code_point(name, at));
  return length(name) > 3 && before == last && is_han(last) && ends_like_name(name);
}

}  // namespace

bool is_part_of_value(std::string_view text) {
  static constexpr std::string_view kYear = "年", kMonth = "月";
  const std::string key = key_of(text);
  if (key.size() < 2) return false;
  const bool range = contains(key, "-") || contains(key, "至") || contains(key, "—") || contains(key, "、");
  const bool dates = !range && count_of(key, kYear) > 1 && count_of(key, kMonth) > 1;
  return ends_a_date(key) || begins_with_rest(key) || dates || (key.back() == '/' && key.size() > 1);
}

void doubt_parts_of_values(std::vector<Indicator>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (ends_twice(rows[i].l3.printed)) {
      for (std::size_t k = i == 0 ? 0 : i - 1; k < std::min(i + 2, rows.size()); ++k) doubt(rows[k].l3);
    }
    for (Field<Value> Indicator::*cell : {&Indicator::target, &Indicator::actual}) {
      if (!is_part_of_value((rows[i].*cell).printed)) continue;
      for (std::size_t k = i == 0 ? 0 : i - 1; k < std::min(i + 2, rows.size()); ++k) {
        doubt(rows[k].*cell);
        doubt(rows[k].l3);
      }
    }
  }
}

std::vector<bool> rows_run_together(const std::vector<BodyLine>& body, const std::vector<RowRange>& rows,
                                    std::size_t column) {
  std::vector<bool> together(rows.size(), false);
  int full = 0;
  for (const BodyLine& line : body) full = std::max(full, display_width(line.cells[column]));
  const auto lines_of = [&](const RowRange& row) {
    return std::count_if(body.begin() + static_cast<std::ptrdiff_t>(row.first),
                         body.begin() + static_cast<std::ptrdiff_t>(row.last),
                         [column](const BodyLine& line) { return !line.cells[column].empty(); });
  };
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    // A cell broken by the end of a page goes on in the first row of the next one.
    if (body[rows[r].last - 1].where.page != body[rows[r + 1].first].where.page && lines_of(rows[r + 1]) > 1)
      together[r] = together[r + 1] = true;
    const std::string& end = body[rows[r].last - 1].cells[column];
    const std::string& begin = body[rows[r + 1].first].cells[column];
    if (end.empty() || begin.empty()) continue;
    const bool filled = display_width(end) + 3 >= full;
    const bool apart = body[rows[r + 1].first].y - body[rows[r].last - 1].y > (filled ? kNextRow : kNextLine);
    const bool broken = filled || lines_of(rows[r]) > 1 || lines_of(rows[r + 1]) > 1;
    // A sentence that ends says where the row ends.
    if (apart || !broken || ends_with(end, "。")) continue;
    together[r] = together[r + 1] = true;
  }
  return together;
}

void doubt_notes(const std::vector<bool>& together, std::vector<std::vector<FoundCell>>& cells) {
  for (std::size_t r = 0; r < cells.size(); ++r) {
    for (FoundCell& cell : cells[r]) {
      if (together[r] && cell.label == Label::IndicatorNote) cell.confidence = kDoubtful;
    }
  }
}

void doubt_broken_texts(std::vector<std::vector<FoundCell>>& cells, const Vocabulary& vocabulary) {
  for (const Label label : {Label::IndicatorTarget, Label::IndicatorActual}) {
    int full = 0;
    const auto text_of = [label](const std::vector<FoundCell>& row) -> const std::string* {
      for (const FoundCell& cell : row) {
        if (cell.label == label) return &cell.text;
      }
      return nullptr;
    };
    for (const auto& row : cells) {
      const std::string* text = text_of(row);
      if (text && !contains(*text, "\n")) full = std::max(full, display_width(*text));
    }
    const auto words = [&vocabulary](const std::string* text) {
      return text && length(*text) > 2 && !looks_like_value(*text) && !vocabulary.is_level_word(*text);
    };
    for (std::size_t r = 0; r + 1 < cells.size(); ++r) {
      const std::string *text = text_of(cells[r]), *next = text_of(cells[r + 1]);
      if (!words(text) || !words(next) || *text == *next || display_width(*text) + 3 < full || full < 10) continue;
      for (std::vector<FoundCell>* row : {&cells[r], &cells[r + 1]}) {
        for (FoundCell& cell : *row) {
          if (cell.label == label || cell.label == Label::IndicatorL3) cell.confidence = kDoubtful;
        }
      }
    }
  }
}

void give_back_rests(std::vector<std::vector<FoundCell>>& cells) {
  const auto find = [](std::vector<FoundCell>& row, Label label) {
    return std::find_if(row.begin(), row.end(), [label](const FoundCell& cell) { return cell.label == label; });
  };
  for (std::size_t r = 1; r < cells.size(); ++r) {
    for (const Label label : {Label::IndicatorTarget, Label::IndicatorActual}) {
      const auto cell = find(cells[r], label);
      const auto above = find(cells[r - 1], label);
      if (cell == cells[r].end() || above == cells[r - 1].end() || !is_rest(cell->text)) continue;
      above->text += cell->text;
      above->confidence = kDoubtful;
      cells[r].erase(cell);
    }
  }
}

}  // namespace jiheng::segmenter
