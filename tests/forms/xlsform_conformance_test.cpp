// The verdicts of pyxform on published workbooks: refused where it refuses, taken where it takes, by
// the reader and the rules together. There is no exception.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "sheets.h"
#include "validators/program.h"

using namespace genpyo::forms;
namespace fs = std::filesystem;

namespace {

// The beginnings of the names of those that pyxform 4.5.0 refuses; it takes all others.
constexpr std::array refused = {
    "pyxform__tests_bug_example_xls_duplicate_columns",                 // the column label twice
    "pyxform__tests_example_xls_include",                               // a type include
    "onadata__onadata_apps_main_tests_fixtures_bug_fixes_MCH_v1",       // a type Select one from source
    "onadata__onadata_apps_main_tests_fixtures_cascading_selects_dup",  // choices of one name
    "onadata__onadata_apps_main_tests_fixtures_group_names_must_be",    // a repeat called data
    "onadata__onadata_apps_main_tests_fixtures_transportation_transportation.no_choices",
    "SurveyCTO-Templates__Mobilizer",                                   // a type caseid
    "SurveyCTO-Templates__PHQ-A",                                       // a type caseid
    "liberiaS3Mforms__round1_xlsform_liberiaCoverage",                  // choices of one name
    "liberiaS3Mforms__round2_xlsform_liberiaCoverage",                  // choices of one name
};

fs::path folder() {
  const char* given = std::getenv("GENPYO_CONFORMANCE");
  return fs::path(given != nullptr ? given : GENPYO_SOURCE "/../shared/conformance") / "xlsforms";
}

}  // namespace

TEST_CASE("Published workbooks are refused where pyxform refuses them, and only there") {
  std::error_code ignored;
  if (!fs::is_directory(folder(), ignored)) {
    WARN("skipped: there is no " << folder().string() << "; name the folder with GENPYO_CONFORMANCE");
    return;
  }
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (entry.path().extension() != ".xlsx") continue;
    ++seen;
    const std::string name = entry.path().filename().string();
    const auto bytes = read_file(entry.path().string(), 64 << 20);
    REQUIRE(bytes);
    const auto book = read_workbook(*bytes, name, xlsform_sheets());
    REQUIRE(book);
    const FormReading reading = read_xlsform(*book, test::nothing_beside);
    std::vector<Diagnostic> all = reading.diagnostics;
    for (Diagnostic& one : genpyo::validators::compile(reading.form).diagnostics) all.push_back(std::move(one));
    std::string faults;
    for (const Diagnostic& one : all) faults += one.level == Level::error ? to_text(one) + "\n" : "";
    const bool expected = std::any_of(refused.begin(), refused.end(), [&](const char* one) { return name.starts_with(one); });
    INFO(faults.substr(0, 2'000));
    CHECK((name + (faults.empty() ? " taken" : " refused")) == name + (expected ? " refused" : " taken"));
  }
  CHECK(seen > 0);
}
