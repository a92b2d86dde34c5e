// XLSX out: libxlsxwriter behind this one file.
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "cli/table.h"
#include "core/text.h"
#include "document/late_library.h"

namespace jiheng {
namespace {

/// libxlsxwriter, loaded when the first workbook is written.
struct XlsxLibrary {
  LateLibrary library{"libxlsxwriter.so.4"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name to be declared
#define JIHENG_XLSX(name) decltype(&::name) name = library.function<decltype(&::name)>(#name)
  JIHENG_XLSX(format_set_align);
  JIHENG_XLSX(format_set_bg_color);
  JIHENG_XLSX(format_set_bold);
  JIHENG_XLSX(format_set_num_format);
  JIHENG_XLSX(format_set_text_wrap);
  JIHENG_XLSX(lxw_strerror);
  JIHENG_XLSX(workbook_add_format);
  JIHENG_XLSX(workbook_add_worksheet);
  JIHENG_XLSX(workbook_close);
  JIHENG_XLSX(workbook_new);
  JIHENG_XLSX(workbook_set_properties);
  JIHENG_XLSX(worksheet_autofilter);
  JIHENG_XLSX(worksheet_freeze_panes);
  JIHENG_XLSX(worksheet_set_column);
  JIHENG_XLSX(worksheet_write_number);
  JIHENG_XLSX(worksheet_write_string);
#undef JIHENG_XLSX
};

const XlsxLibrary& xlsx() {
  static const XlsxLibrary library;
  return library;
}

constexpr std::size_t kMostRows = 1'048'575;  ///< of a sheet, the head apart
constexpr std::size_t kLongestCell = 32'767;  ///< characters, by the format's own limit
constexpr double kNarrowest = 6, kWidest = 48;
constexpr std::time_t kCreated = 1'577'836'800;  ///< 2020-01-01, the same in every file

/// How a printed number is shown as a number, or nothing for text. Longer ones than a spreadsheet's
/// 15 digits stay text, as do codes with a leading zero.
struct NumberCell {
  double value = 0;
  std::string format;
};
std::optional<NumberCell> number_in(const std::string& text) {
  std::string plain, shape;
  int decimals = -1, digits = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c == ',') {
      grouped = true;
    } else if (c == '.') {
      if (decimals >= 0) return std::nullopt;
      decimals = 0;
      plain += c;
    } else if (c >= '0' && c <= '9') {
      decimals += decimals >= 0 ? 1 : 0;
      ++digits;
      plain += c;
    } else if (c == '-' && plain.empty()) {
      plain += c;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t first = plain.find_first_of("0123456789");
  if (digits == 0 || digits > 15 || decimals == 0) return std::nullopt;
  if (plain[first] == '0' && first + 1 < plain.size() && plain[first + 1] != '.') return std::nullopt;
  shape = grouped ? "#,##0" : "0";
  if (decimals > 0) shape += "." + std::string(static_cast<std::size_t>(decimals), '0');
  return NumberCell{std::strtod(plain.c_str(), nullptr), shape};
}

Error cannot_write(lxw_error cause) {
  Error error;
  error.code = ErrorCode::Io;
  error.detail = xlsx().lxw_strerror(cause);
  error.clerk = "生成 XLSX 失败（" + error.detail + "）。请检查磁盘空间后再试。";
  error.english = "writing the XLSX failed (" + error.detail + "). Check the free disk space and try again.";
  return error;
}

class Workbook {
 public:
  Workbook() {
    // This release of the library writes to files only.
    path_ = (std::filesystem::temp_directory_path() / "jiheng-XXXXXX").string();
    const int file = mkstemp(path_.data());
    if (file >= 0) close(file);
    book_ = xlsx().workbook_new(path_.c_str());
    // Else the time of writing goes in, and the same records would give other bytes at each run.
    lxw_doc_properties properties{};
    properties.created = kCreated;
    xlsx().workbook_set_properties(book_, &properties);
    head_ = xlsx().workbook_add_format(book_);
    xlsx().format_set_bold(head_);
    xlsx().format_set_bg_color(head_, 0xE7ECF4);
    xlsx().format_set_text_wrap(head_);
    text_ = xlsx().workbook_add_format(book_);
    xlsx().format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
    xlsx().format_set_text_wrap(text_);
    xlsx().format_set_num_format(text_, "@");
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() { unlink(path_.c_str()); }

  void add(const Table& table) {
    lxw_worksheet* sheet = xlsx().workbook_add_worksheet(book_, table.name.c_str());
    for (std::size_t column = 0; column < table.head.size(); ++column)
      write(sheet, 0, column, table.head[column], head_);
    const std::size_t rows = std::min(table.rows.size(), kMostRows);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const std::string& cell = table.rows[row][column];
        if (cell.empty()) continue;
        if (const auto number = number_in(cell)) {
          xlsx().worksheet_write_number(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(column),
                                        number->value, number_format(number->format));
        } else {
          write(sheet, row + 1, column, cell, text_);
        }
      }
    }
    set_widths(sheet, table);
    xlsx().worksheet_freeze_panes(sheet, 1, 0);
    if (!table.head.empty()) {
      xlsx().worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows),
                                  static_cast<lxw_col_t>(table.head.size() - 1));
    }
  }

  Result<std::string> take() {
    const lxw_error status = xlsx().workbook_close(book_);
    if (status != LXW_NO_ERROR) return cannot_write(status);
    std::ifstream file(path_, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

 private:
  static void write(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text,
                    lxw_format* format) {
    std::u32string whole = to_utf32(text);
    if (whole.size() > kLongestCell) whole.resize(kLongestCell);
    for (char32_t& c : whole) {
      if (c < 0x20 && c != '\n' && c != '\t') c = ' ';  // not allowed in the format's XML
    }
    xlsx().worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                  to_utf8(whole).c_str(), format);
  }

  lxw_format* number_format(const std::string& shape) {
    lxw_format*& format = numbers_[shape];
    if (format == nullptr) {
      format = xlsx().workbook_add_format(book_);
      xlsx().format_set_num_format(format, shape.c_str());
      xlsx().format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    return format;
  }

  static void set_widths(lxw_worksheet* sheet, const Table& table) {
    for (std::size_t column = 0; column < table.head.size(); ++column) {
      int widest = display_width(table.head[column]);
      for (const auto& row : table.rows) {
        if (column < row.size()) widest = std::max(widest, display_width(row[column]));
      }
      xlsx().worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                  std::clamp(static_cast<double>(widest) + 2, kNarrowest, kWidest), nullptr);
    }
  }

  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* text_ = nullptr;
  std::map<std::string, lxw_format*> numbers_;
};

}  // namespace

Result<std::string> xlsx_bytes(const std::vector<Table>& tables) {
  if (!xlsx().library.loaded()) {
    Error error;
    error.code = ErrorCode::Unsupported;
    error.detail = "libxlsxwriter is not installed";
    error.clerk = "本机缺少写 XLSX 的程序库（apt install libxlsxwriter4）。可改用 --format csv。";
    error.english = "the library that writes XLSX is missing (apt install libxlsxwriter4). Use --format csv instead.";
    return error;
  }
  std::vector<Table> merged;
  for (const Table& table : tables) {
    const auto same =
        std::find_if(merged.begin(), merged.end(), [&](const Table& other) { return other.name == table.name; });
    if (same == merged.end()) {
      merged.push_back(table);
    } else {
      same->rows.insert(same->rows.end(), table.rows.begin(), table.rows.end());
    }
  }
  Workbook book;
  for (const Table& table : merged) book.add(table);
  return book.take();
}

}  // namespace jiheng
