// Project lists: one table for many projects, with the project, its unit and its goal in columns beside
// the indicators ("单位名称 | 项目名称 | 年度绩效目标 | 一级指标 | …"). Each project is a form of its own.
#pragma once

#include <vector>

#include "form/lexicon.h"
#include "reading/draft.h"
#include "reading/regions.h"

namespace jiheng {

/// The forms of a region that is a project list; none if it is not. `head` is what stands above the table.
std::vector<Form> read_project_list(const Region& region, Draft head, const Wording& wording, const Lexicon& lexicon);

}  // namespace jiheng
