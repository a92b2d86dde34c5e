// What a file is, by its content: names lie (.xls files that are web pages, .doc that are docx).
#include <algorithm>
#include <array>

#include "core/text.h"
#include "document/archive.h"
#include "document/compound_file.h"
#include "document/decode.h"
#include "document/read_document.h"

namespace jiheng {
namespace {

constexpr std::size_t kHead = 4096;

bool is_image(std::string_view bytes) {
  static constexpr std::array<std::string_view, 10> kMarks = {"\x89PNG\r\n\x1a\n",
                                                              "\xFF\xD8\xFF",
                                                              "GIF87a",
                                                              "GIF89a",
                                                              std::string_view("II*\0", 4),
                                                              std::string_view("MM\0*", 4),
                                                              std::string_view("\0\0\0\x0CjP  ", 8),
                                                              std::string_view("II+\0", 4),
                                                              std::string_view("MM\0+", 4),
                                                              "\xFF\x4F\xFF\x51"};
  if (std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return starts_with(bytes, mark); }))
    return true;
  if (bytes.size() < 26) return false;
  if (starts_with(bytes, "RIFF") && bytes.substr(8, 4) == "WEBP") return true;
  if (bytes.substr(4, 4) == "ftyp") {
    const std::string_view brand = bytes.substr(8, 4);
    return brand == "heic" || brand == "heix" || brand == "mif1" || brand == "avif";
  }
  // A bitmap's four reserved bytes are zero.
  return starts_with(bytes, "BM") && bytes.substr(6, 4) == std::string_view("\0\0\0\0", 4);
}

// Cut off, a bomb, or with a password: each entry still begins with its name.
Format sniff_cut_zip(std::string_view bytes) {
  constexpr std::string_view kEntry = "PK\x03\x04";
  constexpr std::size_t kNameAt = 30;
  for (std::size_t at = 0; at != std::string_view::npos; at = bytes.find(kEntry, at + 1)) {
    const std::string_view name = bytes.substr(std::min(bytes.size(), at + kNameAt));
    if (starts_with(name, "xl/") || starts_with(name, "xl\\")) return Format::Xlsx;
    if (starts_with(name, "word/") || starts_with(name, "word\\")) return Format::Docx;
  }
  return Format::Unknown;
}

Format sniff_zip(std::string_view bytes) {
  constexpr std::string_view kTypes = "[Content_Types].xml";
  Result<Archive> archive = Archive::open(bytes, Limits{});
  if (!archive) return sniff_cut_zip(bytes);
  if (archive->contains("xl/workbook.xml") || archive->contains("xl/workbook.bin")) return Format::Xlsx;
  if (archive->contains("word/document.xml")) return Format::Docx;
  if (!archive->contains(kTypes)) return Format::Unknown;
  const Result<std::string> types = archive->read(kTypes);
  if (types && contains(*types, "spreadsheetml.sheet.main")) return Format::Xlsx;
  if (types && contains(*types, "wordprocessingml.document.main")) return Format::Docx;
  return Format::Unknown;
}

std::string lower_head(std::string_view text) {
  std::string head(text.substr(0, kHead));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return head;
}

std::string_view without_leading_space(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\f\v");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool is_html(std::string_view text) {
  const std::string head = lower_head(text);
  const std::string_view start = without_leading_space(head);
  if (!starts_with(start, "<")) return false;
  static constexpr std::array<std::string_view, 22> kStarts = {
      "<!doctype html", "<html",   "<head", "<body", "<meta", "<title", "<table", "<div",    "<p>",   "<p ",
      "<style",         "<script", "<span", "<font", "<h1",   "<h2",    "<br",    "<center", "<link", "<form",
      "<tbody",         "<section"};
  if (std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view mark) { return starts_with(start, mark); }))
    return true;
  // After a comment or an XML declaration.
  const bool may_be = starts_with(start, "<!") || starts_with(start, "<?xml");
  return may_be && (contains(start, "<html") || contains(start, "<table") || contains(start, "<body"));
}

bool is_json(std::string_view text) {
  const std::string_view start = without_leading_space(text);
  if (start.empty() || (start[0] != '{' && start[0] != '[')) return false;
  const std::string_view next = without_leading_space(start.substr(1));
  if (next.empty()) return false;
  return start[0] == '{' ? next[0] == '"' || next[0] == '}'
                         : next[0] == '{' || next[0] == '[' || next[0] == ']' || next[0] == '"';
}

}  // namespace

Format sniff(std::string_view bytes) {
  if (bytes.empty()) return Format::Unknown;
  if (starts_with(bytes, "PK\x03\x04") || starts_with(bytes, "PK\x05\x06")) return sniff_zip(bytes);
  if (contains(bytes.substr(0, 1024), "%PDF")) return Format::Pdf;
  if (is_compound_file(bytes)) {
    switch (kind_of_compound_file(bytes)) {
      case CompoundKind::Workbook: return Format::Xls;
      case CompoundKind::Text: return Format::Doc;
      case CompoundKind::Works: return Format::Wps;
      case CompoundKind::Encrypted:
      case CompoundKind::Other: return Format::Unknown;
    }
  }
  if (is_image(bytes)) return Format::Image;
  const std::optional<std::string> text = decode_text(bytes);
  if (!text) return Format::Unknown;
  if (starts_with(*text, "{\\rtf") || starts_with(lower_head(*text), "mime-version:")) return Format::Unknown;
  if (is_html(*text)) return Format::Html;
  if (is_json(*text)) return Format::Json;
  if (starts_with(without_leading_space(*text), "<?xml")) return Format::Unknown;
  return Format::PlainText;
}

}  // namespace jiheng
