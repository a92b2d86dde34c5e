#include "reading/segmenter/stream_costs.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "form/number.h"

namespace jiheng::segmenter {
namespace {

// "指标3：", "★", "其中": how templates and clerks begin a name.
bool starts_name(const std::string& key) {
  if (starts_with(key, "指标") && key.size() > 6 && is_digit(key[6])) return true;
  return starts_with(key, "★") || starts_with(key, "其中");
}

double points_cell_cost(const Item& item, Label column) {
  if (item.kind == ItemKind::Dash) return 0.6;
  const bool share = item.kind == ItemKind::Percent;  // weights may be printed as shares of the whole
  if ((item.kind != ItemKind::Number && !(share && column == Label::IndicatorWeight)) || !item.number) return kNever;
  if (share && *item.number <= Decimal(50) && !item.number->is_negative()) return 0.8;
  return *item.number > Decimal(100) || item.number->is_negative() ? kNever : 0;
}

// 定量指标, 定性指标: how a target is meant, no target.
bool is_property_word(const std::string& key) {
  return key.size() > 6 && (starts_with(key, "定量") || starts_with(key, "定性"));
}

double answer_cell_cost(const Item& item, Label column, const StreamTraits& traits) {
  if (is_property_word(item.key)) return 4.0;
  switch (item.kind) {
    case ItemKind::Sign: return kNever;
    case ItemKind::Number: return traits.unit || (item.number && *item.number > Decimal(100)) ? 0.1 : 0.7;
    case ItemKind::Dash: return 0.5;
    case ItemKind::Text:  // prose is a result rather than a target
      return (length(item.text) > 24 ? 2.4 : 1.4) + (column == Label::IndicatorTarget ? 0.4 : 0);
    case ItemKind::Percent:
    case ItemKind::Value:
    case ItemKind::Word: return item.key == "%" ? kNever : 0;
    default: return kNever;
  }
}

double property_cell_cost(const Item& item) {
  const bool word = contains(item.key, "定") || contains(item.key, "向") || starts_with(item.key, "大于") ||
                    starts_with(item.key, "小于") || starts_with(item.key, "等于");
  if (item.kind == ItemKind::Sign) return 0;
  if (word && length(item.key) <= 6) return 0;
  return item.kind == ItemKind::Dash ? 0.5 : kNever;
}

double unit_cell_cost(const Item& item) {
  if (item.kind == ItemKind::Dash) return 0.5;
  if (item.kind != ItemKind::Value && item.kind != ItemKind::Text) return kNever;
  if (item.key.empty() || is_digit(item.key.front()) || is_comparison(item.key) || length(item.key) > 4) return kNever;
  return item.kind == ItemKind::Value ? 0 : 1.0;
}

double name_cell_cost(const Item& item) {
  if (item.kind == ItemKind::Text)
    return length(item.text) <= 2 ? 2.0 : length(item.text) > 40 ? 6.0 : length(item.text) > 28 ? 1.0 : 0.0;
  // 及时率-like names are texts; a value as a name is rare.
  if (item.kind == ItemKind::Word) return length(item.text) >= 5 ? 0.8 : length(item.text) >= 4 ? 1.2 : 3.0;
  return item.kind == ItemKind::Value ? 3.5 : kNever;
}

double note_cell_cost(const Item& item) {
  if (item.kind == ItemKind::Text) return starts_name(item.key) ? 4.0 : length(item.key) <= 2 ? 2.6 : 1.4;
  if (item.kind == ItemKind::Word) return length(item.text) >= 5 ? 1.4 : 2.0;
  return item.kind == ItemKind::Dash ? 1.2 : kNever;
}

double other_cell_cost(const Item& item) {
  if (is_property_word(item.key)) return 2.0;
  switch (item.kind) {
    case ItemKind::Sign: return kNever;
    case ItemKind::Text: return length(item.text) <= 4 ? 0.4 : 1.0;
    case ItemKind::Value: return 0.6;
    default: return 0.1;
  }
}

double answers_cost(const Item& target, const Item& actual) {
  if (target.key == actual.key) return -0.6;
  const bool words = target.kind == ItemKind::Word || target.kind == ItemKind::Text;
  const bool answer = actual.kind == ItemKind::Word || actual.kind == ItemKind::Text;
  double cost = words != answer && target.kind != ItemKind::Dash && actual.kind != ItemKind::Dash ? 0.4 : 0;
  if (contains(target.key, "%") != contains(actual.key, "%")) cost += 0.5;
  if (target.kind == ItemKind::Value && actual.kind == ItemKind::Value && differ_in_kind(target, actual)) cost += 1.0;
  return cost;
}

double points_cost(const Item& weight, const Item& score) {
  if (!weight.number || !score.number) return weight.kind == score.kind ? -0.4 : 0.8;
  return *score.number > *weight.number ? 3.0 : *score.number == *weight.number ? -0.4 : 0;
}

// A name and its target: …率 is a share, …人数 counts 人, …及时性 is answered in words or dates.
double name_cost(const Item& name, const Item& target) {
  const bool share = contains(target.key, "%");
  const bool rate = contains(name.key, "率") || contains(name.key, "满意");
  if (share) return rate ? -0.4 : contains(name.key, "数") || contains(name.key, "面积") ? 0.5 : 0.1;
  if (target.kind == ItemKind::Value) {
    static constexpr std::array<std::string_view, 14> kCounters = {"人", "次", "个", "户", "家", "场", "期",
                                                                   "件", "份", "项", "座", "篇", "亩", "元"};
    for (const std::string_view unit : kCounters) {
      if (contains(target.key, unit) && contains(name.key, unit)) return -0.4;
    }
    return rate ? 0.5 : contains(name.key, "数") ? -0.2 : 0;
  }
  return 0;
}

// A cell is broken where its line is full: after an answer shorter than others there is no second line.
double broken_answer_cost(const Item& before, const Item& after, int full) {
  const double cost = before.kind == ItemKind::Text ? 0 : 1.0;
  const bool goes_on = starts_with(after.key, "以") || starts_with(after.key, "及以");  // 100%|以上
  if ((before.kind == ItemKind::Percent || ends_with(before.key, "%")) && !goes_on) return cost + 2.5;
  return before.width + 2 <= full ? cost + 1.2 : cost;
}

// 2023年8月|31日, 2023年11|月20日前: the rest of a date.
bool is_rest_of_date(const Item& begun, const Item& rest) {
  if (begun.kind != ItemKind::Value || !contains(begun.key, "年") || contains(begun.key, "日") ||
      contains(rest.key, "年") || length(rest.key) > 6)
    return false;
  const std::size_t digits = std::min(rest.key.size(), rest.key.find_first_not_of("0123456789"));
  const std::string_view word = std::string_view(rest.key).substr(digits);
  if (ends_with(begun.key, "月")) return (digits > 0 && starts_with(word, "日")) || word == "底前" || word == "底";
  if (ends_with(begun.key, "年")) return digits > 0 && starts_with(word, "月");
  return is_digit(begun.key.back()) && starts_with(word, digits == 0 || !contains(begun.key, "月") ? "月" : "日");
}

// 101.1|5%: the rest of a share.
bool is_rest_of_share(const Item& begun, const Item& rest) {
  return begun.kind == ItemKind::Number && contains(begun.key, ".") && rest.kind == ItemKind::Percent &&
         rest.key.size() <= 3 && is_digit(rest.key.front());
}

}  // namespace

bool contradicts(const Item& name, const Item& target) {
  const auto ends = [&](std::string_view word) { return ends_with(name.key, word); };
  const auto says = [&](std::string_view sign) { return contains(target.key, sign); };
  const bool counted = ends("数量") || ends("成本") || ends("面积");
  const bool in_time = says("年") || says("月") || says("日");
  if (says("%")) return counted;
  if (target.kind != ItemKind::Value || is_digit(target.key.back())) return false;
  return in_time ? counted && says("月") : ends("率") && !says("‰");
}

double cell_cost(const Item& item, Label column, const StreamTraits& traits) {
  switch (column) {
    case Label::IndicatorWeight:
    case Label::IndicatorScore: return points_cell_cost(item, column);
    case Label::IndicatorTarget:
    case Label::IndicatorActual: return answer_cell_cost(item, column, traits);
    case Label::IndicatorProperty: return property_cell_cost(item);
    case Label::IndicatorUnit: return unit_cell_cost(item);
    case Label::IndicatorL3: return name_cell_cost(item);
    case Label::IndicatorNote: return note_cell_cost(item);
    default: return other_cell_cost(item);
  }
}

double blank_cost(Label column) {
  switch (column) {
    case Label::IndicatorL3: return 3.0;
    case Label::IndicatorTarget: return 2.0;
    case Label::IndicatorActual: return 1.8;
    case Label::IndicatorWeight: return 2.4;
    case Label::IndicatorScore: return 2.0;
    case Label::IndicatorProperty:
    case Label::IndicatorUnit: return 0.8;
    case Label::IndicatorNote: return 0;
    default: return 0.8;
  }
}

double stray_cost(const Item& item) {
  if (item.kind != ItemKind::Text) return item.kind == ItemKind::Dash ? 2.0 : 4.0;
  return length(item.text) > 40 ? 0.6 : 2.4;
}

double pair_cost(const Item& one, Label column_of_one, const Item& other, Label column_of_other) {
  if (column_of_one > column_of_other) return pair_cost(other, column_of_other, one, column_of_one);
  if (column_of_one == Label::IndicatorL3 && column_of_other == Label::IndicatorTarget) return name_cost(one, other);
  if (column_of_one == Label::IndicatorTarget && column_of_other == Label::IndicatorActual)
    return answers_cost(one, other);
  if (column_of_one == Label::IndicatorWeight && column_of_other == Label::IndicatorScore)
    return points_cost(one, other);
  return 0;
}

bool differ_in_kind(const Item& target, const Item& actual) {
  const auto unit_of = [](const Item& item) {
    const auto digit = item.key.find_last_of("0123456789");
    return digit == std::string::npos ? std::string() : item.key.substr(digit + 1);
  };
  const auto counts = [](const Item& item) { return item.kind == ItemKind::Value || item.kind == ItemKind::Percent; };
  if (!counts(target) || !counts(actual))
    return (target.kind == ItemKind::Word && counts(actual)) || (counts(target) && actual.kind == ItemKind::Word);
  const auto date = [](const Item& item) { return contains(item.key, "年") || contains(item.key, "月"); };
  if (date(target) || date(actual)) return date(target) != date(actual) && contains(target.key + actual.key, "%");
  const std::string one = unit_of(target), other = unit_of(actual);
  return !one.empty() && !other.empty() && !contains(one, other) && !contains(other, one);
}

double continuation_cost(const Item& before, const Item& after, Label column, int full) {
  if (!has_lines(column) || after.labelled || before.kind == ItemKind::Dash || after.kind == ItemKind::Dash ||
      after.kind == ItemKind::Sign)
    return kNever;
  if (after.kind != ItemKind::Text && after.kind != ItemKind::Word) {
    // A date over two lines: 2023年11月|30日前.
    if (before.kind == ItemKind::Value && after.kind == ItemKind::Value && contains(before.key, "年") &&
        !contains(after.key, "年"))
      return 0.8;
    // The end of a longer text: 100% of its last line.
    return before.kind == ItemKind::Text && after.kind != ItemKind::Number ? 2.5 : kNever;
  }
  if (column == Label::IndicatorProperty) return length(after.key) <= 2 ? 0.2 : kNever;  // 小于等|于
  const int missing = full - before.width;
  double cost = after.paragraph == before.paragraph ? 0.6 : 1.4;
  if (column == Label::IndicatorL3) {
    cost = missing <= 1 ? 0.3 : missing <= 2 ? 0.8 : missing <= 5 ? 1.8 : 3.2;
    if (after.kind == ItemKind::Word) cost += 1.0;
    if (length(after.key) <= 2 && after.kind == ItemKind::Text)
      cost = std::min(cost, 0.8);  // 率, 数量: a rest rather than a name
    else if (ends_like_name(before.text))
      cost += 0.8;
    if (!ends_like_name(after.text)) cost += 0.2;
  } else if (column == Label::IndicatorTarget || column == Label::IndicatorActual) {
    cost += broken_answer_cost(before, after, full);
  } else if (before.kind != ItemKind::Text) {
    cost += 1.0;
  }
  if (ends_with(before.key, "。")) cost += 1.0;
  if (after.paragraph != before.paragraph) cost += 0.8;
  if (starts_name(after.key)) cost += 6.0;
  return cost + 0.02 * after.width;  // what is left of a text is short
}

bool makes_whole(const Item& begun, const Item& rest, const Vocabulary& vocabulary) {
  if (rest.line != begun.line && !rest.labelled && (is_rest_of_date(begun, rest) || is_rest_of_share(begun, rest)))
    return true;
  if (rest.line == begun.line || length(rest.key) > 2 || rest.kind != ItemKind::Text || rest.labelled) return false;
  if (begun.kind == ItemKind::Value) {
    const auto digits = begun.key.find_last_of("0123456789");
    if (digits == std::string::npos) return false;
    const std::string unit = begun.key.substr(digits + 1);
    if (unit.empty()) return length(rest.key) == 1 && vocabulary.is_unit(rest.key);  // 学时 ends names, too
    if (unit == "%") return false;  // %率 is a unit here and there, but 率 ends names everywhere
    return ends_with(unit, "、") || ends_with(unit, "/") || vocabulary.is_unit(unit + rest.key);
  }
  if (begun.kind != ItemKind::Text && begun.kind != ItemKind::Word) return false;
  if (length(begun.key) < 2 || length(begun.key) > 5 || length(begun.key) % 2 == 0 || length(rest.key) != 1)
    return false;
  const std::u32string joined = to_utf32(begun.key + rest.key);
  return vocabulary.is_level_word(to_utf8(joined)) &&
         vocabulary.is_level_word(to_utf8(joined.substr(joined.size() - 2)));
}

double ending_cost(const Item& last, Label column, int full) {
  if (column != Label::IndicatorL3) return 0;
  return !ends_like_name(last.text) && last.width + 3 > full ? 0.6 : 0;
}

bool has_lines(Label column) {
  switch (column) {
    case Label::IndicatorL3:
    case Label::IndicatorTarget:
    case Label::IndicatorActual:
    case Label::IndicatorNote:
    case Label::IndicatorOther:
    case Label::IndicatorProperty: return true;
    default: return false;
  }
}

}  // namespace jiheng::segmenter
