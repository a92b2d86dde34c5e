// Workbooks: the zip as it is, and the XML of its parts, which a mutated zip would never reach.
#include "document/xlsx/sheet.h"
#include "fuzz_limits.h"

using namespace jiheng;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::text_of(data + 1, size - 1);
  const Limits limits = fuzz::limits();
  switch (data[0] % 4) {
    case 0: fuzz::check(read_xlsx(bytes, "x.xlsx", limits)); break;
    case 1: {
      WorkbookContext workbook;
      workbook.strings.add("共享");
      for (const int id : {0, 2, 4, 10, 14, 31, 43}) workbook.formats.emplace_back(NumberFormat::built_in(id));
      XmlStream xml(bytes, limits.max_depth);
      if (const Result<Grid> grid = read_sheet(xml, workbook, 1, limits)) fuzz::check(*grid);
      break;
    }
    case 2: {
      SharedStrings strings;
      XmlStream xml(bytes, limits.max_depth);
      read_shared_strings(xml, strings);
      break;
    }
    default: {
      const NumberFormat format(bytes);
      for (const double value : {0.0, 1.5, -815826.17, 45291.75, 1e300, -1e-300})
        fuzz::demand(format.show(value).size() < 4096 + 4 * size);
      fuzz::demand(format.show(std::string_view("文")).size() < 4096 + 4 * size);
    }
  }
  return 0;
}
