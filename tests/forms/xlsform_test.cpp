#include "forms/xlsform.h"

#include <catch2/catch.hpp>

#include "forms/yaml_writer.h"
#include "sheets.h"

using namespace genpyo::forms;
using namespace genpyo::forms::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const Rows yes_no = {{"list_name", "name", "label"}, {"yn", "1", "Yes"}, {"yn", "0", "No"}};

std::string yaml_of(const Workbook& book) { return yaml::to_text(xlsform_tree(book, nothing_beside).root); }

FormReading read(const Workbook& book) { return read_xlsform(book, nothing_beside); }

}  // namespace

TEST_CASE("A workbook becomes the YAML that an author would write") {
  const Workbook book = workbook({{"type", "name", "label::日本語 (ja)", "label::English (en)", "relevant"},
                                  {"select_one yn", "Fever", "発熱", "Fever", ""},
                                  {"integer", "days", "日数", "Days", "${Fever} = '1'"}},
                                 {{"list_name", "name", "label::日本語 (ja)", "label::English (en)"}, {"yn", "1", "はい", "Yes"}},
                                 {{"form_title", "form_id", "version", "default_language"}, {"Visit", "visit", "3", "日本語 (ja)"}});
  CHECK(yaml_of(book) == R"(form_id: visit
version: 3
default_language: ja
title: {ja: Visit, en: Visit}
choices:
  yn:
    - name: 1
      label: {ja: はい, en: Yes}
survey:
  - section: part_1
    label: {ja: Visit, en: Visit}
    items:
      - name: fever
        type: select_one yn
        label: {ja: 発熱, en: Fever}
      - name: days
        type: integer
        label: {ja: 日数, en: Days}
        relevant: "${fever} = '1'"
)");
}

TEST_CASE("The YAML of a workbook reads as the same form") {
  const FormReading first = read(workbook({{"type", "name", "label"}, {"begin group", "g", "G"}, {"select_multiple yn", "a", "A"}, {"end group"}}, yes_no));
  REQUIRE(first.form.items.size() == 1);
  const FormReading second = read_form(first.form.text, "form.yaml");
  CHECK(second.form.items[0].name == "a");
  CHECK(second.form.sections[0].name == "g");
  CHECK(second.form.lists[0].choices.size() == 2);
}

TEST_CASE("A fault is told by sheet, row and column") {
  CHECK_THAT(faults_of(workbook({{"type", "name", "label"}, {"txet", "a", "A"}})),
             StartsWith("f.xlsx:survey!A2: FORM-008: \"txet\" is no type. Did you mean \"text\"?"));
}

TEST_CASE("What pyxform refuses is refused") {
  struct Refused {
    const char* why;
    Rows survey, choices;
    const char* said;
  };
  const Refused all[] = {
      {"no type column", {{"name"}, {"a"}}, {}, "survey!1: FORM-003"},
      {"a column twice", {{"type", "name", "label", "caption"}, {"text", "a", "A"}}, {}, "survey!D1: FORM-022"},
      {"a list that is not there", {{"type", "name", "label"}, {"select_one ny", "a", "A"}}, yes_no, "survey!A2: FORM-007"},
      {"no choices", {{"type", "name", "label"}, {"select_one yn", "a", "A"}}, {}, "the workbook has no choices"},
      {"a name twice", {{"type", "name", "label"}, {"text", "a", "A"}, {"text", "a", "B"}}, {}, "survey!B3: FORM-006"},
      {"a name with a blank", {{"type", "name", "label"}, {"text", "a b", "A"}}, {}, "survey!B2: FORM-005"},
      {"no name", {{"type", "name", "label"}, {"text", "", "A"}}, {}, "survey!2: FORM-003"},
      {"no type", {{"type", "name", "label"}, {"", "a", "A"}}, {}, "survey!2: FORM-003"},
      {"a group left open", {{"type", "name", "label"}, {"begin group", "g", "G"}, {"text", "a", "A"}}, {}, "survey!2: FORM-022"},
      {"an end without a begin", {{"type", "name", "label"}, {"text", "a", "A"}, {"end repeat"}}, {}, "survey!A3: FORM-022"},
      {"a repeat called data", {{"type", "name", "label"}, {"begin repeat", "data", "G"}, {"text", "a", "A"}, {"end repeat"}}, {}, "survey!B2: FORM-006"},
      {"a reference to nothing", {{"type", "name", "label", "relevant"}, {"text", "age", "A"}, {"text", "b", "B", "${agee} > 1"}}, {}, "Did you mean ${age}?"},
      {"an open reference", {{"type", "name", "label"}, {"text", "a", "Hi ${a"}}, {}, "survey!C2: FORM-011"},
      {"a calculate of nothing", {{"type", "name"}, {"calculate", "a"}}, {}, "survey!A2: FORM-003"},
      {"a question without words", {{"type", "name"}, {"text", "a"}}, {}, "survey!2: FORM-018"},
      {"a choice twice", {{"type", "name", "label"}, {"text", "a", "A"}}, {{"list_name", "name", "label"}, {"l", "x", "X"}, {"l", "x", "Y"}}, "choices!B3: FORM-009"},
      {"several marks with blanks", {{"type", "name", "label"}, {"select_multiple l", "a", "A"}}, {{"list_name", "name", "label"}, {"l", "x y", "X"}}, "choices!B2: FORM-010"},
      {"or_other with a filter", {{"type", "name", "label", "choice_filter"}, {"select_one yn or_other", "a", "A", "x=1"}}, yes_no, "survey!D2: FORM-017"},
      {"parameters that are none", {{"type", "name", "label", "parameters"}, {"range", "a", "A", "start"}}, {}, "survey!D2: FORM-017"},
      {"a step over the range", {{"type", "name", "label", "parameters"}, {"range", "a", "A", "start=1 end=3 step=5"}}, {}, "survey!D2: FORM-017"},
      {"a file of choices without an ending", {{"type", "name", "label"}, {"select_one_from_file towns", "a", "A"}}, {}, "survey!A2: FORM-017"},
  };
  for (const Refused& one : all) {
    INFO(one.why);
    CHECK_THAT(faults_of(workbook(one.survey, one.choices)), Contains(one.said));
  }
}

