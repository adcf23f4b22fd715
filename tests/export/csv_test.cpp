#include "export/csv.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "forms/csv.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::ItemType;
using forms::Missing;
using forms::Source;
using Multiple = DatasetOptions::Multiple;

// Every type of item; a frame item, an identifying one, a grid row, one coded afterwards.
forms::Form survey() {
  forms::Form form;
  form.form_id = "survey";
  form.languages = {"ja", "en"};
  form.lists = {{"region", {{1, label("釜石市", "Kamaishi"), Source::report}}},
                {"founder",
                 {{1, label("医療法人", "Medical corporation"), Source::report},
                  {5, label("その他", "Other"), Source::inferred}}},
                {"partners",
                 {{1, label("病院", "Hospital"), Source::inferred},
                  {5, label("訪問看護", "Visiting nurses"), Source::report},
                  {10, label("特にない", "None"), Source::published, true}}}};
  form.grids.resize(1);
  form.grids[0].name = "staff";
  form.grids[0].number = "問5";
  form.grids[0].label = label("職員数", "Staff");
  form.items = {item("region", ItemType::select_one, label("地域区分", "Region")),
                item("facility_name", ItemType::text, label("施設名", "Facility")),
                item("founder", ItemType::select_one, label("開設主体", "Founder")),
                item("founder_other", ItemType::text, label("その他の内容", "Other, specify")),
                item("staff_doctors", ItemType::integer, label("医師", "Doctors")),
                item("partners", ItemType::select_multiple, label("連携機関", "Partners")),
                item("features", ItemType::text, label("特徴, \"要因\"", "Features")),
                item("features_code", ItemType::select_multiple, label("分類", "Coded"))};
  form.items[0].choices = 0;
  form.items[0].frame_column = "number";
  form.items[1].identifying = true;
  form.items[2].choices = 1;
  form.items[2].number = "問1";
  form.items[2].source = Source::report;
  form.items[4].grid = 0;
  form.items[4].number = "1)";
  form.items[4].unit = label("人", "persons");
  form.items[5].choices = 2;
  form.items[7].choices = 1;
  form.items[7].codes_of = "features";
  form.extractions.resize(1);
  form.extractions[0].name = "staff_complete";
  form.extractions[0].label = label("すべて回答", "All answered");
  return form;
}

validators::Evaluation answered(const forms::Form& form) {
  validators::Evaluation evaluation = evaluation_of(form, Missing::not_keyed);
  state_of(evaluation, form, "region").value = Codes{1};
  state_of(evaluation, form, "facility_name").value = "ある医院";
  state_of(evaluation, form, "founder").value = Codes{5};
  state_of(evaluation, form, "founder_other").value = "-2";  // a text that looks like a code
  state_of(evaluation, form, "staff_doctors").value = std::int64_t{0};
  state_of(evaluation, form, "partners").value = Codes{1, 5};
  state_of(evaluation, form, "features").value = "\"顔\"の見える,\n関係 𠮷";
  state_of(evaluation, form, "features_code").value = Codes{5};
  return evaluation;
}

forms::Case numbered(const forms::Form& form, int serial) {
  return forms::blank_case(form, "01-00" + std::to_string(serial));
}

// The dataset of one case, as a table; not to be used where the file itself matters.
forms::csv::Table dataset_of(const forms::Form& form, const validators::Evaluation& evaluation,
                             const DatasetOptions& options) {
  const ScratchFolder folder;
  REQUIRE(export_csv(folder.path(), form, {{numbered(form, 1), evaluation}}, options).outcome);
  auto table = forms::csv::parse(content_of(folder.file("survey.csv")));
  REQUIRE(table);
  return *table;
}

std::string cell(const forms::csv::Table& table, const std::string& name) {
  const auto found = std::find(table.header.begin(), table.header.end(), name);
  REQUIRE(found != table.header.end());
  return table.rows.at(0).cells.at(static_cast<std::size_t>(found - table.header.begin()));
}

std::string golden(const std::string& name) {
  return content_of(std::string(GENPYO_SOURCE "/tests/golden/") + name);
}

