// Interpreting a form, labels with points, level names.
#include "form/form.h"

#include <gtest/gtest.h>

#include "config/lexicon_toml.h"

namespace jiheng {
namespace {

TextField text(const char* printed) {
  return {printed, {}};
}

Form small_form() {
  Form form;
  form.year = {"2023年度", {}};
  form.amount_unit = {"万元", {}};
  FundsRow total;
  total.kind = FundsRowKind::Total;
  total.adjusted = {"12.50", {}};
  total.rate = {"80%", {}};
  form.funds.push_back(total);
  Indicator row;
  row.l1 = text("产出指标(50分)");
  row.l2 = text("数量 指标");
  row.l3 = text("巡查次数");
  row.target = {"≥12", {}};
  row.unit = text("次");
  row.weight = {"10分", {}};
  form.indicators.push_back(row);
  Indicator empty;
  empty.l3 = text("指标2：");
  empty.weight = {"/", {}};
  form.indicators.push_back(empty);
  return form;
}

TEST(Interpret, FillsValuesAndKeepsPrintedTexts) {
  Form form = small_form();
  interpret(form, builtin_lexicon());
  EXPECT_EQ(form.year.value, 2023);
  EXPECT_EQ(form.amount_unit.value, AmountUnit::WanYuan);
  EXPECT_EQ(form.funds[0].adjusted.value, Money(125000));
  EXPECT_EQ(form.funds[0].adjusted.printed, "12.50");
  EXPECT_EQ(form.funds[0].rate.value->amount, Decimal::scaled(80, 2));
  const Indicator& row = form.indicators[0];
  EXPECT_EQ(row.level1, Level1::Output);
  EXPECT_EQ(row.level2, Level2::Quantity);
  EXPECT_EQ(row.weight.value, Points(10));
  EXPECT_EQ(row.target.value->unit, "次");  // from the column of its own
  EXPECT_FALSE(row.placeholder);
  EXPECT_TRUE(form.indicators[1].placeholder);
  EXPECT_FALSE(form.project_name.value);

  const Form once = form;
  interpret(form, builtin_lexicon());
  EXPECT_EQ(form, once);
}

TEST(PointsInLabel, SeesPointsNotRanges) {
  struct Case {
    const char* label;
    int points;  ///< -1: none
  };
  for (const Case& c : {Case{"产出指标(50分)", 50},
                        {"（20分）", 20},
                        {"效益指标（30）", 30},
                        {"产出 60分", 60},
                        {"成本指标(0-20)分", -1},
                        {"产出指标", -1},
                        {"指标1", -1},
                        {"2023年度指标", -1}}) {
    const auto points = points_in_label(c.label);
    EXPECT_EQ(points ? points->amount : Decimal(-1), Decimal(c.points)) << c.label;
  }
}

TEST(Taxonomy, KnowsLabelsAndTheirVariants) {
  const Lexicon& lexicon = builtin_lexicon();
  for (const char* label : {"产出指标", "产 出 指 标", "产出指标(50分)", "项目产出（30分）", "一、产出指标",
                            "产出指标50分", "(一)产出指标"}) {
    EXPECT_EQ(level1_of(label, lexicon), Level1::Output) << label;
  }
  EXPECT_EQ(level1_of("效果指标", lexicon), Level1::Benefit);
  EXPECT_EQ(level1_of("成本指标(0-20)分", lexicon), Level1::Cost);
  EXPECT_EQ(level1_of("项目决策(10分)", lexicon), Level1::Management);
  EXPECT_EQ(level1_of("……", lexicon), Level1::Unknown);
  EXPECT_EQ(level1_of("", lexicon), Level1::Unknown);
  EXPECT_EQ(level2_of("服务对象满意度指标等", lexicon), Level2::ServiceSatisfaction);
  EXPECT_EQ(level2_of("社会公众或服务对象满意度指标", lexicon), Level2::ServiceSatisfaction);
  EXPECT_EQ(level2_of("环境效益", lexicon), Level2::Ecological);
  EXPECT_EQ(level2_of("时效指标(5分)", lexicon), Level2::Timeliness);
  EXPECT_EQ(level2_of("项目立项", lexicon), Level2::Unknown);
  EXPECT_EQ(parent_of(Level2::Cost), Level1::Output);
  EXPECT_EQ(parent_of(Level2::SocialCost), Level1::Cost);
}

TEST(RecordKey, NamesRows) {
  FundsRow row;
  row.label = "单位 资金";
  EXPECT_EQ(record_key(row), "单位资金");
  row.kind = FundsRowKind::CarryOver;
  EXPECT_EQ(record_key(row), "carry_over");
}

}  // namespace
}  // namespace jiheng
