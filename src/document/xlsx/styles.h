// Styles of a workbook, as far as they decide what a number shows.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "document/xlsx/number_format.h"

namespace jiheng {

/// The number format of each cell style (cellXfs), from the root of styles.xml.
std::vector<NumberFormat> read_number_formats(const pugi::xml_node& style_sheet);

}  // namespace jiheng
