// Web pages (.html, and the .xls and .doc that are web pages inside).
#include <algorithm>
#include <string>
#include <utility>

#include "core/text.h"
#include "document/decode.h"
#include "document/html/flow.h"
#include "document/html/gumbo_tree.h"
#include "document/read_document.h"
#include "document/refusal.h"

namespace jiheng {
namespace {

// The encoding named by <meta charset=…> or an XML declaration, in the first bytes.
std::string declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view mark : {"charset", "encoding"}) {
    std::size_t at = head.find(mark);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" =\"'\t", at + mark.size());
    if (at == std::string::npos) continue;
    return head.substr(at, head.find_first_of(" \"'/>;?", at) - at);
  }
  return {};
}

}  // namespace

Result<Document> read_html(std::string_view bytes, std::string_view name, const Limits& limits) {
  const std::optional<std::string> text = decode_text(bytes, declared_encoding(bytes));
  if (!text) return unknown_format("HTML in an unknown encoding");
  const GumboTree tree = TRY(GumboTree::parse(*text, limits));
  HtmlFlow flow = TRY(read_flow(tree.root(), limits));
  if (flow.blocks.empty()) {
    if (flow.has_pictures) return image_only("a web page of pictures");
    return nothing_inside("the page shows no text");
  }
  Document document;
  document.name = name;
  document.format = Format::Html;
  document.blocks = std::move(flow.blocks);
  return document;
}

}  // namespace jiheng
