// Forms read from a grid written as text, with the built-in words.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "config/lexicon_toml.h"
#include "config/wording_toml.h"
#include "grid_support.h"
#include "reading/reader.h"

namespace jiheng::testing {

inline constexpr std::string_view kSelfEvaluationTitle = "2023年度项目支出绩效自评表";

inline std::vector<Form> read_all(std::string_view grid, std::string_view title = kSelfEvaluationTitle) {
  return read_forms(document_of({line_of(std::string(title)), grid_of(grid)}), builtin_wording(), builtin_lexicon());
}

inline Form read_one(std::string_view grid, std::string_view title = kSelfEvaluationTitle) {
  const std::vector<Form> forms = read_all(grid, title);
  EXPECT_EQ(forms.size(), 1U);
  return forms.empty() ? Form() : forms[0];
}

}  // namespace jiheng::testing
