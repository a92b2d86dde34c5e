#include "reading/segmenter/extents.h"

#include <algorithm>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kLongestHeading = 400;  // lines from a title to the indicators' header
constexpr std::size_t kLongestColumn = 8;     // characters of a column's name
constexpr std::size_t kWindow = 80;           // lines over which reading order spreads a header

struct Marks {
  bool title = false;
  bool project = false;       // names the project's label
  int indicator_columns = 0;  // distinct column names: 1 = level, 2 = target or result, 4 = points
};

Marks marks_of(const Sheet& sheet, std::size_t i, const Vocabulary& vocabulary) {
  Marks marks;
  const Line& line = sheet.lines[i];
  if (line.words.size() > 40) return marks;
  const Wording& wording = vocabulary.wording();
  marks.title = wording.is_title(line.text) && !vocabulary.label(Part::Header, line.words.front().text);
  if (!marks.title && i + 1 < sheet.lines.size() && line.text.size() < 150 && sheet.lines[i + 1].text.size() < 60 &&
      sheet.lines[i + 1].words.size() == 1 && line.words.size() <= 2 && !wording.is_title(sheet.lines[i + 1].text)) {
    // A title over two lines; the first must not be a value or a label of its own.
    marks.title = wording.is_title(line.text + sheet.lines[i + 1].text) &&
                  !vocabulary.label(Part::Header, line.words.front().text);
  }
  // "项目名称：…" in one word.
  const std::string first = folded(line.words.front().text);
  if (const std::size_t colon = first.find(':'); colon != std::string::npos && colon > 0 && colon + 1 < first.size())
    marks.project = vocabulary.label(Part::Header, first.substr(0, colon)) == Label::ProjectName;
  for (const Word& word : line.words) {
    if (word.text.size() > 60) continue;
    if (vocabulary.label(Part::Header, word.text) == Label::ProjectName) marks.project = true;
    auto label = vocabulary.label(Part::IndicatorColumns, word.text);
    // Beside a name of levels a column may be called in many ways (本年目标值).
    if (!label && (marks.indicator_columns & 1) && length(word.text) <= kLongestColumn)
      label = vocabulary.label_like(Part::IndicatorColumns, word.text);
    if (!label) continue;
    if (*label == Label::IndicatorL1 || *label == Label::IndicatorL2 || *label == Label::IndicatorL3)
      marks.indicator_columns |= 1;
    if (*label == Label::IndicatorTarget || *label == Label::IndicatorActual) marks.indicator_columns |= 2;
    if (*label == Label::IndicatorWeight || *label == Label::IndicatorScore) marks.indicator_columns |= 4;
  }
  return marks;
}

// A title alone on its line, the name of a project soon after it: a form begins, whatever is open.
bool heads_a_form(const Sheet& sheet, std::size_t i, const Vocabulary& vocabulary) {
  if (sheet.lines[i].words.size() != 1) return false;
  for (std::size_t k = i + 1; k < std::min(i + 4, sheet.lines.size()); ++k) {
    if (vocabulary.label(Part::Header, sheet.lines[k].words.front().text) == Label::ProjectName) return true;
  }
  return false;
}

}  // namespace

std::vector<Extent> find_extents(const Sheet& sheet, const Vocabulary& vocabulary) {
  const std::size_t n = sheet.lines.size();
  std::vector<Extent> extents;
  bool open = false, headed = false;
  std::size_t first = 0, last_title = 0;
  std::size_t level_at = n, value_at = n, points_at = n;  // the last line that named a level, a value, a points column
  std::size_t project_at = n;
  const auto close = [&](std::size_t end) {
    if (open && headed) extents.push_back({first, end});
    open = headed = false;
    level_at = value_at = points_at = n;
  };
  for (std::size_t i = 0; i < n; ++i) {
    const Marks marks = marks_of(sheet, i, vocabulary);
    const bool value_of_name = i > 0 && project_at != n && i - project_at <= 3 && !headed && open;
    // A heading that has begun holds no second title: a project may be called like a form.
    const bool value_in_heading = open && !headed && project_at != n && i - first <= 15 &&
                                  !(i > project_at + 2 && heads_a_form(sheet, i, vocabulary));
    if (marks.title && !value_of_name && !value_in_heading && !(open && last_title + 1 == i)) {
      close(i);
      open = true;
      first = i;
      last_title = i;
      project_at = n;
      continue;
    }
    if (marks.project) {
      if (open && headed) {
        // A further form without a title of its own.
        close(i);
      }
      if (!open) {
        open = true;
        first = i;
      }
      project_at = i;
    }
    if (marks.indicator_columns & 1) level_at = i;
    if (marks.indicator_columns & 2) value_at = i;
    if ((marks.indicator_columns & 4) && level_at != n) points_at = i;
    // Below a title, points will do: what is to be reached may be called in ways that nobody has listed.
    const std::size_t other_at = value_at == n && points_at > level_at && first == last_title ? points_at : value_at;
    const std::size_t low = std::min(level_at, other_at), high = std::max(level_at, other_at);
    if (open && !headed && high != n && high - low <= kWindow) {
      headed = i - first <= kLongestHeading;
      if (!headed) open = false;
    }
  }
  close(n);
  return extents;
}

}  // namespace jiheng::segmenter
