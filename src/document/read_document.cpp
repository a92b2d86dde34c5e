#include "document/read_document.h"

#include <utility>

#include "core/text.h"
#include "document/archive.h"
#include "document/compound_file.h"
#include "document/decode.h"
#include "document/legacy.h"
#include "document/refusal.h"

namespace jiheng {
namespace {

// JSON is no document to be laid out: its text goes on as one line, and `reading` parses it.
Result<Document> pass_json(std::string_view bytes) {
  const std::optional<std::string> text = decode_text(bytes);
  if (!text) return unknown_format("JSON in an unknown encoding");
  Document document;
  document.format = Format::Json;
  TextLine line;
  line.text = *text;
  document.blocks.push_back({std::move(line)});
  return document;
}

Result<Document> read_legacy(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
  const std::string converted = TRY(convert_legacy(bytes, format));
  Document document =
      TRY(format == Format::Xls ? read_xlsx(converted, name, limits) : read_docx(converted, name, limits));
  document.format = format;
  document.notes.push_back("旧版格式，已由 LibreOffice 转换后读取。");
  return document;
}

// Why content of no format that is read cannot be read, as far as it can be told.
Error why_unknown(std::string_view bytes, const Limits& limits) {
  if (is_compound_file(bytes)) {
    if (kind_of_compound_file(bytes) == CompoundKind::Encrypted) return encrypted("EncryptedPackage");
    return unsupported("这种旧版 Office 文件", "this kind of compound file");
  }
  if (starts_with(bytes, "PK\x03\x04") || starts_with(bytes, "PK\x05\x06")) {
    const Result<Archive> archive = Archive::open(bytes, limits);
    if (!archive) return archive.error();
    if (contains(bytes, "application/vnd.oasis.opendocument"))
      return unsupported("OpenDocument 文件", "OpenDocument files");
    if (contains(bytes, "ppt/")) return unsupported("演示文稿", "presentations");
    return unsupported("压缩包", "zip files (unpack it first)");
  }
  if (starts_with(bytes, "{\\rtf")) return unsupported("RTF 文档", "RTF documents");
  if (starts_with(bytes, "Rar!") || starts_with(bytes, "7z\xBC\xAF"))
    return unsupported("压缩包", "packed files (unpack it first)");
  const std::string_view head = bytes.substr(0, 4096);
  if (starts_with(head, "MIME-Version:") || contains(head, "multipart/related"))
    return unsupported("单个文件网页（mht）", "web archives (mht)");
  if (contains(head, "urn:schemas-microsoft-com:office") || contains(head, "schemas.microsoft.com/office/")) {
    return unsupported("XML 格式的 Office 文件", "office files in flat XML");
  }
  return unknown_format("no known signature");
}

Result<Document> read_as(Format format, std::string_view bytes, std::string_view name, const Limits& limits) {
  switch (format) {
    case Format::Pdf: return read_pdf(bytes, name, limits);
    case Format::Xlsx: return read_xlsx(bytes, name, limits);
    case Format::Docx: return read_docx(bytes, name, limits);
    case Format::Html: return read_html(bytes, name, limits);
    case Format::PlainText: return read_plaintext(bytes, name, limits);
    case Format::Json: return pass_json(bytes);
    case Format::Xls:
    case Format::Doc:
    case Format::Wps: return read_legacy(bytes, name, format, limits);
    case Format::Image: return image_only("a picture file");
    case Format::Unknown: return why_unknown(bytes, limits);
  }
  return unknown_format("no known signature");
}

}  // namespace

Result<Document> read_document(std::string_view bytes, std::string_view name, const Limits& limits) {
  Result<Document> document = [&]() -> Result<Document> {
    if (bytes.empty()) return nothing_inside("zero bytes");
    if (bytes.size() > limits.max_bytes) return too_large({}, "文件过大", "the file is too large");
    return read_as(sniff(bytes), bytes, name, limits);
  }();
  if (!document) {
    Error error = std::move(document).error();
    if (error.file.empty()) error.file = name;
    return error;
  }
  document->name = name;
  return document;
}

}  // namespace jiheng
