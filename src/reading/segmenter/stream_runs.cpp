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
  Owner last;
  Run run;
  const auto close = [&] {
    if (last.row == kNowhere) return;
    for (int row = run.first; row <= run.last; ++row)
      runs[static_cast<std::size_t>(last.column)][static_cast<std::size_t>(row)] = run;
  };
  for (const Owner& owner : owners_of(table, items)) {
    if (owner.row == kNowhere) continue;
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
  std::vector<RowRuns> found(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<Run> values;
    Run names;
    for (std::size_t c = 0; c < columns; ++c) {
      if (holds_values(table.columns[c].label)) values.push_back(runs[c][r]);
      if (table.columns[c].label == Label::IndicatorL3) names = runs[c][r];
    }
    const auto as_first = [&values](const Run& other) {
      return other.first == values.front().first && other.last == values.front().last;
    };
    found[r].together =
        !values.empty() && values.front().first != kNowhere && std::all_of(values.begin(), values.end(), as_first);
    found[r].name_together = found[r].together && as_first(names);
    found[r].name_counted = found[r].name_together && names.lines == names.last - names.first + 1;
  }
  return found;
}

}  // namespace jiheng::segmenter
