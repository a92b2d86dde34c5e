// Table body: the lines of the indicators below their header, up to the total, to remarks, to a text that is no table.
#pragma once

#include <map>
#include <vector>

#include "form/form.h"
#include "reading/segmenter/groups.h"
#include "reading/segmenter/header_band.h"
#include "reading/segmenter/sheet.h"
#include "reading/segmenter/vocabulary.h"

namespace jiheng::segmenter {

struct TableBody {
  std::vector<Line> lines;                          ///< without headers repeated on new pages
  std::vector<GroupLabel> captions;                 ///< first levels printed alone above their rows
  std::map<int, std::vector<Column>> page_columns;  ///< of headers repeated on later pages
  std::size_t end = 0;                              ///< the line after the table
};

/// The lines after `band`, up to `last`; the total row goes into `form`.
TableBody collect_body(const Sheet& sheet, const HeaderBand& band, std::size_t last, const Vocabulary& vocabulary,
                       Form& form);

}  // namespace jiheng::segmenter
