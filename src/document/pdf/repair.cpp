// Repair: qpdf first; for cut files, a page tree of our own over the pages that are left.
#include "document/pdf/repair.h"

#include <qpdf/qpdf-c.h>  // its C++ headers do not compile with clang 14 as C++20

#include <algorithm>
#include <memory>
#include <type_traits>
#include <vector>

#include "core/text.h"
#include "document/late_library.h"

namespace jiheng::pdf {
namespace {

constexpr std::size_t kMostPages = 5'000;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// The object number before " 0 obj" at `at`; 0 if there is none.
long number_before(std::string_view bytes, std::size_t at) {
  std::size_t from = at;
  const auto back_over = [&](auto is) {
    const std::size_t start = from;
    while (from > 0 && start - from < 12 && is(bytes[from - 1])) --from;
    return start - from;
  };
  if (back_over(is_blank) == 0 || back_over(is_digit) == 0 || back_over(is_blank) == 0) return 0;
  const std::size_t end = from;
  if (back_over(is_digit) == 0) return 0;
  long number = 0;
  for (std::size_t i = from; i < end && end - from < 9; ++i) number = number * 10 + (bytes[i] - '0');
  return number;
}

/// "/Type /Page" of a page, not of "/Pages".
bool is_page(std::string_view object) {
  for (std::size_t at = object.find("/Type"); at != std::string_view::npos; at = object.find("/Type", at + 1)) {
    std::size_t value = at + 5;
    while (value < object.size() && is_blank(object[value])) ++value;
    if (object.substr(value, 5) != "/Page") continue;
    const std::size_t after = value + 5;
    if (after < object.size() && (is_blank(object[after]) || object[after] == '/' || object[after] == '>')) return true;
  }
  return false;
}

// libqpdf, loaded when the first damaged file is repaired.
struct QpdfLibrary {
  LateLibrary library{"libqpdf.so.29"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name to be declared
#define JIHENG_QPDF(name) decltype(&qpdf_##name) name = library.function<decltype(&qpdf_##name)>("qpdf_" #name)
  JIHENG_QPDF(init);
  JIHENG_QPDF(cleanup);
  JIHENG_QPDF(get_error);
  JIHENG_QPDF(silence_errors);
  JIHENG_QPDF(set_suppress_warnings);
  JIHENG_QPDF(set_attempt_recovery);
  JIHENG_QPDF(read_memory);
  JIHENG_QPDF(init_write_memory);
  JIHENG_QPDF(set_stream_data_mode);
  JIHENG_QPDF(write);
  JIHENG_QPDF(get_buffer_length);
  JIHENG_QPDF(get_buffer);
#undef JIHENG_QPDF
};

}  // namespace

std::optional<std::string> rewritten(std::string_view bytes) {
  static const QpdfLibrary qpdf;
  if (!qpdf.library.loaded()) return std::nullopt;
  const auto cleanup = [](qpdf_data data) {
    qpdf.get_error(data);  // an error not looked at would be printed
    qpdf.cleanup(&data);
  };
  const std::unique_ptr<std::remove_pointer_t<qpdf_data>, decltype(cleanup)> pdf(qpdf.init(), cleanup);
  const auto worked = [](QPDF_ERROR_CODE code) { return (code & QPDF_ERRORS) == 0; };
  qpdf.silence_errors(pdf.get());
  qpdf.set_suppress_warnings(pdf.get(), QPDF_TRUE);
  qpdf.set_attempt_recovery(pdf.get(), QPDF_TRUE);
  if (!worked(qpdf.read_memory(pdf.get(), "input", bytes.data(), bytes.size(), nullptr))) return std::nullopt;
  if (!worked(qpdf.init_write_memory(pdf.get()))) return std::nullopt;
  qpdf.set_stream_data_mode(pdf.get(), qpdf_s_preserve);
  if (!worked(qpdf.write(pdf.get()))) return std::nullopt;
  const unsigned char* buffer = qpdf.get_buffer(pdf.get());
  if (buffer == nullptr) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(buffer), qpdf.get_buffer_length(pdf.get()));
}

std::optional<std::string> with_new_page_tree(std::string_view bytes) {
  std::vector<long> pages;
  long highest = 0;
  constexpr std::string_view kBegin = "obj", kEnd = "endobj";
  std::size_t last_end = 0;
  for (std::size_t at = bytes.find(kBegin); at != std::string_view::npos; at = bytes.find(kBegin, at + kBegin.size())) {
    const long number = number_before(bytes, at);
    if (number == 0) continue;
    highest = std::max(highest, number);
    const std::size_t end = bytes.find(kEnd, at + kBegin.size());
    if (end == std::string_view::npos) break;
    last_end = end + kEnd.size();
    const std::string_view object = bytes.substr(at, std::min(bytes.substr(at, end - at).find("stream"), end - at));
    if (is_page(object) && pages.size() < kMostPages) pages.push_back(number);
  }
  if (pages.empty()) return std::nullopt;
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  std::string kids;
  for (const long page : pages) kids += std::to_string(page) + " 0 R ";
  const std::string tree = std::to_string(highest + 1), catalog = std::to_string(highest + 2);
  // No table of objects: readers rebuild one by looking through the file.
  return std::string(bytes.substr(0, last_end)) + "\n" + tree + " 0 obj\n<</Type /Pages /Count " +
         std::to_string(pages.size()) + " /Kids [" + kids + "]>>\nendobj\n" + catalog +
         " 0 obj\n<</Type /Catalog /Pages " + tree + " 0 R>>\nendobj\ntrailer\n<</Root " + catalog + " 0 R /Size " +
         std::to_string(highest + 3) + ">>\nstartxref\n0\n%%EOF\n";
}

}  // namespace jiheng::pdf
