// Phrases: how findings put numbers and names into sentences. Small on purpose: a rule builds text
// only once it has found something.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/quantity.h"

namespace jiheng::audit {

/// A number as people write it: trailing zeros dropped, "10", "99.8".
std::string shown(const Decimal& number);
inline std::string shown(const Points& points) {
  return shown(points.amount);
}
/// 元 with separators, two decimals at least: "815,826.17".
std::string shown(const Money& money);
/// A fraction as per cent with two decimals: 0.882 → "88.20%".
std::string percent(const Decimal& fraction);
inline std::string percent(const Rate& rate) {
  return percent(rate.amount);
}

/// “text”, cut to about `characters` with an ellipsis: names and quotations inside a message. A piece for `cat`,
/// or a string where one is wanted.
struct Quoted {
  std::string_view text;
  std::size_t characters;
  operator std::string() const;  // NOLINT: a quotation is a text
};
inline Quoted quoted(std::string_view text, std::size_t characters = 30) {
  return {text, characters};
}

namespace detail {
inline void append(std::string& out, std::string_view text) {
  out.append(text);
}
inline void append(std::string& out, const Decimal& number) {
  number.trimmed().append_to(out);
}
inline void append(std::string& out, const Points& points) {
  append(out, points.amount);
}
inline void append(std::string& out, const Money& money) {
  out.append(shown(money));
}
inline void append(std::string& out, const Rate& rate) {
  out.append(percent(rate));
}
template <std::integral Whole>
void append(std::string& out, Whole number) {
  Decimal(static_cast<std::int64_t>(number)).append_to(out);
}
void append(std::string& out, const Quoted& quoted);

/// Room that a piece takes, so that a sentence is put together without growing: numbers fit in a few bytes.
template <class Piece>
std::size_t room_for(const Piece& piece) {
  constexpr std::size_t kNumber = 16;
  if constexpr (std::is_same_v<Piece, Quoted>)
    return piece.text.size() + kNumber;
  else if constexpr (std::is_convertible_v<const Piece&, std::string_view>)
    return std::string_view(piece).size();
  else
    return kNumber;
}
}  // namespace detail

/// The pieces one after another: cat("得分 ", score, " 高于分值 ", weight).
template <class... Pieces>
std::string cat(const Pieces&... pieces) {
  std::string out;
  out.reserve((detail::room_for(pieces) + ...));
  (detail::append(out, pieces), ...);
  return out;
}

}  // namespace jiheng::audit
