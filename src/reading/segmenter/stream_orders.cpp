#include "reading/segmenter/stream_orders.h"

#include <algorithm>
#include <optional>

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kMostColumns = 12;  // with values
constexpr std::size_t kHeaderLines = 14;  // of a header printed at once

// The columns as printed, if that can be their order.
std::vector<StreamColumn> printed_order(const std::vector<NamedColumn>& named) {
  const auto place = [&named](Label label) -> std::optional<std::size_t> {
    for (const NamedColumn& name : named) {
      if (name.label == label) return name.at;
    }
    return std::nullopt;
  };
  const auto l3 = place(Label::IndicatorL3), target = place(Label::IndicatorTarget),
             weight = place(Label::IndicatorWeight), score = place(Label::IndicatorScore);
  if (!l3 || !target || *target < *l3 || (weight && *weight < *l3)) return {};
  if (score && (*score < *target || (weight && *score < *weight))) return {};
  std::vector<StreamColumn> columns;
  for (const NamedColumn& name : named) {
    const bool after = name.at >= *l3 || name.label == Label::IndicatorWeight;
    if (!is_level(name.label) && after) columns.push_back({name.label, name.line});
  }
  if (const auto unit = place(Label::IndicatorUnit), property = place(Label::IndicatorProperty);
      (unit && *unit < *l3) || (property && *property < *l3))
    return {};
  const bool noted = std::any_of(columns.begin(), columns.end(),
                                 [](const StreamColumn& column) { return column.label == Label::IndicatorNote; });
  if (!noted) columns.push_back({Label::IndicatorNote, 0});
  if (columns.size() > kMostColumns) return {};
  return columns;
}

// The usual order: names, target, result, points, note; in some regions the weight stands before the target. Columns
// that have no field of their own stand behind those behind which their names are printed.
std::vector<StreamColumn> usual_order(const StreamHeader& header, const std::vector<NamedColumn>& named,
                                      bool weight_first) {
  std::vector<StreamColumn> columns;
  const auto add = [&](bool has, Label label) {
    if (!has) return;
    const auto name =
        std::find_if(named.begin(), named.end(), [label](const NamedColumn& other) { return other.label == label; });
    columns.push_back({label, name == named.end() ? 0 : name->line});
  };
  add(true, Label::IndicatorL3);
  add(header.has.weight && weight_first, Label::IndicatorWeight);
  add(header.property, Label::IndicatorProperty);
  add(header.has.target, Label::IndicatorTarget);
  add(header.has.unit, Label::IndicatorUnit);
  add(header.has.actual, Label::IndicatorActual);
  add(header.has.weight && !weight_first, Label::IndicatorWeight);
  add(header.has.score, Label::IndicatorScore);
  add(true, Label::IndicatorNote);  // its name may be printed who knows where
  return columns;
}

std::vector<StreamColumn> with_others(std::vector<StreamColumn> columns, const std::vector<NamedColumn>& named) {
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (named[i].label != Label::IndicatorOther) continue;
    auto before = columns.begin();
    for (std::size_t k = 0; k < i; ++k) {
      const auto column = std::find_if(columns.begin(), columns.end(), [&](const StreamColumn& other) {
        return other.label == named[k].label && other.header == named[k].line;
      });
      if (column != columns.end()) before = column + 1;
    }
    columns.insert(before, {Label::IndicatorOther, named[i].line});
  }
  if (columns.size() > kMostColumns) return {};
  return columns;
}

// By the last of their pieces: a broken name begins above the others, and ends below them.
std::vector<StreamColumn> order_of_ends(std::vector<NamedColumn> named) {
  const auto at_once = [&named](const NamedColumn& name) { return name.line <= named.front().line + kHeaderLines; };
  if (named.empty() || !std::all_of(named.begin(), named.end(), at_once)) return {};
  std::stable_sort(named.begin(), named.end(),
                   [](const NamedColumn& a, const NamedColumn& b) { return a.last < b.last; });
  std::vector<StreamColumn> columns;
  for (const NamedColumn& name : named) {
    if (!is_level(name.label)) columns.push_back({name.label, name.line});
  }
  const auto has = [&columns](Label label) {
    return std::any_of(columns.begin(), columns.end(),
                       [label](const StreamColumn& column) { return column.label == label; });
  };
  if (!has(Label::IndicatorL3) || !has(Label::IndicatorTarget) || columns.size() > kMostColumns) return {};
  if (!has(Label::IndicatorNote)) columns.push_back({Label::IndicatorNote, 0});
  return columns;
}

}  // namespace

bool is_level(Label label) {
  return label == Label::IndicatorL1 || label == Label::IndicatorL2;
}

std::vector<std::vector<StreamColumn>> possible_orders(const StreamHeader& header,
                                                       const std::vector<NamedColumn>& named) {
  std::vector<std::vector<StreamColumn>> orders;
  const auto add = [&orders](std::vector<StreamColumn> order) {
    const bool known = std::find(orders.begin(), orders.end(), order) != orders.end();
    if (!order.empty() && !known) orders.push_back(std::move(order));
  };
  add(printed_order(named));
  const std::vector<StreamColumn> ends = order_of_ends(named);
  const auto stands = [&ends](Label label) {
    return std::find_if(ends.begin(), ends.end(), [label](const StreamColumn& c) { return c.label == label; });
  };
  const bool usual_ends = stands(Label::IndicatorL3) < stands(Label::IndicatorTarget);
  if (usual_ends) add(ends);
  const bool others = std::any_of(named.begin(), named.end(),
                                  [](const NamedColumn& name) { return name.label == Label::IndicatorOther; });
  for (const bool weight_first : {false, true}) {
    if (weight_first && !header.has.target) break;
    const std::vector<StreamColumn> usual = usual_order(header, named, weight_first);
    if (others) add(with_others(usual, named));
    add(usual);
  }
  if (!usual_ends && !orders.empty() && ends.size() == orders.front().size()) add(ends);
  return orders;
}

}  // namespace jiheng::segmenter
