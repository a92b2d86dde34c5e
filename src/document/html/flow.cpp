#include "document/html/flow.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "document/html/elements.h"
#include "document/html/line_builder.h"
#include "document/html/table_layout.h"
#include "document/refusal.h"

namespace jiheng {
namespace {

constexpr int kDepthOverMarkup = 4;  ///< the parser adds levels of its own to broken markup

class FlowReader {
 public:
  FlowReader(const Limits& limits, int depth) : limits_(limits), depth_(depth), lines_(flow_.blocks) {}
  FlowReader(const FlowReader&) = delete;
  FlowReader& operator=(const FlowReader&) = delete;

  Result<void> read_children(const GumboNode* node) {
    if (++depth_ > limits_.max_depth * kDepthOverMarkup)
      return too_large({}, "网页嵌套过深", "the HTML is nested too deep");
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const Result<void> child = read(static_cast<const GumboNode*>(children.data[i]));
      if (!child) return child.error();
    }
    --depth_;
    return {};
  }

  HtmlFlow finish() {
    lines_.flush();
    return std::move(flow_);
  }

 private:
  Result<void> read(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        if (preformatted_)
          lines_.add_preformatted(node->v.text.text);
        else
          lines_.add(node->v.text.text);
        return {};
      case GUMBO_NODE_ELEMENT: return read_element(node);
      default: return {};
    }
  }

  Result<void> read_element(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (is_never_shown(tag) || is_hidden(node)) return {};
    switch (tag) {
      case GUMBO_TAG_BR: lines_.flush(); return {};
      case GUMBO_TAG_IMG: flow_.has_pictures = true; return {};
      case GUMBO_TAG_INPUT: read_input(node); return {};
      case GUMBO_TAG_SELECT: return read_select(node);
      case GUMBO_TAG_TABLE: return read_table(node);
      case GUMBO_TAG_TEXTAREA:
      case GUMBO_TAG_PRE: {
        const bool before = std::exchange(preformatted_, true);
        lines_.flush();
        Result<void> inner = read_children(node);
        lines_.flush();
        preformatted_ = before;
        return inner;
      }
      default: break;
    }
    if (is_block(tag)) lines_.flush();
    if (tag == GUMBO_TAG_LI) number_item(node);
    const Result<void> inner = read_children(node);
    if (!inner) return inner.error();
    if (is_block(tag)) lines_.flush();
    return {};
  }

  // Forms filled in on a page keep their values in attributes.
  void read_input(const GumboNode* node) {
    const std::string_view type = attribute(node, "type");
    if (type == "checkbox" || type == "radio") {
      lines_.add(has_attribute(node, "checked") ? "☑" : "☐");
    } else if (type.empty() || type == "text" || type == "number" || type == "date") {
      lines_.add(attribute(node, "value"));
    }
  }

  Result<void> read_select(const GumboNode* node) {
    const GumboNode* chosen = nullptr;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* option = static_cast<const GumboNode*>(children.data[i]);
      if (option->type != GUMBO_NODE_ELEMENT || option->v.element.tag != GUMBO_TAG_OPTION) continue;
      if (chosen == nullptr || has_attribute(option, "selected")) chosen = option;
    }
    if (chosen == nullptr) return {};
    return read_children(chosen);
  }

  // Items of an <ol> carry numbers that stand nowhere in the text.
  void number_item(const GumboNode* node) {
    const GumboNode* list = node->parent;
    if (list == nullptr || list->type != GUMBO_NODE_ELEMENT || list->v.element.tag != GUMBO_TAG_OL) return;
    if (contains(attribute(list, "style"), "none")) return;
    int place = number(attribute(list, "start"), 1);
    if (list != last_list_) {
      last_list_ = list;
      next_item_ = place;
    }
    lines_.add(std::to_string(next_item_++) + ". ");
  }

  Result<void> read_table(const GumboNode* table);
  Result<void> read_rows(const GumboNode* parent, HtmlRowGroup& rows, std::vector<HtmlFlow>& cells);
  Result<void> take_laid_out(std::vector<HtmlRowGroup>& groups, std::vector<HtmlFlow>& cells);
  void take(HtmlFlow flow) {
    flow_.has_pictures = flow_.has_pictures || flow.has_pictures;
    flow_.blocks.insert(flow_.blocks.end(), std::make_move_iterator(flow.blocks.begin()),
                        std::make_move_iterator(flow.blocks.end()));
  }

  const Limits& limits_;
  int depth_;
  HtmlFlow flow_;
  LineBuilder lines_;
  bool preformatted_ = false;
  const GumboNode* last_list_ = nullptr;
  int next_item_ = 1;
};

bool holds_table(const HtmlFlow& cell) {
  return std::any_of(cell.blocks.begin(), cell.blocks.end(),
                     [](const Block& block) { return block.grid() != nullptr; });
}

