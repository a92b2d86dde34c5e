// The commands as their users meet them: exit status, stable output, files written, help.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace jiheng::test {
namespace {

using nlohmann::json;

TEST(Commands, ExitStatusFollowsTheWorstFinding) {
  struct Case {
    std::vector<std::string> arguments;
    int status;
  };
  const std::vector<Case> cases = {
      {{"check", example("library.html")}, 0},
      {{"check", example("water.xlsx")}, 1},
      {{"check", "--fail-on", "never", example("water.xlsx")}, 0},
      {{"check", example("community.pdf")}, 0},
      {{"check", "--fail-on", "warning", example("community.pdf")}, 1},
      {{"check", "/nowhere.pdf"}, 3},
      {{"check"}, 2},
      {{"check", "--no-such-option", example("library.html")}, 2},
      {{"check", "--policy", "nowhere-1999", example("library.html")}, 2},
      {{"unknown-command"}, 2},
      {{}, 2},
      {{"extract", example("water.xlsx")}, 0},
      {{"score", example("water.xlsx")}, 0},
      {{"explain", "S302"}, 0},
      {{"explain", "S999"}, 2},
      {{"policies", "show", "national-2020"}, 0},
      {{"policies", "show", "nowhere-1999"}, 2},
      {{"--version"}, 0},
  };
  for (const Case& wanted : cases) {
    std::string words;
    for (const std::string& word : wanted.arguments) words += word + " ";
    const Outcome outcome = run_jiheng(wanted.arguments);
    EXPECT_EQ(outcome.status, wanted.status) << words << outcome.err;
  }
}

TEST(Commands, OutputIsTheSameAtAnyNumberOfJobsAndFromRunToRun) {
  const std::vector<std::string> files = {example("seed.txt"),     example("water.xlsx"),    "/nowhere.pdf",
                                          example("library.html"), example("community.pdf"), example("toilets.docx")};
  for (const char* command : {"check", "extract", "score"}) {
    std::vector<std::string> outputs;
    for (const char* jobs : {"1", "2", "2", "5"}) {
      std::vector<std::string> arguments = {command, "--json", "--jobs", jobs};
      arguments.insert(arguments.end(), files.begin(), files.end());
      const Outcome outcome = run_jiheng(arguments);
      outputs.push_back(outcome.out + outcome.err);
    }
    for (const std::string& output : outputs) EXPECT_EQ(output, outputs.front()) << command;
  }
}

TEST(Commands, CheckJsonHasTheShapeOfTheManual) {
  const Outcome outcome = run_jiheng({"check", "--json", example("water.xlsx")});
  const json all = json::parse(outcome.out);
  const json& form = all.at("documents").at(0).at("forms").at(0);
  EXPECT_EQ(form.at("project_name"), "农村饮水安全巩固提升");
  EXPECT_TRUE(form.at("scorecard").at("total").is_number());
  EXPECT_EQ(form.at("scorecard").at("grade"), "优");
  EXPECT_EQ(form.at("scorecard").at("lines").size(), 9U);
  bool found = false;
  for (const json& finding : form.at("findings")) {
    for (const char* key : {"rule", "severity", "message", "working", "citation", "fix", "locations"}) {
      EXPECT_TRUE(finding.contains(key)) << key;
    }
    if (finding.at("rule") != "F102") continue;
    found = true;
    EXPECT_EQ(finding.at("severity"), "error");
    EXPECT_EQ(finding.at("locations").at(0).at("path"), "funds.total.rate");
    EXPECT_EQ(finding.at("locations").at(0).at("cell"), "H6");
  }
  EXPECT_TRUE(found);
}

TEST(Commands, ExtractWritesOneFileAnInput) {
  const Folder folder;
  const std::string other = folder.file("in/water.html", read_text(example("library.html")));
  const Outcome outcome =
      run_jiheng({"extract", "--output", folder.path("out"), example("water.xlsx"), other, "/nowhere/x.pdf"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(json::parse(read_text(folder.path("out/water.json"))).at("forms").size(), 2U);
  EXPECT_EQ(json::parse(read_text(folder.path("out/water.html.json"))).at("forms").size(), 1U);
  EXPECT_TRUE(json::parse(read_text(folder.path("out/x.json"))).contains("error"));
}

TEST(Commands, WhatExtractWritesCanBeRead) {
  const Folder folder;
  ASSERT_EQ(run_jiheng({"extract", "-o", folder.path("out"), example("water.xlsx")}).status, 0);
  const json first = json::parse(run_jiheng({"check", "--json", example("water.xlsx")}).out);
  const json second = json::parse(run_jiheng({"check", "--json", folder.path("out/water.json")}).out);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(first["documents"][0]["forms"][i]["scorecard"], second["documents"][0]["forms"][i]["scorecard"]);
    EXPECT_EQ(first["documents"][0]["forms"][i]["findings"].size(),
              second["documents"][0]["forms"][i]["findings"].size());
  }
}

TEST(Commands, CsvAndXlsxTakeAllInputsInOneFile) {
  const Folder folder;
  ASSERT_EQ(run_jiheng({"extract", "--format", "csv", "-o", folder.path("all.csv"), example("water.xlsx"),
                        example("library.html")})
                .status,
            0);
  const std::string csv = read_text(folder.path("all.csv"));
  EXPECT_EQ(csv.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 8 + 7 + 7);
  ASSERT_EQ(run_jiheng({"extract", "--format", "xlsx", "-o", folder.path("all.xlsx"), example("water.xlsx"),
                        example("library.html")})
                .status,
            0);
  const std::string once = read_text(folder.path("all.xlsx"));
  EXPECT_EQ(once.substr(0, 2), "PK");
  run_jiheng(
      {"extract", "--format", "xlsx", "-o", folder.path("again.xlsx"), example("water.xlsx"), example("library.html")});
  EXPECT_EQ(once, read_text(folder.path("again.xlsx")));
}

TEST(Commands, StandardInputFoldersAndGlobs) {
  const Outcome piped = run_jiheng({"extract", "-"}, read_text(example("library.html")));
  EXPECT_EQ(json::parse(piped.out)["documents"][0]["file"], "-");
  const Folder folder;
  folder.file("b/二.html", read_text(example("library.html")));
  folder.file("a/一.html", read_text(example("library.html")));
  folder.file("a/readme.md", "no document");
  folder.file("a/.hidden.html", "x");
  folder.file("~$lock.xlsx", "x");
  const Outcome walked = run_jiheng({"extract", folder.path()});
  EXPECT_EQ(walked.status, 0);
  const json documents = json::parse(walked.out)["documents"];
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_NE(documents[0]["file"].get<std::string>().find("一.html"), std::string::npos);
  EXPECT_NE(walked.err.find("readme.md"), std::string::npos);
  EXPECT_EQ(json::parse(run_jiheng({"extract", folder.path("a/*.html")}).out)["documents"].size(), 1U);
}

TEST(Commands, NoColourAndNoControlCharactersWhereThereIsNoTerminal) {
  for (const char* command : {"check", "score"}) {
    const Outcome outcome = run_jiheng({command, example("water.xlsx")});
    EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Commands, EveryHelpShowsAnExample) {
  for (const char* command : {"check", "extract", "score", "explain", "rules", "policies", "formats"}) {
    const Outcome chinese = run_jiheng({command, "--help"});
    EXPECT_EQ(chinese.status, 0);
    EXPECT_NE(chinese.out.find(std::string("例：\n  jiheng ") + command), std::string::npos) << chinese.out;
    const Outcome english = run_jiheng({command, "--help", "--lang", "en"});
    EXPECT_NE(english.out.find(std::string("Example:\n  jiheng ") + command), std::string::npos) << english.out;
  }
}

TEST(Commands, RulesAsJson) {
  const json rules = json::parse(run_jiheng({"rules", "--json"}).out);
  EXPECT_GE(rules.size(), 40U);
  for (const json& rule : rules) {
    for (const char* key : {"code", "slug", "severity", "citation", "title"})
      EXPECT_FALSE(rule.at(key).get<std::string>().empty());
  }
}

TEST(Commands, ExplainSuggestsNearCodes) {
  const Outcome outcome = run_jiheng({"explain", "S32"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("S302"), std::string::npos) << outcome.err;
}

TEST(Commands, PolicyCheckNamesTheLine) {
  const Folder folder;
  const std::string good = folder.file("good.toml", run_jiheng({"policies", "show", "national-2020"}).out);
  EXPECT_EQ(run_jiheng({"policies", "check", good}).status, 0);
  const std::string bad = folder.file("bad.toml", "id = \"x\"\ntitle = 5\n");
  const Outcome outcome = run_jiheng({"policies", "check", bad});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.out.find("bad.toml:2:"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace jiheng::test
