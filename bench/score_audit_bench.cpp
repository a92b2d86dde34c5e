// How long one form takes to interpret, score and audit, on one core: one of 12 indicators, as many as published
// forms have in the mean; one of 41, a long one; the forms of examples/ one after another (other rows, many
// faults, the long goal texts of the seed); and published forms where the corpus stands beside the clone. The
// product promises 20,000 forms a second for score and audit together: 50 µs.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "scoring/scorecard.h"
#ifdef JIHENG_HAS_AUDIT
#include "audit/auditor.h"
#include "engine/engine.h"
#endif

namespace jiheng {
namespace {

struct Row {
  const char *l1, *l2, *l3, *target, *actual;
};
// Made up, in the proportions of published forms: half numbers, half words.
constexpr std::array<Row, 10> kRows = {{{"产出指标", "数量指标", "社区活动开展次数", "=10次", "=8次"},
                                        {"产出指标", "数量指标", "参加培训人次", ">=1200人次", "1260人次"},
                                        {"产出指标", "质量指标", "设施维护到位率", "=100%", "100%"},
                                        {"产出指标", "质量指标", "服务质量", "高", "高"},
                                        {"产出指标", "时效指标", "活动完成及时性", "及时", "及时"},
                                        {"产出指标", "时效指标", "任务完成时间", "2023年12月31日前", "2023年12月"},
                                        {"效益指标", "社会效益指标", "居民参与积极性", "提升", "有所提升"},
                                        {"效益指标", "社会效益指标", "服务能力提升情况", "显著提升", "达成预期指标"},
                                        {"效益指标", "可持续影响指标", "长效管理制度健全性", "健全有效", "健全有效"},
                                        {"满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "≥95%"}}};

Form form_of(std::int64_t indicators) {
  Form form;
  form.title = {"2023年度项目支出绩效自评表", {}};
  form.year = {"2023", {}};
  form.project_name = {"社区服务经费", {}};
  form.unit = {"某街道办事处", {}};
  form.amount_unit = {"元", {}};
  FundsRow total;
  total.kind = FundsRowKind::Total;
  total.initial = {"925,000.00", {}};
  total.adjusted = {"815,826.17", {}};
  total.executed = {"815,826.17", {}};
  total.weight = {"10", {}};
  total.rate = {"100.00%", {}};
  total.score = {"10", {}};
  form.funds.push_back(total);
  form.goal_expected = {
      "1、全年开展社区活动10次，3月开展志愿者培训，5月开展消防演练；2、维护服务站点2处，保障正常运行；3、提升居民参与积"
      "极性。",
      {}};
  form.goal_actual = {
      "全年开展社区活动8次，参加约1260人次；志愿者培训于4月完成；部分活动推迟至下一年。服务站点运行正常。", {}};
  for (int at = 0; at < indicators; ++at) {
    const Row& row = kRows.at(static_cast<std::size_t>(at) % kRows.size());
    Indicator indicator;
    indicator.l1 = {row.l1, {}};
    indicator.l2 = {row.l2, {}};
    indicator.l3 = {row.l3 + std::to_string(at), {}};
    indicator.target = {row.target, {}};
    indicator.actual = {row.actual, {}};
    indicator.weight = {"2", {}};
    indicator.score = {"2", {}};
    indicator.note = {"", {}};
    form.indicators.push_back(std::move(indicator));
  }
  form.total_weight = {"100", {}};
  form.total_score = {"99", {}};
  interpret(form, builtin_lexicon());
  return form;
}

void count_forms(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations());
}

void interpret_form(benchmark::State& state) {
  Form form = form_of(state.range(0));
  for ([[maybe_unused]] auto _ : state) {
    interpret(form, builtin_lexicon());
    benchmark::DoNotOptimize(form);
  }
  count_forms(state);
}
BENCHMARK(interpret_form)->Arg(12)->Arg(41);

void score_form(benchmark::State& state) {
  const Form form = form_of(state.range(0));
  const Policy& policy = choose_policy(form, builtin_policies());
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(score(form, policy, builtin_lexicon()));
  }
  count_forms(state);
}
BENCHMARK(score_form)->Arg(12)->Arg(41);

#ifdef JIHENG_HAS_AUDIT
void score_and_audit_form(benchmark::State& state) {
  const Form form = form_of(state.range(0));
  const audit::Auditor auditor(builtin_lexicon());
  for ([[maybe_unused]] auto _ : state) {
    const Policy& policy = choose_policy(form, builtin_policies());
    const Scorecard card = score(form, policy, builtin_lexicon());
    benchmark::DoNotOptimize(auditor.audit(form, card, policy));
  }
  count_forms(state);
}
BENCHMARK(score_and_audit_form)->Arg(12)->Arg(41);

// The forms of a folder's documents as the engine reads them, in the order of the file names.
std::vector<Form> forms_in(const std::filesystem::path& folder, const Knowledge& knowledge) {
  constexpr std::array kRead = {".docx", ".html", ".json", ".txt", ".xlsx"};
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
    if (std::find(kRead.begin(), kRead.end(), entry.path().extension()) != kRead.end()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Form> forms;
  Request request;
  request.depth = Depth::Record;
  for (const std::filesystem::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    Result<Examination> examined = examine(bytes, file.filename().string(), knowledge, request);
    if (!examined) continue;
    for (ExaminedForm& examined_form : examined->forms) forms.push_back(std::move(examined_form.form));
  }
  return forms;
}

// One form an iteration, so that the time is the mean of all.
void score_and_audit_folder(benchmark::State& state, const std::filesystem::path& folder) {
  const auto knowledge = load_knowledge(std::nullopt, std::nullopt);
  const std::vector<Form> forms = knowledge ? forms_in(folder, **knowledge) : std::vector<Form>();
  if (forms.empty()) {
    state.SkipWithError("no form could be read from the folder");
    return;
  }
  const Knowledge& known = **knowledge;
  std::size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Form& form = forms[next];
    next = (next + 1) % forms.size();
    const Policy& policy = choose_policy(form, known.policies);
    const Scorecard card = score(form, policy, known.lexicon);
    benchmark::DoNotOptimize(known.auditor->audit(form, card, policy));
  }
  count_forms(state);
  state.counters["forms"] = static_cast<double>(forms.size());
}

void score_and_audit_mix(benchmark::State& state) {
  score_and_audit_folder(state, JIHENG_EXAMPLES);
}
BENCHMARK(score_and_audit_mix);

// Published forms of many regions, where the corpus is at hand (see tests/corpus).
void score_and_audit_published(benchmark::State& state) {
  const char* corpus = std::getenv("JIHENG_CORPUS");
  const std::filesystem::path beside = std::filesystem::path(JIHENG_EXAMPLES) / "../../shared/corpus";
  score_and_audit_folder(state, (corpus != nullptr ? std::filesystem::path(corpus) : beside) / "docs");
}
BENCHMARK(score_and_audit_published);
#endif

}  // namespace
}  // namespace jiheng
