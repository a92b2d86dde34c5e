// D802: the header lacks the project's name, its department or its unit.
#include "audit/context.h"
#include "audit/phrase.h"

namespace jiheng::audit {
namespace {

void check(const Context& context, Report& report) {
  const Form& form = context.form;
  std::vector<Place> places;
  std::string missing;
  const auto look = [&](const TextField& field, std::string_view path, std::string_view name) {
    if (!field.empty()) return;
    missing += cat(missing.empty() ? "" : "、", name);
    places.push_back(context.at(path));
  };
  look(form.project_name, "project_name", "项目名称");
  look(form.department, "department", "主管部门");
  look(form.unit, "unit", "实施单位");
  if (places.empty()) return;
  Finding& finding = report.add({cat("表头缺少", missing), cat("The header lacks: ", missing)}, std::move(places));
  finding.fix = {"补填表头", "Fill in the header"};
}

}  // namespace

extern const Rule kD802{
    .id = "D802",
    .name = "header-field-missing",
    .severity = Severity::Warning,
    .citation = "财预〔2020〕10号：项目支出绩效自评表格式",
    .title = {"表头不完整", "The header is incomplete"},
    .doc = {"项目名称、主管部门、实施单位是公开后识别项目的依据，空缺应补填。",
            "Name, department and unit identify the project once published."},
    .kinds = {FormKind::SelfEvaluation, FormKind::TargetDeclaration, FormKind::Monitoring, FormKind::Review},
    .check = check,
    .examples = {flags("name 灌区维修养护\nunit 河东灌区管理处", "主管部门"),
                 flags("department 水务局\nunit 河东灌区管理处", "项目名称"),
                 passes("name 灌区维修养护\ndepartment 水务局\nunit 河东灌区管理处")},
};

}  // namespace jiheng::audit
