#include "tests/validators/scenario.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

namespace genpyo::tests {

// Each file of tests/scenarios/ is a concept, each scenario in it a sentence about it.
TEST_CASE("What the scenarios tell holds") {
  static const std::set<std::filesystem::path> files = [] {
    std::set<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(GENPYO_SOURCE "/tests/scenarios"))
      if (entry.path().extension() == ".yaml") found.insert(entry.path());
    return found;
  }();
  REQUIRE(files.size() >= 8);
  for (const std::filesystem::path& file : files) DYNAMIC_SECTION(file.stem().string()) {
      run_scenarios(file.string());
    }
}

}  // namespace genpyo::tests
