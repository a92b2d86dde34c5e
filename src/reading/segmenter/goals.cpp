#include "reading/segmenter/goals.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "reading/segmenter/columns.h"

namespace jiheng::segmenter {
namespace {

constexpr float kSure = 0.85F;
constexpr float kLabelGap = 4;  // free space between a label and the texts right of it

struct Half {
  std::string text;
  Location where;
  bool unsure = false;
};

// A section's name among the words of a text came from elsewhere.
bool holds_label(const std::vector<Word>& words, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  for (std::size_t i = first; i < last; ++i) {
    if (vocabulary.label(Part::Sections, without_numbering(words[i].text))) return true;
  }
  return false;
}

void append(Half& half, const std::string& text, const Line& line) {
  if (text.empty()) return;
  if (half.text.empty())
    half.where = line.where();
  else
    half.text.push_back('\n');
  half.text += text;
}

std::string joined(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) text.push_back(' ');
    text += words[i].text;
  }
  return text;
}

// Is the word a piece of the section's name (年度|总体|目标; 年|度|总|…)?
bool is_side_piece(const Word& word, const Vocabulary& vocabulary) {
  return length(word.text) <= 8 && vocabulary.is_piece(Part::Sections, without_numbering(word.text));
}

// Where the section's name stands: the leftmost pieces of it, one below the other, at the edge of the page or
// left of all texts. 目标 further right begins a text.
Band side_of(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  constexpr float kEdge = 12;
  const Word* side = nullptr;
  float texts = 1e9F;
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = sheet.lines[i].words.front();
    if (!is_side_piece(word, vocabulary)) {
      texts = std::min(texts, word.left);
    } else if (side == nullptr || word.left < side->left) {
      side = &word;
    }
  }
  if (side == nullptr || (side->left >= kEdge && side->right > texts)) return {0, 0};
  return {side->left, side->right};
}

// Words at the left that belong to the section's name.
std::size_t side_words(const Line& line, const Vocabulary& vocabulary, const Band& side) {
  std::size_t count = 0;
  while (count < line.words.size() && line.words[count].left < side.right &&
         is_side_piece(line.words[count], vocabulary))
    ++count;
  return count;
}

int width(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  int sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += display_width(words[i].text) + (i > first ? 1 : 0);
  return sum;
}

// Running text right of the label, no row of a table.
bool begins_text(const Line& line, const GoalHeader::Text& label, const Vocabulary& vocabulary) {
  if (line.words.front().left < label.right - 1 || line.words.size() > 8) return false;
  for (const Word& word : line.words) {
    for (const Part part : {Part::Header, Part::FundsRows, Part::FundsColumns}) {
      if (vocabulary.label(part, word.text)) return false;
    }
  }
  return length(line.text) > 20;
}

}  // namespace

GoalHeader find_goal_pair(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  GoalHeader header;
  for (std::size_t i = first; i < last && !header.found; ++i) {
    GoalHeader candidate;
    candidate.line = i;
    bool actual = false, expected = false;
    for (const Word& word : sheet.lines[i].words) {
      const auto label = vocabulary.label(Part::Goals, word.text);
      const bool rate = !label && actual && vocabulary.label(Part::Header, word.text) == Label::OtherHeader;
      if (rate) candidate.texts.push_back({Label::None, word.left, word.right});
      if (!label) continue;
      actual = actual || *label == Label::GoalActual;
      expected = expected || *label == Label::GoalExpected || *label == Label::GoalOther;
      candidate.texts.push_back({*label, word.left, word.right});
    }
    if (candidate.texts.size() >= 2 && (actual || expected)) {
      // A section's name in front of both headings is no text of its own.
      if (candidate.texts.size() >= 3 && actual && candidate.texts[0].label == Label::GoalExpected &&
          candidate.texts[1].label == Label::GoalExpected) {
        candidate.texts.erase(candidate.texts.begin());
      }
      candidate.found = true;
      return candidate;
    }
  }
  // The two headings on neighbouring lines (columns of different height).
  for (std::size_t i = first; i < last; ++i) {
    for (const Word& word : sheet.lines[i].words) {
      if (vocabulary.label(Part::Goals, word.text) != Label::GoalExpected) continue;
      for (std::size_t j = i + 1; j < std::min(i + 3, last); ++j) {
        for (const Word& other : sheet.lines[j].words) {
          if (vocabulary.label(Part::Goals, other.text) == Label::GoalActual && other.left > word.right &&
              other.gap > 2) {
            header.found = true;
            header.line = i;
            header.texts = {{Label::GoalExpected, word.left, word.right}, {Label::GoalActual, other.left, other.right}};
            return header;
          }
        }
      }
    }
  }
  return header;
}

