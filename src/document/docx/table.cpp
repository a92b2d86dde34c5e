// Tables of text documents. The columns are those of the table's own grid (w:gridSpan); tables whose
// rows disagree about it, as some converters write them, are laid out by the widths of their cells.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "core/text.h"
#include "document/docx/body.h"
#include "document/refusal.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

constexpr int kSameEdge = 60;  ///< twips: edges closer than this are one

enum class Vertical { None, Begins, Continues };

struct TableCell {
  int column = 0, span = 1;
  int left = 0, right = 0;  ///< twips
  bool has_width = false;
  bool joins_left = false;  ///< w:hMerge, of old documents
  Vertical vertical = Vertical::None;
  std::string text;
};
using TableRow = std::vector<TableCell>;

struct Table {
  std::vector<TableRow> rows;
  std::vector<Block> nested;
};

class TableReader {
 public:
  explicit TableReader(BodyContext& context) : context_(context) {}

  Result<void> read(const pugi::xml_node& parent) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "tr") {
        const Result<void> row = read_row(node);
        if (!row) return row.error();
      } else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins") {
        const Result<void> inner = read(node);
        if (!inner) return inner.error();
      }
    }
    return {};
  }

  Table table;

 private:
  Result<void> read_row(const pugi::xml_node& node) {
    const pugi::xml_node properties = child_of(node, "trPr");
    if (child_of(properties, "del")) return {};
    if (static_cast<int>(table.rows.size()) >= context_.limits.max_rows)
      return too_large({}, "表格行数过多", "a table has too many rows");
    TableRow row;
    int column = std::clamp(number_of(child_of(properties, "gridBefore"), "val", 0), 0, context_.limits.max_columns);
    int left = std::clamp(number_of(child_of(properties, "wBefore"), "w", 0), 0, 1'000'000);
    const Result<void> cells = read_cells(node, row, column, left);
    if (!cells) return cells.error();
    if (!row.empty()) table.rows.push_back(std::move(row));
    return {};
  }

  Result<void> read_cells(const pugi::xml_node& parent, TableRow& row, int& column, int& left) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "sdt" || name == "sdtContent" || name == "customXml") {
        const Result<void> inner = read_cells(node, row, column, left);
        if (!inner) return inner.error();
      }
      if (name != "tc") continue;
      TableCell cell;
      const pugi::xml_node properties = child_of(node, "tcPr");
      cell.column = column;
      cell.span = std::clamp(number_of(child_of(properties, "gridSpan"), "val", 1), 1, context_.limits.max_columns);
      column += cell.span;
      if (column > context_.limits.max_columns) return too_large({}, "表格列数过多", "a table has too many columns");
      const pugi::xml_node width = child_of(properties, "tcW");
      const int twips = std::clamp(number_of(width, "w", 0), 0, 1'000'000);
      cell.has_width = attribute_of(width, "type") == "dxa" && twips > 0;
      cell.left = left;
      cell.right = left = std::min(left + twips, 100'000'000);
      if (const pugi::xml_node merge = child_of(properties, "vMerge")) {
        cell.vertical = attribute_of(merge, "val") == "restart" ? Vertical::Begins : Vertical::Continues;
      }
      if (const pugi::xml_node merge = child_of(properties, "hMerge"))
        cell.joins_left = attribute_of(merge, "val") != "restart";
      const Result<void> content = read_content(node, cell);
      if (!content) return content.error();
      row.push_back(std::move(cell));
    }
    return {};
  }

  Result<void> read_content(const pugi::xml_node& node, TableCell& cell) {
    std::vector<Block> blocks = TRY(read_body(node, context_));
    const auto add = [&](std::string_view text) {
      if (text.empty()) return;
      if (!cell.text.empty()) cell.text += '\n';
      cell.text += text;
    };
    for (Block& block : blocks) {
      if (const Grid* grid = block.grid()) {
        for (const Cell& inner : grid->cells) add(inner.text);
        table.nested.push_back(std::move(block));
      } else {
        add(block.line()->text);
      }
    }
    return {};
  }

  BodyContext& context_;
};

int columns_of(const TableRow& row) {
  return row.back().column + row.back().span;
}

