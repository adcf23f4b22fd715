// The sample in forms/home_care_2018 is what the generator makes, and what it says of itself holds.
#include "tests/support/sample.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "forms/csv.h"
#include "forms/form_reader.h"
#include "forms/read_value.h"
#include "validators/evaluation.h"
#include "validators/program.h"

namespace genpyo {
namespace {

const std::string folder = GENPYO_SOURCE "/forms/home_care_2018";

std::string file(const std::string& name) {
  const auto text = forms::read_file(folder + "/" + name, 4U << 20U);
  if (!text) FAIL(text.failure().sentence);
  return *text;
}

forms::Form form() {
  forms::FormReading reading = forms::read_form(file("form.yaml"), "form.yaml");
  for (const auto& diagnostic : reading.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  return std::move(reading.form);
}

forms::Frame frame() { return *forms::parse_frame(file("frame.csv")); }

forms::csv::Table committed() { return *forms::csv::parse(file("sample.csv")); }

std::size_t column(const forms::csv::Table& table, const std::string& name) {
  const auto found = std::find(table.header.begin(), table.header.end(), name);
  REQUIRE(found != table.header.end());
  return static_cast<std::size_t>(found - table.header.begin());
}

forms::Case keyed(const forms::Form& form, const forms::csv::Row& row) {
  forms::Case result = forms::blank_case(form, row.cells[0]);
  for (forms::ItemIndex item = 0; item < form.items.size(); ++item) {
    const auto reading =
        forms::read_value(form.items[item], form.choices_of(form.items[item]), row.cells[item + 1]);
    CAPTURE(row.cells[0], form.items[item].name, row.cells[item + 1]);
    REQUIRE(std::holds_alternative<forms::Mark>(reading));
    result.marks[item] = std::get<forms::Mark>(reading);
  }
  return result;
}

constexpr forms::Date day = {2018, 3, 1};

}  // namespace

TEST_CASE("The committed sample is byte for byte what the generator makes") {
  const std::string made = sample::sample_csv(form(), sample::sample_sheets(frame()));
  CHECK((made == file("sample.csv")));
}

TEST_CASE("The sample has as many clinics of each region as answered, and five hospitals") {
  const auto table = committed();
  const std::size_t region = column(table, "region");
  const std::size_t facility_type = column(table, "facility_type");
  std::map<std::string, int> clinics;
  int hospitals = 0;
  for (const auto& row : table.rows) {
    if (row.cells[facility_type] == "2") ++hospitals;
    if (row.cells[facility_type] == "1") ++clinics[row.cells[region]];
  }
  const std::map<std::string, int> report = {
      {"1", 1},  {"2", 5},  {"3", 3},   {"4", 4},  {"5", 1},   {"6", 8}, {"7", 10},
      {"9", 19}, {"10", 7}, {"11", 37}, {"12", 4}, {"13", 22}, {"14", 3}};
  CHECK(clinics == report);
  CHECK(hospitals == 5);
  CHECK(table.rows.size() == 129);
}

TEST_CASE("Every case number of the sample is of the frame and stands there once") {
  std::set<std::string> seen;
  for (const auto& row : committed().rows) {
    const auto reading = forms::read_case_number(frame(), row.cells[0]);
    CAPTURE(row.cells[0]);
    CHECK(reading.fault == forms::CaseNumberFault::none);
    CHECK(reading.number.text() == row.cells[0]);
    CHECK(seen.insert(row.cells[0]).second);
  }
}

TEST_CASE("The model case 11-001 is complete and breaks no rule") {
  const forms::Form asked = form();
  const auto compiled = validators::compile(asked);
  REQUIRE(compiled.diagnostics.empty());
  const auto table = committed();
  const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                [](const auto& each) { return each.cells[0] == "11-001"; });
  REQUIRE(row != table.rows.end());
  const forms::Case model = keyed(asked, *row);

  const auto evaluation = validators::evaluate(compiled.program, model, day);

  for (const auto& violation : evaluation.violations) FAIL_CHECK(violation.key);
  for (forms::ItemIndex item = 0; item < asked.items.size(); ++item) {
    CAPTURE(asked.items[item].name);
    CHECK(forms::is_answer(evaluation.items[item].value));
  }
  CHECK(evaluation.may_close());
}

TEST_CASE("As many clinics of the sample as of the report are in each extraction") {
  const forms::Form asked = form();
  const auto compiled = validators::compile(asked);
  std::map<std::string, int> in;
  for (const auto& row : committed().rows) {
    const auto evaluation = validators::evaluate(compiled.program, keyed(asked, row), day);
    for (std::size_t each = 0; each < asked.extractions.size(); ++each) {
      const auto status = evaluation.extractions[each].status;
      if (status == validators::ExtractionState::Status::in) ++in[asked.extractions[each].name];
    }
  }
  CHECK(in == std::map<std::string, int>{
                  {"staff_complete", 106}, {"patients_complete", 86}, {"visits_complete", 102}});
}

TEST_CASE("Eight clinics of the sample cannot be closed as they are") {
  const forms::Form asked = form();
  const auto compiled = validators::compile(asked);
  std::map<std::string, int> broken;
  int open = 0;
  for (const auto& row : committed().rows) {
    const auto evaluation = validators::evaluate(compiled.program, keyed(asked, row), day);
    if (!evaluation.may_close()) ++open;
    for (const auto& violation : evaluation.violations) {
      if (violation.severity == forms::Severity::hard) ++broken[violation.key];
    }
  }
  CHECK(open == 8);
  for (const char* key :
       {"check:home_care_doctors_of_doctors", "constraint:outpatient_days",
        "check:children_of_patients", "check:deaths_sum", "check:at_home_of_deaths_outside"}) {
    CAPTURE(key);
    CHECK(broken[key] == 1);
  }
}

}  // namespace genpyo
