// N601: a number in the text contradicts an indicator's number in the table.
#include <algorithm>

#include "audit/matching.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

struct Told {
  std::vector<const Quantity*> quantities;
  int strength = 0;
  UnitRelation unit = UnitRelation::Same;
};

std::string listed(const std::vector<const Quantity*>& quantities) {
  std::string out;
  for (const Quantity* quantity : quantities) {
    if (!out.empty()) out += "、";
    if (quantity->approximate) out += "约 ";
    out += shown(quantity->number);
    out += " ";
    out += quantity->unit;
  }
  return out;
}

Decimal sum_of(const std::vector<const Quantity*>& quantities) {
  Decimal sum;
  for (const Quantity* quantity : quantities) sum += quantity->number;
  return sum;
}

// A particular figure (老党员 50 人) must be the table's; of a general one (培训 26 人) the table may
// hold the sum, so it contradicts only by being larger than the whole.
bool contradicts(const Told& told, const Decimal& number, Side side) {
  for (const Quantity* quantity : told.quantities) {
    if (agrees(*quantity, number)) return false;
  }
  if (told.quantities.size() > 1 && sum_of(told.quantities) == number) return false;
  const bool above = std::any_of(told.quantities.begin(), told.quantities.end(),
                                 [&](const Quantity* quantity) { return surely_above(*quantity, number); });
  if (told.strength < 3 || told.unit != UnitRelation::Same || told.quantities.size() > 1)
    return side == Side::Actual && above;
  return true;
}

void check_side(const Context& context, Report& report, Side side) {
  const Narrative& narrative = narrative_of(context, side);
  if (narrative.quantities.empty()) return;
  std::vector<Told> told(context.form.indicators.size());
  std::vector<std::size_t> order;
  for (const Match& match : match_figures(context, side)) {
    Told& of = told[match.indicator];
    const Quantity& quantity = narrative.quantities[match.quantity];
    if (of.quantities.empty()) order.push_back(match.indicator);
    if (match.strength > of.strength) {
      of.quantities.clear();
      of.strength = match.strength;
      of.unit = match.unit;
    } else if (match.strength < of.strength) {
      continue;
    }
    // The same figure told twice is one figure.
    const bool again = std::any_of(of.quantities.begin(), of.quantities.end(), [&](const Quantity* known) {
      return known->number == quantity.number && known->unit == quantity.unit;
    });
    if (!again) of.quantities.push_back(&quantity);
    if (match.unit == UnitRelation::Kindred) of.unit = UnitRelation::Kindred;
  }
  const std::string_view field = side == Side::Expected ? "target" : "actual";
  const std::string_view column = side == Side::Expected ? "指标值" : "完成值";
  for (const std::size_t i : order) {
    const Value* value = number_of(context, i, side);
    const Told& of = told[i];
    // "至少 10 次" as a target lets the goal say 12.
    const bool open =
        side == Side::Expected && value->comparison != Comparison::None && value->comparison != Comparison::Equal;
    if (open || !contradicts(of, value->number, side)) continue;
    const std::string table = shown(value->number) + (value->percent        ? "%"
                                                      : value->unit.empty() ? ""
                                                                            : " " + value->unit);
    const std::string figures = listed(of.quantities);
    std::string together;
    if (of.quantities.size() > 1 && of.unit == UnitRelation::Same)
      together = cat("（合计约 ", sum_of(of.quantities), "）");
    const std::string_view text = side == Side::Expected ? "预期目标" : "实际完成情况";
    Finding& finding =
        report.add({cat(text, "写 ", figures, together, "，而", quoted(context.name(i)), column, "为 ", table),
                    cat("The text says ", figures, " but the table has ", table, " for ", quoted(context.name(i)))},
                   {context.at(i, field), context.at(side == Side::Expected ? "goal.expected" : "goal.actual")});
    std::string clauses;
    for (const Quantity* quantity : of.quantities) {
      if (!clauses.empty()) clauses += "；";
      clauses += quoted(narrative.context(quantity->clause, context.phrasebook), 40);
    }
    finding.working = {cat("原文：", clauses), {}};
    finding.fix = {"核对台账，使文字与表格的数一致；若口径不同（如人与人次），在表中说明",
                   "Check the records and make text and table agree; say so if they count differently"};
  }
}