TEST_CASE("The dataset of every type and every missing kind is the golden file") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  CasesOfTest cases = {{numbered(form, 1), answered(form)}};
  int serial = 2;
  for (const Missing kind : forms::all_missing) {
    validators::Evaluation evaluation = evaluation_of(form, kind);
    evaluation.extractions[0].status = validators::ExtractionState::Status::incomplete;
    cases.emplace_back(numbered(form, serial++), evaluation);
  }
  const auto made = export_csv(folder.path(), form, cases);
  REQUIRE(made.outcome);
  CHECK(made.outcome->paths == std::vector{folder.file("survey_codebook.csv"), folder.file("survey.csv")});
  CHECK(content_of(folder.file("survey.csv")) == golden("survey.csv"));
  CHECK(content_of(folder.file("survey_codebook.csv")) == golden("survey_codebook.csv"));
  CHECK(folder.entries() == 2);
}

TEST_CASE(
    "A date is written as text, what is unknown in it as X, and why it is missing beside it") {
  forms::Form form = survey();
  form.items.push_back(item("born", ItemType::date, label("生年月日", "Born")));
  const auto row = [&](const forms::Value& value) {
    validators::Evaluation evaluation = answered(form);
    state_of(evaluation, form, "born").value = value;
    const auto table = dataset_of(form, evaluation, {});
    return cell(table, "born") + "|" + cell(table, "born_missing");
  };
  CHECK(row(forms::PartialDate{1964, 4, 1}) == "1964-04-01|");
  CHECK(row(forms::PartialDate{1964, 4, {}}) == "1964-04-XX|");
  CHECK(row(Missing::illegible) == "|-4");

  const ScratchFolder folder;
  REQUIRE(export_csv(folder.path(), form, {}).outcome);
  const std::string codebook = content_of(folder.file("survey_codebook.csv"));
  CHECK(codebook.find("\nborn,born,,date,variable,,生年月日,Born,") != std::string::npos);
  CHECK(codebook.find("\nborn_missing,born,,integer,variable,") != std::string::npos);
}

TEST_CASE("The seven missing kinds have seven numbers below 0") {
  std::set<int> codes;
  for (const Missing kind : forms::all_missing) codes.insert(analysis_code(kind));
  CHECK(codes == std::set<int>{-7, -6, -5, -4, -3, -2, -1});
  CHECK(analysis_code(Missing::no_answer) == -2);
  CHECK(analysis_code(Missing::not_applicable) == -6);
}

TEST_CASE("Values are written, not marks") {
  const forms::Form form = survey();
  forms::Case current = numbered(form, 1);
  current.marks[form.find("staff_doctors").value()].content = std::int64_t{77};  // off the path
  const ScratchFolder folder;
  REQUIRE(export_csv(folder.path(), form, {{current, evaluation_of(form, Missing::not_applicable)}}).outcome);
  CHECK(content_of(folder.file("survey.csv")).find("77") == std::string::npos);
}

TEST_CASE("Identifying items leave only when asked for, and so do their codebook lines") {
  const forms::Form form = survey();
  const bool asked = GENERATE(false, true);
  const ScratchFolder folder;
  REQUIRE(export_csv(folder.path(), form, {{numbered(form, 1), answered(form)}}, {.identifying = asked}).outcome);
  const std::string data = content_of(folder.file("survey.csv"));
  const std::string codebook = content_of(folder.file("survey_codebook.csv"));
  CHECK((data.find("facility_name") != std::string::npos) == asked);
  CHECK((data.find("ある医院") != std::string::npos) == asked);
  CHECK((codebook.find("facility_name") != std::string::npos) == asked);
}

TEST_CASE("A select_multiple is one column of codes when asked for") {
  const forms::Form form = survey();
  const DatasetOptions codes{.multiple = Multiple::codes};
  CHECK(cell(dataset_of(form, answered(form), codes), "partners") == "1 5");
  const auto blank = evaluation_of(form, Missing::no_answer);
  CHECK(cell(dataset_of(form, blank, codes), "partners") == "-2");
}

TEST_CASE("A text that looks like a missing code is not taken for one") {
  const forms::Form form = survey();
  const auto text = dataset_of(form, answered(form), {});
  CHECK(cell(text, "founder_other") == "-2");
  CHECK(cell(text, "founder_other_missing").empty());
  const auto blank = dataset_of(form, evaluation_of(form, Missing::no_answer), {});
  CHECK(cell(blank, "founder_other").empty());
  CHECK(cell(blank, "founder_other_missing") == "-2");
}

