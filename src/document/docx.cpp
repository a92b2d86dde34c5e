// Text documents (.docx, .docm, WPS saved as docx): paragraphs become lines, tables become Grids.
// Page numbers are not known: pages exist only when such a document is printed.
#include <algorithm>
#include <string>
#include <utility>

#include "core/text.h"
#include "document/archive.h"
#include "document/docx/body.h"
#include "document/package.h"
#include "document/read_document.h"
#include "document/refusal.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

Result<void> load_numbering(Archive& archive, const std::string& part, Numbering& numbering, const Limits& limits) {
  const auto relations = TRY(relations_of(archive, part, limits));
  const std::string lists = target_of(relations, "numbering"), styles = target_of(relations, "styles");
  if (!archive.contains(lists)) return {};
  std::string lists_text = TRY(archive.read(lists));
  const XmlPart lists_xml = TRY(parse_xml(std::move(lists_text), lists, limits));
  if (!archive.contains(styles)) {
    numbering.load(lists_xml.root(), {});
    return {};
  }
  std::string styles_text = TRY(archive.read(styles));
  const XmlPart styles_xml = TRY(parse_xml(std::move(styles_text), styles, limits));
  numbering.load(lists_xml.root(), styles_xml.root());
  return {};
}

}  // namespace

Result<Document> read_docx(std::string_view bytes, std::string_view name, const Limits& limits) {
  Archive archive = TRY(Archive::open(bytes, limits));
  const std::string part = TRY(main_part(archive, "word/document.xml", limits));
  std::string text = TRY(archive.read(part));
  const XmlPart xml = TRY(parse_xml(std::move(text), part, limits));
  BodyContext context;
  context.limits = limits;
  const Result<void> numbering = load_numbering(archive, part, context.numbering, limits);
  if (!numbering) return numbering.error();

  Document document;
  document.name = name;
  document.format = Format::Docx;
  document.blocks = TRY(read_body(child_of(xml.root(), "body"), context));
  if (document.blocks.empty()) {
    if (context.has_pictures) return image_only("a text document of pictures");
    return nothing_inside("no paragraph or table holds text");
  }
  return document;
}

}  // namespace jiheng
