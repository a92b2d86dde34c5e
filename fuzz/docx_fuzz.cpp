// Text documents: the zip as it is, and the XML of the document with its numbering.
#include "document/docx/body.h"
#include "document/xml_part.h"
#include "fuzz_limits.h"

using namespace jiheng;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::text_of(data + 1, size - 1);
  const Limits limits = fuzz::limits();
  if (data[0] % 4 == 0) {
    fuzz::check(read_docx(bytes, "x.docx", limits));
    return 0;
  }
  const Result<XmlPart> xml = parse_xml(std::string(bytes), "word/document.xml", limits);
  if (!xml) return 0;
  BodyContext context;
  context.limits = limits;
  context.numbering.load(xml->root(), xml->root());
  const Result<std::vector<Block>> blocks = read_body(xml->root(), context);
  if (!blocks) return 0;
  for (const Block& block : *blocks) {
    if (const Grid* grid = block.grid()) fuzz::check(*grid);
  }
  return 0;
}
