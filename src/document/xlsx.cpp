// Workbooks (.xlsx, .xlsm, .et saved as xlsx): each visible sheet becomes one Grid.
#include <string>
#include <utility>

#include "core/text.h"
#include "document/archive.h"
#include "document/normalise.h"
#include "document/package.h"
#include "document/read_document.h"
#include "document/refusal.h"
#include "document/xlsx/sheet.h"
#include "document/xlsx/styles.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

struct Sheet {
  std::string name;
  std::string part;
  bool hidden = false;
};

struct Workbook {
  WorkbookContext context;
  std::vector<Sheet> sheets;
};

Result<void> read_strings(Archive& archive, const std::string& part, SharedStrings& strings, const Limits& limits) {
  XmlStream xml(TRY(archive.stream(part)), limits.max_depth);
  if (!read_shared_strings(xml, strings)) return damaged(part, std::string(xml.problem()));
  return {};
}

Result<Workbook> open_workbook(Archive& archive, const Limits& limits) {
  Workbook workbook;
  const std::string part = TRY(main_part(archive, "xl/workbook.xml", limits));
  if (ends_with(part, ".bin")) return unsupported("二进制工作簿（xlsb）", "binary workbooks (xlsb)");
  std::string text = TRY(archive.read(part));
  const XmlPart xml = TRY(parse_xml(std::move(text), part, limits));
  const auto relations = TRY(relations_of(archive, part, limits));

  const std::string_view from_1904 = attribute_of(child_of(xml.root(), "workbookPr"), "date1904");
  if (from_1904 == "1" || from_1904 == "true") workbook.context.dates = DateSystem::From1904;
  for (const pugi::xml_node& node : child_of(xml.root(), "sheets").children()) {
    if (local_name(node) != "sheet") continue;
    // The relation is r:id; sheetId is another thing.
    std::string_view id;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (ends_with(attribute.name(), ":id")) id = attribute.value();
    }
    const auto relation = relations.find(id);
    if (relation == relations.end() || relation->second.type != "worksheet") continue;  // a chart or dialog
    const std::string_view state = attribute_of(node, "state");
    workbook.sheets.push_back(
        {normalised(attribute_of(node, "name")), relation->second.target, state == "hidden" || state == "veryHidden"});
  }
  if (workbook.sheets.size() > static_cast<std::size_t>(limits.max_pages)) {
    return too_large(part, "工作簿的工作表过多", "the workbook has too many sheets");
  }

  if (const std::string styles = target_of(relations, "styles"); archive.contains(styles)) {
    std::string styles_text = TRY(archive.read(styles));
    const XmlPart styles_xml = TRY(parse_xml(std::move(styles_text), styles, limits));
    workbook.context.formats = read_number_formats(styles_xml.root());
  }
  if (const std::string strings = target_of(relations, "sharedStrings"); archive.contains(strings)) {
    const Result<void> read = read_strings(archive, strings, workbook.context.strings, limits);
    if (!read) return read.error();
  }
  return workbook;
}

}  // namespace

Result<Document> read_xlsx(std::string_view bytes, std::string_view name, const Limits& limits) {
  Archive archive = TRY(Archive::open(bytes, limits));
  const Workbook workbook = TRY(open_workbook(archive, limits));
  Document document;
  document.name = name;
  document.format = Format::Xlsx;
  document.pages = static_cast<int>(workbook.sheets.size());
  int number = 0;
  for (const Sheet& sheet : workbook.sheets) {
    ++number;
    if (sheet.hidden) {
      document.notes.push_back("隐藏的工作表“" + sheet.name + "”未读取。");
      continue;
    }
    XmlStream xml(TRY(archive.stream(sheet.part)), limits.max_depth);
    Result<Grid> grid = read_sheet(xml, workbook.context, number, limits);
    if (!grid) {
      Error error = std::move(grid).error();
      error.place = "工作表“" + sheet.name + "”";
      return error;
    }
    if (grid->rows == 0) continue;
    grid->caption = sheet.name;
    document.blocks.push_back({std::move(*grid)});
  }
  if (document.blocks.empty()) {
    for (const std::string& entry : archive.names()) {
      if (starts_with(entry, "xl/media/")) return image_only("pictures on empty sheets");
    }
    return nothing_inside("no sheet holds text");
  }
  return document;
}

}  // namespace jiheng
