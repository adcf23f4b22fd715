// The house as ARCHITECTURE.md tells it: who may include whom, who owns which library, what lies
// at the top, which texts exist.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "includes.h"

namespace {

namespace fs = std::filesystem;
using namespace genpyo;

// A tree of one file, for a planted violation.
class PlantedTree {
 public:
  PlantedTree(const std::string& file, const std::string& text)
      : root_(fs::temp_directory_path() / ("genpyo_planted_" + std::to_string(::getpid()))) {
    add(file, text);
  }
  ~PlantedTree() { fs::remove_all(root_); }
  void add(const std::string& file, const std::string& text) {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }
  const fs::path& root() const { return root_; }

 private:
  fs::path root_;
};

}  // namespace

TEST_CASE("every include line keeps the include table and the owner table") {
  CHECK(architecture::violations(GENPYO_SOURCE) == std::vector<std::string>{});
}

TEST_CASE("no headers include each other in a circle") {
  CHECK(architecture::circles(GENPYO_SOURCE) == std::vector<std::string>{});
}

TEST_CASE("a planted include against the table is found") {
  const PlantedTree tree("store/planted.cpp", "#include \"validators/program.h\"\n");
  CHECK(architecture::violations(tree.root()) ==
        std::vector<std::string>{"store/planted.cpp may not include validators/program.h."});
}

TEST_CASE("a planted include of paper by the rest of forms is found") {
  const PlantedTree tree("forms/planted.cpp", "#include \"forms/paper/layout.h\"\n");
  CHECK(architecture::violations(tree.root()).size() == 1);
}

TEST_CASE("a planted include of a library by another than its owner is found") {
  const PlantedTree tree("app/session/planted.cpp", "#include <SQLiteCpp/SQLiteCpp.h>\n");
  CHECK(architecture::violations(tree.root()) ==
        std::vector<std::string>{"app/session/planted.cpp includes SQLiteCpp/SQLiteCpp.h, but SQLite "
                                 "belongs to store/."});
}

TEST_CASE("a planted library that nobody owns is found") {
  const PlantedTree tree("forms/planted.cpp", "#include <curl/curl.h>\n");
  CHECK(architecture::violations(tree.root()).size() == 1);
}

TEST_CASE("a planted circle of headers is found") {
  PlantedTree tree("forms/a.h", "#include \"forms/b.h\"\n");
  tree.add("forms/b.h", "#include \"forms/a.h\"\n");
  CHECK(architecture::circles(tree.root()).size() == 1);
}

TEST_CASE("nothing lies at the top but what the house has") {
  const std::set<std::string> expected = {
      "app", "assets", "docs", "export", "forms", "store", "tests", "validators", "run", "check",
      "CMakeLists.txt", "CMakePresets.json", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md",
      ".ci", ".clang-format", ".git", ".gitignore", "build", "out"};
  for (const auto& entry : fs::directory_iterator(GENPYO_SOURCE)) {
    INFO(entry.path().filename().string());
    CHECK(expected.contains(entry.path().filename().string()));
  }
}
