#include "reading/segmenter/stream_runs.h"

#include <algorithm>
#include <utility>

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

std::vector<bool> rows_printed_together(const StreamTable& table, std::size_t items) {
  using Run = std::pair<int, int>;  // rows, both ends included
  const std::size_t rows = table.rows.size(), columns = table.columns.size();
  std::vector<std::vector<Run>> runs(columns, std::vector<Run>(rows, {kNowhere, kNowhere}));
  Owner last;
  int begun = 0;
  const auto close = [&] {
    if (last.row == kNowhere) return;
    for (int row = begun; row <= last.row; ++row)
      runs[static_cast<std::size_t>(last.column)][static_cast<std::size_t>(row)] = {begun, last.row};
  };
  for (const Owner& owner : owners_of(table, items)) {
    if (owner.row == kNowhere) continue;
    const bool goes_on = owner.column == last.column && (owner.row == last.row || owner.row == last.row + 1);
    if (!goes_on) {
      close();
      begun = owner.row;
    }
    last = owner;
  }
  close();
  std::vector<bool> together(rows, false);
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<Run> own;
    for (std::size_t c = 0; c < columns; ++c) {
      if (holds_values(table.columns[c].label)) own.push_back(runs[c][r]);
    }
    together[r] = !own.empty() && own.front().first != kNowhere &&
                  std::all_of(own.begin(), own.end(), [&](const Run& run) { return run == own.front(); });
  }
  return together;
}

}  // namespace jiheng::segmenter
