#include "document/document.h"

namespace jiheng {

std::string_view format_name(Format format) {
  switch (format) {
    case Format::Unknown: return "unknown";
    case Format::Pdf: return "pdf";
    case Format::Xlsx: return "xlsx";
    case Format::Docx: return "docx";
    case Format::Html: return "html";
    case Format::PlainText: return "text";
    case Format::Json: return "json";
    case Format::Xls: return "xls";
    case Format::Doc: return "doc";
    case Format::Wps: return "wps";
    case Format::Image: return "image";
  }
  return "unknown";
}

}  // namespace jiheng
