#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <string_view>
#include <thread>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace jiheng {
namespace {

/// Help is laid out before anything is parsed, so its language is looked for first.
Language language_asked(int count, const char* const* words) {
  const char* environment = std::getenv("JIHENG_LANG");
  std::string_view language = environment != nullptr ? environment : "";
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--lang" && i + 1 < count) language = words[i + 1];
    if (word.substr(0, 7) == "--lang=") language = word.substr(7);
  }
  return language.substr(0, 2) == "en" ? Language::English : Language::Chinese;
}

/// A check that says nothing of itself in the help: the descriptions name the values.
CLI::Validator plain(CLI::Validator check) {
  return check.description("");
}

constexpr std::array<std::string_view, 7> kCommands = {"check", "extract",  "score",  "explain",
                                                       "rules", "policies", "formats"};

/// "jiheng chek": what may have been meant; "" where the first word is a command, an option or absent.
std::string unknown_command(int count, const char* const* words, Language language) {
  if (count < 2 || words[1][0] == '-') return {};
  const std::vector<std::string> known(kCommands.begin(), kCommands.end());
  if (std::find(kCommands.begin(), kCommands.end(), words[1]) != kCommands.end()) return {};
  return fmt::format(fmt::runtime(tr(language, "jiheng：没有命令“{}”。{}用法见 jiheng --help。\n",
                                     "jiheng: there is no command \"{}\". {}See jiheng --help --lang en.\n")),
                     printable(words[1]), did_you_mean(near_matches(words[1], known), language));
}

/// Builds the parser over one Arguments value. Only the command that `first_word` names is set up, or all of
/// them where it names none (help, a mistake): each one costs time at every start.
class Parser {
 public:
  Parser(Arguments& arguments, std::string_view first_word) : arguments_(arguments), language_(arguments.language) {
    app_.description(say("绩衡：读取公开的绩效自评表，按规则重新计分，逐项审核。",
                         "Jiheng reads published budget-performance forms, scores them by the rules and audits them."));
    app_.require_subcommand(1);
    prepare(app_, "jiheng check 自评表.pdf\n  jiheng explain S302");
    app_.set_version_flag("--version", std::string("jiheng ") + kVersion, say("显示版本", "show the version"));
    // Understood before any subcommand, too.
    add_language(app_);
    for (const auto& [name, add] : kAdders) {
      const bool other =
          name != first_word && std::find(kCommands.begin(), kCommands.end(), first_word) != kCommands.end();
      if (!other) (this->*add)();
    }
  }

  CLI::App& app() { return app_; }

 private:
  std::string say(std::string_view chinese, std::string_view english) const {
    return std::string(tr(language_, chinese, english));
  }

  void prepare(CLI::App& app, const std::string& example) {
    app.set_help_flag("-h,--help", say("显示本帮助", "show this help"))->group(say("选项", "Options"));
    app.option_defaults()->group(say("选项", "Options"));
    app.footer(say("例：", "Example:") + "\n  " + example);
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(30);
    if (language_ == Language::Chinese) {
      for (const auto& [english, chinese] :
           std::initializer_list<std::pair<const char*, const char*>>{{"Usage", "用法"},
                                                                      {"OPTIONS", "选项"},
                                                                      {"SUBCOMMAND", "命令"},
                                                                      {"SUBCOMMANDS", "命令"},
                                                                      {"Options", "选项"},
                                                                      {"Subcommands", "命令"},
                                                                      {"Positionals", "参数"},
                                                                      {"REQUIRED", "必需"},
                                                                      {"TEXT", "文字"},
                                                                      {"INT", "数"},
                                                                      {"POSITIVE", "正整数"}}) {
        formatter->label(english, chinese);
      }
    }
    app.formatter(formatter);
  }

  CLI::App* command(CLI::App& parent, const char* name, Command meaning, std::string description, const char* example) {
    CLI::App* app = parent.add_subcommand(name, std::move(description));
    prepare(*app, example);
    app->group(say("命令", "Commands"));
    app->callback([this, meaning] { arguments_.command = meaning; });
    add_language(*app);
    return app;
  }

  void add_language(CLI::App& app) {
    app.add_option("--lang", language_name_, say("消息的语言：zh 或 en", "language of messages: zh or en"))
        ->check(plain(CLI::IsMember({"zh", "en"})))
        ->type_name("zh|en");
  }

