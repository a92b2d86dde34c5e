// jiheng extract: the forms as data.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/document_output.h"
#include "cli/json_output.h"
#include "cli/table.h"

namespace jiheng {
namespace {

int extract_json(const Arguments& arguments, const KnowledgeSource& knowledge) {
  const Render render = [&](const Examination& examination) {
    return document_json(examination, Depth::Record, arguments.language);
  };
  DocumentOutput output(arguments, true, FileShape::Element);
  const Deliver deliver = [&](const Input& input, const Answer& answer) { output.add(input, answer); };
  const BatchTotals totals = run_batch(arguments, knowledge, Depth::Record, render, deliver);
  return output.finish() && totals.failed == 0 ? kClean : kUnread;
}

/// Rows go out as they come; all files make one table unless --output names a folder.
int extract_csv(const Arguments& arguments, const KnowledgeSource& knowledge, bool one_file) {
  const bool to_folder = !arguments.output.empty() && !one_file;
  const Render render = [&](const Examination& examination) {
    return csv_text(flat_table({&examination}, arguments.language), to_folder);
  };
  Output output(arguments.language);
  std::string all = csv_text(flat_table({}, arguments.language), true);
  const Deliver deliver = [&](const Input& input, const Answer& answer) {
    if (answer.error) return;
    if (to_folder) {
      output.write(arguments.output + "/" + input.stem + ".csv", answer.body);
    } else {
      all += answer.body;
      if (one_file) return;
      output.print(all);
      all.clear();
    }
  };
  const BatchTotals totals = run_batch(arguments, knowledge, Depth::Record, render, deliver);
  if (one_file) output.write(arguments.output, all);
  return output.finish() && totals.failed == 0 ? kClean : kUnread;
}

int extract_xlsx(const Arguments& arguments, const KnowledgeSource& knowledge, bool one_file) {
  const bool to_folder = !arguments.output.empty() && !one_file;
  if (arguments.output.empty() && isatty(STDOUT_FILENO) != 0) {
    fmt::print(stderr, "{}\n",
               tr(arguments.language, "jiheng：XLSX 不能显示在终端上，请加 --output 汇总.xlsx 或 --output 文件夹。",
                  "jiheng: XLSX cannot be shown on a terminal; add --output all.xlsx or --output DIR."));
    return kUsage;
  }
  const Render render = [&](const Examination& examination) {
    return packed(record_tables(examination, arguments.language));
  };
  Output output(arguments.language);
  std::vector<Table> all = record_tables({}, arguments.language);
  bool made = true;
  const auto give = [&](const std::vector<Table>& tables, const std::string& path) {
    const Result<std::string> bytes = xlsx_bytes(tables);
    if (!bytes) {
      made = false;
      fmt::print(stderr, "✗ {}\n", tr(arguments.language, bytes.error().clerk, bytes.error().english));
    } else if (path.empty()) {
      output.print(*bytes);
    } else {
      output.write(path, *bytes);
    }
  };
  const Deliver deliver = [&](const Input& input, const Answer& answer) {
    if (answer.error) return;
    const std::vector<Table> tables = unpacked(answer.body);
    if (to_folder) {
      give(tables, arguments.output + "/" + input.stem + ".xlsx");
    } else {
      all.insert(all.end(), tables.begin(), tables.end());
    }
  };
  const BatchTotals totals = run_batch(arguments, knowledge, Depth::Record, render, deliver);
  if (!to_folder) give(all, arguments.output);
  return output.finish() && made && totals.failed == 0 ? kClean : kUnread;
}

}  // namespace

int run_extract(const Arguments& arguments) {
  const std::optional<KnowledgeSource> knowledge = knowledge_for(arguments);
  if (!knowledge) return kUsage;
  const std::string ending = std::filesystem::path(arguments.output).extension().string();
  switch (arguments.format) {
    case RecordFormat::Json: return extract_json(arguments, *knowledge);
    case RecordFormat::Csv: return extract_csv(arguments, *knowledge, ending == ".csv");
    case RecordFormat::Xlsx: return extract_xlsx(arguments, *knowledge, ending == ".xlsx");
  }
  return kUsage;
}

}  // namespace jiheng
