// D805: an indicator with a target and a result but without a name: its cell was lost, mostly at a page break.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

void check(const Context& context, Report& report) {
  for (std::size_t i = 0; i < context.form.indicators.size(); ++i) {
    const Indicator& row = context.row(i);
    if (row.placeholder || !row.l3.empty() || row.target.empty() || !row.weight.value) continue;
    Finding& finding = report.add(
        {cat("第 ", i + 1, " 行有指标值（", quoted(row.target.printed, 16), "）而没有三级指标名称，可能在换页处丢失"),
         cat("Row ", i + 1, " has a target but no name; a cell may be lost at a page break")},
        {context.at(i, "l3")});
    finding.fix = {"对照原表补上指标名称", "Add the name from the original"};
  }
}

}  // namespace

extern const Rule kD805{
    .id = "D805",
    .name = "indicator-name-lost",
    .severity = Severity::Warning,
    .citation = "实务：公开文件完整性",
    .title = {"指标缺少名称", "An indicator has no name"},
    .doc = {"有指标值、分值而没有名称的行，多为换页或合并单元格时丢失了文字。",
            "Rows with a target and a weight but no name usually lost a cell."},
    .kinds = {},
    .check = check,
    .examples = {flags("产出/数量 - | 20口 | 20口 | 10 | 10", "20口"),
                 passes("产出/数量 水窖数量 | 20口 | 20口 | 10 | 10"), passes("产出/数量 - | - | - | 10 | 10")},
};

}  // namespace jiheng::audit