// Rows that end at different columns though all their cells say how wide they are: columns by edges.
void lay_out_by_width(std::vector<TableRow>& rows) {
  const bool agree = std::all_of(rows.begin(), rows.end(),
                                 [&](const TableRow& row) { return columns_of(row) == columns_of(rows.front()); });
  const bool measured = std::all_of(rows.begin(), rows.end(), [](const TableRow& row) {
    return std::all_of(row.begin(), row.end(), [](const TableCell& cell) { return cell.has_width; });
  });
  if (agree || !measured) return;
  const auto [narrow, wide] = std::minmax_element(
      rows.begin(), rows.end(), [](const TableRow& a, const TableRow& b) { return a.back().right < b.back().right; });
  if (wide->back().right - narrow->back().right > wide->back().right / 20) return;  // really ragged

  std::vector<int> edges;
  for (const TableRow& row : rows) {
    for (const TableCell& cell : row) edges.insert(edges.end(), {cell.left, cell.right});
  }
  std::sort(edges.begin(), edges.end());
  std::vector<int> columns;  // where each column begins, and where the last ends
  for (const int edge : edges) {
    if (columns.empty() || edge - columns.back() > kSameEdge) columns.push_back(edge);
  }
  const auto column_at = [&](int edge) {
    const auto after = std::upper_bound(columns.begin(), columns.end(), edge);
    return static_cast<int>(after - columns.begin()) - 1;
  };
  for (TableRow& row : rows) {
    int next = 0;
    for (TableCell& cell : row) {
      cell.column = std::max(next, column_at(cell.left));
      next = std::max(cell.column + 1, column_at(cell.right));
      cell.span = next - cell.column;
    }
  }
}

Result<Grid> grid_of(std::vector<TableRow> rows, const Limits& limits) {
  if (!rows.empty()) lay_out_by_width(rows);
  Grid grid;
  std::map<int, std::size_t> open;  // by column: the cell that a vertical merge continues
  for (TableRow& row : rows) {
    std::map<int, std::size_t> still_open;
    for (TableCell& cell : row) {
      const int right = cell.column + cell.span;
      if (right > limits.max_columns) return too_large({}, "表格列数过多", "a table has too many columns");
      grid.columns = std::max(grid.columns, right);
      if (cell.joins_left && !grid.cells.empty() && grid.cells.back().row == grid.rows &&
          grid.cells.back().column + grid.cells.back().column_span == cell.column) {
        grid.cells.back().column_span += cell.span;
        continue;
      }
      const auto above = open.find(cell.column);
      if (cell.vertical == Vertical::Continues && above != open.end() &&
          grid.cells[above->second].column_span == cell.span) {
        ++grid.cells[above->second].row_span;
        still_open[cell.column] = above->second;
        continue;
      }
      Cell out;
      out.row = grid.rows;
      out.column = cell.column;
      out.column_span = cell.span;
      out.text = std::move(cell.text);
      if (cell.vertical != Vertical::None) still_open[cell.column] = grid.cells.size();
      grid.cells.push_back(std::move(out));
    }
    open = std::move(still_open);
    ++grid.rows;
  }
  return grid;
}

bool only_frames(const Grid& grid, const std::vector<Block>& nested) {
  const auto with_text =
      std::count_if(grid.cells.begin(), grid.cells.end(), [](const Cell& cell) { return !cell.text.empty(); });
  return !nested.empty() && with_text <= 1;
}

}  // namespace

Result<std::vector<Block>> read_table(const pugi::xml_node& table, BodyContext& context) {
  TableReader reader(context);
  const Result<void> read = reader.read(table);
  if (!read) return read.error();
  Grid grid = TRY(grid_of(std::move(reader.table.rows), context.limits));
  std::vector<Block> blocks;
  const bool has_text =
      std::any_of(grid.cells.begin(), grid.cells.end(), [](const Cell& cell) { return !cell.text.empty(); });
  if (has_text && !only_frames(grid, reader.table.nested)) blocks.push_back({std::move(grid)});
  blocks.insert(blocks.end(), std::make_move_iterator(reader.table.nested.begin()),
                std::make_move_iterator(reader.table.nested.end()));
  return blocks;
}

}  // namespace jiheng
