// Report: what a clerk reads in the terminal: each form's facts, its points, and the findings by severity
// with place, working, fix and source.
#pragma once

#include <array>
#include <string>

#include "cli/language.h"
#include "cli/terminal.h"
#include "engine/engine.h"

namespace jiheng {

struct ReportStyle {
  Page page;
  Language language = Language::Chinese;
  bool all = false;  ///< also what cannot be judged, unsure fields and unclaimed cells
};

/// What a document came to, for the summary over all of them.
struct Tally {
  int forms = 0;
  std::array<int, 3> findings{};  ///< by Severity; only those that apply
  Tally& operator+=(const Tally& other);
};
Tally tally_of(const Examination& examination);

std::string check_report(const Examination& examination, const ReportStyle& style);
std::string score_report(const Examination& examination, const ReportStyle& style);

/// "3 个文件，5 份表：■ 2 错误  ▲ 9 疑点  ○ 4 建议；1 个文件未能读取".
std::string summary_line(int documents, int failed, const Tally& tally, const ReportStyle& style);

}  // namespace jiheng
