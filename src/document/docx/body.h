// The body of a text document: paragraphs and tables in the order they are printed.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "core/result.h"
#include "document/document.h"
#include "document/docx/numbering.h"
#include "document/read_document.h"

namespace jiheng {

struct BodyContext {
  Numbering numbering;
  Limits limits;
  bool has_pictures = false;  ///< met on the way
};

/// Blocks of w:body, or of any container of paragraphs and tables. Text boxes follow the paragraph
/// they are anchored in; tables within cells follow the outer table, and their text is also the cell's.
Result<std::vector<Block>> read_body(const pugi::xml_node& body, BodyContext& context);

/// One w:tbl: its Grid, then the Grids of the tables nested in it. A table that only frames other
/// tables gives those alone.
Result<std::vector<Block>> read_table(const pugi::xml_node& table, BodyContext& context);

/// Text of a w:p as printed, with its number in front; text boxes in it are put into `boxes`.
std::string paragraph_text(const pugi::xml_node& paragraph, BodyContext& context, std::vector<pugi::xml_node>& boxes);

}  // namespace jiheng
