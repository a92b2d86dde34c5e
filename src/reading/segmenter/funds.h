// Funds 项目资金 of a text in columns: rows named by vocabulary, values brought to them by order and place.
#pragma once

#include "form/form.h"
#include "reading/funds.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// With a header band (its lines are before `first`).
void read_layout_funds(const Sheet& sheet, const HeaderBand& band, std::size_t first, std::size_t last,
                       const Vocabulary& vocabulary, Form& form);

/// Without one: "label amount" pairs in any line of [first, last), as target declarations print them.
void read_funds_pairs(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                      Form& form);

/// What a declaration asks for is the initial budget, however its column is called.
void complete_declared_funds(Form& form);

/// Adds a row (or finds the one of that kind and label); columns that the table prints exist.
FundsRow& add_funds_row(Form& form, FundsRowKind kind, std::string_view label, const Location& where,
                        const std::vector<Label>& columns);

/// Puts a value into the row's column.
void set_funds_value(FundsRow& row, Label column, const std::string& text, const Location& where, float confidence);

}  // namespace jiheng::segmenter
