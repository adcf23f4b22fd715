#include "export/whole_file.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <utility>

#include "tests/export/scratch_folder.h"

namespace genpyo::exports {
namespace {

TEST_CASE("A file is under its name when finished, and no part of it is left") {
  const ScratchFolder folder;
  auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE(file);
  file->write("one,");
  file->write(std::string_view("two\0\n", 5));
  REQUIRE(file->finish());
  CHECK(content_of(folder.file("data.csv")) == std::string("one,two\0\n", 9));
  CHECK(folder.entries() == 1);
}

TEST_CASE("Before it is finished nothing stands under the name") {
  const ScratchFolder folder;
  auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE(file);
  file->write("half a line");
  CHECK_FALSE(std::filesystem::exists(folder.file("data.csv")));
  CHECK(std::filesystem::exists(folder.file("data.csv.part")));
}

TEST_CASE("A file that is given up leaves nothing, and an older one as it was") {
  const ScratchFolder folder;
  std::ofstream(folder.file("data.csv")) << "older";
  {
    auto file = WholeFile::create(folder.file("data.csv"));
    REQUIRE(file);
    file->write("newer");
  }
  CHECK(content_of(folder.file("data.csv")) == "older");
  CHECK(folder.entries() == 1);
}

TEST_CASE("A finished file takes the place of an older one") {
  const ScratchFolder folder;
  std::ofstream(folder.file("data.csv")) << "older and longer";
  auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE(file);
  file->write("newer");
  REQUIRE(file->finish());
  CHECK(content_of(folder.file("data.csv")) == "newer");
}

TEST_CASE("A file that is moved is written on, and only once removed") {
  const ScratchFolder folder;
  auto first = WholeFile::create(folder.file("first.csv"));
  auto second = WholeFile::create(folder.file("second.csv"));
  REQUIRE(first);
  REQUIRE(second);
  first->write("a");
  *second = std::move(*first);  // the second is given up
  second->write("b");
  REQUIRE(second->finish());
  CHECK(content_of(folder.file("first.csv")) == "ab");
  CHECK(folder.entries() == 1);
}

TEST_CASE("A missing folder is told in one sentence") {
  const ScratchFolder folder;
  const std::string path = folder.file("absent/data.csv");
  const auto file = WholeFile::create(path);
  REQUIRE_FALSE(file);
  CHECK(file.failure().sentence == "Cannot write " + path + ": the folder does not exist.");
}

TEST_CASE("A folder that has the file's name is told when finishing, and stays") {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder.file("data.csv"));
  auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE(file);
  const auto done = file->finish();
  REQUIRE_FALSE(done);
  CHECK(done.failure().sentence ==
        "Cannot write " + folder.file("data.csv") + ": a folder has this name, choose another.");
  CHECK(std::filesystem::is_directory(folder.file("data.csv")));
  CHECK(folder.entries() == 1);
}

TEST_CASE("A part that a crash left behind is written anew") {
  const ScratchFolder folder;
  std::ofstream(folder.file("data.csv.part")) << "left by a crash, and longer";
  auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE(file);
  file->write("whole");
  REQUIRE(file->finish());
  CHECK(content_of(folder.file("data.csv")) == "whole");
}

TEST_CASE("A file for its owner alone is never readable by others, not even over an older part") {
  namespace fs = std::filesystem;
  const ScratchFolder folder;
  const fs::perms owner = fs::perms::owner_read | fs::perms::owner_write;
  std::ofstream(folder.file("pins.part")) << "older";
  fs::permissions(folder.file("pins.part"), fs::perms::all);
  auto file = WholeFile::create(folder.file("pins"), WholeFile::Readers::owner_only);
  REQUIRE(file);
  CHECK(fs::status(folder.file("pins.part")).permissions() == owner);
  REQUIRE(file->finish());
  CHECK(fs::status(folder.file("pins")).permissions() == owner);
}

TEST_CASE("Of two writers under one name the second is refused and the first is not disturbed") {
  const ScratchFolder folder;
  auto first = WholeFile::create(folder.file("data.csv"));
  REQUIRE(first);
  first->write("first");
  const auto second = WholeFile::create(folder.file("data.csv"));
  REQUIRE_FALSE(second);
  CHECK(second.failure().sentence ==
        "Cannot write " + folder.file("data.csv") +
            ": another program is writing it, wait for that and try again.");
  REQUIRE(first->finish());
  CHECK(content_of(folder.file("data.csv")) == "first");
}

TEST_CASE("A link under the name of the part is not followed") {
  const ScratchFolder folder;
  std::ofstream(folder.file("precious")) << "precious";
  std::filesystem::create_symlink(folder.file("precious"), folder.file("data.csv.part"));
  const auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE_FALSE(file);
  CHECK(file.failure().sentence ==
        "Cannot write " + folder.file("data.csv") +
            ": a link lies in the way under this name and .part, remove it.");
  CHECK(content_of(folder.file("precious")) == "precious");
}

// Lets this process write files of at most so many bytes, as a full disk would.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limited{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST_CASE("A write that fails is told when finishing, and leaves nothing") {
  const ScratchFolder folder;
  auto file = WholeFile::create(folder.file("data.csv"));
  REQUIRE(file);
  {
    const SizeLimit full(4096);
    file->write(std::string(1 << 16, 'x'));
  }
  file->write("room again, but a hole before it");
  const auto done = file->finish();
  REQUIRE_FALSE(done);
  CHECK(done.failure().sentence == "Cannot write " + folder.file("data.csv") + ": File too large.");
  CHECK(folder.entries() == 0);
}

}  // namespace
}  // namespace genpyo::exports
