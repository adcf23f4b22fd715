// An export that is ended at every moment at which it touches a folder: whole, or not at all.
#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "forms/sha256.h"
#include "program.h"
#include "session_fixture.h"

namespace {

namespace fs = std::filesystem;
using namespace genpyo;
using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

struct Exports {
  Folder folder;
  std::string db = folder.file("a.db");
  std::string place = folder.file("place"), out = place + "/out";
  Outcome import = run_genpyo({"import", "home_care_2018", sample, "--db", db});

  Outcome run(const std::map<std::string, std::string>& environment = {}, const std::string& layer = "values") const {
    return run_genpyo({"export", "--db", db, "--format", "csv,sqlite", "--layer", layer, "-o", out}, environment);
  }
  Outcome run_until(int moment, int signal) const {
    return run({{"LD_PRELOAD", GENPYO_FATAL_MOMENT}, {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                {"GENPYO_MOMENT", std::to_string(moment)}, {"GENPYO_SIGNAL", std::to_string(signal)}});
  }
};

using Contents = std::map<std::string, std::string>;  // by name

// What a person sees in the folder, who does not look for hidden files.
Contents visible_in(const std::string& folder) {
  Contents contents;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with('.')) contents[name] = entry.is_directory() ? "" : content_of(entry.path());
  }
  return contents;
}

bool fits_manifest(const Contents& contents) {
  const auto manifest = nlohmann::json::parse(contents.at("manifest.json"));
  for (const auto& file : manifest["files"]) {
    const auto found = contents.find(file["name"]);
    if (found == contents.end() || file["sha256"] != forms::sha256_hex(found->second)) return false;
  }
  return !manifest["files"].empty();
}

bool is_part_of(const Contents& part, const Contents& whole) {
  for (const auto& [name, content] : part) {
    const auto found = whole.find(name);
    if (found == whole.end() || found->second != content) return false;
  }
  return true;
}

// Ends the export at its first moment, its second and so on, until it comes to its end. Gives how many.
int kill_at_each_moment(const Exports& exports, const std::function<void()>& prepare,
                   const std::function<void(const Outcome&)>& look) {
  for (int moment = 1; moment < 400; ++moment) {
    prepare();
    const Outcome outcome = exports.run_until(moment, SIGKILL);
    INFO("moment " << moment << ": " << outcome.status << " " << outcome.err);
    look(outcome);
    if (outcome.status == 0) return moment - 1;
  }
  FAIL("it comes to no end");
  return 0;
}

void clear(const Exports& exports) {
  fs::remove_all(exports.place);
  fs::create_directory(exports.place);
}

}  // namespace

TEST_CASE("kill -9 before any change on the disk leaves a new folder absent or whole") {
  const Exports exports;
  REQUIRE(exports.import.status == 1);
  int absent = 0;
  const int moments = kill_at_each_moment(exports, [&] { clear(exports); }, [&](const Outcome& outcome) {
    CHECK((outcome.status == 128 + SIGKILL || outcome.status == 0));
    const Contents seen = visible_in(exports.out);
    if (!fs::exists(exports.out)) {
      ++absent;
    } else {
      REQUIRE(seen.contains("manifest.json"));
      CHECK(fits_manifest(seen));
    }
    CHECK(visible_in(exports.place).size() == (seen.empty() ? 0 : 1));
  });
  CHECK(moments > 20);
  CHECK(absent > 15);
  CHECK(absent < moments);  // the rename itself lies among them
}

TEST_CASE("kill -9 before any change on the disk never mixes two exports in a folder, nor lets a manifest lie") {
  const Exports exports;
  clear(exports);
  REQUIRE(exports.run({}, "marks").status == 0);
  const Contents older = visible_in(exports.out);
  fs::remove_all(exports.out);
  REQUIRE(exports.run().status == 0);
  const Contents newer = visible_in(exports.out);
  REQUIRE(older.at("home_care_2018.csv") != newer.at("home_care_2018.csv"));
  const auto prepare = [&] {
    clear(exports);
    fs::create_directory(exports.out);
    for (const auto& [name, content] : older) write_file(exports.out + "/" + name, content);
    write_file(exports.out + "/analysis.R", "mine");
  };
  int without = 0;
  const int moments = kill_at_each_moment(exports, prepare, [&](const Outcome&) {
    Contents seen = visible_in(exports.out);
    CHECK(seen["analysis.R"] == "mine");
    seen.erase("analysis.R");
    if (seen.contains("manifest.json")) {
      CHECK(fits_manifest(seen));
      CHECK((seen == older || seen == newer));
    } else {
      ++without;
      CHECK((is_part_of(seen, older) || is_part_of(seen, newer)));
    }
  });
  CHECK(moments > 30);
  CHECK(without > 5);
}

TEST_CASE("The next export clears up after a kill") {
  const Exports exports;
  for (const bool is_there : {false, true}) {
    clear(exports);
    if (is_there) {
      fs::create_directory(exports.out);
      write_file(exports.out + "/analysis.R", "mine");
    }
    REQUIRE(exports.run_until(8, SIGKILL).status == 128 + SIGKILL);
    const std::string place = is_there ? exports.out : exports.place;
    const auto hidden = [&] {
      return std::count_if(fs::directory_iterator(place), {}, [](const auto& entry) { return entry.path().filename().string()[0] == '.'; });
    };
    CHECK(hidden() == 1);
    CHECK(exports.run().status == 0);
    CHECK(hidden() == 0);
  }
}

TEST_CASE("Ctrl+C, SIGTERM and a closed terminal leave nothing, or come too late") {
  const Exports exports;
  const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
  int stopped = 0;
  for (int moment = 1; moment <= 45; moment += signal == SIGINT ? 1 : 5) {
    clear(exports);
    const Outcome outcome = exports.run_until(moment, signal);
    INFO("moment " << moment << ": " << outcome.status << " " << outcome.err);
    if (outcome.status == 0) {
      CHECK(fits_manifest(visible_in(exports.out)));
      continue;
    }
    ++stopped;
    CHECK(outcome.status == 128 + signal);
    CHECK(outcome.err == "genpyo: Stopped: nothing was written.\n");
    CHECK(fs::is_empty(exports.place));
  }
  CHECK(stopped > 1);
}

TEST_CASE("tables appear together, and Ctrl+C leaves none of them") {
  const Exports exports;
  clear(exports);
  const auto tables = [&](const std::map<std::string, std::string>& environment) {
    return run_genpyo({"tables", "--db", exports.db, "-o", exports.out}, environment);
  };
  std::map<std::string, std::string> environment = {{"LD_PRELOAD", GENPYO_FATAL_MOMENT}, {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
  for (int moment = 3; moment < 40; moment += 4) {
    environment["GENPYO_MOMENT"] = std::to_string(moment);
    for (const int signal : {SIGKILL, SIGINT}) {
      environment["GENPYO_SIGNAL"] = std::to_string(signal);
      clear(exports);
      const Outcome outcome = tables(environment);
      INFO("moment " << moment << ": " << outcome.status << " " << outcome.err);
      CHECK((outcome.status == 128 + signal || outcome.status == 0));
      if (fs::exists(exports.out)) CHECK(visible_in(exports.out).size() == 8);
      else if (signal == SIGINT) CHECK(fs::is_empty(exports.place));
    }
  }
  clear(exports);
  CHECK(tables({}).status == 0);
  CHECK(visible_in(exports.out).size() == 8);
}
