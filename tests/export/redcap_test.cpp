// The dictionary as REDCap reads it: eighteen columns by name, its names, choices and logic.
#include "tests/export/documents_fixture.h"

#include <fstream>

#include "forms/csv.h"

namespace genpyo::exports {
namespace {

// Cells by column name, a row for each field; the first is case_id.
using Field = std::map<std::string, std::string>;

std::vector<Field> dictionary_of(const forms::Form& form, const std::string& language = "en") {
  const ScratchFolder folder;
  export_all(folder.path(), form, {}, {}, {}, language);
  const auto table = forms::csv::parse(content_of(folder.file(form.form_id + "_redcap.csv")));
  REQUIRE(table);
  std::vector<Field> fields;
  for (const forms::csv::Row& row : table->rows) {
    REQUIRE(row.cells.size() == table->header.size());
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      if (at == 0) fields.emplace_back();
      fields.back()[table->header[at]] = row.cells[at];
    }
  }
  return fields;
}

constexpr const char *name = "Variable / Field Name", *choices = "Choices, Calculations, OR Slider Labels",
                     *logic = "Branching Logic (Show field only if...)";

TEST_CASE("REDCap gets eighteen columns, its own logic, and is told what it cannot say") {
  const ScratchFolder folder;
  forms::Form form = survey();
  form.items[2].relevant.text = "${founder} + 1 = 2";
  export_all(folder.path(), form, four_sheets(form));
  std::ifstream lines(folder.file("Clinic_redcap.csv"));
  std::string line;
  std::vector<std::string> all;
  while (std::getline(lines, line)) all.push_back(line);
  REQUIRE(all.size() == 6);
  CHECK(times(all[0], ",") == 19);  // two of them stand in "Choices, Calculations, OR …"
  CHECK(all[2] == "founder,clinic,Basics,radio,Founder,\"1, Person | 5, Other ｜ else\",,,,,,,y,,問1,,,");
  CHECK(all[3] == "other,clinic,,text,Which other,,,,,,,[founder] = '5',,,問1-1,,,");
  CHECK(all[4] == "partners,clinic,,checkbox,Partners,\"1, Hospital | 3, Pharmacy\",not carried over to REDCap: relevant: ${founder} + 1 = 2,,,,,,,,問2,,,");
  CHECK(all[5] == "days,clinic,,text,Days,,,integer,0,31,,[partners(3)] = '1' and [founder] <> '5',,,問3,,,");
  CHECK(content_of(folder.file("remarks.csv")).find(",partners,REDCap: relevant is not carried over: ${founder} + 1 = 2") != std::string::npos);
}

TEST_CASE("REDCap's columns are the eighteen that it names, in its order") {
  const ScratchFolder folder;
  export_all(folder.path(), survey(), {});
  const auto table = forms::csv::parse(content_of(folder.file("Clinic_redcap.csv")));
  REQUIRE(table);
  CHECK(table->header ==
        std::vector<std::string>{"Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
                                 "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
                                 "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
                                 "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
                                 "Matrix Ranking?", "Field Annotation"});
}

TEST_CASE("A field of REDCap has a name that it would not change itself, and logic uses that one") {
  const auto [wish, got] = GENERATE(table<std::string, std::string>({{"Founder", "founder"},
                                                                     {"_founder", "f_founder"},
                                                                     {"founder_", "founder"},
                                                                     {"found__er", "found_er"},
                                                                     {"a.b-c", "a_b_c"},
                                                                     {"9a", "f_9a"},
                                                                     {"\u958B\u8A2D\u8005", "f"},
                                                                     {"days", "days"},
                                                                     {"case_id", "case_id_2"},
                                                                     {std::string(120, 'x'), std::string(90, 'x')}}));
  forms::Form form = survey();
  form.items[3].name = "Days_";
  form.items[0].name = wish;
  form.items[1].relevant.text = "${" + wish + "} = 5";
  if (wish == "case_id") {  // the CSV cannot have two columns of that name
    form.items[0].name = "Case_Id";
    form.items[1].relevant.text = "${Case_Id} = 5";
  }
  const auto fields = dictionary_of(form);
  CHECK(fields[1].at(name) == got);
  CHECK(fields[2].at(logic) == "[" + got + "] = '5'");
  CHECK(fields[4].at(name) == (got == "days" ? "days_2" : "days"));
}

TEST_CASE("A bar in a choice's label is not taken for the next choice, and a comma is kept") {
  forms::Form form = survey();
  form.lists[0].choices = {{1, label("a", "one, two | 9, nine")}, {2, label("b", "\"quoted\"\r\nin two lines")}, {3, label("c", "|")}};
  CHECK(dictionary_of(form)[1].at(choices) == "1, one, two ｜ 9, nine | 2, \"quoted\"  in two lines | 3, ｜");
}

TEST_CASE("Rules become branching logic of REDCap, or stand in the note, and are never half said") {
  const auto [rule, said] = GENERATE(table<std::string, std::string>(
      {{"${founder} != 1", "[founder] <> '1'"},
       {"selected(${partners}, 3)", "[partners(3)] = '1'"},
       {"not(selected(${partners}, 1) or ${founder} = 5)", "!([partners(1)] = '1' or [founder] = '5')"},
       {"${founder} = 1 and (${other} = 'x' or ${other} = '')", "[founder] = '1' and ([other] = 'x' or [other] = '')"},
       {"${person} = 'x'", ""},  // does not leave
       {"${partners} = 3", ""},
       {"${other} = \"it's\"", ""},
       {"${founder} = 1 and count-selected(${partners}) > 1", ""}}));
  forms::Form form = survey();
  form.items[3].relevant.text = rule;
  const Field days = dictionary_of(form)[4];
  CHECK(days.at(logic) == said);
  CHECK((days.at("Field Note").find(rule) != std::string::npos) == said.empty());
}

}  // namespace
}  // namespace genpyo::exports