  void add_files(CLI::App& app) {
    app.add_option("FILE", arguments_.names,
                   say("文件、文件夹、通配符，或“-”（标准输入）", "files, folders, globs, or \"-\" for standard input"))
        ->required()
        ->type_name("");
    app.add_option("--policy", arguments_.policy,
                   say("评分政策（见 jiheng policies）；默认按地区和年度选取",
                       "scoring policy (see jiheng policies); by region and year if not given"))
        ->type_name("ID");
    app.add_option("--jobs,-j", arguments_.jobs,
                   say("同时处理几个文件；默认为处理器数", "files read at a time; default: processors"))
        ->check(plain(CLI::Range(1, 256)))
        ->type_name("N");
    app.add_option("--timeout", arguments_.timeout,
                   say("每个文件的时限，秒（默认 60）", "time limit for one file in seconds (60)"))
        ->check(plain(CLI::Range(1, 86400)))
        ->type_name("S");
    app.add_option("--memory", arguments_.memory,
                   say("每个文件的内存上限，MiB（默认 2048）", "memory limit for one file in MiB (2048)"))
        ->check(plain(CLI::Range(256, 1 << 20)))
        ->type_name("MIB");
    add_folders(app);
  }

  void add_folders(CLI::App& app) {
    app.add_option("--vocabulary", arguments_.vocabulary,
                   say("补充或替换词汇的文件夹（*.toml）", "folder of *.toml that adds to or overrides the vocabulary"))
        ->type_name("DIR");
    app.add_option(
           "--policies", arguments_.policies,
           say("补充或替换评分政策的文件夹（*.toml）", "folder of *.toml that adds to or overrides the policies"))
        ->type_name("DIR");
  }

  void add_json(CLI::App& app) { app.add_flag("--json", arguments_.json, say("输出 JSON", "print JSON")); }

  void add_output(CLI::App& app, std::string description) {
    app.add_option("--output,-o", arguments_.output, std::move(description))->type_name("DIR");
  }

  void add_check() {
    CLI::App& app =
        *command(app_, "check", Command::Check,
                 say("读取、计分并审核，列出每一处问题", "read, score and audit; show what is wrong and where"),
                 "jiheng check 自评表.pdf\n  jiheng check 2023年/ --fail-on warning --json > 结果.json");
    add_files(app);
    add_json(app);
    add_output(app, say("每个文件的结果写到此文件夹", "write the result of each file to this folder"));
    app.add_flag("--all", arguments_.all,
                 say("也列出无法判断的项、读取存疑处和未归入的单元格",
                     "also show what cannot be judged, unsure fields and unclaimed cells"));
    app.add_option("--fail-on", arguments_.fail_on,
                   say("出现哪一级问题时以状态 1 结束：error（默认）、warning、advice、never",
                       "end with status 1 on findings from this severity: error (default), warning, advice, never"))
        ->transform(plain(CLI::CheckedTransformer(std::map<std::string, FailOn>{{"error", FailOn::Error},
                                                                                {"warning", FailOn::Warning},
                                                                                {"advice", FailOn::Advice},
                                                                                {"never", FailOn::Never}})))
        ->type_name("LEVEL");
  }

  void add_extract() {
    CLI::App& app = *command(app_, "extract", Command::Extract,
                             say("把表格读成数据（JSON、CSV、XLSX）", "the forms as data (JSON, CSV, XLSX)"),
                             "jiheng extract 自评表.pdf\n  jiheng extract 2023年/ --output 数据/\n"
                             "  jiheng extract 2023年/ --format xlsx --output 汇总.xlsx");
    add_files(app);
    app.add_option("--format", arguments_.format, say("json（默认）、csv 或 xlsx", "json (default), csv or xlsx"))
        ->transform(plain(CLI::CheckedTransformer(std::map<std::string, RecordFormat>{
            {"json", RecordFormat::Json}, {"csv", RecordFormat::Csv}, {"xlsx", RecordFormat::Xlsx}})))
        ->type_name("FORMAT");
    add_json(app);
    add_output(app, say("写到此文件夹，每个文件一份；csv、xlsx 也可给一个文件名，全部写入其中",
                        "write one file an input to this folder; for csv and xlsx also one file name for all"));
  }

  void add_score() {
    CLI::App& app = *command(app_, "score", Command::Score,
                             say("逐行列出应得分和算法", "the points each line should have, with the working"),
                             "jiheng score 自评表.xlsx\n  jiheng score 自评表.xlsx --policy national-2020");
    add_files(app);
    add_json(app);
    add_output(app, say("每个文件的结果写到此文件夹", "write the result of each file to this folder"));
  }

  void add_explain() {
    CLI::App& app =
        *command(app_, "explain", Command::Explain,
                 say("说明一条规则：查什么、为什么、依据、正反例", "a rule: what it checks, why, its source, examples"),
                 "jiheng explain S302\n  jiheng explain F102 N602");
    app.add_option("RULE", arguments_.names, say("规则代码，如 S302", "codes of rules, such as S302"))
        ->required()
        ->type_name("");
    add_json(app);
  }

