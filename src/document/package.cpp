#include "document/package.h"

#include <utility>
#include <vector>

#include "core/text.h"
#include "document/refusal.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

// "worksheets/sheet1.xml" seen from "xl/workbook.xml", "../a.xml", "/xl/a.xml" → a name in the archive.
std::string resolved(std::string_view folder, std::string_view target) {
  std::string path = starts_with(target, "/") ? std::string(target) : std::string(folder) + "/" + std::string(target);
  std::vector<std::string_view> pieces;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    const std::string_view piece = rest.substr(0, slash);
    if (piece == ".." && !pieces.empty()) {
      pieces.pop_back();
    } else if (!piece.empty() && piece != "." && piece != "..") {
      pieces.push_back(piece);
    }
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  }
  std::string name;
  for (const std::string_view piece : pieces) {
    if (!name.empty()) name += '/';
    name += piece;
  }
  return name;
}

}  // namespace

Result<std::map<std::string, Relation, std::less<>>> relations_of(Archive& archive, std::string_view part,
                                                                  const Limits& limits) {
  std::map<std::string, Relation, std::less<>> relations;
  const std::size_t slash = part.rfind('/');
  const std::string folder(slash == std::string_view::npos ? std::string_view() : part.substr(0, slash));
  const std::string_view file = slash == std::string_view::npos ? part : part.substr(slash + 1);
  const std::string name = (folder.empty() ? "" : folder + "/") + "_rels/" + std::string(file) + ".rels";
  if (!archive.contains(name)) return relations;
  std::string text = TRY(archive.read(name));
  const XmlPart xml = TRY(parse_xml(std::move(text), name, limits));
  for (const pugi::xml_node& node : xml.root().children()) {
    if (attribute_of(node, "TargetMode") == "External") continue;
    const std::string_view type = attribute_of(node, "Type");
    relations.emplace(attribute_of(node, "Id"), Relation{std::string(type.substr(type.rfind('/') + 1)),
                                                         resolved(folder, attribute_of(node, "Target"))});
  }
  return relations;
}

Result<std::string> main_part(Archive& archive, std::string_view usual, const Limits& limits) {
  const auto relations = relations_of(archive, "", limits);
  const std::string target = relations ? target_of(*relations, "officeDocument") : "";
  if (archive.contains(target)) return target;
  if (archive.contains(usual)) return std::string(usual);
  return damaged(std::string(usual), "the main part is missing");
}

std::string target_of(const std::map<std::string, Relation, std::less<>>& relations, std::string_view type) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) return relation.target;
  }
  return "";
}

}  // namespace jiheng
