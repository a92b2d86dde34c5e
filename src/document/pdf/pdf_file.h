// PdfFile: an open PDF, page by page. The only door to the PDF library (poppler_adapter.cpp).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/pdf/page.h"

namespace jiheng::pdf {

/// Why a PDF did not open.
enum class OpenFailure { None, Damaged, Encrypted };

class PdfFile {
 public:
  /// `bytes` must outlive the PdfFile. One PdfFile is used by one thread; several may be open.
  explicit PdfFile(std::string_view bytes);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  [[nodiscard]] OpenFailure failure() const;
  /// The first fault that the library found so far, for engineers; may be empty.
  [[nodiscard]] std::string complaint() const;
  [[nodiscard]] int pages() const;
  /// The library had to rebuild the table of objects.
  [[nodiscard]] bool was_rebuilt() const;
  /// Page `number` from 1. A page that cannot be read is empty.
  [[nodiscard]] Page page(int number);

 private:
  struct Open;
  std::unique_ptr<Open> open_;
};

}  // namespace jiheng::pdf
