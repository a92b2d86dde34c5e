#include "document/docx/body.h"

#include <iterator>
#include <utility>

#include "core/text.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

void add_lines(std::string_view text, std::vector<Block>& blocks) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) {
      TextLine out;
      out.text = line;
      blocks.push_back({std::move(out)});
    }
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

Result<void> add_blocks(const pugi::xml_node& parent, BodyContext& context, std::vector<Block>& blocks) {
  for (const pugi::xml_node& node : parent.children()) {
    const std::string_view name = local_name(node);
    if (name == "p") {
      std::vector<pugi::xml_node> boxes;
      add_lines(paragraph_text(node, context, boxes), blocks);
      for (const pugi::xml_node& box : boxes) {
        const Result<void> added = add_blocks(box, context, blocks);
        if (!added) return added.error();
      }
    } else if (name == "tbl") {
      std::vector<Block> table = TRY(read_table(node, context));
      blocks.insert(blocks.end(), std::make_move_iterator(table.begin()), std::make_move_iterator(table.end()));
    } else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo" ||
               name == "smartTag") {
      const Result<void> added = add_blocks(node, context, blocks);
      if (!added) return added.error();
    } else if (name == "AlternateContent") {
      const pugi::xml_node choice = child_of(node, "Choice");
      const Result<void> added = add_blocks(choice ? choice : child_of(node, "Fallback"), context, blocks);
      if (!added) return added.error();
    }
  }
  return {};
}

}  // namespace

Result<std::vector<Block>> read_body(const pugi::xml_node& body, BodyContext& context) {
  std::vector<Block> blocks;
  const Result<void> added = add_blocks(body, context, blocks);
  if (!added) return added.error();
  return blocks;
}

}  // namespace jiheng
