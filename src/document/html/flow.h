// The flow of an HTML page: blocks of text and tables in reading order.
#pragma once

#include <gumbo.h>

#include <vector>

#include "core/result.h"
#include "document/document.h"
#include "document/read_document.h"

namespace jiheng {

struct HtmlFlow {
  std::vector<Block> blocks;
  bool has_pictures = false;
};

/// Everything below `node` that a browser would show. Tables that only lay out the page dissolve into
/// what they hold; tables nested in a table of data follow it, and their text is also the cell's.
Result<HtmlFlow> read_flow(const GumboNode* node, const Limits& limits);

}  // namespace jiheng
