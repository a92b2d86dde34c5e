// P901: a personal mobile number stands in the form in clear.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/surface.h"

namespace jiheng::audit {
namespace {

void check(const Context& context, Report& report) {
  for (const LongNumber& number : context.surface.long_numbers) {
    const std::string_view digits = number.digits;
    if (digits.size() != 11 || digits[0] != '1' || digits[1] < '3') continue;
    const std::string masked = cat(digits.substr(0, 3), "****", digits.substr(7));
    Finding& finding = report.add({cat("有未遮盖的手机号码 ", masked), cat("A mobile number in clear: ", masked)},
                                  {place_of_text(context, number.field)});
    finding.fix = {cat("公开前遮盖为 ", masked, "，或改留办公电话"),
                   cat("Mask it as ", masked, " or give an office number")};
  }
}

}  // namespace

extern const Rule kP901{
    .id = "P901",
    .name = "personal-phone",
    .severity = Severity::Warning,
    .citation = "个人信息保护法：公开前去除个人信息",
    .title = {"有个人手机号码", "A personal telephone number"},
    .doc = {"公开的表中不应有个人手机号码；中间四位遮盖的和办公座机不提示。",
            "No personal mobile number should be published; masked ones and office lines are passed."},
    .kinds = {},
    .check = check,
    .examples = {flags("cell 联系电话 : 13800001234", "138****1234"),
                 flags("actual 咨询请拨打15912345678。", "159****5678"), passes("cell 联系电话 : 138****1234"),
                 passes("cell 联系电话 : 021-57681234"), passes("code 20230001138000012345")},
};

}  // namespace jiheng::audit
