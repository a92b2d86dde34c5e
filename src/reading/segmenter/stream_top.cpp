#include "reading/segmenter/stream_top.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"
#include "form/number.h"
#include "reading/segmenter/heading.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F, kDoubtful = 0.6F;

struct Part1 {
  bool is_label = false;
  Label label = Label::None;
  std::string text;
  std::size_t line = 0, paragraph = 0;
  bool taken = false;
};

// Names of bodies end so; names of projects mostly do not.
bool names_a_body(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kEnds = {
      "局", "委", "委员会", "办", "办公室", "中心", "学校", "中学", "小学", "公司", "政府", "所", "院", "站", "处", "办事处", "会", "厅", "部", "馆", "乡", "镇", "司", "团"};
  const std::string key = key_of(text);
  return std::any_of(kEnds.begin(), kEnds.end(), [&key](std::string_view end) { return ends_with(key, end); });
}

bool wants_body(Label label) { return label == Label::Department || label == Label::Unit || label == Label::Reporter; }

}  // namespace

void read_stream_heading(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form) {
  std::vector<Part1> parts;
  std::size_t paragraph = 0;
  std::vector<std::pair<Label, std::string>> inline_values;
  bool funds_seen = false;
  std::vector<Location> inline_places;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = sheet.lines[i];
    if (line.after_blank) ++paragraph;
    if (names_year(line)) continue;
    for (const Word& word : line.words) {
      Label label = Label::None;
      std::string value;
      if (split_inline_label(word.text, vocabulary, label, value)) {
        inline_values.emplace_back(label == Label::Unit ? Label::Reporter : label, value);
        inline_places.push_back(line.where());
        continue;
      }
      const bool number = is_number(word.text) || is_percent(word.text) || is_dash(word.text);
      if (number || vocabulary.label(Part::FundsColumns, word.text) || vocabulary.label(Part::FundsRows, word.text) ||
          (funds_seen && (vocabulary.is_piece(Part::FundsRows, word.text) || vocabulary.is_piece(Part::FundsColumns, word.text)))) {
        funds_seen = true;
        continue;
      }
      if (const auto exact = vocabulary.label(Part::Header, word.text)) {
        parts.push_back({true, *exact, word.text, i, paragraph, false});
      } else if (vocabulary.label(Part::Sections, word.text) || key_of(word.text).front() == '(') {
        continue;
      } else if (!parts.empty() && !parts.back().is_label && parts.back().line == i) {
        parts.back().text += " " + word.text;
      } else {
        parts.push_back({false, Label::None, word.text, i, paragraph, false});
      }
    }
  }
  // Each label takes the text that follows it; labels that stand one after the other wait in order.
  std::vector<std::size_t> waiting;
  const auto give = [&](std::size_t label_at, std::size_t text_at, bool sure) {
    std::string value = parts[text_at].text;
    parts[text_at].taken = true;
    set_heading(form, parts[label_at].label, joined_lines(value), sheet.lines[parts[text_at].line].where(), sure ? kSure : kDoubtful);
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].is_label) {
      waiting.push_back(i);
      continue;
    }
    if (waiting.empty()) continue;
    const bool body = names_a_body(parts[i].text);
    // The label right before it fits, or the first waiting one of the kind.
    std::size_t chosen = waiting.size() - 1;
    bool sure = waiting.size() == 1 && parts[i].line - parts[waiting[chosen]].line <= 2 && (i + 1 >= parts.size() || parts[i + 1].is_label || parts[i + 1].paragraph != parts[i].paragraph);
    if (waiting.size() > 1) {
      const auto suits = [&](std::size_t w) {
        const Label label = parts[waiting[w]].label;
        if (label == Label::ProjectName) return !body;
        return wants_body(label) && body;
      };
      chosen = waiting.size();
      for (std::size_t w = 0; w < waiting.size() && chosen == waiting.size(); ++w) {
        if (suits(w)) chosen = w;
      }
      if (chosen == waiting.size()) continue;
    } else if (wants_body(parts[waiting[0]].label) && !body) {
      // The value may be broken over lines: "…某某|街道办事处".
      sure = true;
      if (i + 1 < parts.size() && !parts[i + 1].is_label && names_a_body(parts[i].text + parts[i + 1].text) && parts[i + 1].line - parts[i].line <= 3) {
        parts[i].text += "\n" + parts[i + 1].text;
        parts[i + 1].taken = true;
        // "…街道社区服|务中心": goes on while lines of the paragraph follow.
        give(waiting[0], i, true);
        waiting.clear();
        ++i;
        continue;
      }
      // Three lines: a body's name over three short lines.
      if (i + 2 < parts.size() && !parts[i + 1].is_label && !parts[i + 2].is_label && names_a_body(parts[i + 2].text)) {
        parts[i].text += "\n" + parts[i + 1].text + "\n" + parts[i + 2].text;
        give(waiting[0], i, true);
        waiting.clear();
        i += 2;
        continue;
      }
    }
    const Label label = parts[waiting[chosen]].label;
    give(waiting[chosen], i, sure && (!wants_body(label) || body) && !(label == Label::ProjectName && body));
    waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(chosen));
  }
  for (std::size_t i = 0; i < inline_values.size(); ++i) set_heading(form, inline_values[i].first, inline_values[i].second, inline_places[i], kSure);
  for (const Part1& part : parts) {
    if (!part.is_label && !part.taken) form.unclaimed.push_back({"", part.text, sheet.lines[part.line].where()});
  }
}

