#include "forms/form_reader.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;

namespace {

constexpr std::string_view small = R"yaml(form_id: small
version: "1.0"
title: {ja: 調査, en: Survey}
note: {ja: 記入要領, en: How to fill it in}
choices:
  founder:
    - {name: 1, label: {ja: 医療法人, en: Corporation}, source: S}
    - {name: 5, label: {ja: その他, en: Other}, source: I, exclusive: true}
survey:
  - section: facility
    label: {ja: 施設, en: Facility}
    paper: {new_page: true}
    items:
      - {name: organization, type: select_one founder, frame: number, label: {ja: 団体, en: Body}}
      - name: founder
        type: select_one founder
        number: 問1
        label: {ja: 開設主体, en: Founder}
        hint: {ja: ○は1つ, en: Circle one}
        source: P
        paper: {columns: 3}
      - name: founder_other
        type: text
        label: {ja: 内容, en: Specify}
        relevant: ${founder} = 5
        required: true
        required_severity: soft
        required_message: {ja: 記入を, en: Please specify}
        identifying: yes
        paper: {lines: 2}
      - grid: staff
        number: 問5
        label: {ja: 職員数, en: Staff}
        type: integer
        unit: {ja: 人, en: persons}
        source: S
        relevant: ${founder} != 5
        required: ${founder} = 1
        rows:
          - {name: doctors, number: "1)", label: {ja: 医師, en: Doctors}}
          - {name: doctors_65, depth: 1, source: I, required: no, label: {ja: うち, en: Of these},
             constraint: . <= 9, constraint_severity: soft, constraint_message: {ja: 多, en: Many}}
      - {name: founder_code, type: select_multiple founder, codes_of: founder_other,
         label: {ja: 分類, en: Coded}}
  - section: last
    label: {ja: 終わり, en: The end}
    items:
      - {name: remarks, type: text, label: {ja: 意見, en: Remarks}}
checks:
  - name: order
    severity: hard
    relevant: ${founder} = 1
    constraint: ${doctors_65} <= ${doctors}
    on_blank: true
    message: {ja: 順, en: Order}
extractions:
  - name: complete
    label: {ja: すべて, en: All}
    relevant: ${founder} = 1
    answered: [doctors, staff, founder]
    constraint: "${doctors} > 0"
    constraint_message: {ja: 医師, en: Doctors}
    tables: [II-2-8, II-5-1]
)yaml";

Form read() {
  FormReading reading = read_form(small, "form.yaml");
  for (const Diagnostic& diagnostic : reading.diagnostics) UNSCOPED_INFO(to_text(diagnostic));
  REQUIRE(reading.diagnostics.empty());
  return std::move(reading.form);
}

const Item& item(const Form& form, std::string_view name) {
  return form.items.at(*form.find(name));
}

std::string place_of(const Rule& rule) {
  return std::to_string(rule.place.line) + ":" + std::to_string(rule.place.column);
}

}  // namespace

TEST_CASE("A form's settings are read, and its text is kept") {
  const Form form = read();
  CHECK(form.form_id == "small");
  CHECK(form.version == "1.0");
  CHECK(form.title.in("en") == "Survey");
  CHECK(form.note.in("ja") == "記入要領");
  CHECK(form.default_language == "ja");
  CHECK(form.languages == std::vector<std::string>{"ja", "en"});
  CHECK(form.text == small);
}

TEST_CASE("Lists keep codes, sources and exclusive choices") {
  const Form form = read();
  REQUIRE(form.lists.size() == 1);
  const ChoiceList& list = form.lists[0];
  CHECK(list.name == "founder");
  CHECK(list.find(1)->label.in("en") == "Corporation");
  CHECK(list.find(1)->source == Source::report);
  CHECK_FALSE(list.find(1)->exclusive);
  CHECK(list.find(5)->exclusive);
  CHECK(list.find(5)->source == Source::inferred);
}

TEST_CASE("Items lie in the order of the paper, grid rows among them") {
  const Form form = read();
  std::vector<std::string> names;
  for (const Item& one : form.items) names.push_back(one.name);
  CHECK(names == std::vector<std::string>{"organization", "founder", "founder_other", "doctors",
                                          "doctors_65", "founder_code", "remarks"});
  REQUIRE(form.sections.size() == 2);
  CHECK(form.sections[0].items == std::vector<ItemIndex>{0, 1, 2, 3, 4, 5});
  CHECK(form.sections[0].paper.new_page);
  CHECK(form.sections[1].items == std::vector<ItemIndex>{6});
  CHECK(item(form, "remarks").section == 1);
}

