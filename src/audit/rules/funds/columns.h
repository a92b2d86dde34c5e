// The money columns of the funds table 项目资金, to be walked over by the rules of this family.
#pragma once

#include <array>
#include <string_view>

#include "form/form.h"

namespace jiheng::audit {

struct MoneyColumn {
  std::string_view key, zh, en;
  Field<Money> FundsRow::*field;
};

inline constexpr std::array<MoneyColumn, 3> kMoneyColumns = {{
    {"initial", "年初预算数", "initial budget", &FundsRow::initial},
    {"adjusted", "全年预算数", "adjusted budget", &FundsRow::adjusted},
    {"executed", "全年执行数", "executed amount", &FundsRow::executed},
}};

/// Rows of this year's money; the rows of the whole project over its years are another sum.
inline bool of_this_year(const FundsRow& row) {
  return row.kind != FundsRowKind::ProjectTotal && row.kind != FundsRowKind::ProjectGrant &&
         row.kind != FundsRowKind::ProjectOther;
}

}  // namespace jiheng::audit
