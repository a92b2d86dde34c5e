// D804: characters that nobody typed: broken encoding, glyphs without a text map, radicals for characters.
#include "audit/context.h"
#include "audit/phrase.h"
#include "audit/surface.h"

namespace jiheng::audit {
namespace {

std::string_view kind_of(char32_t c) {
  if (c == 0xFFFD) return "无法识别的字符";
  if (c >= 0xE000) return "字体私有区字符";
  if (c >= 0x2E80) return "部首形近字符";
  return "控制字符";
}

void check(const Context& context, Report& report) {
  for (const StrayCharacter& stray : context.surface.stray) {
    Finding& finding =
        report.add({cat("文字", quoted(stray.text, 24), "中有", kind_of(stray.character), "，复制和检索会出错"),
                    cat("Stray characters in ", quoted(stray.text, 24))},
                   {place_of_text(context, stray.field)});
    finding.fix = {"公开前用规范字体重新生成文件", "Produce the file again with a proper font before publication"};
  }
}

}  // namespace

extern const Rule kD804{
    .id = "D804",
    .name = "stray-characters",
    .severity = Severity::Advice,
    .citation = "实务：公开文件可检索",
    .title = {"有乱码或替代字符", "Garbled or substituted characters"},
    .doc = {"字体嵌入不当会把“民”存成部首“⺠”，编码错误会留下无法识别的字符，检索和统计都会漏掉。改正：重新生成文件。",
            "Bad font embedding stores radicals in place of characters, and broken encodings leave unreadable ones; "
            "search and "
            "statistics miss them."},
    .kinds = {},
    .check = check,
    .examples = {flags("name 居⺠饮水安全", "部首形近字符"), flags("unit 河东\xEF\xBF\xBD区管理处", "无法识别"),
                 flags("产出/数量 修建\xEE\x80\x81窖数量 | 20口 | 20口 | 10 | 10", "私有区"),
                 passes("name 居民饮水安全（〇号井）①期≥㎡")},
};

}  // namespace jiheng::audit
