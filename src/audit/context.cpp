#include "audit/context.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"

namespace jiheng::audit {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Drops "指标1:", "目标2.", "(3)", "4、", "★" from the front of a key.
std::string_view without_numbering(std::string_view key) {
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (const std::string_view mark : {"★", "☆", "▲", "●", "*", "指标", "目标"}) {
      const bool word = mark.size() == 6;
      if (!starts_with(key, mark)) continue;
      if (word && (key.size() == mark.size() || !(is_digit(key[6]) || key[6] == ':'))) continue;
      key.remove_prefix(mark.size());
      dropped = true;
    }
    std::size_t at = !key.empty() && key[0] == '(' ? 1 : 0;
    const std::size_t digits_from = at;
    while (at < key.size() && is_digit(key[at])) ++at;
    if (at == digits_from || at - digits_from > 2) {
      if (!key.empty() && (key[0] == ':' || key[0] == '.')) {
        key.remove_prefix(1);
        dropped = true;
      }
      continue;
    }
    const std::string_view rest = key.substr(at);
    const bool bracketed = digits_from == 1 && starts_with(rest, ")");
    const bool decimal = starts_with(rest, ".") && rest.size() > 1 && is_digit(rest[1]);
    if (bracketed || (digits_from == 0 && !decimal && (starts_with(rest, ":") || starts_with(rest, ".")))) {
      key = rest.substr(1);
      dropped = true;
    } else if (digits_from == 0 && starts_with(rest, "、")) {
      key = rest.substr(3);
      dropped = true;
    }
  }
  return key;
}

Bigrams bigrams_of(std::string_view key) {
  Bigrams out;
  char32_t last = 0;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_code_point(key, at);
    if (last != 0) out.set(((last * 31U + c) * 2654435761U >> 16) & 255U);
    last = c;
  }
  return out;
}

bool says_nothing(std::string_view key, const WordHits& hits) {
  return key.empty() || hits.is(WordClass::NothingWord);
}

void read_row(Context& context, std::size_t index) {
  const Indicator& row = context.form.indicators[index];
  IndicatorFacts& facts = context.facts[index];
  facts.line = context.line_of[index];
  if (row.placeholder) return;
  const Words& words = context.words;
  facts.name = name_key(row.l3.printed);
  facts.name_words = words.in(facts.name);
  facts.bigrams = bigrams_of(facts.name);
  facts.target = key_of(row.target.printed);
  // Words matter in a target only where it is no value.
  if (row.target.value && row.target.value->kind == ValueKind::Text) facts.target_words = words.in(facts.target);
  facts.actual = key_of(row.actual.printed);
  if (!row.note.empty()) {
    facts.note = key_of(row.note.printed);
    facts.note_words = words.in(facts.note);
    if (says_nothing(facts.note, facts.note_words)) {
      facts.note.clear();
      facts.note_words = {};
    }
    context.told.anywhere |= facts.note_words.anywhere;
  }
  const WordHits& name = facts.name_words;
  facts.rate = name.ends_with(WordClass::RateName) && !name.ends_with(WordClass::NotRateName);
  facts.satisfaction = row.level1 == Level1::Satisfaction || row.level2 == Level2::ServiceSatisfaction ||
                       name.ends_with(WordClass::SatisfactionName);
  facts.part = name.starts_with(WordClass::PartName) && !row.weight.value;
  if (row.weight.value && row.score.value) {
    facts.deducted = *row.score.value < *row.weight.value;
    facts.full = *row.score.value == *row.weight.value && !row.weight.value->amount.is_zero();
  }
  if (!facts.name.empty()) context.filled.push_back(index);
  if (row.weight.value || row.score.value) context.scored.push_back(index);
  if (row.weight.value) {
    context.indicator_weight_sum += *row.weight.value;
    context.weights_printed = true;
  }
  if (row.score.value) {
    context.indicator_score_sum += *row.score.value;
    context.scores_printed = true;
  }
}

std::optional<Money> sum_of_parts(const Form& form, Field<Money> FundsRow::*column) {
  std::optional<Money> sum;
  for (const FundsRow& row : form.funds) {
    const bool part = row.kind == FundsRowKind::CurrentYearGrant || row.kind == FundsRowKind::CarryOver ||
                      row.kind == FundsRowKind::Other;
    const std::optional<Money>& value = (row.*column).value;
    if (part && value) sum = sum ? *sum + *value : *value;
  }
  return sum;
}