TEST_CASE("What pyxform takes is taken") {
  const Rows taken[] = {
      {{"Type", " name ", "caption", "bind::relevant", "bind:required"}, {"string", "a", "A", "1=1", "yes"}},
      {{"type", "name", "label"}, {"begin_repeat", "r", "R"}, {"begin lgroup", "s", "S"}, {"int", "a", "A"}, {"end lgroup"}, {"end_repeat"}},
      {{"type", "name", "label", "colour"}, {"text", "a", "A", "red"}, {}, {"", "", "", "a note to myself"}},
      {{"type", "name", "label"}, {"note", "", "Hello"}, {"geopoint", "g", "Where"}, {"deviceid", "d"}},
      {{"type", "name", "label", "hint"}, {"text", "a", "", "only a hint"}},
      {{"type", "name", "label", "disabled"}, {"txet", "a", "A", "yes"}, {"text", "b", "B"}},
  };
  for (const Rows& rows : taken) CHECK(faults_of(workbook(rows)) == "");
}

TEST_CASE("Names that a dataset cannot have are changed wherever they are used, and told") {
  const Workbook book = workbook({{"type", "name", "label", "relevant"},
                                  {"text", "Q1-a.B", "A", ""},
                                  {"text", "性別", "for ${Q1-a.B}", "../Q1-a.B != '' and ${Q1-a.B} = '/Q1-a.B'"},
                                  {"text", std::string(40, 'x'), "X", ""},
                                  {"text", "q1_a_b", "B", ""}});
  const std::string text = yaml_of(book);
  CHECK_THAT(text, Contains("name: q1_a_b\n"));
  CHECK_THAT(text, Contains("\"../q1_a_b != '' and ${q1_a_b} = '/Q1-a.B'\""));
  CHECK_THAT(text, Contains("for ${q1_a_b}"));
  CHECK_THAT(text, Contains("name: row_3\n"));
  CHECK_THAT(text, Contains("name: " + std::string(32, 'x') + "\n"));
  CHECK_THAT(text, Contains("name: q1_a_b_2\n"));
  CHECK_THAT(faults_of(book, Level::warning), Contains("survey!B2: FORM-023: warning: the name \"Q1-a.B\" is \"q1_a_b\" here."));
  CHECK(faults_of(book) == "");
}

TEST_CASE("or_other adds the choice and the text behind it") {
  const std::string text = yaml_of(workbook({{"type", "name", "label"}, {"select_one yn or_other", "a", "A"}}, yes_no));
  CHECK_THAT(text, Contains("- name: other\n"));
  CHECK_THAT(text, Contains("- name: a_other\n"));
  CHECK_THAT(text, Contains("selected(${a}, 'other')"));
}

TEST_CASE("or_other speaks the languages of the form") {
  const std::string text = yaml_of(workbook({{"type", "name", "label::日本語 (ja)", "label::English (en)"}, {"select_one yn or_other", "a", "あ", "A"}},
                                            {{"list_name", "name", "label::日本語 (ja)", "label::English (en)"}, {"yn", "1", "はい", "Yes"}}));
  CHECK_THAT(text, Contains("{ja: その他, en: Other}"));
  CHECK_THAT(text, Contains("{ja: その他の内容, en: Specify other.}"));
}

TEST_CASE("Choices that are numbers keep them as codes, 0 too") {
  const FormReading reading = read(workbook({{"type", "name", "label"}, {"select_one yn", "a", "A"}}, yes_no));
  const ChoiceList& list = reading.form.lists.at(0);
  REQUIRE(list.choices.size() == 2);
  CHECK(list.choices[0].code == 1);
  CHECK(list.choices[1].code == 0);
  CHECK(list.find(0)->label.in("en") == "No");
}

