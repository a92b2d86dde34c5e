#include "document/xlsx/sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/text.h"
#include "document/normalise.h"
#include "document/refusal.h"
#include "document/xlsx/merges.h"

namespace jiheng {
namespace {

using Token = XmlStream::Token;

constexpr int kSheetRows = 1 << 20, kSheetColumns = 1 << 14;
constexpr std::size_t kMaxTexts = 4'000'000;  ///< cells with text in one sheet
constexpr std::size_t kMaxEmpties = 500'000;  ///< empty cells kept beside them
constexpr std::size_t kMaxMerges = 500'000;

int whole_number(std::string_view text, int fallback) {
  int number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size() ? number : fallback;
}

struct Reference {
  int row = 0, column = 0;  ///< from 0
};

// "B7", "$B$7" → row 6, column 1.
std::optional<Reference> parse_reference(std::string_view text) {
  Reference at{0, 0};
  std::size_t i = 0;
  for (; i < text.size() && i < 8; ++i) {
    const char c = text[i];
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (c == '$') continue;
    if (upper < 'A' || upper > 'Z') break;
    at.column = at.column * 26 + (upper - 'A' + 1);
    if (at.column > kSheetColumns) return std::nullopt;
  }
  at.row = whole_number(text.substr(i), 0);
  if (at.column < 1 || at.row < 1 || at.row > kSheetRows) return std::nullopt;
  return Reference{at.row - 1, at.column - 1};
}

std::optional<Merge> parse_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto first = parse_reference(text.substr(0, colon)), last = parse_reference(text.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return Merge{first->row, first->column, last->row, last->column};
}

std::string name_of(int row, int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

// Stored digits that General shows unchanged: no exponent, at most 15 of them, no idle zeros.
bool shown_as_stored(std::string_view value) {
  if (value.empty() || value.size() > 15 || value == "-0") return false;
  const bool plain = value.find_first_not_of("0123456789.-") == std::string_view::npos;
  const bool idle = (value.size() > 1 && value[0] == '0' && value[1] != '.') || value[0] == '.' ||
                    (value.find('.') != std::string_view::npos && (value.back() == '0' || value.back() == '.'));
  return plain && !idle;
}

std::string clean(std::string_view text) {
  return std::string(trimmed(normalised(text)));
}

class SheetReader {
 public:
  SheetReader(XmlStream& xml, const WorkbookContext& workbook, int number, const Limits& limits)
      : xml_(xml), workbook_(workbook), number_(number), limits_(limits) {}

  Result<Grid> read() {
    while (true) {
      const Token token = xml_.next();
      if (token == Token::Done) break;
      if (token == Token::TooDeep) return too_large({}, "文件内部嵌套过深", "the XML is nested too deep");
      if (token == Token::Broken) return damaged({}, std::string(xml_.problem()));
      if (token != Token::Start) continue;
      if (xml_.name() == "row") {
        const Result<void> row = read_row();
        if (!row) return row.error();
      } else if (xml_.name() == "mergeCell") {
        const auto range = parse_range(xml_.attribute("ref").value_or(""));
        if (range && merges_.size() < kMaxMerges) merges_.push_back(*range);
      }
    }
    order();
    Grid grid = TRY(grid_of_cells(std::move(cells_), std::move(merges_), limits_));
    grid.first_page = grid.last_page = number_;
    return grid;
  }

 private:
  Result<void> read_row() {
    row_ = whole_number(xml_.attribute("r").value_or(""), row_ + 2) - 1;
    if (row_ < 0 || row_ >= kSheetRows) return damaged({}, "a row number is out of range");
    column_ = -1;
    const std::size_t before = cells_.size();
    bool has_text = false;
    while (true) {
      const Token token = xml_.next();
      if (token == Token::End) break;
      if (token == Token::Text) continue;
      if (token != Token::Start) {
        return token == Token::TooDeep ? too_large({}, "文件内部嵌套过深", "the XML is nested too deep")
                                       : damaged({}, std::string(xml_.problem()));
      }
      if (xml_.name() != "c") {
        if (!xml_.skip()) return damaged({}, std::string(xml_.problem()));
        continue;
      }
      Cell cell;
      if (!read_cell(cell)) return damaged({}, std::string(xml_.problem()));
      if (cell.column < 0) continue;
      has_text = has_text || !cell.text.empty();
      texts_ += cell.text.empty() ? 0 : 1;
      if (cell.text.empty() && cells_.size() - texts_ > kMaxEmpties) continue;
      cells_.push_back(std::move(cell));
      if (texts_ > kMaxTexts) return too_large({}, "工作表内容过多", "a sheet has too many cells");
    }
    if (!has_text) cells_.resize(before);
    return {};
  }

  // After the Start of a <c>: its place and what it shows. A place outside any sheet gives column −1.
  bool read_cell(Cell& cell) {
    const auto reference = xml_.attribute("r");
    const auto at = reference ? parse_reference(*reference) : std::optional(Reference{row_, column_ + 1});
    const std::string_view type_name = xml_.attribute("t").value_or("n");
    enum class Type { Number, Shared, Inline, Text, Boolean } type = Type::Number;
    if (type_name == "s")
      type = Type::Shared;
    else if (type_name == "inlineStr")
      type = Type::Inline;
    else if (type_name == "str" || type_name == "e" || type_name == "d")
      type = Type::Text;
    else if (type_name == "b")
      type = Type::Boolean;
    const auto style = static_cast<std::size_t>(std::max(0, whole_number(xml_.attribute("s").value_or(""), 0)));
    value_.clear();
    std::string rich;
    while (true) {
      const Token token = xml_.next();
      if (token == Token::End) break;
      if (token == Token::Text) continue;
      if (token != Token::Start) return false;
      if (xml_.name() == "v") {
        if (!read_value()) return false;
      } else if (xml_.name() == "is") {
        if (!read_rich_text(xml_, rich)) return false;
      } else if (!xml_.skip()) {
        return false;
      }
    }
    if (!at || at->column >= kSheetColumns) {
      cell.column = -1;
      return true;
    }
    cell.row = at->row;
    cell.column = column_ = at->column;
    cell.page = number_;
    cell.name = name_of(cell.row, cell.column);
    static const NumberFormat kGeneral;
    const NumberFormat& format = style < workbook_.formats.size() ? workbook_.formats[style] : kGeneral;
    switch (type) {
      case Type::Inline: cell.text = format.general() ? std::move(rich) : format.show(rich); break;
      case Type::Shared: {
        const int index = whole_number(trimmed(value_), -1);
        const std::string_view text =
            index < 0 ? std::string_view() : workbook_.strings[static_cast<std::size_t>(index)];
        cell.text = format.general() || text.empty() ? std::string(text) : format.show(text);
        break;
      }
      case Type::Text:
        decode_excel_escapes(value_);
        cell.text = clean(value_);
        break;
      case Type::Boolean: cell.text = value_ == "1" || value_ == "true" ? "TRUE" : value_.empty() ? "" : "FALSE"; break;
      case Type::Number: cell.text = shown_number(format); break;
    }
    return true;
  }

  bool read_value() {
    while (true) {
      switch (xml_.next()) {
        case Token::Text: xml_.append_text(value_); break;
        case Token::End: return true;
        case Token::Start:
          if (!xml_.skip()) return false;
          break;
        default: return false;
      }
    }
  }

  [[nodiscard]] std::string shown_number(const NumberFormat& format) const {
    const std::string_view stored = trimmed(value_);
    if (stored.empty()) return {};
    if (format.general() && shown_as_stored(stored)) return std::string(stored);
    double number = 0;
    const auto [stop, error] = std::from_chars(stored.data(), stored.data() + stored.size(), number);
    if (error != std::errc() || stop != stored.data() + stored.size() || !std::isfinite(number)) return clean(stored);
    return format.show(number, workbook_.dates);
  }

  // Office programs write cells in order and once; others may not.
  void order() {
    const auto place = [](const Cell& cell) { return std::pair(cell.row, cell.column); };
    const auto earlier = [&](const Cell& a, const Cell& b) { return place(a) < place(b); };
    if (!std::is_sorted(cells_.begin(), cells_.end(), earlier)) std::stable_sort(cells_.begin(), cells_.end(), earlier);
    std::vector<Cell> kept;
    kept.reserve(cells_.size());
    for (Cell& cell : cells_) {
      if (kept.empty() || place(kept.back()) != place(cell)) {
        kept.push_back(std::move(cell));
      } else if (kept.back().text.empty()) {
        kept.back() = std::move(cell);
      }
    }
    cells_ = std::move(kept);
  }

  XmlStream& xml_;
  const WorkbookContext& workbook_;
  int number_;
  const Limits& limits_;
  int row_ = -1, column_ = -1;
  std::size_t texts_ = 0;
  std::string value_;
  std::vector<Cell> cells_;
  std::vector<Merge> merges_;
};

}  // namespace

Result<Grid> read_sheet(XmlStream& xml, const WorkbookContext& workbook, int number, const Limits& limits) {
  return SheetReader(xml, workbook, number, limits).read();
}

}  // namespace jiheng
