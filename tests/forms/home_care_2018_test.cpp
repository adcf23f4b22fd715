#include <catch2/catch.hpp>

#include "forms/form_reader.h"
#include "forms/frame.h"
#include "forms/yaml.h"

using namespace genpyo::forms;

namespace {

std::string bytes_of(const std::string& name) {
  const auto bytes = read_file(GENPYO_SOURCE "/forms/home_care_2018/" + name, 4 << 20);
  if (!bytes) FAIL(bytes.failure().sentence);
  return *bytes;
}

}  // namespace

TEST_CASE("The form of the 2018 survey reads without a fault") {
  const FormReading reading = read_form(bytes_of("form.yaml"), "form.yaml");
  for (const Diagnostic& diagnostic : reading.diagnostics) {
    UNSCOPED_INFO(to_text(diagnostic));
  }
  CHECK(reading.diagnostics.empty());
  CHECK(reading.form.form_id == "home_care_2018");
  CHECK(reading.form.languages == std::vector<std::string>{"ja", "en"});
}

TEST_CASE("The form of the 2018 survey has the blocks of the questionnaire") {
  const Form form = read_form(bytes_of("form.yaml"), "form.yaml").form;
  std::map<std::string, std::size_t> rows;
  for (const Grid& grid : form.grids) rows[grid.name] = grid.rows.size();
  CHECK(rows["staff"] == 9);
  CHECK(rows["services"] == 9);
  CHECK(rows["patients"] == 11);
  CHECK(rows["procedures"] == 14);
  const auto departments = form.find("departments");
  REQUIRE(departments);
  CHECK(form.choices_of(form.items[*departments])->choices.size() == 43);
  CHECK(form.choices_of(form.items[*departments])->width() == 2);
}

TEST_CASE("The frame of the 2018 survey has 14 organizations and 380 clinics") {
  const auto frame = parse_frame(bytes_of("frame.csv"));
  if (!frame) FAIL(frame.failure().sentence);
  int clinics = 0;
  int hospitals = 0;
  for (const FrameRow& row : frame->rows) {
    clinics += row.clinics;
    hospitals += row.hospitals;
  }
  CHECK(frame->rows.size() == 14);
  CHECK(clinics == 380);
  CHECK(hospitals == 5);
  CHECK(read_case_number(*frame, "08-001").fault == CaseNumberFault::not_surveyed);
}

TEST_CASE("The tables of the 2018 survey are YAML without a fault") {
  CHECK(yaml::parse(bytes_of("tables.yaml"), "tables.yaml").diagnostics.empty());
}