TEST_CASE("Choices come from a CSV file beside the workbook") {
  const Beside towns = [](const std::string& name) -> Result<std::string> {
    if (name != "towns.csv") return Failure{"no"};
    return std::string("name,label,county\n1,Tono,iwate\n2,Otsu,shiga\n");
  };
  const Workbook book = workbook({{"type", "name", "label"}, {"select_one_from_file towns.csv", "town", "Town"}});
  const std::string text = yaml::to_text(xlsform_tree(book, towns).root);
  CHECK_THAT(text, Contains("type: select_one towns_csv"));
  CHECK_THAT(text, Contains("columns: {county: shiga}"));
  CHECK_THAT(faults_of(book, Level::warning), Contains("the choices of \"towns.csv\" are not there"));
  CHECK(faults_of(book) == "");
}

TEST_CASE("A language that is missing is told once, and another stands in") {
  const Workbook book = workbook({{"type", "name", "label::English", "label::Bemba"}, {"text", "a", "A", ""}, {"text", "b", "B", ""}});
  CHECK_THAT(yaml_of(book), Contains("label: {en: A, qaa: A}"));
  CHECK_THAT(faults_of(book, Level::warning), Contains("survey!C2: FORM-018: warning: 2 of labels in qaa on survey are missing"));
}

TEST_CASE("Rows behind a long gap are scrap, and told") {
  Rows rows = {{"type", "name", "label"}, {"text", "a", "A"}};
  rows.resize(70);
  rows.push_back({"nonsense", "b", "B"});
  CHECK(faults_of(workbook(rows)) == "");
  CHECK_THAT(faults_of(workbook(rows), Level::warning), Contains("survey!71: FORM-024"));
}

TEST_CASE("Five thousand questions in groups are read in a second") {
  Rows rows = {{"type", "name", "label", "relevant"}};
  for (int item = 0; item < 5'000; ++item) {
    const std::string name = "Q" + std::to_string(item);
    rows.push_back({"integer", name, "Question " + name, item == 0 ? "" : "${Q" + std::to_string(item - 1) + "} > 0"});
  }
  const FormReading reading = read(workbook(rows));
  CHECK(reading.form.items.size() == 5'000);
}

TEST_CASE("A text of any kind survives the YAML") {
  for (const std::string text : {"a: b", "- x", "#", "\"q\" \\", "two\nlines\t.", "null", "~", " edge ", "${a} > 'b'", "", "日本語、", "*", "1e3", "yes"}) {
    yaml::Node root, key, value;
    root.kind = yaml::Node::Kind::map;
    key.kind = value.kind = yaml::Node::Kind::scalar;
    key.scalar = "k";
    value.scalar = text;
    root.map.emplace_back(key, value);
    const yaml::Reading back = yaml::parse(yaml::to_text(root), "f");
    INFO(yaml::to_text(root));
    REQUIRE(back.diagnostics.empty());
    REQUIRE(back.root.find("k") != nullptr);
    CHECK(back.root.find("k")->scalar == text);
  }
}

namespace {

std::string default_language_of(const Rows& survey, const Rows& settings = {}) {
  const FormReading reading = read(workbook(survey, {{"list_name", "name", "label"}, {"yn", "1", "はい"}, {"yn", "0", "いいえ"}}, settings));
  return reading.form.default_language;
}

}  // namespace

TEST_CASE("Labels in kana and kanji that name no language are Japanese") {
  CHECK(default_language_of({{"type", "name", "label"}, {"select_one yn", "fever", "熱がありますか"}, {"text", "mri", "MRI"}}) == "ja");
  CHECK(default_language_of({{"type", "name", "label"}, {"integer", "weight", "体重（kg）"}}) == "ja");
  CHECK(default_language_of({{"type", "name", "label"}, {"text", "a", "Café"}, {"text", "b", "Name"}, {"text", "c", "Age"}, {"text", "d", "12–15"}}) == "und");
}

TEST_CASE("What a workbook says of its language goes before what its letters say") {
  const Rows japanese = {{"type", "name", "label"}, {"select_one yn", "fever", "熱がありますか"}};
  CHECK(default_language_of(japanese, {{"form_id", "default_language"}, {"f", "English (en)"}}) == "en");
  CHECK(default_language_of({{"type", "name", "label", "label::日本語 (ja)"}, {"text", "a", "名前", "お名前"}}) == "und");
}

TEST_CASE("What the reader itself writes into a Japanese form is Japanese") {
  const FormReading reading = read(workbook({{"type", "name", "label"}, {"select_multiple yn or_other", "why", "なぜですか"}},
                                            {{"list_name", "name", "label"}, {"yn", "1", "はい"}}));
  REQUIRE(reading.form.items.size() == 2);
  CHECK(reading.form.items[1].label.in("ja") == "その他の内容");
}
