// What a run is announced to go through is what it goes through.
#include <catch2/catch.hpp>

#include "export/readstat_sav.h"
#include "export/xlsx_dataset.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

std::unique_ptr<DatasetWriter> writer_of(const std::string& format, const Profile& profile) {
  if (format == "sav") return std::make_unique<SavWriter>("");
  if (format == "xlsx") return std::make_unique<XlsxWriter>(profile);
  return std::make_unique<CsvWriter>(profile);
}

TEST_CASE("A run walks as often as its course says, and tells when the last case is through") {
  const auto [formats, kind, walks, packs] = GENERATE(table<std::vector<std::string>, Profile::Kind, std::size_t, bool>(
      {{{"csv"}, Profile::Kind::analysis, 1, false},
       {{"csv"}, Profile::Kind::legacy, 2, false},
       {{"csv", "sav"}, Profile::Kind::analysis, 2, false},
       {{"xlsx"}, Profile::Kind::analysis, 1, true},
       {{"xlsx", "sav"}, Profile::Kind::analysis, 2, true}}));
  const ScratchFolder folder;
  forms::Form form;
  form.form_id = "small";
  form.languages = {"ja", "en"};
  form.items = {item("nurses", forms::ItemType::integer, label("看護師", "Nurses"))};
  forms::Case one;
  one.id = "11-001";
  one.marks.resize(1);
  const CasesOfTest cases = {{one, evaluation_of(form, std::int64_t{3})}};
  const auto dataset = Dataset::of(form, {}, {kind, "ja", true});
  REQUIRE(dataset);
  ExportParts parts;
  for (const std::string& format : formats) parts.writers.push_back(writer_of(format, dataset->profile));
  std::string heard;
  parts.on_walked = [&] { heard += "on_walked"; };
  const CaseSource source = [&](const UseCase& use) {
    heard += "walk ";
    return source_of(cases)(use);
  };

  const Course course = course_of(parts);
  const auto outcome = run_export(*dataset, folder.path(), source, std::move(parts));

  REQUIRE(outcome);
  CHECK(course.walks == walks);
  CHECK(course.packs == packs);
  CHECK(heard == (walks == 2 ? "walk walk on_walked" : "walk on_walked"));
}

}  // namespace
}  // namespace genpyo::exports
