// Examples: forms in a small line notation, in which every rule shows what it flags and what it passes.
// The same text is the rule's test, its manual page and what `jiheng explain` prints. No I/O.
//
// One statement a line; blank lines are skipped. A line may hold several header statements, "|" between.
//
//   kind declaration                              self (default) | declaration | department | monitoring | review
//   title 项目支出绩效自评表                         also: name, code, department, unit (text to the end)
//   year 2023 | amounts 万元 | name 老旧小区改造       header statements on one line
//   funds total 100 100 80 10 80% 8               row, then initial adjusted executed weight rate score
//   funds 中央补助 _ 60 60                          rows: total grant carry_over other project_total
//                                                 project_grant project_other, or any printed label
//   expected 1、培训 5 次。                          预期目标, to the end of the line ("\n" in it: a line break)
//   actual 1、培训 3 次。                            实际完成情况
//   goal 培训 5 次 => 培训 3 次                       both at once
//   产出/数量 培训次数 | ≥5次 | 3次 | 10 | 6 | 场地未落实
//                                                 l1/l2 l3 | target | actual | weight | score | note | unit
//   total 100 96 优                                weight, score, grade of 总分
//   cell 联系人 : 张三                               a printed cell that no field claims: label : text
//
// A cell is what the paper says, character by character; "-" is an empty cell ("—" is a printed dash),
// "_" is a cell that the form has no place for. Cells left out at the end of a row are "_" in funds and
// empty in indicators. The first words of an indicator are its levels, without spaces: 产出 效益 满意度
// 成本 are written out (产出/数量 is 产出指标 and 数量指标; 满意度/服务对象 is 满意度指标 and
// 服务对象满意度指标); anything else stands as it is: 项目产出(30分)/数量指标. A lone "-" is an empty level.
// What is not stated is absent: no title, no funds table, no goals; the kind is self-evaluation.
#pragma once

#include <string_view>
#include <vector>

#include "audit/auditor.h"
#include "form/form.h"
#include "form/lexicon.h"

namespace jiheng::audit {

/// The form that the notation describes, interpreted with the lexicon. A line that is not in the
/// notation is a bug in the program's own data: throws std::logic_error naming the line.
Form parse_example(std::string_view notation, const Lexicon& lexicon);

/// What `rule` finds in one of its examples, under `policy` (the national one in tests and manuals).
std::vector<Finding> run_example(const Rule& rule, const Example& example, const Policy& policy, const Lexicon& lexicon,
                                 const Auditor& auditor);

}  // namespace jiheng::audit
