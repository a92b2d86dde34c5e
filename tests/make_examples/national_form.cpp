#include "make_examples/national_form.h"

namespace jiheng::test {

FormSheet laid_out(const NationalForm& form) {
  FormSheet sheet;
  sheet.above = {"项目支出绩效自评表", "（" + form.year + "年度）"};
  sheet.widths = {30, 48, 62, 100, 62, 62, 36, 44, 56};
  auto& rows = sheet.rows;
  rows.push_back({"项目名称", "<", form.name, "<", "<", "<", "<", "<", "<"});
  rows.push_back({"主管部门", "<", form.department, "<", "实施单位", form.unit, "<", "<", "<"});
  rows.push_back({"项目资金（" + form.amounts + "）", "<", "", "年初预算数", "全年预算数", "全年执行数", "分值",
                  "执行率", "得分"});
  const std::array<const char*, 4> labels = {"年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"};
  for (std::size_t i = 0; i < labels.size(); ++i) {
    std::vector<std::string> row = {"^", "<", labels[i]};
    row.insert(row.end(), form.funds[i].begin(), form.funds[i].end());
    rows.push_back(std::move(row));
  }
  rows.push_back({"年度总体目标", "预期目标", "<", "<", "<", "实际完成情况", "<", "<", "<"});
  rows.push_back({"^", form.expected, "<", "<", "<", form.actual, "<", "<", "<"});
  rows.push_back({"绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
                  "偏差原因分析及改进措施"});
  std::string l1, l2;
  for (const auto& indicator : form.indicators) {
    const bool same_l1 = indicator[0] == l1, same_l2 = same_l1 && indicator[1] == l2;
    std::vector<std::string> row = {"^", same_l1 ? "^" : indicator[0], same_l2 ? "^" : indicator[1]};
    row.insert(row.end(), indicator.begin() + 2, indicator.end());
    rows.push_back(std::move(row));
    l1 = indicator[0];
    l2 = indicator[1];
  }
  rows.push_back({"总分", "<", "<", "<", "<", "<", "100", form.total, ""});
  return sheet;
}

}  // namespace jiheng::test
