// What it costs to read an item of a stream as a cell: how it fits its column, the cells of its row and
// the line before it. In units of "about as unlikely as this"; 0 is the ordinary case.
#pragma once

#include <limits>

#include "reading/segmenter/stream.h"

namespace jiheng::segmenter {

inline constexpr double kNever = std::numeric_limits<double>::infinity();

/// An item as a cell of the column, by itself: infinity where it cannot stand.
double cell_cost(const Item& item, Label column, const StreamTraits& traits);
/// A cell of the column that is not printed.
double blank_cost(Label column);
/// An item that belongs to no cell.
double stray_cost(const Item& item);

/// Two cells of one row; 0 for pairs of columns that say nothing of each other.
double pair_cost(const Item& one, Label column_of_one, const Item& other, Label column_of_other);

/// Do target and result measure different things (人 and %, a count and a word)? Then they are not of one row.
bool differ_in_kind(const Item& target, const Item& actual);

/// Does a name ask for another kind of target: a rate for a percentage, a number of things for none?
bool contradicts(const Item& name, const Item& target);

/// Whether an item can be a further line of a cell, and how likely: `full` is the width at which lines of
/// such cells are broken.
double continuation_cost(const Item& before, const Item& after, Label column, int full);
/// Is the item the rest of an answer that was broken inside its unit or level word (≥50厘|米, 显著提|升)?
bool makes_whole(const Item& begun, const Item& rest, const Vocabulary& vocabulary);
/// A cell of words that ends here: dear where the line looks cut.
double ending_cost(const Item& last, Label column, int full);

/// May cells of the column have several lines?
bool has_lines(Label column);

}  // namespace jiheng::segmenter