TEST_CASE("An item bears what is written at it") {
  const Form form = read();
  const Item& founder = item(form, "founder");
  CHECK(founder.type == ItemType::select_one);
  CHECK(form.choices_of(founder)->name == "founder");
  CHECK(founder.number == "問1");
  CHECK(founder.hint.in("en") == "Circle one");
  CHECK(founder.source == Source::published);
  CHECK(founder.paper.columns == 3);
  CHECK(founder.place.line == 15);
  CHECK(founder.required.empty());
  CHECK(founder.required_severity == Severity::hard);
  CHECK(founder.asked());
}

TEST_CASE("A date is an item without a list") {
  const FormReading reading = read_form(
      "form_id: a\nversion: \"1\"\ndefault_language: en\ntitle: {en: A}\nsurvey:\n"
      "  - section: s\n    label: {en: S}\n    items:\n"
      "      - {name: born, type: date, label: {en: Born}}\n",
      "form.yaml");
  CHECK(reading.diagnostics.empty());
  CHECK(item(reading.form, "born").type == ItemType::date);
  CHECK(name_of(ItemType::date) == "date");
}

TEST_CASE("Rules keep their expression, its place, severity and message") {
  const Form form = read();
  const Item& other = item(form, "founder_other");
  CHECK(other.relevant.text == "${founder} = 5");
  CHECK(place_of(other.relevant) == "25:19");
  CHECK(other.required.text == "true()");
  CHECK(other.required_severity == Severity::soft);
  CHECK(other.required_message.in("en") == "Please specify");
  CHECK(other.constraint.empty());
  CHECK(other.identifying);
  CHECK(other.paper.lines == 2);
}

TEST_CASE("What comes from the frame or is coded afterwards is not asked") {
  const Form form = read();
  CHECK(item(form, "organization").frame_column == "number");
  CHECK_FALSE(item(form, "organization").asked());
  CHECK(item(form, "founder_code").codes_of == "founder_other");
  CHECK_FALSE(item(form, "founder_code").asked());
}

TEST_CASE("Grid rows inherit from the grid what they do not say themselves") {
  const Form form = read();
  REQUIRE(form.grids.size() == 1);
  CHECK(form.grids[0].name == "staff");
  CHECK(form.grids[0].number == "問5");
  CHECK(form.grids[0].rows == std::vector<ItemIndex>{3, 4});
  const Item& doctors = item(form, "doctors");
  CHECK(doctors.type == ItemType::integer);
  CHECK(doctors.grid == 0U);
  CHECK(doctors.number == "1)");
  CHECK(doctors.unit.in("en") == "persons");
  CHECK(doctors.source == Source::report);
  CHECK(doctors.relevant.text == "${founder} != 5");
  CHECK(doctors.required.text == "${founder} = 1");
  const Item& older = item(form, "doctors_65");
  CHECK(older.relevant.text == "${founder} != 5");
  CHECK(older.required.empty());
  CHECK(older.source == Source::inferred);
  CHECK(older.depth == 1);
  CHECK(older.constraint.text == ". <= 9");
  CHECK(older.constraint_severity == Severity::soft);
}

TEST_CASE("Checks are read whole") {
  const Form form = read();
  REQUIRE(form.checks.size() == 1);
  const Check& check = form.checks[0];
  CHECK(check.name == "order");
  CHECK(check.severity == Severity::hard);
  CHECK(check.relevant.text == "${founder} = 1");
  CHECK(check.constraint.text == "${doctors_65} <= ${doctors}");
  CHECK(check.on_blank);
  CHECK(check.message.in("en") == "Order");
  CHECK(check.place.line == 50);
}

TEST_CASE("Extractions name every item once, those of a grid by its name") {
  const Form form = read();
  REQUIRE(form.extractions.size() == 1);
  const Extraction& extraction = form.extractions[0];
  CHECK(extraction.answered == std::vector<ItemIndex>{3, 4, 1});
  CHECK(extraction.relevant.text == "${founder} = 1");
  CHECK(extraction.constraint.text == "${doctors} > 0");
  CHECK(place_of(extraction.constraint) == "61:18");  // behind the quote
  CHECK(extraction.tables == std::vector<std::string>{"II-2-8", "II-5-1"});
}

TEST_CASE("A form with a fault is read as far as it goes") {
  std::string text(small);
  text.replace(text.find("type: integer"), 13, "type: figures");
  const FormReading reading = read_form(text, "form.yaml");
  CHECK(reading.diagnostics.size() == 1);
  CHECK(reading.form.items.size() == 7);
  CHECK(reading.form.extractions.size() == 1);
}