void read_funds(Context& context) {
  FundsFacts& funds = context.funds;
  funds.total = context.form.funds_row(FundsRowKind::Total);
  if (funds.total != nullptr) {
    funds.initial = funds.total->initial.value;
    funds.adjusted = funds.total->adjusted.value;
    funds.executed = funds.total->executed.value;
  }
  const auto nothing = [](const std::optional<Money>& money) { return !money || money->amount.is_zero(); };
  if (!nothing(funds.initial) || !nothing(funds.adjusted) || !nothing(funds.executed)) return;
  const auto initial = sum_of_parts(context.form, &FundsRow::initial);
  const auto adjusted = sum_of_parts(context.form, &FundsRow::adjusted);
  const auto executed = sum_of_parts(context.form, &FundsRow::executed);
  if (nothing(initial) && nothing(adjusted) && nothing(executed)) return;
  funds.initial = initial;
  funds.adjusted = adjusted;
  funds.executed = executed;
  funds.from_parts = true;
}

void read_free_text(Context& context) {
  const Form& form = context.form;
  if (!form.goal_actual.empty()) {
    context.actual_words = context.words.in(key_of(form.goal_actual.printed));
    context.told.anywhere |= context.actual_words.anywhere;
  }
  for (const Unclaimed& cell : form.unclaimed) {
    const std::string text = key_of(cell.text);
    const WordHits hits = context.words.in(text);
    context.told.anywhere |= hits.anywhere;
    const WordHits label = context.words.in(key_of(cell.label));
    if (label.has(WordClass::CauseLabel) && !says_nothing(text, hits)) context.general_cause = true;
  }
}

std::string_view chinese_of_field(std::string_view field) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kNames = {{
      {"l1", "一级指标"},
      {"l2", "二级指标"},
      {"l3", "三级指标"},
      {"target", "年度指标值"},
      {"actual", "实际完成值"},
      {"weight", "分值"},
      {"score", "得分"},
      {"note", "偏差原因分析及改进措施"},
      {"unit", "实施单位"},
      {"initial", "年初预算数"},
      {"adjusted", "全年预算数"},
      {"executed", "全年执行数"},
      {"rate", "执行率"},
      {"title", "标题"},
      {"year", "年度"},
      {"project_name", "项目名称"},
      {"project_code", "项目编码"},
      {"department", "主管部门"},
      {"amount_unit", "金额单位"},
      {"goal.expected", "预期目标"},
      {"goal.actual", "实际完成情况"},
      {"total.weight", "总分 · 分值"},
      {"total.score", "总分 · 得分"},
      {"grade", "自评等级"},
  }};
  for (const auto& [key, name] : kNames) {
    if (key == field) return name;
  }
  return field;
}

std::string_view chinese_of_row(const FundsRow& row) {
  return row.kind == FundsRowKind::Regional ? std::string_view(row.label) : name_of(row.kind);
}

}  // namespace

std::string name_key(std::string_view printed) {
  std::string key = key_of(printed);
  const std::string_view bare = without_numbering(key);
  if (bare.size() != key.size()) key.erase(0, key.size() - bare.size());
  return key;
}

std::string Context::name(std::size_t indicator) const {
  const Indicator& row = form.indicators[indicator];
  std::string text = joined_lines(row.l3.printed);
  if (!text.empty()) return text;
  return "第 " + std::to_string(indicator + 1) + " 行指标";
}

Place Context::at(std::size_t indicator, std::string_view field) const {
  const Indicator& row = form.indicators[indicator];
  Place place{"indicators[" + std::to_string(indicator) + "]", name(indicator), row.where};
  const Location* where = nullptr;
  if (field == "l1") where = &row.l1.where;
  if (field == "l2") where = &row.l2.where;
  if (field == "l3") where = &row.l3.where;
  if (field == "target") where = &row.target.where;
  if (field == "actual") where = &row.actual.where;
  if (field == "weight") where = &row.weight.where;
  if (field == "score") where = &row.score.where;
  if (field == "note") where = &row.note.where;
  if (where != nullptr && where->known()) place.where = *where;
  if (!field.empty()) {
    place.path.append(".").append(field);
    place.label.append(" · ").append(chinese_of_field(field));
  }
  return place;
}