  void add_rules() {
    CLI::App& app = *command(app_, "rules", Command::Rules, say("列出全部审核规则", "all rules"),
                             "jiheng rules\n  jiheng rules --json\n  jiheng rules --markdown docs/rules");
    add_json(app);
    app.add_option("--markdown", arguments_.markdown,
                   say("把规则手册写到此文件夹", "write the manual of the rules to this folder"))
        ->type_name("DIR");
  }

  void add_policies() {
    CLI::App& app = *command(
        app_, "policies", Command::PolicyList, say("列出、查看、校验评分政策", "list, show and check scoring policies"),
        "jiheng policies\n  jiheng policies show national-2020\n  jiheng policies check 本县.toml");
    add_json(app);
    add_folders(app);
    app.require_subcommand(0, 1);
    // A subcommand's callback runs before its parent's: the parent must not take the meaning back.
    app.callback([this, &app] {
      if (app.get_subcommands().empty()) arguments_.command = Command::PolicyList;
    });
    CLI::App& show = *command(app, "show", Command::PolicyShow, say("查看一项政策", "one policy in full"),
                              "jiheng policies show national-2020");
    show.add_option("ID", arguments_.names, say("政策代码", "id of the policy"))->required()->type_name("");
    add_json(show);
    add_folders(show);
    CLI::App& check = *command(app, "check", Command::PolicyCheck,
                               say("校验政策文件，错误标明行号", "check policy files; errors carry line numbers"),
                               "jiheng policies check 本县.toml");
    check.add_option("FILE", arguments_.names, say("政策文件（TOML）", "policy files (TOML)"))
        ->required()
        ->type_name("");
  }

  void add_formats() {
    CLI::App& app =
        *command(app_, "formats", Command::Formats, say("能读哪些格式", "formats that are read"), "jiheng formats");
    add_json(app);
  }

  static constexpr std::array<std::pair<std::string_view, void (Parser::*)()>, kCommands.size()> kAdders = {
      {{"check", &Parser::add_check},
       {"extract", &Parser::add_extract},
       {"score", &Parser::add_score},
       {"explain", &Parser::add_explain},
       {"rules", &Parser::add_rules},
       {"policies", &Parser::add_policies},
       {"formats", &Parser::add_formats}}};

  Arguments& arguments_;
  Language language_;
  std::string language_name_;
  CLI::App app_{"", "jiheng"};
};

/// What was wrong, in the user's language; the library's English sentence keeps its details.
std::string usage_message(const CLI::ParseError& mistake, Language language) {
  std::string_view chinese = "参数有误";
  if (dynamic_cast<const CLI::RequiredError*>(&mistake) != nullptr) chinese = "缺少必需的参数或命令";
  if (dynamic_cast<const CLI::ExtrasError*>(&mistake) != nullptr) chinese = "有不认识的参数或命令";
  if (dynamic_cast<const CLI::ValidationError*>(&mistake) != nullptr) chinese = "参数的值不对";
  if (dynamic_cast<const CLI::ConversionError*>(&mistake) != nullptr) chinese = "参数的值不对";
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&mistake) != nullptr) chinese = "参数缺少值";
  if (language == Language::English)
    return std::string("jiheng: ") + mistake.what() + "\nSee jiheng --help --lang en.\n";
  return "jiheng：" + std::string(chinese) + "（" + mistake.what() + "）\n用法见 jiheng --help。\n";
}

}  // namespace

std::variant<Arguments, EndNow> parse_arguments(int count, const char* const* words) {
  Arguments arguments;
  arguments.language = language_asked(count, words);
  arguments.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  Parser parser(arguments, count > 1 ? words[1] : "");
  try {
    parser.app().parse(count, words);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* asked = &parser.app();
    while (!asked->get_subcommands().empty()) asked = asked->get_subcommands().front();
    std::string path;
    for (const CLI::App* at = asked->get_parent(); at != nullptr; at = at->get_parent())
      path.insert(0, at->get_name() + " ");
    while (!path.empty() && path.back() == ' ') path.pop_back();
    return EndNow{0, asked->help(path)};
  } catch (const CLI::CallForVersion& version) {
    return EndNow{0, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& mistake) {
    const std::string unknown = unknown_command(count, words, arguments.language);
    return EndNow{kUsage, unknown.empty() ? usage_message(mistake, arguments.language) : unknown};
  }
  return arguments;
}

}  // namespace jiheng
