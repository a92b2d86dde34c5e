// Qualitative indicators 定性指标: the three bands of 财预〔2020〕10号. Where inside its band a result lies
// is judgement, so the program gives the band; only the same word as promised has the full weight.
#include <utility>

#include "core/text.h"
#include "scoring/line.h"

namespace jiheng::detail {
namespace {

// "达成预期指标", "已完成": says that the target was reached, whatever it was.
bool says_reached(const Value& actual, const Lexicon& lexicon) {
  return actual.kind == ValueKind::Level && actual.grade == LevelGrade::Full && actual.rest.empty() &&
         lexicon.achieved_index.exact(actual.level) != nullptr;
}

bool same_words(const Value& target, const Value& actual) {
  if (target.kind != actual.kind) return false;
  if (target.kind == ValueKind::Level) return target.level == actual.level && target.rest == actual.rest;
  return target.kind == ValueKind::Text && target.rest == actual.rest;
}

void set_full(const Judge& judge, std::string_view why_zh, std::string_view why_en, ScoreLine& line) {
  set_reached(line, judge.weight);
  std::string zh, en;
  zh.reserve(kWorkingRoom);
  en.reserve(kWorkingRoom);
  zh.append(why_zh).append("，得满分 ");
  en.append(why_en).append(": full ");
  append(zh, judge.weight.amount);
  append(en, judge.weight.amount);
  set_working(line, std::move(zh), std::move(en));
}

enum class Band { Full, Partial, None };

void set_level_band(const Judge& judge, Band band, std::string_view why_zh, std::string_view why_en, ScoreLine& line) {
  const Policy& policy = judge.policy;
  std::string zh, en;
  zh.reserve(kWorkingRoom);
  en.reserve(kWorkingRoom);
  zh += why_zh;
  en += why_en;
  switch (band) {
    case Band::Full:
      set_band(line, judge.weight, policy.full_band_low, Decimal(1), policy);
      zh += "：达成档 [";
      en += ": reached [";
      break;
    case Band::Partial:
      set_band(line, judge.weight, policy.partial_band_low, policy.full_band_low, policy);
      zh += "：部分达成档 [";
      en += ": partly reached [";
      break;
    case Band::None:
      set_band(line, judge.weight, Decimal(0), policy.partial_band_low, policy);
      zh += "：未达成档 [";
      en += ": not reached [";
      break;
  }
  for (std::string* working : {&zh, &en}) {
    append(*working, line.low->amount);
    *working += ", ";
    append(*working, line.high->amount);
    *working += band == Band::Full ? ']' : ')';
  }
  set_working(line, std::move(zh), std::move(en));
}

Band band_of(LevelGrade grade) {
  switch (grade) {
    case LevelGrade::Full: return Band::Full;
    case LevelGrade::Partial: return Band::Partial;
    case LevelGrade::None: return Band::None;
  }
  return Band::None;
}

// A promised level against a reached level of another word.
void score_levels(const Judge& judge, ScoreLine& line) {
  const LevelGrade target = judge.target.grade;
  const LevelGrade actual = judge.actual.grade;
  const std::string words = "“" + judge.actual.level + "” / “" + judge.target.level + "”";
  if (target == LevelGrade::None && judge.target.comparison == Comparison::None) {
    // What was promised is itself a negation; which way it is better, only a person can say.
    set_unknown(line, LineStatus::NotComparable, words + "：无法比较", words + ": not comparable");
    return;
  }
  const bool above = static_cast<int>(actual) < static_cast<int>(target);  // 优 for 良
  if (above) {
    set_full(judge, words, words, line);
  } else if (actual == target) {
    set_level_band(judge, Band::Full, words, words, line);
  } else {
    set_level_band(judge, band_of(actual), words, words, line);
  }
}

// A level that is answered with a percentage (满意 → 85%).
void score_level_by_percent(const Judge& judge, ScoreLine& line) {
  const std::optional<Decimal> share = divide(judge.actual.number, Decimal(100), 6);
  const bool satisfaction = judge.indicator.level1 == Level1::Satisfaction;
  std::string words = "“";
  words += judge.target.level;
  words += "” / ";
  append(words, judge.actual.number);
  words += " %";
  if (*share >= judge.policy.full_band_low) {
    set_level_band(judge, Band::Full, words, words, line);
  } else if (satisfaction) {
    set_level_band(judge, *share >= judge.policy.partial_band_low ? Band::Partial : Band::None, words, words, line);
  } else {  // 提升 → 5%: by how much was never promised
    set_unknown(line, LineStatus::NotComparable, words + "：指标值没有数字，无法比较",
                words + ": the target has no number");
  }
}

}  // namespace

void score_qualitative(const Judge& judge, ScoreLine& line) {
  const Value& target = judge.target;
  const Value& actual = judge.actual;
  if (same_words(target, actual)) {
    set_full(judge, "完成值与指标值相同", "the same as promised", line);
    return;
  }
  const bool number_promised = target.quantitative() || target.kind == ValueKind::Date;
  if (actual.kind == ValueKind::Level) {
    if (number_promised) {  // 100% → 已完成: a claim without its number
      set_level_band(judge, band_of(actual.grade), "完成值没有给出数字", "the result has no number", line);
    } else if (says_reached(actual, judge.lexicon)) {
      set_full(judge, "完成值为“" + actual.level + "”", "\"" + actual.level + "\"", line);
    } else if (target.kind == ValueKind::Level) {
      score_levels(judge, line);
    } else {
      const std::string words = "“" + actual.level + "”";
      set_level_band(judge, band_of(actual.grade), words, words, line);
    }
    return;
  }
  if (target.kind == ValueKind::Level && actual.kind == ValueKind::Number && actual.percent) {
    score_level_by_percent(judge, line);
    return;
  }
  if (actual.kind == ValueKind::Text) {
    set_unknown(line, LineStatus::NotComparable, "完成值是一段文字，须人工判断",
                "the result is a sentence: to be judged by a person");
  } else {
    set_unknown(line, LineStatus::NotComparable, "指标值不是可以比较的数值", "the target is no value to compare with");
  }
}

}  // namespace jiheng::detail
