// The unit of money as forms print it: in brackets behind a label, after 单位：, or on the amounts themselves.
#pragma once

#include <string>
#include <string_view>

namespace jiheng {

/// The unit of money alone in a text: "万元" of "项目资金（万元）", "单位：万元"; "" if there is none.
std::string amount_unit_only(std::string_view text);

/// "350.00" of "350.00万元"; the text itself where no unit ends it.
std::string_view without_money_unit(std::string_view value);

}  // namespace jiheng
