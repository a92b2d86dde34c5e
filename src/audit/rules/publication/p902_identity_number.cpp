// P902: a resident identity number stands in the form.
#include <array>

#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/surface.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

bool plausible_birthday(std::string_view id) {
  const int year = std::stoi(std::string(id.substr(6, 4))), month = std::stoi(std::string(id.substr(10, 2))),
            day = std::stoi(std::string(id.substr(12, 2)));
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// GB 11643: weights modulo 11, the check character is one of eleven.
bool checks_out(std::string_view id) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (id[i] - '0') * kWeights[i];
  const char last = id[17] == 'x' ? 'X' : id[17];
  return std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)] == last;
}

void check(const Context& context, Report& report) {
  for (const LongNumber& number : context.surface.long_numbers) {
    if (number.digits.size() != 18 || number.digits[0] == '0' || number.digits[0] > '8' ||
        !plausible_birthday(number.digits))
      continue;
    const bool right = checks_out(number.digits);
    const bool named = contains(label_of_text(context.form, number.field), "身份证") || contains(number.text, "身份证");
    if (!right && !named) continue;  // codes of projects and documents look alike
    const std::string masked = cat(number.digits.substr(0, 6), "********", number.digits.substr(14));
    Finding& finding = report.add({cat("有居民身份证号码 ", masked, right ? "" : "（校验位不符，可能录错）"),
                                   cat("A resident identity number: ", masked)},
                                  {place_of_text(context, number.field)});
    finding.fix = {"公开前删除身份证号码", "Remove it before publication"};
  }
}

}  // namespace

extern const Rule kP902{
    .id = "P902",
    .name = "identity-number",
    .severity = Severity::Error,
    .citation = "个人信息保护法：公开前去除个人信息",
    .title = {"有身份证号码", "A resident identity number"},
    .doc = {"身份证号码属敏感个人信息，不得随表公开。按出生日期和校验位识别，项目编码不提示。",
            "Identity numbers must not be published. Recognised by birthday and check digit."},
    .kinds = {},
    .check = check,
    .examples = {flags("cell 备注 : 受助人11010519491231002X", "110105********002X"),
                 flags("cell 身份证号 : 110105194912310021", "校验位不符"), passes("code 110105202302310021"),
                 passes("code 310117230000000123456"), passes("cell 备注 : 110105194912310021")},
};

}  // namespace jiheng::audit