// 抽检148批次 against rows of 7 and 3: the parts fall far short of the whole that the text names.
void check_parts(const Context& context, Report& report) {
  const Narrative& narrative = context.actual;
  for (const Quantity& quantity : narrative.quantities) {
    if (quantity.per_one || quantity.part || quantity.planned || quantity.approximate || quantity.unit.empty() ||
        quantity.unit == "%" || in_yuan(quantity, true)) {
      continue;
    }
    const Clause& clause = narrative.clauses[quantity.clause];
    if (clause.groups == 0 ||
        !topic_of(clause.text.substr(0, static_cast<std::size_t>(quantity.printed.data() - clause.text.data())),
                  context.phrasebook)
             .general()) {
      continue;
    }
    Decimal sum;
    std::vector<Place> places;
    std::string parts;
    bool general_row = false;
    for (const std::size_t i : context.filled) {
      const Value* value = number_of(context, i, Side::Actual);
      if (value == nullptr || (context.topics[i].groups & clause.groups) == 0) continue;
      if (relate_units(context, i, quantity) != UnitRelation::Same) continue;
      general_row = general_row || context.topics[i].general();
      sum += value->number;
      parts += cat(parts.empty() ? "" : " + ", value->number);
      places.push_back(context.at(i, "actual"));
    }
    if (general_row || places.size() < 2 || !surely_above(quantity, sum + sum)) continue;
    places.push_back(context.at("goal.actual"));
    Finding& finding = report.add(
        Severity::Advice,
        {cat("实际完成情况写 ", quantity.number, " ", quantity.unit, "，表中同类指标合计只有 ", sum, "（", parts, "）"),
         cat("The text says ", quantity.number, " ", quantity.unit, ", the rows of that kind add up to ", sum)},
        std::move(places));
    finding.working = {cat("原文：", quoted(clause.text, 40)), {}};
    finding.fix = {"说明文字中的数包含哪些工作，或补充相应的数量指标",
                   "Say what the figure includes, or add the missing indicator"};
  }
}

void check(const Context& context, Report& report) {
  check_side(context, report, Side::Expected);
  check_side(context, report, Side::Actual);
  check_parts(context, report);
}

}  // namespace

extern const Rule kN601{
    .id = "N601",
    .name = "number-contradicts-indicator",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：自评应数据真实，结果与事实相符",
    .title = {"文字中的数与指标表不符", "A number in the text contradicts the table"},
    .doc =
        {"预期目标、实际完成情况中的数应与指标值、完成值一致。完成值照抄目标、文字写真实数时最常出现。"
         "文字所说的只是一部分时（其中、新增），或各项相加等于表中数时不提示。改正：以台账为准改齐两处。",
         "Figures in the goal texts must be those of the table. The usual cause is a result copied from the target "
         "while the text tells the real figure. Parts (其中, 新增) and figures that add up are passed. Remedy: correct "
         "both from the records."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("actual 4月开展入门培训，参加人数26人，10月开展骨干轮训，培训人数约2000余人。\n"
               "产出/数量 参加各类培训人次 | ≥1200人次 | 1200 | 10 | 10",
               "约 2000 人"),
         flags("actual 全年维修农村公路18公里，惠及沿线群众。\n产出/数量 农村公路维修里程 | 20公里 | 20公里 | 10 | 10",
               "18 公里"),
         flags("expected 为120名失能老人提供上门护理。\n产出/数量 失能老人上门护理人数 | 100人 | - | 10", "120 名"),
         passes("actual 举办读书会3场，其中老年读书会1场，全年借阅图书约5200册。\n"
                "产出/数量 读书会场次 | 3场 | 3场 | 10 | 10\n产出/数量 图书借阅册数 | 5000册 | 5186册 | 10 | 10"),
         passes("actual 上半年培训教师60人，下半年培训教师45人。\n产出/数量 培训教师人数 | 105人 | 105人 | 10 | 10"),
         passes("actual 全年维修农村公路20公里，其中新增会车带2公里。\n产出/数量 农村公路维修里程 | 20公里 | 20公里 | "
                "10 | 10")},
};

}  // namespace jiheng::audit
