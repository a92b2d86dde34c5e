#include "document/xlsx/styles.h"

#include <string_view>
#include <unordered_map>

#include "document/xml_part.h"

namespace jiheng {

std::vector<NumberFormat> read_number_formats(const pugi::xml_node& style_sheet) {
  std::unordered_map<int, NumberFormat> formats;
  for (const pugi::xml_node& node : child_of(style_sheet, "numFmts").children()) {
    if (local_name(node) != "numFmt") continue;
    formats.insert_or_assign(number_of(node, "numFmtId", -1), NumberFormat(attribute_of(node, "formatCode")));
  }
  std::vector<NumberFormat> of_style;
  for (const pugi::xml_node& node : child_of(style_sheet, "cellXfs").children()) {
    if (local_name(node) != "xf") continue;
    const int id = number_of(node, "numFmtId", 0);
    auto found = formats.find(id);
    if (found == formats.end()) found = formats.emplace(id, NumberFormat(NumberFormat::built_in(id))).first;
    of_style.push_back(found->second);
  }
  return of_style;
}

}  // namespace jiheng
