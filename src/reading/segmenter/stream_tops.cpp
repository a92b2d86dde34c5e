#include "reading/segmenter/stream_tops.h"

#include <algorithm>
#include <set>

namespace jiheng::segmenter {
namespace {

using Place = std::vector<Item>::const_iterator;

constexpr std::ptrdiff_t kMostForeign = 2;

bool is_cell(const Item& item) {
  return item.kind == ItemKind::Text || is_valuable(item);
}

class Sorter {
 public:
  Sorter(const std::vector<std::vector<StreamColumn>>& orders, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    for (const std::vector<StreamColumn>& order : orders) {
      for (const StreamColumn& column : order) {
        if (column.header > 0) names_.insert(column.header);
      }
    }
  }

  std::vector<Item> sorted(const std::vector<Item>& items) {
    for (auto first = items.cbegin(); first != items.cend();) {
      const auto last =
          std::find_if(first, items.cend(), [&](const Item& item) { return item.paragraph != first->paragraph; });
      const auto top = top_within(first, last);
      add(first, top);
      add(top, last);
      first = last;
    }
    front_.insert(front_.end(), tops_.begin(), tops_.end());
    front_.insert(front_.end(), others_.begin(), others_.end());
    return std::move(front_);
  }

  [[nodiscard]] bool moved(std::size_t line) const { return moved_.contains(line); }

 private:
  void add(Place first, Place last) {
    if (first == last) return;
    const bool top = has_name_on_top(first, last);
    // What is printed before all names is of another part of the form.
    const bool foreign = names_.empty() || first->line < *names_.begin() || std::none_of(first, last, is_cell);
    if (others_.empty() && (top || foreign)) {
      front_.insert(front_.end(), first, last);
    } else if (top) {
      tops_.insert(tops_.end(), first, last);
      for (; first != last; ++first) moved_.insert(first->line);
    } else {
      others_.insert(others_.end(), first, last);
    }
  }

  // A block may begin with a cell or two of another part.
  [[nodiscard]] Place top_within(Place first, Place last) const {
    const auto name = std::find_if(first, last, [&](const Item& item) { return names_.contains(item.line); });
    const bool behind = name != last && std::count_if(first, name, is_cell) <= kMostForeign;
    return behind && has_name_on_top(name, last) ? name : first;
  }

  // The name of a column above the cells of the block.
  [[nodiscard]] bool has_name_on_top(Place first, Place last) const {
    const auto cell = std::find_if(first, last, is_cell);
    return cell != last && std::any_of(first, cell, [&](const Item& item) {
             return names_.contains(item.line) ||
                    vocabulary_.label(Part::IndicatorColumns, item.text) == Label::IndicatorL3;
           });
  }

  const Vocabulary& vocabulary_;
  std::set<std::size_t> names_;  // lines
  std::vector<Item> front_, tops_, others_;
  std::set<std::size_t> moved_;  // lines
};

}  // namespace

void put_tops_first(std::vector<Item>& items, std::vector<std::vector<StreamColumn>>& orders,
                    const Vocabulary& vocabulary) {
  Sorter sorter(orders, vocabulary);
  items = sorter.sorted(items);
  for (std::vector<StreamColumn>& order : orders) {
    for (StreamColumn& column : order) {
      if (sorter.moved(column.header)) column.header = 0;
    }
  }
}

}  // namespace jiheng::segmenter
