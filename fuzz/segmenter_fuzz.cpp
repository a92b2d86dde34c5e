// Any lines at all must be read without a crash and in linear-ish time: bytes → lines of words that steer
// the segmenter into each of its parts, in columns or in reading order.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "config/lexicon_toml.h"
#include "config/wording_toml.h"
#include "reading/reader.h"

namespace {

const std::vector<std::string> kWords = {"项目支出绩效自评表",
                                         "（2024年度）",
                                         "项目名称",
                                         "主管部门",
                                         "实施单位",
                                         "柳溪县水利局",
                                         "项目资金",
                                         "（万元）",
                                         "年初预算数",
                                         "全年预算数",
                                         "全年执行数",
                                         "分值",
                                         "执行率",
                                         "得分",
                                         "年度资金总额",
                                         "其中：当年财政拨款",
                                         "其中：当",
                                         "年财政拨",
                                         "款",
                                         "上年结转资金",
                                         "其他资金",
                                         "预期目标",
                                         "实际完成情况",
                                         "年度",
                                         "总体",
                                         "目标",
                                         "一级指标",
                                         "二级指标",
                                         "三级指标",
                                         "一级",
                                         "指标",
                                         "指标值",
                                         "实际",
                                         "完成值",
                                         "指标性质",
                                         "度量单位",
                                         "性质",
                                         "偏差原因分析",
                                         "改进措施",
                                         "总分",
                                         "产出指标",
                                         "(50分)",
                                         "(50",
                                         "分)",
                                         "产",
                                         "出",
                                         "指",
                                         "标",
                                         "绩",
                                         "效",
                                         "数量指标",
                                         "质量指标时效指标",
                                         "社会效益指",
                                         "满意度指标",
                                         "服务对象",
                                         "≥90%",
                                         "≥",
                                         "=12条",
                                         "10",
                                         "8",
                                         "100",
                                         "100.00%",
                                         "—",
                                         "及时",
                                         "提升",
                                         "严格执行相关",
                                         "制度规定",
                                         "指标1：完成数量",
                                         "指标2：",
                                         "……",
                                         "注：说明",
                                         "815,826.17",
                                         "人",
                                         "%",
                                         "率",
                                         "数量",
                                         "部门：甲",
                                         "金额单位：元",
                                         "总得分",
                                         "优",
                                         "备注"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  jiheng::Document document;
  document.format = jiheng::Format::PlainText;
  std::string line;
  int number = 0, page = 1;
  const auto end_line = [&] {
    jiheng::TextLine out;
    out.text = std::move(line);
    out.page = page;
    out.line = ++number;
    document.blocks.push_back({out});
    line.clear();
  };
  for (std::size_t i = 0; i < size && number < 400; ++i) {
    const unsigned byte = data[i];
    if (byte < 200) line += kWords[byte % kWords.size()];
    if (byte < 120)
      line += ' ';
    else if (byte < 200)
      line += std::string(byte % 13, ' ');
    else if (byte < 232)
      end_line();
    else if (byte < 240)
      end_line(), end_line();
    else if (byte < 243)
      ++page;
    else if (byte < 250)
      line += std::string(byte - 241, ' ');
    else
      line.push_back(static_cast<char>(data[(i + 1) % size]));
  }
  end_line();
  const auto forms = jiheng::segment_text(document, jiheng::builtin_wording(), jiheng::builtin_lexicon());
  if (forms.size() > static_cast<std::size_t>(number)) __builtin_trap();
  return 0;
}
