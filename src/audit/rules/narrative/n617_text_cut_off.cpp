// N617: a goal text is cut off, or still holds words of the template.
#include <algorithm>
#include <array>

#include "audit/matching.h"
#include "audit/phrase.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kLongText = 80;  // characters; shorter ones are often written without a full stop

// Opening signs that never close; a straight quote may close either way.
std::string_view unclosed(std::string_view text) {
  struct Pair {
    std::string_view open, close;
  };
  static constexpr std::array<Pair, 4> kPairs = {{{"(", ")"}, {"《", "》"}, {"“", "”"}, {"[", "]"}}};
  const auto count = [&](std::string_view sign) {
    std::size_t found = 0;
    for (std::size_t at = position_of(text, sign); at != std::string_view::npos;
         at = position_of(text, sign, at + sign.size()))
      ++found;
    return found;
  };
  for (const Pair& pair : kPairs) {
    if (!contains(text, pair.open)) continue;
    std::size_t closing = count(pair.close);
    if (pair.open == "“") closing += count("\"") + count("＂") + count("〞");
    if (count(pair.open) <= closing) continue;
    // Only one left open near the end speaks of a cut; others are typing.
    if (text.find(pair.close, text.rfind(pair.open)) == std::string_view::npos) return pair.open;
  }
  return {};
}

std::string_view dangling_end(const Context& context, std::string_view text) {
  return context.phrasebook.at_end(text, mask_of(Sense::DanglingEnd)).text;
}

void check_side(const Context& context, Report& report, Side side) {
  const Narrative& narrative = narrative_of(context, side);
  if (narrative.empty()) return;
  const std::string_view text = narrative.text;
  const std::string_view name = side == Side::Expected ? "预期目标" : "实际完成情况";
  const auto place = [&] { return context.at(side == Side::Expected ? "goal.expected" : "goal.actual"); };
  if (!narrative.template_hint.empty()) {
    report
        .add(Severity::Error,
             {cat(name, "保留了模板提示语（", quoted(text, 40), "），没有填写"),
              cat("The text still holds the template's hint (", quoted(text, 40), ")")},
             {place()})
        .fix = {"删去提示语，写明实际内容", "Replace the hint by the facts"};
    return;
  }
  const std::size_t size = length(text);
  std::string_view rest = text;
  while (!rest.empty() && (ends_with(rest, "…") || rest.back() == '.')) rest.remove_suffix(rest.back() == '.' ? 1 : 3);
  if (text.size() - rest.size() >= 3 && size >= 12) {
    report.add({cat(name, "以省略号结尾，内容没有写完"), "The text ends with an ellipsis"}, {place()}).fix = {
        "补全文字", "Complete the text"};
    return;
  }
  std::string_view why;
  const std::string_view open = unclosed(text);
  const std::string_view dangling = size >= 20 ? dangling_end(context, text) : std::string_view();
  if (!dangling.empty()) {
    why = dangling;
  } else if (!open.empty()) {
    why = open;
  } else if (size >= kLongText && contains(text, "。")) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    const char32_t c = next_code_point(text, next);
    if (is_han(c)) why = text.substr(last);
  }
  if (why.empty()) return;
  const std::string tail(text.substr(text.size() - std::min<std::size_t>(text.size(), 36)));
  std::size_t from = 0;
  while (from < tail.size() && (static_cast<unsigned char>(tail[from]) & 0xC0) == 0x80) ++from;
  const bool certain = !dangling.empty();
  report
      .add(certain ? Severity::Warning : Severity::Advice,
           {!open.empty() && dangling.empty()
                ? cat(name, "的“", std::string_view(open), "”没有配对，文字可能不完整")
                : cat(name, "似乎没有写完，结尾为“…", std::string_view(tail).substr(from), "”"),
            cat("The text seems to be cut off; it ends with ", quoted(std::string_view(tail).substr(from)))},
           {place()})
      .fix = {"对照原件补全文字（可能因单元格显示不全而截断）",
              "Complete it from the original; a cell may have been cut"};
}

void check(const Context& context, Report& report) {
  check_side(context, report, Side::Expected);
  check_side(context, report, Side::Actual);
}

}  // namespace

extern const Rule kN617{
    .id = "N617",
    .name = "text-cut-off",
    .severity = Severity::Warning,
    .citation = "实务：文字完整性",
    .title = {"文字不完整或保留模板提示语", "A text is cut off or still the template's"},
    .doc = {"单元格显示不全会使公开的文字半途而断；模板中的“（100字以内）”等提示语应删去。改正：补全文字。",
            "Cells too small cut the published text; hints of the template (\"within 100 characters\") must go. "
            "Remedy: complete it."},
    .kinds = {},
    .check = check,
    .examples =
        {flags("actual 请简要说明完成情况（200字以内）", "模板提示语"),
         flags("actual 全年完成老旧小区屋面防水、外墙保温和管网改造，惠及居民1200户，改善了居住条件，同时进一步",
               "没有写完"),
         flags("expected 完成防汛物资储备，包括编织袋、抽水泵、（救生衣", "没有配对"),
         flags("expected 采购防汛物资，修复水毁堤段，加固险工险段……………", "省略号"),
         passes("actual 全年完成屋面防水、外墙保温和管网改造，惠及居民1200户"),
         passes("expected 完成“三馆一站”（图书馆、文化馆、美术馆、文化站）免费开放，贯彻《公共文化服务保障法》。")},
};

}  // namespace jiheng::audit
