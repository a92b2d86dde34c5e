// Any grid at all must be read without a crash: bytes → cells with arbitrary spans and labels → forms.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "config/lexicon_toml.h"
#include "config/wording_toml.h"
#include "reading/reader.h"

namespace {

// Words that steer the reader into each of its parts; digits and marks around them.
const std::vector<std::string> kWords = {"",
                                         "项目名称",
                                         "主管部门",
                                         "实施单位",
                                         "项目资金（万元）",
                                         "年初预算数",
                                         "全年预算数",
                                         "全年执行数",
                                         "分值",
                                         "执行率",
                                         "得分",
                                         "年度资金总额",
                                         "其中：当年财政拨款",
                                         "其他资金",
                                         "预期目标",
                                         "实际完成情况",
                                         "年度总体目标",
                                         "一级指标",
                                         "二级指标",
                                         "三级指标",
                                         "指标值",
                                         "指标性质",
                                         "度量单位",
                                         "实际完成值",
                                         "偏差原因分析",
                                         "总分",
                                         "产出指标(50分)",
                                         "数量指标",
                                         "≥90%",
                                         "10次",
                                         "8",
                                         "100.00%",
                                         "……",
                                         "注：说明",
                                         "绩效自评表",
                                         "（2024年度）",
                                         "单位：万元",
                                         "部门：甲　　金额单位：元",
                                         "定性",
                                         "合计"};

// Reads the fuzzer's bytes one by one, then zeros.
struct Bytes {
  const std::uint8_t* data;
  std::size_t size, at = 0;
  int next() { return at < size ? data[at++] : 0; }
};

jiheng::Grid make_grid(Bytes& bytes) {
  jiheng::Grid grid;
  grid.rows = bytes.next() % 24;
  grid.columns = bytes.next() % 14;
  std::vector<bool> taken(static_cast<std::size_t>(grid.rows * grid.columns), false);
  const auto index = [&](int r, int c) { return static_cast<std::size_t>(r * grid.columns + c); };
  const auto free = [&](int r, int c) { return r < grid.rows && c < grid.columns && !taken[index(r, c)]; };
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column) {
      if (!free(row, column)) continue;
      const int kind = bytes.next();
      if (kind % 16 == 0) continue;  // ragged: a position without a cell
      jiheng::Cell cell;
      cell.row = row;
      cell.column = column;
      cell.page = 1;
      while (kind % 5 == 0 && cell.column_span < 1 + kind % 7 && free(row, column + cell.column_span))
        ++cell.column_span;
      const auto fits = [&](int r) {
        for (int c = column; c < column + cell.column_span; ++c) {
          if (!free(r, c)) return false;
        }
        return true;
      };
      while (kind % 3 == 0 && cell.row_span < 1 + kind % 6 && fits(row + cell.row_span)) ++cell.row_span;
      for (int r = row; r < row + cell.row_span; ++r) {
        for (int c = column; c < column + cell.column_span; ++c) taken[index(r, c)] = true;
      }
      cell.text = kWords[static_cast<std::size_t>(bytes.next()) % kWords.size()];
      grid.cells.push_back(std::move(cell));
    }
  }
  return grid;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes{data, size};
  jiheng::Document document;
  document.name = "fuzz";
  const int blocks = bytes.next() % 4 + 1;
  for (int b = 0; b < blocks && bytes.at < size; ++b) {
    if (bytes.next() % 4 == 0) {
      jiheng::TextLine line;
      line.text = kWords[static_cast<std::size_t>(bytes.next()) % kWords.size()];
      line.page = 1;
      document.blocks.push_back({std::move(line)});
    } else {
      document.blocks.push_back({make_grid(bytes)});
    }
  }
  jiheng::read_forms(document, jiheng::builtin_wording(), jiheng::builtin_lexicon());
  return 0;
}
