// P903: a bank account or card number stands in the form.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/surface.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

// Luhn's check digit of bank cards.
bool is_card(std::string_view digits) {
  if (digits.size() < 16 || digits.size() > 19 || digits[0] != '6' || digits[1] != '2') return false;
  int sum = 0;
  bool twice = false;
  for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
    int value = digits[i] - '0';
    if (twice && (value *= 2) > 9) value -= 9;
    sum += value;
  }
  return sum % 10 == 0;
}

bool named_account(const Context& context, const LongNumber& number) {
  const std::string_view label = label_of_text(context.form, number.field);
  const std::size_t from = number.position > 60 ? number.position - 60 : 0;
  const std::string_view before = number.text.substr(from, number.position - from);
  for (const std::string& word : context.lexicon.list("narrative_account_words")) {
    if (contains(label, word) || contains(before, word)) return true;
  }
  return false;
}

void check(const Context& context, Report& report) {
  for (const LongNumber& number : context.surface.long_numbers) {
    if (number.digits.find_first_of("Xx") != std::string_view::npos || number.digits.size() < 12) continue;
    if (!is_card(number.digits) && !named_account(context, number)) continue;
    const std::string masked =
        cat(number.digits.substr(0, 4), "********", number.digits.substr(number.digits.size() - 4));
    Finding& finding = report.add({cat("有银行账号 ", masked), cat("A bank account number: ", masked)},
                                  {place_of_text(context, number.field)});
    finding.fix = {"公开前删除银行账号", "Remove it before publication"};
  }
}

}  // namespace

extern const Rule kP903{
    .id = "P903",
    .name = "bank-account",
    .severity = Severity::Error,
    .citation = "个人信息保护法：公开前去除个人信息",
    .title = {"有银行账号", "A bank account number"},
    .doc = {"银行卡号（校验位相符）或写明账号、卡号的长数字不得随表公开。",
            "Card numbers with a right check digit, and long figures named as accounts, must not be published."},
    .kinds = {},
    .check = check,
    .examples = {flags("cell 备注 : 6222021234567890128", "6222********0128"),
                 flags("cell 收款账号 : 310066661018010012345", "3100********2345"),
                 flags("actual 补助打入账号401234567890123。", "4012********0123"), passes("code 6222021234567890123"),
                 passes("code 310066661018010012345")},
};

}  // namespace jiheng::audit
