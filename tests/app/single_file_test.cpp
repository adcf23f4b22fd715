// The commands that leave one file: it is there whole or not at all, whatever ends them, and a caught signal
// leaves no part of it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <set>

#include "program.h"
#include "session_fixture.h"

namespace {

namespace fs = std::filesystem;
using namespace genpyo;
using namespace genpyo::test;
using Arguments = std::vector<std::string>;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

// A command, and the name of its file; no two of them write a folder that another reads.
struct Command {
  std::string name;
  Arguments arguments;
  std::string file;
};

struct Office {
  Folder folder;
  std::string db = folder.file("a.db"), place = folder.file("place");
  Outcome import = run_genpyo({"import", "home_care_2018", sample, "--db", db});

  Arguments with_output(const Command& command) const {
    Arguments arguments = command.arguments;
    if (command.name != "convert" && command.name != "workbook") arguments.insert(arguments.end(), {"--db", db});
    arguments.insert(arguments.end(), {"-o", place + "/" + command.file});
    return arguments;
  }
  Outcome run_until(const Command& command, int moment, int signal) const {
    return run_genpyo(with_output(command),
                      {{"LD_PRELOAD", GENPYO_FATAL_MOMENT}, {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                       {"GENPYO_MOMENT", std::to_string(moment)}, {"GENPYO_SIGNAL", std::to_string(signal)}});
  }
  void clear() const {
    fs::remove_all(place);
    fs::create_directory(place);
  }
  std::set<std::string> names() const {
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(place)) found.insert(fs::relative(entry.path(), place));
    return found;
  }
};

const std::vector<Command> commands = {{"print", {"print", "--case", "11-001"}, "a.pdf"},
                                       {"progress", {"progress"}, "a.pdf"},
                                       {"compare", {"compare"}, "a.csv"},
                                       {"convert", {"convert", "home_care_2018"}, "new/form.yaml"},
                                       {"workbook", {"convert", "home_care_2018"}, "a.xlsx"}};

}  // namespace

TEST_CASE("a signal at any change on the disk leaves a command's one file whole or nothing, and no part of it") {
  const Office office;
  REQUIRE(office.import.status == 1);
  const Command command = GENERATE(from_range(commands));
  office.clear();
  REQUIRE(run_genpyo(office.with_output(command)).status == 0);
  const std::string whole = content_of(office.place + "/" + command.file);
  REQUIRE_FALSE(whole.empty());
  for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
    int stopped = 0, status = -1;
    for (int moment = 1; moment < 40 && status != 0; ++moment) {
      office.clear();
      const Outcome outcome = office.run_until(command, moment, signal);
      status = outcome.status;
      INFO(command.name << ", signal " << signal << ", moment " << moment << ": " << status << " " << outcome.err);
      const bool is_there = fs::exists(office.place + "/" + command.file);
      if (is_there) CHECK((content_of(office.place + "/" + command.file) == whole));
      if (status == 0) CHECK(is_there);
      if (status == 0) continue;
      ++stopped;
      CHECK(status == 128 + signal);
      if (signal == SIGKILL) continue;  // its part is written anew by the next run
      CHECK(outcome.err.ends_with("genpyo: Stopped: nothing was written.\n"));
      CHECK(office.names().empty());
    }
    INFO(command.name << ", signal " << signal);
    CHECK(stopped > 0);
  }
}

TEST_CASE("the part that kill -9 left of a command's one file is the next run's") {
  const Office office;
  const Command command = GENERATE(from_range(commands));
  const auto is_part = [](const std::string& name) { return name.ends_with(".part"); };
  for (int moment = 1; moment < 40; ++moment) {
    office.clear();
    if (office.run_until(command, moment, SIGKILL).status == 0) break;
    const auto left = office.names();
    if (std::none_of(left.begin(), left.end(), is_part)) continue;
    CHECK(run_genpyo(office.with_output(command)).status == 0);
    const auto now = office.names();
    CHECK(now.count(command.file) == 1);
    CHECK(std::none_of(now.begin(), now.end(), is_part));
    return;
  }
  FAIL("no moment left a part of " << command.name);
}

TEST_CASE("a disk that is full leaves nothing of a command's one file, and is told") {
  const Office office;
  // In KiB; print makes its fonts and SQLite its index in files too. The other commands' files are smaller.
  const auto [limit, command] = GENERATE(table<std::string, Command>({{"400", {"print", {"print", "--all"}, "a.pdf"}}, {"1", commands[3]}, {"1", commands[4]}}));
  office.clear();
  Arguments arguments = {"-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", limit, GENPYO_PROGRAM};
  const Arguments own = office.with_output(command);
  arguments.insert(arguments.end(), own.begin(), own.end());
  const Outcome full = run("bash", arguments);
  INFO(command.name << ": " << full.err);
  CHECK(full.status == 3);
  CHECK(full.err.find("genpyo: Cannot write " + office.place + "/" + command.file + ":") != std::string::npos);
  CHECK(office.names().empty());
}
