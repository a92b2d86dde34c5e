// One XML part of an office file as a tree, under limits: DOCTYPE (entity bombs), depth and number of
// elements are checked before the tree is built. Sheets are streamed instead (xml_stream.h).
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/result.h"
#include "document/read_document.h"

namespace jiheng {

/// A parsed part with the text it points into.
struct XmlPart {
  std::unique_ptr<std::string> text;
  std::unique_ptr<pugi::xml_document> tree;
  [[nodiscard]] pugi::xml_node root() const { return tree->document_element(); }
};

/// `place` names the part in an Error.
Result<XmlPart> parse_xml(std::string text, std::string_view place, const Limits& limits);

/// Element name without its namespace prefix: "w:tbl" → "tbl".
std::string_view local_name(const pugi::xml_node& node);
/// First child element of that local name; a null node if there is none.
pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name);
/// Attribute value by local name; "" if there is none.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
/// The same as a whole number; `fallback` if absent or not one.
int number_of(const pugi::xml_node& node, std::string_view name, int fallback);

}  // namespace jiheng