TEST_CASE("No text can break out of its cell") {
  const forms::Form form = survey();
  const std::string text =
      GENERATE(as<std::string>(), "a,b", "\"", "\"\"", "line\nline", "line\r\nline", "\r", "=1+1");
  auto evaluation = evaluation_of(form, Missing::no_answer);
  state_of(evaluation, form, "features").value = text;
  const auto table = dataset_of(form, evaluation, {});
  CHECK(table.rows.size() == 1);
  CHECK(cell(table, "features") == text);
  CHECK(cell(table, "features_missing").empty());
}

TEST_CASE("A NUL byte becomes a visible replacement character") {
  const forms::Form form = survey();
  auto evaluation = evaluation_of(form, Missing::no_answer);
  state_of(evaluation, form, "features").value = std::string("a\0b\0", 4);
  CHECK(cell(dataset_of(form, evaluation, {}), "features") == "a\uFFFDb\uFFFD");
}

TEST_CASE("Two columns of one name are refused with both of their origins") {
  forms::Form form = survey();
  form.items[2].name = "partners_5";
  const auto dataset = Dataset::of(form, {}, {});
  REQUIRE_FALSE(dataset);
  CHECK(dataset.failure().sentence ==
        "The dataset would have two columns named \"partners_5\", the item partners_5 and choice 5 "
        "of partners: rename one of them in the form.");
}

TEST_CASE("Every sort of name clash is found") {
  forms::Form form = survey();
  const auto [name, other] = GENERATE(table<std::string, std::string>({
      {"case_id", "the case number"},
      {"features_missing", "the missing kinds of features"},
      {"in_staff_complete", "the extraction staff_complete"},
  }));
  form.items[2].name = name;
  const auto variables = variables_of(form, {});
  REQUIRE_FALSE(variables);
  CHECK(variables.failure().sentence.find(other) != std::string::npos);
  CHECK(variables.failure().sentence.find("the item " + name) != std::string::npos);
}

TEST_CASE("A name that only dichotomies would take is free when codes are written") {
  forms::Form form = survey();
  form.items[2].name = "partners_5";
  CHECK(variables_of(form, {.multiple = Multiple::codes}));
}

TEST_CASE("A dataset that is given up leaves nothing") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  const CasesOfTest cases = {{numbered(form, 1), answered(form)}, {numbered(form, 2), answered(form)}};
  const auto dataset = Dataset::of(form, {}, {});
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<CsvWriter>(dataset->profile));
  int asked = 0;
  parts.is_stopped = [&] { return ++asked >= 2; };  // Ctrl+C at the second case
  const auto outcome = run_export(*dataset, folder.path(), source_of(cases), std::move(parts));
  REQUIRE_FALSE(outcome);
  CHECK(outcome.failure().sentence == "Stopped: nothing was written.");
  CHECK(folder.entries() == 0);
}

TEST_CASE("A dataset for a folder that is a file is refused in one sentence") {
  const ScratchFolder folder;
  std::ofstream(folder.file("taken")) << "a letter";
  const auto made = export_csv(folder.file("taken"), survey(), {});
  REQUIRE_FALSE(made.outcome);
  CHECK(made.outcome.failure().sentence ==
        "Cannot write into " + folder.file("taken") + ": it is no folder. Choose another with -o.");
  CHECK(content_of(folder.file("taken")) == "a letter");
}

TEST_CASE("The codebook describes every column of the dataset in its order") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  REQUIRE(export_csv(folder.path(), form, {{numbered(form, 1), answered(form)}}).outcome);
  const auto data = forms::csv::parse(content_of(folder.file("survey.csv")));
  const auto book = forms::csv::parse(content_of(folder.file("survey_codebook.csv")));
  REQUIRE(data);
  REQUIRE(book);
  std::vector<std::string> described;  // variables, in the order of the codebook
  for (const forms::csv::Row& row : book->rows) {
    if (row.cells[4] == "variable") described.push_back(row.cells[0]);
  }
  CHECK(described == data->header);
}

}  // namespace
}  // namespace genpyo::exports