Place Context::at(const FundsRow& row, std::string_view column) const {
  Place place{"funds." + record_key(row), std::string(chinese_of_row(row)), row.where};
  const Location* where = nullptr;
  if (column == "initial") where = &row.initial.where;
  if (column == "adjusted") where = &row.adjusted.where;
  if (column == "executed") where = &row.executed.where;
  if (column == "weight") where = &row.weight.where;
  if (column == "rate") where = &row.rate.where;
  if (column == "score") where = &row.score.where;
  if (where != nullptr && where->known()) place.where = *where;
  if (!column.empty()) {
    place.path.append(".").append(column);
    place.label.append(" · ").append(chinese_of_field(column));
  }
  return place;
}

Place Context::at(std::string_view path) const {
  Place place{std::string(path), std::string(chinese_of_field(path)), {}};
  if (path == "title") place.where = form.title.where;
  if (path == "year") place.where = form.year.where;
  if (path == "project_name") place.where = form.project_name.where;
  if (path == "project_code") place.where = form.project_code.where;
  if (path == "department") place.where = form.department.where;
  if (path == "unit") place.where = form.unit.where;
  if (path == "amount_unit") place.where = form.amount_unit.where;
  if (path == "goal.expected") place.where = form.goal_expected.where;
  if (path == "goal.actual") place.where = form.goal_actual.where;
  if (path == "total.weight") place.where = form.total_weight.where;
  if (path == "total.score") place.where = form.total_score.where;
  if (path == "grade") place.where = form.grade.where;
  return place;
}

Context make_context(const Form& form, const Scorecard& scorecard, const Policy& policy, const Lexicon& lexicon,
                     const Words& words, const Phrasebook& phrasebook) {
  Context context(form, scorecard, policy, lexicon, words, phrasebook);
  const std::size_t count = form.indicators.size();
  context.line_of.assign(count, nullptr);
  context.facts.resize(count);
  context.filled.reserve(count);
  context.scored.reserve(count);
  for (const ScoreLine& line : scorecard.lines) {
    if (line.indicator < 0) {
      context.execution = &line;
    } else if (static_cast<std::size_t>(line.indicator) < count) {
      context.line_of[static_cast<std::size_t>(line.indicator)] = &line;
    }
  }
  for (std::size_t i = 0; i < count; ++i) read_row(context, i);
  read_funds(context);
  read_free_text(context);
  context.expected = read_narrative(form.goal_expected.printed, phrasebook);
  context.actual = read_narrative(form.goal_actual.printed, phrasebook);
  context.timetable = compare_timetables(context.expected, context.actual, phrasebook);
  context.surface = read_surface(form);
  context.topics.reserve(count);
  for (const IndicatorFacts& facts : context.facts) context.topics.push_back(topic_of(facts.name, phrasebook));
  return context;
}

double similarity(std::string_view key_a, std::string_view key_b) {
  const std::u32string a = to_utf32(key_a);
  const std::u32string b = to_utf32(key_b);
  if (a.size() < 2 || b.size() < 2) return a == b ? 1.0 : 0.0;
  std::vector<std::uint64_t> pairs;
  pairs.reserve(a.size());
  for (std::size_t i = 1; i < a.size(); ++i) pairs.push_back((std::uint64_t(a[i - 1]) << 32) | a[i]);
  const std::size_t all = a.size() + b.size() - 2;
  std::size_t shared = 0;
  for (std::size_t i = 1; i < b.size(); ++i) {
    const auto found = std::find(pairs.begin(), pairs.end(), (std::uint64_t(b[i - 1]) << 32) | b[i]);
    if (found == pairs.end()) continue;
    *found = pairs.back();
    pairs.pop_back();
    ++shared;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

std::size_t common_run(std::string_view key_a, std::string_view key_b) {
  const std::u32string a = to_utf32(key_a);
  const std::u32string b = to_utf32(key_b);
  std::vector<std::size_t> run(b.size() + 1, 0);
  std::size_t best = 0;
  for (const char32_t c : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      run[j] = b[j - 1] == c ? run[j - 1] + 1 : 0;
      best = std::max(best, run[j]);
    }
  }
  return best;
}

}  // namespace jiheng::audit
