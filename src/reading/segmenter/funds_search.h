// Funds search: amounts printed in some order → cells of the funds table. Every column is printed from top
// to bottom and words of one line belong to one row (or, in a table on its side, to one column); among all
// ways that keep to this, the cheapest by kinds, order and arithmetic is taken.
#pragma once

#include <string>
#include <vector>

#include "reading/segmenter/funds_proof.h"

namespace jiheng::segmenter {

/// One printed amount and the labels it was printed behind.
struct FundsAmount {
  FundsValue value;
  std::size_t line = 0, order = 0;
  int row_first = -1, row_last = -1;  ///< the run of row labels printed last before it; -1: none
  int column = -1;                    ///< the single column's name printed last before it
  bool on_label_line = false;         ///< one of those labels stands on its line
  int run_place = 0, run_size = 0;    ///< its place among the amounts between two labels, and how many there are
};

struct FundsPuzzle {
  std::vector<FundsRowKind> rows;
  std::vector<std::size_t> row_order;  ///< when each row's label was printed
  std::vector<Label> columns;          ///< as printed; FundsOtherColumn for columns the form has no field for
  std::vector<FundsAmount> amounts;
  bool sideways = false;  ///< the names of columns stand left, those of rows above
};

struct FundsCell {
  std::string text;
  std::size_t line = 0;
  bool sure = false;
};

struct FundsSolution {
  double cost = 0;
  std::vector<std::vector<FundsCell>> cells;  ///< by row and column
};

FundsSolution solve_funds(const FundsPuzzle& puzzle);

}  // namespace jiheng::segmenter
