#include "engine/no_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/text.h"

namespace jiheng {
namespace {

/// Names of tables that the document does hold, as it prints them: the first few.
std::vector<std::string> tables_seen(const Document& document) {
  constexpr std::size_t kMost = 3, kLongest = 24;
  std::vector<std::string> names;
  for (const Block& block : document.blocks) {
    if (block.line() == nullptr) continue;
    std::string name = without_spaces(block.line()->text);
    if (!ends_with(name, "表") || length(name) > kLongest || length(name) < 4) continue;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (names.size() == kMost) break;
  }
  return names;
}

/// The first few title words that were looked for.
std::string first_words(const Wording& wording) {
  constexpr std::size_t kMost = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, wording.title_words.size()); ++i) {
    out += (i == 0 ? "“" : "、“") + wording.title_words[i] + "”";
  }
  return out;
}

}  // namespace

Error no_form_in(const Document& document, const Wording& wording) {
  Error error;
  error.file = document.name;
  const bool has_text = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return block.grid() != nullptr || (block.line() != nullptr && !trimmed(block.line()->text).empty());
  });
  if (document.image_pages > 0 && (!has_text || document.image_pages * 2 >= document.pages)) {
    error.code = ErrorCode::ImageOnly;
    error.clerk = fmt::format(
        "{} 页中有 {} 页是没有文字的图片（扫描件或照片），读不出表格。请改用带文字的文件，或先做文字识别（OCR）再试。",
        document.pages, document.image_pages);
    error.english = fmt::format(
        "{} of {} pages are pictures without text (scans or photos), so no form can be read. Use a file with text, or "
        "run OCR on it first.",
        document.image_pages, document.pages);
    return error;
  }
  const auto grids = std::count_if(document.blocks.begin(), document.blocks.end(),
                                   [](const Block& block) { return block.grid() != nullptr; });
  const auto lines = static_cast<std::ptrdiff_t>(document.blocks.size()) - grids;
  std::string seen_zh, seen_en;
  for (const std::string& name : tables_seen(document)) {
    seen_zh += (seen_zh.empty() ? "看到的有：" : "、") + name;
    seen_en += (seen_en.empty() ? " Seen instead: " : ", ") + name;
  }
  if (!seen_zh.empty()) seen_zh += "等。";
  if (!seen_en.empty()) seen_en += ".";
  const std::string pictures_zh =
      document.image_pages > 0 ? fmt::format("另有 {} 页是图片，未读。", document.image_pages) : "";
  const std::string pictures_en =
      document.image_pages > 0 ? fmt::format(" {} pages are pictures and were not read.", document.image_pages) : "";
  const std::string size_zh = document.pages > 0 ? fmt::format("全文 {} 页、", document.pages) : "全文 ";
  const std::string size_en = document.pages > 0 ? fmt::format("{} pages, ", document.pages) : "";
  error.code = ErrorCode::NoForm;
  error.clerk = fmt::format(
      "没有找到绩效表。{}{} 张表格、{} "
      "行文字中，没有一张表带有项目名称和绩效指标（一级、二级、三级指标）栏，标题也不含{}。{}{}请核对是否选错文件。",
      size_zh, grids, lines, first_words(wording), seen_zh, pictures_zh);
  error.english = fmt::format(
      "no performance form found. Among {}{} tables and {} lines of text none has a project name and indicator columns "
      "(一级指标, 二级指标, 三级指标), nor a title with {}.{}{} Check that this is the right file.",
      size_en, grids, lines, first_words(wording), seen_en, pictures_en);
  return error;
}

}  // namespace jiheng
