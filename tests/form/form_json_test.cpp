// The record: out and in again without loss; what breaks the schema is named by its path.
#include "form/form_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "config/lexicon_toml.h"

namespace jiheng {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRecord = R"({
 "kind": "project_self_evaluation", "title": "项目支出绩效自评表", "year": 2023, "project_name": "绿道养护",
 "project_code": null, "department": "", "unit": "某街道办事处", "amount_unit": "万元",
 "funds": {"total": {"label": "年度资金总额", "initial": "12.00", "adjusted": "10", "executed": "8", "weight": "10", "rate": "80%", "score": "8"},
           "单位资金": {"initial": null, "adjusted": "", "executed": null, "weight": null, "rate": null, "score": null}},
 "goal": {"expected": "养护绿道12公里。", "actual": null},
 "indicators": [
  {"l1": "产出指标", "l2": "数量指标", "l3": "养护里程", "target": "≥12公里", "actual": "12", "weight": "20", "score": "20", "note": ""},
  {"l1": "产出指标", "l2": "质量指标", "l3": "……", "target": null, "actual": null, "weight": null, "score": null, "note": null, "placeholder": true}],
 "total": {"weight": "100", "score": "98"}, "grade": "优",
 "unclaimed": [{"label": "联系人", "text": "张某"}],
 "problems": [{"code": "split_cell_joined", "message": "一格跨两页，已合并"}],
 "unsure": ["funds.total.rate", "indicators[0].target"],
 "locations": {"indicators[0].target": {"page": 2, "table": 1, "row": 14, "column": 5, "box": [10.5, 20.0, 60.25, 40.0]}}
})";

TEST(Record, ComesBackUnchanged) {
  const Json json = Json::parse(kRecord);
  const Result<Form> form = form_from_json(json, builtin_lexicon());
  ASSERT_TRUE(form) << form.error().english;
  EXPECT_EQ(to_json(*form), json);
  EXPECT_EQ(form->indicators[0].target.where.row, 14);
  EXPECT_FALSE(form->indicators[0].target.sure());
  EXPECT_EQ(form->funds[0].executed.value, Money(80000));
  EXPECT_TRUE(form->department.exists);
  EXPECT_FALSE(form->project_code.exists);
}

TEST(Record, AYearThatCannotBeOneStaysAsPrinted) {
  const auto form = form_from_json(Json::parse(R"({"year": 4046, "indicators": []})"), builtin_lexicon());
  ASSERT_TRUE(form);
  EXPECT_FALSE(form->year.value);
  EXPECT_EQ(to_json(*form).at("year"), "4046");
}

TEST(Record, KeepsUnknownKeys) {
  const auto form = form_from_json(Json::parse(R"({"source": "某网站", "indicators": [{"l3": "x", "coef": "0.5"}]})"),
                                   builtin_lexicon());
  ASSERT_TRUE(form);
  ASSERT_EQ(form->unclaimed.size(), 2U);
  EXPECT_EQ(form->unclaimed[0].label, "source");
  EXPECT_EQ(form->unclaimed[1].label, "indicators[0].coef");
}

TEST(Record, NamesWhatBreaksTheSchema) {
  struct Case {
    const char* json;
    const char* path;
  };
  for (const Case& c : {Case{"[]", "$"},
                        {R"({"title": {}})", "title"},
                        {R"({"indicators": {}})", "indicators"},
                        {R"({"indicators": [1]})", "indicators[0]"},
                        {R"({"indicators": [{"target": []}]})", "indicators[0].target"},
                        {R"({"funds": {"total": 3}})", "funds.total"},
                        {R"({"kind": "poem"})", "kind"},
                        {R"({"goal": 1})", "goal"},
                        {R"({"total": {"score": {}}})", "total.score"}}) {
    const auto form = form_from_json(Json::parse(c.json), builtin_lexicon());
    ASSERT_FALSE(form) << c.json;
    EXPECT_EQ(form.error().code, ErrorCode::BadData);
    EXPECT_EQ(form.error().place, c.path);
  }
}

}  // namespace
}  // namespace jiheng
