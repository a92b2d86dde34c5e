// Numeral: a number as it stands in running text: 1,200  28  十余  二十八  两  1.2万  3亿.
#pragma once

#include <optional>
#include <string_view>

#include "core/decimal.h"

namespace jiheng::audit {

struct Numeral {
  Decimal number;
  std::size_t end = 0;       ///< offset behind it, magnitude included
  bool in_words = false;     ///< Chinese numerals
  bool approximate = false;  ///< 余, 多 or 几 inside: 十余, 2000多
  bool magnitude = false;    ///< 万 or 亿 (or 百, 千 after digits) was multiplied in
  int digits = 0;            ///< digits before the point, for years
  std::size_t bare_end = 0;  ///< offset behind the digits, before any magnitude
  Decimal bare;              ///< the number without the magnitude
};

/// The numeral that begins at `position` of a compact text, or nullopt. Half-width digits with
/// thousands separators, or Chinese numerals. Digits broken by a space are refused.
std::optional<Numeral> numeral_at(std::string_view text, std::size_t position);

/// Characters that a Chinese numeral above 0 begins with, the ones of formal writing included.
inline constexpr std::string_view kChineseNumerals = "一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟";
/// Whether it is one of them.
bool is_chinese_numeral(char32_t c);
/// Whether a Chinese numeral may begin here: 〇零一二两三…九十百千.
bool begins_chinese_numeral(std::string_view text, std::size_t position);

}  // namespace jiheng::audit
