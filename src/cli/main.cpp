// The command line: jiheng check | extract | score | explain | rules | policies | formats.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "cli/commands.h"

namespace {

int run(const jiheng::Arguments& arguments) {
  using jiheng::Command;
  switch (arguments.command) {
    case Command::Check: return jiheng::run_check(arguments);
    case Command::Extract: return jiheng::run_extract(arguments);
    case Command::Score: return jiheng::run_score(arguments);
    case Command::Explain: return jiheng::run_explain(arguments);
    case Command::Rules: return jiheng::run_rules(arguments);
    case Command::PolicyList: return jiheng::run_policy_list(arguments);
    case Command::PolicyShow: return jiheng::run_policy_show(arguments);
    case Command::PolicyCheck: return jiheng::run_policy_check(arguments);
    case Command::Formats: return jiheng::run_formats(arguments);
  }
  return jiheng::kUsage;
}

}  // namespace

int main(int count, char** words) {
  try {
    const auto parsed = jiheng::parse_arguments(count, words);
    if (const auto* end = std::get_if<jiheng::EndNow>(&parsed)) {
      fmt::print(end->status == 0 ? stdout : stderr, "{}", end->text);
      return end->status;
    }
    const int status = run(std::get<jiheng::Arguments>(parsed));
    std::fflush(stdout);
    _exit(status);  // Libraries have nothing to put in order either.
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "jiheng：程序内部错误（internal error）：%s\n", bug.what());  // what cannot throw again
    return jiheng::kUnread;
  }
}
