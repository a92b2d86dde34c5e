#include "audit/surface.h"

#include <array>

#include "audit/context.h"
#include "core/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kHeaderTexts = 7, kTextsOfRow = 4, kShortestNumber = 11;
constexpr std::array<std::string_view, kHeaderTexts> kHeaderPaths = {
    "title", "project_name", "project_code", "department", "unit", "goal.expected", "goal.actual"};
constexpr std::array<std::string_view, kTextsOfRow> kRowFields = {"l3", "target", "actual", "note"};

// U+FFFD, private use, radicals that stand for characters, control characters.
bool is_stray(char32_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x2E80 && c <= 0x2FDF) ||
         (c < 0x20 && c != '\n' && c != '\t' && c != '\r');
}

void read_numbers(std::string_view text, std::size_t field, Surface& out) {
  // A run of eleven digits holds a digit at every eleventh byte.
  for (std::size_t at = kShortestNumber - 1; at < text.size();) {
    if (!is_digit(text[at])) {
      at += kShortestNumber;
      continue;
    }
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - begin == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x')) ++end;
    if (end - begin >= kShortestNumber)
      out.long_numbers.push_back({text.substr(begin, end - begin), text, begin, field});
    at = end + kShortestNumber;
  }
}

void read_stray(std::string_view text, std::size_t field, Surface& out) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    // Ideographs (E3–E9) and plain ASCII are never stray.
    if (lead >= 0xE3 && lead <= 0xE9) {
      at += 3;
      continue;
    }
    if (lead >= 0x20 && lead < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (!is_stray(c)) continue;
    out.stray.push_back({c, text, field});
    return;
  }
}

}  // namespace

Surface read_surface(const Form& form) {
  Surface out;
  for_each_text(form, [&](std::string_view text, std::size_t field) {
    read_numbers(text, field, out);
    read_stray(text, field, out);
  });
  return out;
}

Place place_of_text(const Context& context, std::size_t number) {
  if (number < kHeaderTexts) return context.at(kHeaderPaths[number]);
  number -= kHeaderTexts;
  const std::size_t rows = context.form.indicators.size();
  if (number < rows * kTextsOfRow) return context.at(number / kTextsOfRow, kRowFields[number % kTextsOfRow]);
  number -= rows * kTextsOfRow;
  return text_in_unclaimed(number);
}

std::string_view label_of_text(const Form& form, std::size_t number) {
  const std::size_t first = kHeaderTexts + form.indicators.size() * kTextsOfRow;
  return number >= first && number - first < form.unclaimed.size()
             ? std::string_view(form.unclaimed[number - first].label)
             : std::string_view();
}

}  // namespace jiheng::audit
