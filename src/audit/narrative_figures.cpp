// Figures in a narrative: numbers with what they count, how certain they are, and whether they are wholes.
#include <algorithm>

#include "audit/narrative_pass.h"
#include "core/text.h"

namespace jiheng::audit {
namespace detail {

std::size_t Pass::read_number(std::size_t at) {
  const auto numeral = numeral_at(text_, at);
  if (!numeral) return skip_digits(at);
  const std::size_t bare = numeral->bare_end;
  const std::string_view rest = text_.substr(bare);
  if (!numeral->in_words && starts_with(rest, "年") && numeral->digits == 4 && numeral->bare.is_whole() &&
      numeral->bare >= Decimal(1990) && numeral->bare <= Decimal(2099)) {
    note_year(static_cast<int>(numeral->bare.coefficient()), at, bare);
    return bare + 3;
  }
  if (starts_with(rest, "月") && !numeral->magnitude && numeral->bare.is_whole() && numeral->bare >= Decimal(1) &&
      numeral->bare <= Decimal(12)) {
    return read_months(static_cast<int>(numeral->bare.coefficient()), at, bare + 3);
  }
  if (!numeral->in_words && numeral->bare.is_whole()) {
    if (const std::size_t end = months_range(at, bare)) return end;
    if (const std::size_t end = years_range(at, *numeral)) return end;
  }
  // The day of a date, and numbers of documents and houses: 3月15日, 10号.
  const bool day = starts_with(rest, "日") && at >= 3 && text_.substr(at - 3, 3) == "月";
  if (day || starts_with(rest, "号") || preceded_by_code(at)) return numeral->end;
  return read_quantity(at, *numeral);
}

std::size_t Pass::skip_digits(std::size_t at) const {
  std::size_t end = at;
  while (end < text_.size() && (is_digit(text_[end]) || text_[end] == ' ' || text_[end] == '.' || text_[end] == ','))
    ++end;
  if (end == at) next_code_point(text_, end);
  return end;
}

// 第3次, GB50015, 〔2020〕10号, No.3: a number that names and does not count.
bool Pass::preceded_by_code(std::size_t at) const {
  if (at == 0) return false;
  const char before = text_[at - 1];
  if ((before >= 'A' && before <= 'Z') || before == '_' || before == '/' || before == '[' || before == ']' ||
      before == '#' || before == '.')
    return true;
  return at >= 3 && (text_.substr(at - 3, 3) == "第" || text_.substr(at - 3, 3) == "届");
}

std::size_t Pass::read_quantity(std::size_t at, const Numeral& numeral) {
  Quantity quantity;
  quantity.in_words = numeral.in_words;
  quantity.approximate = numeral.approximate;
  quantity.number = numeral.number;
  std::size_t end = numeral.end;
  Phrase unit;
  if (numeral.magnitude) {  // money keeps its unit: 5.8万元 is 5.8 万元
    std::size_t from = numeral.bare_end;
    for (const std::string_view sign : {"余", "多"}) {
      if (starts_with(text_.substr(from), sign)) from += sign.size();
    }
    unit = book_.at(text_, from, mask_of(Sense::Counting));
    if (unit && ends_with(unit.text, "元")) {
      quantity.number = numeral.bare;
      end = from;
    } else {
      unit = Phrase();
    }
  }
  if (!unit) {
    unit = book_.at(text_, end, mask_of(Sense::Counting));
    // 3万余元 and 300余万元
    if (unit && unit.text == "元" && numeral.magnitude) {
      quantity.number = numeral.number;
    }
  }
  // 个 before a better one: 148个批次.
  if (unit && unit.text == "个") {
    const Phrase better = book_.at(text_, end + unit.text.size(), mask_of(Sense::Counting));
    if (better && better.text.size() > 3) {
      end += unit.text.size();
      unit = better;
    }
  }
  std::size_t after = end + unit.text.size();
  quantity.unit = unit.text;
  quantity.unit_index = unit.unit;
  if (!unit && numeral.magnitude) {
    quantity.unit = text_.substr(numeral.bare_end, numeral.end - numeral.bare_end);
    if (quantity.unit == "万" || quantity.unit == "亿") {
      quantity.number = numeral.bare;
    } else {
      quantity.unit = {};
    }
  }
  // A numeral in words counts only with a unit; 一 hardly ever counts (一个平台, 一项工作).
  if (numeral.in_words && (!unit || numeral.number <= Decimal(1))) return std::max(numeral.bare_end, at + 3);
  if (unit.text == "月" || unit.text == "号") return after;
  quantity.upper = quantity.number;
  if (const std::size_t range_end = read_upper_end(quantity, after, unit)) after = range_end;
  quantity.printed = text_.substr(at, after - at);
  quantity.before = text_.substr(phrase_begin_, at - phrase_begin_);
  quantity.clause = out_.clauses.size();
  quantity.item = item_;
  qualify(quantity, after);
  out_.quantities.push_back(quantity);
  return after;
}

// 20-30人: the second number takes the unit of both.
std::size_t Pass::read_upper_end(Quantity& quantity, std::size_t after, const Phrase& unit) const {
  const std::size_t from = skip_range_sign(after);
  if (from == 0 || from >= text_.size() || starts_with(text_.substr(after), "、") || !is_digit(text_[from])) return 0;
  const auto upper = numeral_at(text_, from);
  if (!upper || upper->number < quantity.number) return 0;
  const Phrase last = book_.at(text_, upper->end, mask_of(Sense::Counting));
  if (!last || (unit && last.text != unit.text)) return 0;
  quantity.upper = upper->number;
  quantity.unit = last.text;
  quantity.unit_index = last.unit;
  return upper->end + last.text.size();
}

void Pass::qualify(Quantity& quantity, std::size_t after) const {
  const std::string_view clause =
      text_.substr(clause_begin_, static_cast<std::size_t>(quantity.printed.data() - text_.data()) - clause_begin_);
  const Phrase sign = book_.at_end(quantity.before, mask_of(Sense::ApproximateBefore) | mask_of(Sense::AtLeastBefore) |
                                                        mask_of(Sense::AtMostBefore));
  const Phrase tail = book_.at(
      text_, after, mask_of(Sense::ApproximateAfter) | mask_of(Sense::AtLeastAfter) | mask_of(Sense::AtMostAfter));
  const SenseMask both = sign.senses | tail.senses;
  if ((both & (mask_of(Sense::ApproximateBefore) | mask_of(Sense::ApproximateAfter))) != 0) quantity.approximate = true;
  if ((both & (mask_of(Sense::AtLeastBefore) | mask_of(Sense::AtLeastAfter))) != 0)
    quantity.bound = Comparison::AtLeast;
  if ((both & (mask_of(Sense::AtMostBefore) | mask_of(Sense::AtMostAfter))) != 0) quantity.bound = Comparison::AtMost;
  quantity.per_one =
      book_.any(last_characters(clause, 10), mask_of(Sense::Per)) || (after < text_.size() && text_[after] == '/');
  quantity.part = book_.any(last_characters(clause, 12), mask_of(Sense::Part));
}

}  // namespace detail

std::optional<Decimal> yuan_in(std::string_view unit, bool bare_wan) {
  if (unit == "元") return Decimal(1);
  if (unit == "万元" || (bare_wan && unit == "万")) return Decimal(10000);
  if (unit == "亿元" || (bare_wan && unit == "亿")) return Decimal(100000000);
  if (unit == "千元") return Decimal(1000);
  if (unit == "百万元") return Decimal(1000000);
  return std::nullopt;
}

std::optional<Decimal> in_yuan(const Quantity& quantity, bool bare_wan) {
  const auto factor = yuan_in(quantity.unit, bare_wan);
  return factor ? std::optional<Decimal>(quantity.number * *factor) : std::nullopt;
}

}  // namespace jiheng::audit
