// What a person sees of a long work in a terminal: how far it is, and nothing of that afterwards.
#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <regex>

#include "program.h"
#include "session_fixture.h"
#include "terminal.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";
using Environment = std::map<std::string, std::string>;

// Every step of the work is shown in such a run.
Environment hasty(const Environment& more = {}) {
  Environment environment = {{"LD_PRELOAD", GENPYO_HASTY_CLOCK}, {"ASAN_OPTIONS", "verify_asan_link_order=0"}, {"TERM", "xterm"}};
  environment.insert(more.begin(), more.end());
  return environment;
}

struct Survey {
  Folder folder;
  std::string db = folder.file("a.db"), place = folder.file("place"), out = place + "/out";
  Outcome import = run_genpyo({"import", "home_care_2018", sample, "--db", db});
  Survey() { std::filesystem::create_directory(place); }

  std::vector<std::string> command(const std::string& name, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {name, "--db", db, "-o", out};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
};

std::vector<std::string> with_program(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), GENPYO_PROGRAM);
  return arguments;
}

std::string joined(const std::vector<std::string>& rows) {
  std::string text;
  for (const std::string& row : rows) text += row;
  return text;
}

std::string without_breaks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
  return text;
}

// The line of a walk, as a person reads it.
struct Reading {
  std::string what;
  int count = 0, total = 0;
  std::ptrdiff_t full = 0;  // of the bar
};

std::vector<Reading> readings_of(const Screen& screen) {
  static const std::regex shape(R"(([a-z ]*[a-z]) +(\d+)/(\d+)( \[#*\.*\])?(, .* left)?)");
  std::vector<Reading> readings;
  for (const std::string& row : screen.seen()) {
    std::smatch parts;
    if (!std::regex_match(row, parts, shape)) continue;
    readings.push_back({parts[1], std::stoi(parts[2]), std::stoi(parts[3]), std::count(row.begin(), row.end(), '#')});
  }
  return readings;
}

}  // namespace

TEST_CASE("An export shows how far it is on one line, which never goes back and is gone in the end") {
  const Survey survey;
  const std::size_t columns = GENERATE(80, 40, 20);
  TerminalRun run(columns, with_program(survey.command("export", {"--format", "csv,sav,xlsx"})), hasty());
  REQUIRE(run.status() == 0);

  const auto readings = readings_of(run.screen());
  REQUIRE(readings.size() > 200);
  Reading before = readings.front();
  CHECK(before.what == "looked at");
  for (const Reading& each : readings) {
    INFO(each.what << " " << each.count << "/" << each.total << " " << each.full);
    CHECK((each.what != before.what ? each.what == "exported" : each.count >= before.count));
    CHECK(each.full >= before.full);
    before = each;
  }
  // Open cases are in the database too, and are not counted.
  CHECK(before.count == before.total);
  CHECK(run.bytes().find(std::to_string(before.total) + " closed cases taken, ") != std::string::npos);
  CHECK((run.bytes().find("completing the files [####################..........]") != std::string::npos) == (columns == 80));
  CHECK((run.bytes().find(" s left") != std::string::npos) == (columns >= 40));

  // A pipe gets the same words and nothing else.
  const Outcome piped = run_genpyo(survey.command("export", {"--format", "csv,sav,xlsx"}), hasty());
  CHECK(piped.err.find_first_of("\r\033") == std::string::npos);
  CHECK(joined(run.screen().rows()) == without_breaks(piped.err + piped.out));
}

TEST_CASE("Other long commands show it too") {
  const Survey survey;
  const auto [name, more, what] = GENERATE(table<std::string, std::vector<std::string>, std::string>(
      {{"tables", {}, "tabulated"}, {"progress", {}, "counted"}, {"print", {"--all"}, "pages printed"}, {"compare", {}, "compared"}}));
  TerminalRun run(80, with_program(survey.command(name, more)), hasty());
  REQUIRE(run.status() == 0);

  const auto readings = readings_of(run.screen());
  REQUIRE(readings.size() > 50);
  CHECK(readings.back().what == what);
  CHECK(readings.back().count == readings.back().total);
  CHECK(readings.back().full == 30);
  for (const std::string& row : run.screen().rows()) CHECK(row.find('[') == std::string::npos);
}

TEST_CASE("What stands against an export is told on lines of its own") {
  const Survey survey;
  const std::vector<std::string> command = survey.command("export", {"--profile", "legacy"});
  TerminalRun run(500, with_program(command), hasty());
  CHECK(run.status() == 1);

  const Outcome piped = run_genpyo(command, hasty());
  CHECK(!readings_of(run.screen()).empty());
  CHECK(std::count(piped.out.begin(), piped.out.end(), '\n') > 1);
  CHECK(joined(run.screen().rows()) == without_breaks(piped.out + piped.err));
}

TEST_CASE("Ctrl+C in the terminal ends a work with one sentence, and leaves neither a line nor a file") {
  const Survey survey;
  const auto [name, more] = GENERATE(table<std::string, std::vector<std::string>>(
      {{"export", {"--format", "csv"}}, {"export", {"--format", "sav"}}, {"tables", {}}, {"print", {"--all"}}, {"progress", {}}, {"compare", {}}}));
  const std::size_t columns = GENERATE(80, 40, 18);  // in 18 a line is cut, and has room for «^C»
  INFO(name << " " << joined(more));
  TerminalRun run(columns, with_program(survey.command(name, more)), hasty({{"GENPYO_STOP_AT", "20"}}));
  run.wait_until_stopped();
  run.read_until("/");
  run.type("\x03");
  run.read_until("^C");
  run.go_on();

  CHECK(run.status() == 128 + SIGINT);
  CHECK(joined(run.screen().rows()) == "genpyo: Stopped: nothing was written.");
  CHECK(std::filesystem::is_empty(survey.place));
}

TEST_CASE("Nothing is drawn behind the back of a shell, nor where nothing can be wiped") {
  const Survey survey;
  auto command = with_program(survey.command("export"));
  Environment environment = hasty();
  if (GENERATE(true, false)) {
    const std::vector<std::string> in_background = {"sh", "-m", "-c", "\"$@\" & wait", "sh"};
    command.insert(command.begin(), in_background.begin(), in_background.end());
  } else {
    environment["TERM"] = "dumb";
  }
  TerminalRun run(80, command, environment);
  REQUIRE(run.status() == 0);

  CHECK(run.bytes().find(" closed cases taken, ") != std::string::npos);
  CHECK(run.bytes().find_first_of("#\033") == std::string::npos);
}
