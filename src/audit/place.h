// Place: the field of a form that a finding points at. A finding keeps which field it is, in eight bytes; its
// words (path, label, printed location) are made when they are shown, for most findings never.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/location.h"
#include "form/form.h"

namespace jiheng::audit {

struct Place {
  enum class Part : std::uint8_t { Header, Indicator, Funds, Unclaimed };
  static constexpr std::uint8_t kWhole = 255;  ///< the row or cell itself, no field of it
  Part part = Part::Header;
  std::uint8_t field = kWhole;  ///< which field of that part
  std::uint32_t row = 0;        ///< index of the indicator, the funds row, the unclaimed cell
  bool operator==(const Place&) const = default;
};

/// A cell of an indicator ("score"), of a row of the funds table ("rate"); without a name the row itself.
Place place_in_indicator(std::size_t indicator, std::string_view field);
Place place_in_funds(const Form& form, const FundsRow& row, std::string_view column);
/// A field of the form by its path in the record: "goal.expected", "total.score", "unit".
Place place_in_header(std::string_view path);
/// A cell that no field claimed: goes by the label beside it; as a text of the form it has a name without one too.
Place place_in_unclaimed(std::size_t cell);
Place text_in_unclaimed(std::size_t cell);

/// A place in words.
struct ShownPlace {
  std::string path;   ///< in the record: "indicators[4].score"
  std::string label;  ///< for people: "惠民巡演场次 · 得分"
  Location where;     ///< where it was printed
  bool operator==(const ShownPlace&) const = default;
};
ShownPlace shown_place(const Form& form, const Place& place);
/// Whether both have the same path in the record: a form may print two rows of funds under one name.
bool same_path(const Form& form, const Place& a, const Place& b);

/// The name of an indicator for people: 第三级 without line breaks, or its place in the table.
std::string shown_name(const Form& form, std::size_t indicator);

}  // namespace jiheng::audit
