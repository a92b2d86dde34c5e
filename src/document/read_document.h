// read_document: bytes of any supported format → Document. Format by content, not by name.
#pragma once

#include <string_view>

#include "core/result.h"
#include "document/document.h"

namespace jiheng {

/// What one document may cost. A document that wants more is refused with TooLarge, naming which.
struct Limits {
  std::size_t max_bytes = 512U << 20;      ///< of the input
  std::size_t max_unpacked = 1024U << 20;  ///< of one zip, unpacked (a bomb has more)
  int max_ratio = 200;                     ///< unpacked ÷ packed of one entry above 10 MiB
  int max_depth = 200;                     ///< nesting of XML, HTML, JSON
  int max_columns = 512;                   ///< of one table
  int max_rows = 200'000;                  ///< of one table
  int max_pages = 5'000;
};

/// What the content is, by its first bytes (and the zip's entries); Unknown if none fits.
Format sniff(std::string_view bytes);

/// `name` is for messages and a hint only where content is not enough (.txt against .html).
Result<Document> read_document(std::string_view bytes, std::string_view name, const Limits& limits = {});

// One reader a format, behind read_document.
Result<Document> read_pdf(std::string_view bytes, std::string_view name, const Limits& limits);
Result<Document> read_xlsx(std::string_view bytes, std::string_view name, const Limits& limits);
Result<Document> read_docx(std::string_view bytes, std::string_view name, const Limits& limits);
Result<Document> read_html(std::string_view bytes, std::string_view name, const Limits& limits);
Result<Document> read_plaintext(std::string_view bytes, std::string_view name, const Limits& limits);

}  // namespace jiheng
