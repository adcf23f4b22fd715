// Where files appear together: in one rename, or among others; what is cleared up, and what never.
#include "export/whole_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "export/whole_file.h"
#include "tests/export/scratch_folder.h"

namespace genpyo::exports {
namespace {

namespace fs = std::filesystem;

void put(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

void make(const WholeFolder& folder, const std::string& name, const std::string& text) {
  put(folder.workplace() + '/' + name, text);
}

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

const std::string abandoned = ".out.partial-0123456789abcdef";

TEST_CASE("A folder that was not there appears whole, with those above it") {
  const ScratchFolder scratch;
  const std::string out = scratch.file("a/b/out");
  auto folder = WholeFolder::create(out + "/");
  REQUIRE(folder);
  make(*folder, "x.csv", "x");
  make(*folder, "manifest.json", "m");
  CHECK_FALSE(fs::exists(out));
  REQUIRE(folder->appear({"x.csv", "manifest.json"}));
  CHECK(names_in(out) == std::set<std::string>{"x.csv", "manifest.json"});
  CHECK(names_in(scratch.file("a/b")) == std::set<std::string>{"out"});
}

TEST_CASE("A folder that is given up leaves nothing, not even those above it") {
  const ScratchFolder scratch;
  {
    auto folder = WholeFolder::create(scratch.file("a/b/out"));
    REQUIRE(folder);
    make(*folder, "x.csv", "x");
  }
  CHECK(scratch.entries() == 0);
}

TEST_CASE("An empty folder as mkdir makes it is replaced, a prepared one is filled and keeps its mode") {
  const ScratchFolder scratch;
  for (const bool is_prepared : {false, true}) {
    const std::string out = scratch.file(is_prepared ? "prepared" : "plain");
    fs::create_directory(out);
    if (is_prepared) REQUIRE(chmod(out.c_str(), 02770) == 0);
    struct stat before = {}, after = {};
    REQUIRE(stat(out.c_str(), &before) == 0);
    auto folder = WholeFolder::create(out);
    REQUIRE(folder);
    CHECK((fs::path(folder->workplace()).parent_path() == out) == is_prepared);
    make(*folder, "x.csv", "x");
    REQUIRE(folder->appear({"x.csv"}));
    CHECK(names_in(out) == std::set<std::string>{"x.csv"});
    REQUIRE(stat(out.c_str(), &after) == 0);
    CHECK(before.st_mode == after.st_mode);
    CHECK((before.st_ino == after.st_ino) == is_prepared);
  }
}

TEST_CASE("The folder in which one stands is filled, not replaced") {
  const ScratchFolder scratch;
  const fs::path before = fs::current_path();
  fs::create_directory(scratch.file("out"));
  fs::current_path(scratch.file("out"));
  auto folder = WholeFolder::create(".");
  REQUIRE(folder);
  make(*folder, "x.csv", "x");
  CHECK(folder->appear({"x.csv"}));
  CHECK(fs::exists("x.csv"));
  fs::current_path(before);
}

TEST_CASE("A link to a folder is followed") {
  const ScratchFolder scratch;
  fs::create_directory(scratch.file("real"));
  fs::create_directory_symlink(scratch.file("real"), scratch.file("link"));
  auto folder = WholeFolder::create(scratch.file("link"));
  REQUIRE(folder);
  make(*folder, "x.csv", "x");
  REQUIRE(folder->appear({"x.csv"}));
  CHECK(fs::is_symlink(scratch.file("link")));
  CHECK(names_in(scratch.file("real")) == std::set<std::string>{"x.csv"});
}

struct Filled {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  Filled() {
    fs::create_directory(out);
    put(out + "/analysis.R", "mine");
    put(out + "/x.csv", "older x");
    put(out + "/manifest.json", "older m");
  }
};

TEST_CASE("In a folder that holds something the new files take the places of the older ones alone") {
  const Filled filled;
  auto folder = WholeFolder::create(filled.out);
  REQUIRE(folder);
  make(*folder, "x.csv", "new x");
  make(*folder, "y.csv", "new y");
  make(*folder, "manifest.json", "new m");
  REQUIRE(folder->appear({"x.csv", "y.csv", "manifest.json"}));
  CHECK(names_in(filled.out) == std::set<std::string>{"analysis.R", "x.csv", "y.csv", "manifest.json"});
  CHECK(content_of(filled.out + "/analysis.R") == "mine");
  CHECK(content_of(filled.out + "/x.csv") == "new x");
  CHECK(content_of(filled.out + "/manifest.json") == "new m");
}

TEST_CASE("When one file cannot appear, the older ones are as they were") {
  const Filled filled;
  {
    auto folder = WholeFolder::create(filled.out);
    REQUIRE(folder);
    make(*folder, "x.csv", "new x");
    make(*folder, "manifest.json", "new m");  // and y.csv is missing
    const auto appeared = folder->appear({"x.csv", "y.csv", "manifest.json"});
    REQUIRE_FALSE(appeared);
    CHECK(appeared.failure().sentence.starts_with("Cannot write " + filled.out + ": "));
  }
  CHECK(names_in(filled.out) == std::set<std::string>{"analysis.R", "x.csv", "manifest.json"});
  CHECK(content_of(filled.out + "/x.csv") == "older x");
  CHECK(content_of(filled.out + "/manifest.json") == "older m");
}

TEST_CASE("A folder that has a file's name is told before anything moves") {
  const Filled filled;
  fs::create_directory(filled.out + "/y.csv");
  auto folder = WholeFolder::create(filled.out);
  REQUIRE(folder);
  make(*folder, "y.csv", "y");
  make(*folder, "manifest.json", "new m");
  const auto appeared = folder->appear({"y.csv", "manifest.json"});
  REQUIRE_FALSE(appeared);
  CHECK(appeared.failure().sentence == "Cannot write " + filled.out + "/y.csv: a folder has this name, choose another.");
  CHECK(content_of(filled.out + "/manifest.json") == "older m");
}

TEST_CASE("Files that somebody puts there meanwhile are not written over") {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  auto folder = WholeFolder::create(out);
  REQUIRE(folder);
  make(*folder, "x.csv", "ours");
  fs::create_directory(out);
  put(out + "/x.csv", "theirs");
  const auto appeared = folder->appear({"x.csv"});
  REQUIRE_FALSE(appeared);
  CHECK(appeared.failure().sentence == "Cannot write " + out + ": somebody else put files there meanwhile, try again.");
  CHECK(content_of(out + "/x.csv") == "theirs");
}

TEST_CASE("What a kill left behind is removed, inside and beside the folder") {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out"), inside = out + "/.partial-fedcba9876543210", beside = scratch.file(abandoned);
  for (const std::string& left : {beside, out, inside}) fs::create_directory(left);
  put(beside + "/x.csv", "half");
  put(inside + "/x.csv.part", "half");
  REQUIRE(WholeFolder::create(out));
  CHECK_FALSE(fs::exists(beside));
  CHECK_FALSE(fs::exists(inside));
}

TEST_CASE("Nothing is removed that is not surely ours") {
  const ScratchFolder scratch;
  put(scratch.file("precious"), "precious");
  for (const char* name : {".out.partial-backup", ".out.partial-0123456789ABCDEF", ".other.partial-0123456789abcdef",
                           ".out.partial-1111111111111111", "out.partial-0123456789abcdef"}) {
    fs::create_directory(scratch.file(name));
    put(scratch.file(std::string(name) + "/x"), "x");
  }
  fs::create_directory(scratch.file(".out.partial-1111111111111111/folder"));  // we make none
  put(scratch.file(".out.partial-2222222222222222"), "a file");
  fs::create_directory_symlink(scratch.file(".out.partial-backup"), scratch.file(".out.partial-3333333333333333"));
  const auto before = names_in(scratch.path());
  REQUIRE(WholeFolder::create(scratch.file("out")));
  CHECK(names_in(scratch.path()) == before);
  CHECK(fs::exists(scratch.file(".out.partial-1111111111111111/x")));
  CHECK(fs::exists(scratch.file(".out.partial-backup/x")));
}

TEST_CASE("Of two who write one folder the second is refused") {
  const ScratchFolder scratch;
  for (const bool is_there : {false, true}) {
    const std::string out = scratch.file(is_there ? "there" : "new");
    if (is_there) {
      fs::create_directory(out);
      put(out + "/analysis.R", "mine");
    }
    const auto first = WholeFolder::create(out);
    REQUIRE(first);
    const auto second = WholeFolder::create(out);
    REQUIRE_FALSE(second);
    CHECK(second.failure().sentence == "Cannot write " + out + ": another program is writing it, wait for that and try again.");
    CHECK(fs::exists(first->workplace()));
  }
}

TEST_CASE("A folder whose name is as long as names can be is written all the same") {
  const ScratchFolder scratch;
  std::string name;
  while (name.size() + 3 <= 255) name += "票";
  auto folder = WholeFolder::create(scratch.file(name));
  REQUIRE(folder);
  make(*folder, "x.csv", "x");
  REQUIRE(folder->appear({"x.csv"}));
  CHECK(names_in(scratch.path()) == std::set<std::string>{name});
}

TEST_CASE("A failure names the folder that was asked for, not the hidden one") {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  const auto folder = WholeFolder::create(out);
  REQUIRE(folder);
  const auto file = WholeFile::create(folder->workplace() + "/absent/x.csv");
  REQUIRE_FALSE(file);
  CHECK(folder->told(file.failure()).sentence == "Cannot write " + out + "/absent/x.csv: the folder does not exist.");
}

}  // namespace
}  // namespace genpyo::exports
