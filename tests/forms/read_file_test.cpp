#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "forms/form_reader.h"

using namespace genpyo::forms;

namespace {

// A folder of the test's own that goes with it.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("genpyo_read_file_" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
};

std::string sentence_of(const std::string& path, std::size_t limit = 100) {
  const auto read = read_file(path, limit);
  return read ? "" : read.failure().sentence;
}

}  // namespace

TEST_CASE("A file is read byte for byte up to its limit") {
  const Folder folder;
  const std::string bytes("a\r\n\0\xFF", 5);
  CHECK(*read_file(folder.file("a", bytes), 5) == bytes);
  CHECK(*read_file(folder.file("empty", ""), 5) == "");
  const std::string path = folder.file("b", std::string(101, 'x'));
  CHECK(sentence_of(path) ==
        path + ": the file is larger than 100 bytes. Split it, or check that it is the right one.");
}

TEST_CASE("What is no file is refused with a sentence") {
  const Folder folder;
  const std::string here = folder.path.string();
  CHECK(sentence_of(here) == here + ": this is a folder. Name a file in it.");
  CHECK(sentence_of(here + "/no") ==
        here + "/no: there is no such file. Check the name and the folder.");
  CHECK(sentence_of("/dev/zero") ==
        "/dev/zero: this is no ordinary file. Name a file on the disk.");
  CHECK(sentence_of("a\x1B[2J") == "a?[2J: there is no such file. Check the name and the folder.");
}