// Does a table with tables inside hold data of its own, or only the page's layout?
bool only_lays_out(const std::vector<HtmlFlow>& cells) {
  std::size_t own = 0, nested = 0;
  for (const HtmlFlow& cell : cells) {
    if (!holds_table(cell)) {
      own += cell.blocks.empty() ? 0 : 1;
      continue;
    }
    for (const Block& block : cell.blocks) nested += block.grid() != nullptr ? block.grid()->cells.size() : 0;
  }
  return nested > 0 && own <= nested;
}

std::string text_of(const HtmlFlow& cell) {
  std::string text;
  const auto add = [&](std::string_view line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
  };
  for (const Block& block : cell.blocks) {
    if (const Grid* grid = block.grid()) {
      for (const Cell& inner : grid->cells) add(inner.text);
    } else {
      add(block.line()->text);
    }
  }
  return text;
}

bool is_row_group(GumboTag tag) {
  return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT;
}

// Rows below a table or a row group; the cells' contents go to `cells` in the order of `rows`.
Result<void> FlowReader::read_rows(const GumboNode* parent, HtmlRowGroup& rows, std::vector<HtmlFlow>& cells) {
  const GumboVector& children = parent->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* row = static_cast<const GumboNode*>(children.data[i]);
    if (row->type != GUMBO_NODE_ELEMENT || row->v.element.tag != GUMBO_TAG_TR || is_hidden(row)) continue;
    rows.emplace_back();
    const GumboVector& columns = row->v.element.children;
    for (unsigned k = 0; k < columns.length; ++k) {
      const auto* node = static_cast<const GumboNode*>(columns.data[k]);
      if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node)) continue;
      if (node->v.element.tag != GUMBO_TAG_TD && node->v.element.tag != GUMBO_TAG_TH) continue;
      FlowReader reader(limits_, depth_ + 2);
      const Result<void> content = reader.read_children(node);
      if (!content) return content.error();
      cells.push_back(reader.finish());
      rows.back().push_back({number(attribute(node, "rowspan"), 1), number(attribute(node, "colspan"), 1), {}});
    }
  }
  return {};
}

// The parts that a table only lays out, one after the other. Rows of it that hold data (a label and its value
// between nested tables) stay rows.
Result<void> FlowReader::take_laid_out(std::vector<HtmlRowGroup>& groups, std::vector<HtmlFlow>& cells) {
  std::vector<HtmlRowGroup> data(1);
  const auto give_data = [&]() -> Result<void> {
    if (!data.front().empty()) flow_.blocks.push_back({TRY(lay_out(std::move(data), limits_))});
    data.assign(1, {});
    return {};
  };
  auto cell = cells.begin();
  for (HtmlRowGroup& group : groups) {
    for (auto& row : group) {
      const auto end = cell + static_cast<std::ptrdiff_t>(row.size());
      const auto texts = std::count_if(cell, end, [](const HtmlFlow& flow) { return !flow.blocks.empty(); });
      if (texts >= 2 && std::none_of(cell, end, holds_table)) {
        for (HtmlCell& place : row) place.text = text_of(*cell++);
        data.front().push_back(std::move(row));
        continue;
      }
      if (const Result<void> given = give_data(); !given) return given.error();
      while (cell != end) take(std::move(*cell++));
    }
  }
  return give_data();
}

Result<void> FlowReader::read_table(const GumboNode* table) {
  lines_.flush();
  std::vector<HtmlRowGroup> groups, feet;
  std::vector<HtmlFlow> cells, feet_cells;
  const GumboVector& children = table->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* node = static_cast<const GumboNode*>(children.data[i]);
    if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node)) continue;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_CAPTION) {
      const Result<void> caption = read_element(node);
      if (!caption) return caption.error();
    } else if (is_row_group(tag)) {
      const bool foot = tag == GUMBO_TAG_TFOOT;
      HtmlRowGroup group;
      const Result<void> rows = read_rows(node, group, foot ? feet_cells : cells);
      if (!rows) return rows.error();
      (foot ? feet : groups).push_back(std::move(group));
    }
  }
  groups.insert(groups.end(), std::make_move_iterator(feet.begin()), std::make_move_iterator(feet.end()));
  cells.insert(cells.end(), std::make_move_iterator(feet_cells.begin()), std::make_move_iterator(feet_cells.end()));

  if (only_lays_out(cells)) return take_laid_out(groups, cells);
  auto cell = cells.begin();
  bool has_text = false;
  for (HtmlRowGroup& group : groups) {
    for (auto& row : group) {
      for (HtmlCell& place : row) {
        place.text = text_of(*cell++);
        has_text = has_text || !place.text.empty();
      }
    }
  }
  if (has_text) flow_.blocks.push_back({TRY(lay_out(std::move(groups), limits_))});
  for (HtmlFlow& inner : cells) {
    std::erase_if(inner.blocks, [](const Block& block) { return block.grid() == nullptr; });
    take(std::move(inner));
  }
  return {};
}

}  // namespace

Result<HtmlFlow> read_flow(const GumboNode* node, const Limits& limits) {
  FlowReader reader(limits, 0);
  const Result<void> read = reader.read_children(node);
  if (!read) return read.error();
  return reader.finish();
}

}  // namespace jiheng
