#include "document/xml_part.h"

#include <charconv>
#include <cstring>
#include <utility>

#include "core/text.h"
#include "document/refusal.h"

namespace jiheng {
namespace {

constexpr std::size_t kMaxElements = 4'000'000;  ///< about half a gigabyte of tree

// Depth and number of elements, from the marks alone; a quick pass that need not be exact about
// quotes: '<' cannot stand in an attribute.
Result<void> check_markup(std::string_view text, std::string_view place, const Limits& limits) {
  int depth = 0;
  std::size_t elements = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view mark = text.substr(at, 9);
    if (starts_with(mark, "<!--") || starts_with(mark, "<![CDATA[")) {
      const std::size_t end = text.find(mark[2] == '-' ? "-->" : "]]>", at);
      if (end == std::string_view::npos) break;
      at = end;
    } else if (starts_with(mark, "<!")) {
      return damaged(std::string(place), "a DOCTYPE is not allowed in an office file");
    } else if (starts_with(mark, "</")) {
      --depth;
    } else if (!starts_with(mark, "<?")) {
      const std::size_t end = text.find('>', at);
      if (end == std::string_view::npos) break;
      if (text[end - 1] != '/' && ++depth > limits.max_depth) {
        return too_large(std::string(place), "文件内部嵌套过深", "the XML is nested too deep");
      }
      if (++elements > kMaxElements) {
        return too_large(std::string(place), "文件内容过多", "the XML has too many elements");
      }
    }
  }
  return {};
}

}  // namespace

Result<XmlPart> parse_xml(std::string text, std::string_view place, const Limits& limits) {
  if (starts_with(text, "\xFF\xFE") || starts_with(text, "\xFE\xFF")) {
    return damaged(std::string(place), "UTF-16 parts are not read");  // its marks could not be checked
  }
  const Result<void> checked = check_markup(text, place, limits);
  if (!checked) return checked.error();
  XmlPart part{std::make_unique<std::string>(std::move(text)), std::make_unique<pugi::xml_document>()};
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result parsed =
      part.tree->load_buffer_inplace(part.text->data(), part.text->size(), kOptions, pugi::encoding_utf8);
  if (!parsed) return damaged(std::string(place), std::string(parsed.description()));
  return part;
}

std::string_view local_name(const pugi::xml_node& node) {
  const char* name = node.name();
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const char* colon = std::strchr(attribute.name(), ':');
    if ((colon == nullptr ? attribute.name() : colon + 1) == name) return attribute.value();
  }
  return "";
}

int number_of(const pugi::xml_node& node, std::string_view name, int fallback) {
  const std::string_view text = attribute_of(node, name);
  int number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size() ? number : fallback;
}

}  // namespace jiheng
