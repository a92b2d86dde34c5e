#include "reading/segmenter/stream_furniture.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kRun = 4;            // words that make a header
constexpr std::size_t kFewestNumbers = 3;  // rows with numbers
constexpr std::size_t kRowWithin = 40;     // items

}  // namespace

void drop_repeated_header(std::vector<Item>& items, const StreamHeader& header) {
  std::set<std::string> words;
  std::size_t last = 0;
  for (const auto& [line, text] : header.words) {
    words.insert(key_of(text));
    last = std::max(last, line);
  }
  const auto named = [&](const Item& item) { return item.line > last && words.contains(item.key); };
  for (std::size_t first = 0; first < items.size(); ++first) {
    std::size_t end = first, foreign = 0;
    while (end < items.size() && (named(items[end]) || items[end].kind == ItemKind::Heading)) ++end;
    for (std::size_t i = first; i < end; ++i) foreign += items[i].kind != ItemKind::Level;
    if (end - first >= kRun && foreign >= kRun - 1) {
      for (std::size_t i = first; i < end; ++i) items[i].kind = ItemKind::Heading;
    }
    first = end;
  }
}

void drop_serial_numbers(std::vector<Item>& items) {
  std::vector<std::size_t> found;
  std::size_t from = 0;
  for (;;) {
    const std::string next = std::to_string(found.size() + 1), after = std::to_string(found.size() + 2);
    std::optional<std::size_t> best;
    for (std::size_t i = from; i < std::min(items.size(), from + kRowWithin); ++i) {
      if (items[i].kind != ItemKind::Number) continue;
      if (best && items[i].key == after) break;
      const bool leads = i + 1 >= items.size() || items[i + 1].kind == ItemKind::Text ||
                         items[i + 1].kind == ItemKind::Level || items[i + 1].key == after;
      if (items[i].key == next && (leads || !best)) best = i;
    }
    if (!best) break;
    found.push_back(*best);
    from = *best + 1;
  }
  if (found.size() < kFewestNumbers) return;
  for (const std::size_t i : found) items[i].kind = ItemKind::Heading;
}

void drop_yes_and_no(std::vector<Item>& items) {
  for (Item& item : items) {
    if (item.key == "是" || item.key == "否") item.kind = ItemKind::Heading;
  }
}

}  // namespace jiheng::segmenter
