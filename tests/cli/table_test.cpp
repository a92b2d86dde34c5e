// Tables for spreadsheets: quoting, formulas, and the way between processes.
#include "cli/table.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

TEST(Table, CsvQuotesAndDisarms) {
  const Table table{"t",
                    {"列"},
                    {{"=28人"},
                     {"-5%"},
                     {"a,b"},
                     {"说\"好\""},
                     {"一\n二"},
                     {"=HYPERLINK(\"x\")"},
                     {"@SUM(A1)"},
                     {"+1|calc"},
                     {">=90%"}}};
  EXPECT_EQ(csv_text(table, true),
            "\xEF\xBB\xBF列\r\n=28人\r\n-5%\r\n\"a,b\"\r\n\"说\"\"好\"\"\"\r\n\"一\n二\"\r\n\"'=HYPERLINK(\"\"x\"\")"
            "\"\r\n'@SUM(A1)\r\n'+1|calc\r\n>=90%\r\n");
  EXPECT_EQ(csv_text({"t", {"列"}, {}}, false), "");
}

TEST(Table, PackedAndUnpacked) {
  const std::vector<Table> tables = {{"项目", {"甲", "乙"}, {{"1", ""}, {"二", "三"}}}, {"空", {}, {}}};
  const std::vector<Table> again = unpacked(packed(tables));
  ASSERT_EQ(again.size(), 2U);
  EXPECT_EQ(again[0].name, "项目");
  EXPECT_EQ(again[0].rows, tables[0].rows);
  EXPECT_EQ(again[1].head, tables[1].head);
  const std::string bytes = packed(tables);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut)
    EXPECT_THROW((void)unpacked(bytes.substr(0, cut)), std::logic_error);
}

}  // namespace
}  // namespace jiheng