GoalHeader find_single_goal(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  // One text only: its heading in the line above it, or at its side.
  GoalHeader header;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = sheet.lines[i];
    for (const Word& word : line.words) {
      if (vocabulary.label(Part::Goals, word.text) != Label::GoalExpected) continue;
      header.found = true;
      header.line = i;
      header.texts = {{Label::GoalExpected, word.left, word.right}};
      return header;
    }
  }
  return header;
}

void read_layout_goals(const Sheet& sheet, const GoalHeader& header, std::size_t last, const Vocabulary& vocabulary,
                       Form& form) {
  if (!header.found) return;
  const std::size_t count = header.texts.size();
  // Where each text but the first begins: half way between headings at first, then from lines that
  // have only one text or a clear gap.
  std::vector<float> starts(count, 0);
  int widest_left = 0, seen = 0;  // the width of the left text, by lines that show where it ends
  struct Body {
    const Line* line;
    std::size_t first;  // words after the side
  };
  std::vector<Body> body;
  std::size_t from = header.line;
  if (count == 1) {
    // A label at the side stands in the middle of its text: lines above that begin right of it.
    while (from > 0 && begins_text(sheet.lines[from - 1], header.texts[0], vocabulary) &&
           sheet.lines[from].y - sheet.lines[from - 1].y < 1.3F)
      --from;
  } else {
    ++from;
  }
  const Band edge = side_of(sheet, from, last, vocabulary);
  for (std::size_t i = from; i < last; ++i) {
    const Line& line = sheet.lines[i];
    std::size_t side = side_words(line, vocabulary, edge);
    if (i == header.line && count == 1) {
      // Text may go on behind a heading at the side ("总体目标  全面改善…").
      while (side < line.words.size() && line.words[side].left <= header.texts[0].left) ++side;
    }
    bool heading = false;
    for (std::size_t w = side; w < line.words.size(); ++w) {
      const auto label = vocabulary.label(Part::Goals, line.words[w].text);
      heading = heading || (label && i <= header.line + 2 && count > 1);
    }
    std::size_t words = line.words.size() - side;
    if (heading) {
      // The second heading on its own line, text of the first beside it.
      Line copy = line;
      std::erase_if(copy.words, [&](const Word& word) { return vocabulary.label(Part::Goals, word.text).has_value(); });
      words = copy.words.size() > side ? copy.words.size() - side : 0;
    }
    if (words == 0) continue;
    body.push_back({&line, side});
  }
  std::vector<Half> halves(count);
  if (count == 1) {
    for (const Body& part : body)
      append(halves[0], joined(part.line->words, part.first, part.line->words.size()), *part.line);
  } else {
    const float middle = (header.texts[0].right + header.texts[1].left) / 2;
    // The full width of the left text: the widest line that is followed by a clear gap or ends there.
    for (const Body& part : body) {
      const auto& words = part.line->words;
      std::size_t cut = part.first;
      for (std::size_t w = part.first + 1; w < words.size() && cut == part.first; ++w) {
        if (words[w].gap >= 2.9F) cut = w;
      }
      const bool single = cut == part.first;
      if (single && (words.back().right > middle + 12 || words[part.first].left > middle)) continue;
      if (!single && words[cut].left < middle * 0.6F) continue;
      widest_left = std::max(widest_left, width(words, part.first, single ? words.size() : cut));
      ++seen;
    }
    if (seen < 3) widest_left = 0;
    float first_left = 1e9F;  // of the first text's lines
    for (const Body& part : body) {
      const auto& words = part.line->words;
      std::vector<Word> kept;
      for (std::size_t w = part.first; w < words.size(); ++w) {
        const auto label = vocabulary.label(Part::Goals, words[w].text);
        if (part.line <= &sheet.lines[header.line] + 2 && label && words[w].gap > 2) continue;
        kept.push_back(words[w]);
      }
      // A third column beside the texts (总体完成率) holds a number.
      while (count > 2 && !kept.empty() && is_number(kept.back().text) && kept.back().gap > 2) kept.pop_back();
      if (kept.empty()) continue;
      // A label left of the first text begins something else.
      if (!halves[0].text.empty() && kept.back().right < first_left - kLabelGap) break;
      // The cheapest cut: 0 = all right, kept.size() = all left.
      std::size_t best = 0;
      double best_cost = 1e9;
      for (std::size_t cut = 0; cut <= kept.size(); ++cut) {
        const int left_width = width(kept, 0, cut), right_width = width(kept, cut, kept.size());
        double cost = 0;
        if (cut > 0 && cut < kept.size()) {
          const double gap = static_cast<double>(kept[cut].gap);
          cost += gap >= 1.9 ? 0 : 0.5;
          cost -= std::min(4.0, gap - 1);
          // A number and what it counts stand in one text.
          if (is_digit(kept[cut - 1].text.back()) && !is_digit(kept[cut].text.front()) && gap < 1.9) cost += 1.5;
          cost += 0.08 * std::abs(static_cast<double>(kept[cut].left - middle));
        }
        if (widest_left > 0 && left_width > widest_left + 3) cost += 0.7 * (left_width - widest_left - 3);
        if (cut == 0) cost += 0.5 * std::max(0.0, static_cast<double>(middle - kept[0].left) - 2);
        if (cut == kept.size())
          cost += right_width == 0 ? 0.25 * std::max(0.0, static_cast<double>(kept.back().left - middle)) : 0;
        if (cut == kept.size() && kept.front().left > middle - 1) cost += 6;
        for (std::size_t w = 1; w < kept.size(); ++w) {
          if (w == cut) continue;
          if (kept[w].gap >= 2.9F) cost += 4;
          // Chinese text has few spaces, except around numbers.
          const bool number = is_digit(kept[w].text.front()) || is_digit(kept[w - 1].text.back());
          const bool fits = widest_left > 0 && width(kept, 0, kept.size()) <= widest_left + 2;
          if (kept[w].gap < 2.9F && !fits) cost += number ? 0.3 : 2.2;
        }
        if (cost < best_cost) best_cost = cost, best = cut;
      }
      if (best > 0 && best < kept.size() && kept[best].gap < 1.9F) halves[0].unsure = halves[1].unsure = true;
      halves[0].unsure = halves[0].unsure || holds_label(kept, 0, best, vocabulary);
      halves[1].unsure = halves[1].unsure || holds_label(kept, best, kept.size(), vocabulary);
      if (best > 0) first_left = std::min(first_left, kept.front().left);
      append(halves[0], joined(kept, 0, best), *part.line);
      append(halves[1], joined(kept, best, kept.size()), *part.line);
    }
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(count, 2); ++i) {
    TextField field(joined_lines(halves[i].text), halves[i].where, halves[i].unsure ? 0.6F : kSure);
    if (header.texts[i].label == Label::GoalExpected)
      form.goal_expected = field;
    else if (header.texts[i].label == Label::GoalActual)
      form.goal_actual = field;
    else if (!field.printed.empty())
      form.unclaimed.push_back({"", field.printed, field.where});
  }
}

}  // namespace jiheng::segmenter
