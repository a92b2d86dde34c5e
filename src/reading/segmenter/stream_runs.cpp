#include "reading/segmenter/stream_runs.h"

#include <algorithm>

namespace jiheng::segmenter {
namespace {

constexpr int kNowhere = -1;

struct Owner {
  int row = kNowhere, column = kNowhere;
};

// Which cell each item belongs to.
std::vector<Owner> owners_of(const StreamTable& table, std::size_t items) {
  std::vector<Owner> owners(items);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      for (const std::size_t item : table.rows[r].cells[c].items)
        owners[item] = {static_cast<int>(r), static_cast<int>(c)};
    }
  }
  return owners;
}

// Where the cells of a row were printed.
struct RowSpan {
  std::vector<std::size_t> places;  // of their lines
  std::size_t first = 0, last = 0;  // of its values
  bool any = false;
  void add(std::size_t place, bool value) {
    places.push_back(place);
    if (!value) return;
    first = any ? first : place;
    last = place;
    any = true;
  }
  /// No other row's cell stands between its values.
  [[nodiscard]] bool unbroken() const {
    const auto between = std::count_if(places.begin(), places.end(),
                                       [this](std::size_t place) { return place >= first && place <= last; });
    return any && static_cast<std::size_t>(between) == last - first + 1;
  }
};

bool holds_values(Label column) {
  return column == Label::IndicatorTarget || column == Label::IndicatorActual || column == Label::IndicatorWeight ||
         column == Label::IndicatorScore;
}

}  // namespace

std::vector<RowRuns> runs_of_rows(const StreamTable& table, std::size_t items) {
  struct Run {
    int first = kNowhere, last = kNowhere;  // rows
    int lines = 0;
  };
  const std::size_t rows = table.rows.size(), columns = table.columns.size();
  std::vector<std::vector<Run>> runs(columns, std::vector<Run>(rows));
  std::vector<RowSpan> spans(rows);
  Owner last;
  Run run;
  const auto close = [&] {
    if (last.row == kNowhere) return;
    for (int row = run.first; row <= run.last; ++row)
      runs[static_cast<std::size_t>(last.column)][static_cast<std::size_t>(row)] = run;
  };
  std::size_t place = 0;
  for (const Owner& owner : owners_of(table, items)) {
    if (owner.row == kNowhere) continue;
    spans[static_cast<std::size_t>(owner.row)].add(
        place++, holds_values(table.columns[static_cast<std::size_t>(owner.column)].label));
    const bool goes_on = owner.column == last.column && (owner.row == last.row || owner.row == last.row + 1);
    if (!goes_on) {
      close();
      run = {owner.row, owner.row, 0};
    }
    run.last = owner.row;
    ++run.lines;
    last = owner;
  }
  close();
  // A row whose other values are blank must have two at least, where the table has as many.
  const auto enough =
      std::min<std::ptrdiff_t>(2, std::count_if(table.columns.begin(), table.columns.end(),
                                                [](const StreamColumn& column) { return holds_values(column.label); }));
  std::vector<RowRuns> found(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<Run> values;
    Run names;
    for (std::size_t c = 0; c < columns; ++c) {
      if (holds_values(table.columns[c].label) && runs[c][r].first != kNowhere) values.push_back(runs[c][r]);
      if (table.columns[c].label == Label::IndicatorL3) names = runs[c][r];
    }
    const auto as_first = [&values](const Run& other) {
      return other.first == values.front().first && other.last == values.front().last;
    };
    const bool alone = !values.empty() && values.front().first == values.front().last;
    found[r].together = !values.empty() && std::ssize(values) >= enough &&
                        std::all_of(values.begin(), values.end(), as_first) && (!alone || spans[r].unbroken());
    found[r].name_together = found[r].together && as_first(names);
    found[r].name_counted = found[r].name_together && names.lines == names.last - names.first + 1;
  }
  return found;
}

}  // namespace jiheng::segmenter
