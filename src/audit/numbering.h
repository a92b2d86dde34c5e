// Numbering: marks such as 1、 （2） 三、 ④ 目标5： that begin an item of a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace jiheng::audit {

/// How a number that begins an item is printed. Items of one list share a style.
enum class NumberingStyle : std::uint8_t {
  Digit,             ///< 1、  1.  1)
  Bracketed,         ///< (1)
  Chinese,           ///< 一、
  BracketedChinese,  ///< (一)
  Circled,           ///< ①
  Named,             ///< 目标1：  任务一：
  Ordinal,           ///< 第一，  其一，
};

struct NumberingMark {
  NumberingStyle style = NumberingStyle::Digit;
  int number = 0;
  std::size_t end = 0;  ///< offset behind the mark
};

/// The mark that begins at `position` of a compact text, or nullopt. The caller has made sure that
/// an item may begin there (start of the text, behind a stop, behind white space).
std::optional<NumberingMark> numbering_mark_at(std::string_view text, std::size_t position);

}  // namespace jiheng::audit
