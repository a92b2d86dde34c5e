// Compound files (OLE2): the container of .xls, .doc, .wps, and of office files with a password.
#pragma once

#include <string_view>

namespace jiheng {

enum class CompoundKind {
  Workbook,   ///< .xls, .et
  Text,       ///< .doc, .wps
  Works,      ///< .wps of other makers
  Encrypted,  ///< xlsx or docx with a password
  Other,
};

bool is_compound_file(std::string_view bytes);

/// By the names of its streams. Works on cut files too: the directory's entries are looked for
/// where they can stand, without following its chains.
CompoundKind kind_of_compound_file(std::string_view bytes);

}  // namespace jiheng
