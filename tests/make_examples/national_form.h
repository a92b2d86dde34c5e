// NationalForm: the content of a made-up form, laid out as the ministry's template of 2020 prints it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "make_examples/form_sheet.h"

namespace jiheng::test {

struct NationalForm {
  std::string year, name, department, unit, amounts;  ///< amounts: 元 or 万元
  /// 年度资金总额, 当年财政拨款, 上年结转资金, 其他资金: initial adjusted executed weight rate score.
  std::array<std::array<std::string, 6>, 4> funds;
  std::string expected, actual;
  /// l1 l2 l3 target actual weight score note; equal l1 and l2 of neighbours are merged.
  std::vector<std::array<std::string, 8>> indicators;
  std::string total;
};

FormSheet laid_out(const NationalForm& form);

}  // namespace jiheng::test
