// P906: a mark of secrecy stands on a form that is to be published.
#include <algorithm>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/surface.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

// 机密 as a word of the text is no mark; as a cell of its own, or followed by ★, it is.
std::string_view mark_in(const Context& context, std::string_view printed) {
  if (printed.size() > 120 || !(contains(printed, "密") || contains(printed, "内部") || contains(printed, "公开")))
    return {};
  const std::string key = key_of(printed);
  for (const std::string& mark : context.lexicon.list("narrative_secret_marks")) {
    if (key == mark || (contains(mark, "★") && contains(key, mark)) ||
        (key.size() <= mark.size() + 12 && starts_with(key, mark)))
      return mark;
  }
  return {};
}

void check(const Context& context, Report& report) {
  const auto look = [&](std::string_view text, const Place& place) {
    const std::string_view mark = mark_in(context, text);
    if (mark.empty()) return;
    Finding& finding = report.add(
        {cat("表上有密级或限制公开的标识", quoted(mark)), cat("The form bears a mark of secrecy: ", quoted(mark))},
        {place});
    finding.fix = {"先按保密审查程序处理，不得公开", "Do not publish before the secrecy review"};
  };
  look(context.form.title.printed, context.at("title"));
  for (std::size_t i = 0; i < context.form.unclaimed.size(); ++i) {
    const Unclaimed& cell = context.form.unclaimed[i];
    const Place place = place_in_unclaimed(i);
    look(cell.text, place);
    if (!cell.label.empty()) look(cell.label, place);
  }
}

}  // namespace

extern const Rule kP906{
    .id = "P906",
    .name = "secret-mark",
    .severity = Severity::Error,
    .citation = "政府信息公开条例：涉密信息不予公开",
    .title = {"有密级标识", "A mark of secrecy"},
    .doc = {"带有密级或“内部资料、不得公开”标识的表不得公开，应先作保密审查。",
            "A form marked secret or internal must not be published before review."},
    .kinds = {},
    .check = check,
    .examples = {flags("cell 密级 : 秘密★1年", "秘密★"), flags("cell 备注 : 内部资料 注意保存", "内部资料"),
                 flags("title 机密★项目支出绩效自评表", "机密★"),
                 passes("actual 开展保守国家秘密、机密文件管理培训2次。"), passes("cell 备注 : 无")},
};

}  // namespace jiheng::audit
