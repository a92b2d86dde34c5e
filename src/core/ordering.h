// Ordering: where sorting moves nothing but small numbers. For vocabularies that are sorted each time the
// program starts: sorting their words themselves took longer than reading a page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace jiheng {

/// Indices 0 … count - 1 in the order of `key(index)`, a number; equal keys keep their order.
template <class Key>
std::vector<std::uint32_t> order_by(std::size_t count, Key key) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
  keyed.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    keyed.emplace_back(static_cast<std::uint64_t>(key(i)), static_cast<std::uint32_t>(i));
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::uint32_t> order;
  order.reserve(count);
  for (const auto& [number, index] : keyed) order.push_back(index);
  return order;
}

}  // namespace jiheng
