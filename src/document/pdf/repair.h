// Repair: a damaged PDF made readable again, as far as its objects are there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::pdf {

/// Rewritten by qpdf, which rebuilds the table of objects and streams of wrong length.
std::optional<std::string> rewritten(std::string_view bytes);

/// For a file that was cut off, with the page tree at its lost end: the pages that are complete, under
/// a new page tree. nullopt if there is none.
std::optional<std::string> with_new_page_tree(std::string_view bytes);

}  // namespace jiheng::pdf
