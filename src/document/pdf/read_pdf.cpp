// read_pdf: the whole way from the bytes of a PDF to a Document, one page at a time.
//
// Glyphs and rules of a page live only until its tables are built, so memory does not grow with the
// number of pages.
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "document/pdf/page_layout.h"
#include "document/pdf/pages_join.h"
#include "document/pdf/pdf_file.h"
#include "document/pdf/repair.h"
#include "document/read_document.h"

namespace jiheng {
namespace {

// A page with a picture over most of it and hardly any text is a scan with a page number or a stamp.
constexpr std::size_t kFewGlyphs = 30;
constexpr float kMostOfPage = 0.5F;
constexpr int kOutlinedText = 300;  // filled curved shapes on a page without text: letters as outlines

Error failed(ErrorCode code, std::string_view name, std::string detail, std::string clerk, std::string english) {
  return {code, std::string(name), "", std::move(detail), std::move(clerk), std::move(english)};
}

enum class PageKind { Text, Picture, Blank };

PageKind kind_of(const pdf::Page& page) {
  std::size_t inked = 0;
  for (const pdf::Glyph& glyph : page.glyphs) {
    if (!is_space(glyph.code) && ++inked >= kFewGlyphs) return PageKind::Text;
  }
  if (page.image_area > kMostOfPage * page.width * page.height) return PageKind::Picture;
  if (inked > 0) return PageKind::Text;
  return page.images > 0 || page.drawn_shapes > kOutlinedText ? PageKind::Picture : PageKind::Blank;
}

std::string picture_note(const std::vector<int>& pages) {
  constexpr std::size_t kMostNamed = 20;
  std::string list;
  for (std::size_t i = 0; i < pages.size() && i < kMostNamed; ++i)
    list += (i == 0 ? "" : "、") + std::to_string(pages[i]);
  if (pages.size() > kMostNamed) list += " 等";
  return "第 " + list + " 页是图片，没有文字，未能直接读取。";
}

/// What came out of one attempt at a file.
struct Attempt {
  std::vector<Block> blocks;
  std::vector<int> pictures;  ///< pages that are pictures
  bool any_text = false;
  [[nodiscard]] bool is_blank() const { return !any_text && pictures.empty(); }
};

Attempt read_pages(pdf::PdfFile& file) {
  Attempt attempt;
  pdf::PagesJoin join;
  for (int number = 1; number <= file.pages(); ++number) {
    pdf::Page page = file.page(number);
    const PageKind kind = kind_of(page);
    if (kind == PageKind::Picture) attempt.pictures.push_back(number);
    attempt.any_text = attempt.any_text || kind == PageKind::Text;
    join.add(pdf::lay_out(std::move(page)));
  }
  attempt.blocks = join.finish();
  return attempt;
}

/// The reason not to give the document out, if there is one.
std::optional<Error> refusal(const Document& document, const Attempt& attempt, const Limits& limits) {
  const std::string_view name = document.name;
  const std::string on_pages = " on " + std::to_string(document.pages) + " pages";
  if (!attempt.any_text && !attempt.pictures.empty()) {
    return failed(
        ErrorCode::ImageOnly, name, "no text" + on_pages + ", pictures only",
        "这个 PDF 是扫描件或图片，里面没有文字，无法直接读取。请提交由办公软件导出的 PDF 或原始的 Word、Excel "
        "文件，或先做文字识别。",
        "The PDF holds pictures without text (a scan). Send the original file, or run text recognition first.");
  }
  if (!attempt.any_text) {
    return failed(ErrorCode::Empty, name, "no text" + on_pages,
                  "这个 PDF 的页面都是空白，没有任何文字。请检查导出是否正确。", "All pages of the PDF are blank.");
  }
  for (const Block& block : document.blocks) {
    const Grid* grid = block.grid();
    if (grid == nullptr || (grid->rows <= limits.max_rows && grid->columns <= limits.max_columns)) continue;
    return failed(
        ErrorCode::TooLarge, name,
        "a table of " + std::to_string(grid->rows) + " rows and " + std::to_string(grid->columns) + " columns",
        "文件中有一张表过大，超出可处理的行数或列数。请拆分后再提交。", "A table in the file is too large. Split it.");
  }
  return std::nullopt;
}

Error damaged(std::string_view name, std::string detail) {
  return failed(ErrorCode::Damaged, name, std::move(detail),
                "这个 PDF 已损坏，无法打开，也无法修复。请重新下载或重新导出后再提交。",
                "The PDF is damaged beyond repair. Download or export it again.");
}

Error too_many_pages(std::string_view name, int pages, int most) {
  return failed(
      ErrorCode::TooLarge, name, std::to_string(pages) + " pages",
      "文件有 " + std::to_string(pages) + " 页，超出可处理的 " + std::to_string(most) + " 页。请拆分后再提交。",
      "The PDF has too many pages. Split it.");
}

}  // namespace

Result<Document> read_pdf(std::string_view bytes, std::string_view name, const Limits& limits) {
  if (bytes.empty()) {
    return failed(ErrorCode::Empty, name, "zero bytes", "文件是空的，没有任何内容。请重新导出后再提交。",
                  "The file is empty.");
  }
  if (bytes.size() > limits.max_bytes) {
    return failed(ErrorCode::TooLarge, name, std::to_string(bytes.size()) + " bytes",
                  "文件过大，超出可处理的大小。请拆分后再提交。", "The file is too large. Split it.");
  }
  Document document;
  document.name = std::string(name);
  document.format = Format::Pdf;
  const auto finished = [&](Attempt attempt, int pages) -> Result<Document> {
    document.pages = pages;
    document.image_pages = static_cast<int>(attempt.pictures.size());
    document.blocks = std::move(attempt.blocks);
    if (auto error = refusal(document, attempt, limits)) return std::move(*error);
    if (!attempt.pictures.empty()) document.notes.push_back(picture_note(attempt.pictures));
    return std::move(document);
  };

  std::string detail;
  {
    pdf::PdfFile file(bytes);
    if (file.failure() == pdf::OpenFailure::Encrypted) {
      return failed(ErrorCode::Encrypted, name, "the PDF needs a password",
                    "这个 PDF 设有打开密码，无法读取。请在原软件中取消密码后重新导出，再提交。",
                    "The PDF is protected by a password. Save it without the password and try again.");
    }
    if (file.pages() > limits.max_pages) return too_many_pages(name, file.pages(), limits.max_pages);
    Attempt attempt = read_pages(file);
    const bool is_damaged = file.failure() != pdf::OpenFailure::None || file.was_rebuilt() ||
                            (attempt.is_blank() && !file.complaint().empty());
    if (!is_damaged && file.pages() == 0) {
      return failed(ErrorCode::Empty, name, "the PDF has no pages", "这个 PDF 没有任何页面。请重新导出后再提交。",
                    "The PDF has no pages. Export it again.");
    }
    if (!is_damaged || !attempt.is_blank()) {
      if (is_damaged) document.notes.emplace_back("文件的目录已损坏，已自动修复后读取；可能缺少部分页面，请核对原件。");
      return finished(std::move(attempt), file.pages());
    }
    detail = file.complaint();
  }
  for (const auto repair : {pdf::rewritten, pdf::with_new_page_tree}) {
    const auto repaired = repair(bytes);
    if (!repaired) continue;
    pdf::PdfFile file(*repaired);
    if (file.pages() == 0 || file.pages() > limits.max_pages) continue;
    Attempt attempt = read_pages(file);
    if (attempt.is_blank()) continue;
    document.notes.emplace_back("文件已损坏，已自动修复后读取；可能缺少部分页面，请核对原件。");
    return finished(std::move(attempt), file.pages());
  }
  return damaged(name, std::move(detail));
}

}  // namespace jiheng