void read_stream_goals(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary, Form& form) {
  bool expected = false, actual = false;
  std::optional<std::size_t> expected_at, actual_at;
  struct Paragraph {
    std::vector<std::string> lines;
    Location where;
    std::size_t first_line = 0;
  };
  std::vector<Paragraph> paragraphs;
  bool fresh = true, split_line = false;
  std::vector<std::pair<std::string, std::string>> halves;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = sheet.lines[i];
    if (line.after_blank) fresh = true;
    std::vector<std::string> rest;
    for (const Word& word : line.words) {
      const auto label = vocabulary.label(Part::Goals, word.text);
      if (label && line.words.size() <= 4 && length(word.text) <= 16) {
        if (*label == Label::GoalActual) {
          actual = true;
          if (!actual_at) actual_at = i;
        } else if (*label == Label::GoalExpected && (!vocabulary.label(Part::Sections, word.text) || !expected)) {
          expected = true;
          if (!expected_at || vocabulary.label(Part::Sections, word.text) == std::nullopt) expected_at = i;
        }
        fresh = true;
        continue;
      }
      const bool side = rest.empty() && length(word.text) <= 6 && vocabulary.is_piece(Part::Sections, word.text);
      if (side) continue;
      rest.push_back(word.text);
    }
    if (rest.empty()) continue;
    if (fresh) {
      paragraphs.push_back({{}, line.where(), i});
      fresh = false;
    }
    // Two texts on one line: a space between two long runs of Chinese.
    const bool sentence = ends_with(rest[0], "。") || ends_with(rest[0], "；") || ends_with(rest[0], ";");
    if (rest.size() == 2 && length(rest[0]) >= 10 && length(rest[1]) >= 8 && expected && actual && !sentence) {
      split_line = true;
      halves.emplace_back(rest[0], rest[1]);
      paragraphs.back().lines.push_back("");
      continue;
    }
    std::string text;
    for (const std::string& word : rest) text += (text.empty() ? "" : " ") + word;
    paragraphs.back().lines.push_back(text);
  }
  const auto text_of = [](const Paragraph& paragraph) {
    std::string text;
    for (const std::string& line : paragraph.lines) text += (text.empty() ? "" : "\n") + line;
    return joined_lines(text);
  };
  form.goal_expected.exists = expected;
  form.goal_actual.exists = actual;
  if (!expected && !actual) return;
  std::erase_if(paragraphs, [](const Paragraph& paragraph) { return paragraph.lines.empty(); });
  if (paragraphs.empty()) return;
  const auto set = [&](TextField& field, const std::string& text, const Location& where, float confidence) {
    field = TextField(text, where, confidence);
  };
  if (!actual) {
    std::string text;
    for (const Paragraph& paragraph : paragraphs) text += text_of(paragraph);
    set(form.goal_expected, text, paragraphs.front().where, kDoubtful);
    return;
  }
  if (split_line) {
    // Lines of the two texts side by side; a line alone goes on with the text that it fits.
    std::string left, right;
    std::size_t half = 0;
    std::size_t left_width = 0, right_width = 0;
    for (const auto& [a, b] : halves) left_width = std::max(left_width, length(a)), right_width = std::max(right_width, length(b));
    bool last_right = false;
    std::size_t last_left_length = 0, last_right_length = 0;
    for (const Paragraph& paragraph : paragraphs) {
      for (const std::string& line : paragraph.lines) {
        if (line.empty()) {
          left += "\n" + halves[half].first;
          right += "\n" + halves[half].second;
          last_left_length = length(halves[half].first);
          last_right_length = length(halves[half].second);
          ++half;
          last_right = false;
        } else {
          // The text whose last line was full goes on; left before right.
          const bool left_open = half == 0 || last_left_length + 2 >= left_width;
          const bool right_open = half > 0 && last_right_length + 2 >= right_width;
          if (left_open && !last_right) {
            left += "\n" + line;
            last_left_length = length(line);
            if (half > 0) last_right = true;
          } else if (right_open || !left_open) {
            right += "\n" + line;
            last_right_length = length(line);
            last_right = false;
          } else {
            left += "\n" + line;
            last_left_length = length(line);
          }
        }
      }
    }
    set(form.goal_expected, joined_lines(left), paragraphs.front().where, kDoubtful);
    set(form.goal_actual, joined_lines(right), paragraphs.front().where, kDoubtful);
    return;
  }
  // Text between the headings belongs to the first; else paragraph by paragraph.
  std::vector<Paragraph> before, after;
  for (const Paragraph& paragraph : paragraphs) {
    const bool between = expected_at && actual_at && *expected_at < *actual_at && paragraph.first_line < *actual_at && paragraph.first_line > *expected_at;
    (between ? before : after).push_back(paragraph);
  }
  if (!before.empty()) {
    std::string a, b;
    for (const Paragraph& paragraph : before) a += (a.empty() ? "" : "\n") + text_of(paragraph);
    for (const Paragraph& paragraph : after) b += (b.empty() ? "" : "\n") + text_of(paragraph);
    set(form.goal_expected, joined_lines(a), before.front().where, kSure);
    if (!b.empty()) set(form.goal_actual, joined_lines(b), after.front().where, kSure);
    return;
  }
  if (paragraphs.size() == 1) {
    const std::vector<std::string>& lines = paragraphs[0].lines;
    if (lines.size() == 1 || !expected) {
      set(lines.size() == 1 && !expected ? form.goal_actual : form.goal_expected, text_of(paragraphs[0]), paragraphs[0].where, kDoubtful);
      return;
    }
    // Cut where the second text begins: a numbering that starts again, the same beginning, or the
    // line after the last short one.
    std::size_t cut = lines.size() / 2;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::string head = key_of(lines[0]).substr(0, 6);
      if (starts_with(key_of(lines[i]), head) || (starts_with(key_of(lines[i]), "1") && starts_with(key_of(lines[0]), "1"))) {
        cut = i;
        break;
      }
      if (ends_with(lines[i - 1], "。") && length(lines[i - 1]) + 3 < length(lines[0])) cut = i;
    }
    std::string a, b;
    for (std::size_t i = 0; i < lines.size(); ++i) (i < cut ? a : b) += "\n" + lines[i];
    set(form.goal_expected, joined_lines(a), paragraphs[0].where, kDoubtful);
    set(form.goal_actual, joined_lines(b), paragraphs[0].where, kDoubtful);
    return;
  }
  // Several paragraphs: the first text, then the second; a paragraph that begins in mid-sentence goes on.
  std::size_t cut = 1;
  if (paragraphs.size() > 2) {
    for (std::size_t i = 1; i < paragraphs.size(); ++i) {
      const std::string before_text = text_of(paragraphs[i - 1]);
      if (ends_with(before_text, "。")) {
        cut = i;
        break;
      }
    }
  }
  std::string a, b;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) (i < cut ? a : b) += "\n" + text_of(paragraphs[i]);
  const bool two = paragraphs.size() == 2;
  set(form.goal_expected, joined_lines(a), paragraphs[0].where, two ? kSure : kDoubtful);
  set(form.goal_actual, joined_lines(b), paragraphs[cut].where, two ? kSure : kDoubtful);
}

}  // namespace jiheng::segmenter
