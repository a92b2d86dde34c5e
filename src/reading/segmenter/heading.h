// Heading: project, departments, unit of money, marks: labels with their values to the right, values
// broken over lines around the label.
#pragma once

#include "form/form.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

/// Lines [first, last) of a text in columns.
void read_layout_heading(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary,
                         Form& form);

/// Stores a value under its header label; false if the form has no field for it or has it already.
bool set_heading(Form& form, Label label, const std::string& value, const Location& where, float confidence);

/// "标签：值" in one piece of text → label and value.
bool split_inline_label(std::string_view text, const Vocabulary& vocabulary, Label& label, std::string& value);

/// Kind of form by the words of its title.
FormKind kind_of_title(std::string_view title, const Wording& wording);

/// Title (one or two lines from `line` on), kind and year of lines [line, last). Returns the line after the title.
std::size_t read_title(const Sheet& sheet, std::size_t line, std::size_t last, const Vocabulary& vocabulary,
                       Form& form);

/// Unit of money, from the first label of lines [first, last) that names one: 单位：万元, 项目资金（元）.
void read_amount_unit(const Sheet& sheet, std::size_t first, std::size_t last, Form& form);

/// A code printed in front of the project's name ("51000021R000000019951-工资性支出").
void read_code_of_name(Form& form);

}  // namespace jiheng::segmenter
