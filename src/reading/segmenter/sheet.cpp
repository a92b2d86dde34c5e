#include "reading/segmenter/sheet.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "form/number.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kDecimals = 6;  // of an amount in 万元, to the 分
constexpr float kSamePlace = 4.5F;    // between the middles of two parts of a cell

constexpr float kLineStart = 99.0F;      // gap before the first word
constexpr float kPointsPerLine = 12.0F;  // height of a line where a page gives points

// "- 1 -", "— 12 —", "第 3 页", "第3页 共5页", "3/12": what a page prints below its text.
bool is_page_number(std::string_view text) {
  const std::string key = key_of(text);
  if (key.empty() || key.size() > 40) return false;
  std::size_t digits = 0, others = 0, dashes = 0, words = 0;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_code_point(key, at);
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c == '-')
      ++dashes;
    else if (c == U'第' || c == U'页' || c == U'共' || c == ',')
      ++words;
    else
      ++others;
  }
  if (digits == 0 || digits > 6 || others > 0) return false;
  return (dashes >= 2 && words == 0 && key.front() == '-' && key.back() == '-') || (words >= 2 && contains(key, "页"));
}

// "3/12" alone on the last line of a page; elsewhere it may be a value.
bool is_page_of_pages(std::string_view text) {
  const std::string key = key_of(text);
  const std::size_t slash = key.find('/');
  if (slash == std::string::npos || slash == 0 || slash > 3 || key.size() - slash > 4) return false;
  const auto page = parse_number(std::string_view(key).substr(0, slash));
  const auto pages = parse_number(std::string_view(key).substr(slash + 1));
  return key.find_first_not_of("0123456789/") == std::string::npos && page && pages && *page <= *pages;
}

// pdftotext counts every character as one column, whatever its width on a terminal; so do we.
void add_words(std::string_view text, float start, float advance, std::vector<Word>& words) {
  float column = start;
  Word word;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      if (!word.text.empty()) words.push_back(std::exchange(word, Word{}));
      column += advance * static_cast<float>(c == 0x3000 ? 2 : 1);
      continue;
    }
    if (word.text.empty()) word.left = column;
    word.text.append(text.substr(from, at - from));
    column += advance;
    word.right = column;
  }
  if (!word.text.empty()) words.push_back(std::move(word));
}

float widths_of(std::string_view text) {
  return static_cast<float>(display_width(text)) / 2.0F;
}

// Points per character of a page: the median over its spans, so that one large title weighs nothing.
float em_of(const Document& document) {
  std::vector<float> sizes;
  for (const Block& block : document.blocks) {
    const TextLine* line = block.line();
    if (line == nullptr || line->line > 0) continue;
    for (const Span& span : line->spans) {
      const float widths = widths_of(span.text);
      if (widths >= 2 && span.right > span.left) sizes.push_back((span.right - span.left) / widths);
      if (sizes.size() > 4000) break;
    }
  }
  if (sizes.empty()) return 10.0F;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  return std::max(1.0F, sizes[sizes.size() / 2]);
}

// 486.2700|00: an amount of six decimals that a narrow cell broke; zeros alone are none. They go to the amount
// above them in the same place.
void join_broken_amounts(Sheet& sheet) {
  const auto is_rest_of = [](const Word& rest, const Word& amount) {
    const std::size_t point = amount.text.find('.');
    return point != std::string::npos && point > 0 && parse_number(amount.text) &&
           amount.text.size() - point - 1 >= 4 && amount.text.size() - point - 1 + rest.text.size() == kDecimals &&
           std::abs(amount.center() - rest.center()) <= kSamePlace;
  };
  for (std::size_t i = 1; i < sheet.lines.size(); ++i) {
    std::erase_if(sheet.lines[i].words, [&](const Word& rest) {
      if (rest.text.find_first_not_of('0') != std::string::npos) return false;
      for (std::size_t k = i; k > 0 && i - k < 3; --k) {
        std::vector<Word>& above = sheet.lines[k - 1].words;
        const auto amount =
            std::find_if(above.begin(), above.end(), [&](const Word& word) { return is_rest_of(rest, word); });
        if (amount == above.end()) continue;
        amount->text += rest.text;
        return true;
      }
      return false;
    });
  }
  std::erase_if(sheet.lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace

Location Line::where() const {
  Location place;
  place.page = page;
  place.row = number;
  return place;
}

Sheet sheet_of(const Document& document) {
  Sheet sheet;
  const float em = em_of(document);
  float y = 0, last_top = 0;
  int last_page = 0, last_number = 0;
  bool blank = false;
  for (const Block& block : document.blocks) {
    const TextLine* source = block.line();
    if (source == nullptr) continue;
    const std::string_view text = trimmed(source->text);
    const bool counted = source->line > 0;
    float step = 1;
    if (source->page == last_page && last_page != 0) {
      if (counted)
        step = static_cast<float>(std::max(1, source->line - last_number));
      else if (!source->box.empty())
        step = std::max(0.0F, (source->box.top - last_top) / std::max(em * 1.3F, kPointsPerLine));
    }
    if (text.empty()) {
      blank = true;
      continue;
    }
    if (counted && source->line > last_number + 1) blank = true;
    if (source->page != last_page && !sheet.lines.empty() && is_page_of_pages(sheet.lines.back().text))
      sheet.lines.pop_back();
    y += std::min(step, 12.0F);
    last_page = source->page;
    last_number = source->line;
    last_top = source->box.top;
    if (is_page_number(text)) {
      blank = true;
      continue;
    }
    Line line;
    line.text = std::string(text);
    line.y = y;
    line.page = source->page;
    line.number = source->line;
    line.after_blank = std::exchange(blank, false);
    if (counted || source->spans.empty()) {
      add_words(source->text, 0, 1, line.words);
    } else {
      sheet.measured = true;
      for (const Span& span : source->spans) {
        const std::size_t characters = std::max<std::size_t>(1, length(span.text));
        add_words(span.text, span.left / em, (span.right - span.left) / em / static_cast<float>(characters),
                  line.words);
      }
    }
    float end = -kLineStart;
    for (Word& word : line.words) {
      word.gap = end == -kLineStart ? kLineStart : word.left - end;
      end = word.right;
    }
    if (!line.words.empty()) sheet.lines.push_back(std::move(line));
  }
  join_broken_amounts(sheet);
  return sheet;
}

bool stands_in_columns(const Sheet& sheet, std::size_t first, std::size_t last) {
  std::size_t wide = 0, all = 0;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = sheet.lines[i];
    ++all;
    const bool indented = line.words.front().left >= 2;
    const bool gaps =
        std::any_of(line.words.begin() + 1, line.words.end(), [](const Word& w) { return w.gap >= 1.9F; });
    wide += indented || gaps;
  }
  return all > 0 && wide * 2 > all;
}

bool names_year(const Line& line) {
  const std::string key = key_of(line.text);
  return starts_with(key, "(") && ends_with(key, ")") && length(key) <= 12 && contains(key, "年");
}

std::vector<Word> pieces_of(const Line& line) {
  std::vector<Word> pieces;
  for (const Word& word : line.words) {
    if (!pieces.empty() && word.gap < 1.9F) {
      pieces.back().text += " " + word.text;
      pieces.back().right = word.right;
    } else {
      pieces.push_back(word);
    }
  }
  return pieces;
}

}  // namespace jiheng::segmenter
