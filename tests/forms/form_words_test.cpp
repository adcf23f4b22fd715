// ${name} in a form's words, and the order of its choices.
#include <catch2/catch.hpp>

#include "forms/choice_order.h"
#include "forms/form_reader.h"

using namespace genpyo::forms;

namespace {

FormReading reading_of(const std::string& items, const std::string& codes = "1, 2, 3") {
  std::string choices;
  for (const char code : codes) {
    if (code >= '0' && code <= '9') choices += std::string("    - {name: ") + code + ", label: {en: C}}\n";
  }
  return read_form("form_id: f\nversion: \"1\"\ndefault_language: en\ntitle: {en: Survey}\nchoices:\n  k:\n" + choices +
                       "survey:\n  - section: s\n    label: {en: Section}\n    items:\n" + items,
                   "form.yaml");
}

std::string told_of(const std::vector<Diagnostic>& all) {
  std::string told;
  for (const Diagnostic& each : all) {
    CHECK(each.level == Level::warning);
    told += code_of(each.fault) + " " + each.message + " " + each.repair + "\n";
  }
  return told;
}

std::string told_with(const std::string& keys) {
  return told_of(reading_of("      - {name: age, type: integer, label: {en: Age}}\n      - {name: b, type: text, " + keys + "}\n").diagnostics);
}

}  // namespace

TEST_CASE("A label that names an item is whole, one that names none is told with what was meant") {
  CHECK(told_with("label: {en: \"After ${age}\"}").empty());
  CHECK(told_with("label: {en: \"After ${agee}\"}") ==
        "FORM-012 the label of \"b\" names \"agee\", which no item has: it stays as it is written. Did you mean \"age\"?\n");
}

TEST_CASE("A wrong name is told once a label, so that a thousand of them leave room for other faults") {
  std::string wrong, items;
  for (int time = 0; time < 400; ++time) wrong += "${nobody}";
  for (const char name : {'a', 'b', 'c'}) items += std::string("      - {name: ") + name + ", type: text, label: {en: \"" + wrong + "\"}}\n";
  CHECK(reading_of(items).diagnostics.size() == 3);
}

TEST_CASE("What is opened and never closed hides no name behind it") {
  CHECK(told_with("label: {en: \"A ${ and ${agee} and ${\"}") ==
        "FORM-012 the label of \"b\" names \"agee\", which no item has: it stays as it is written. Did you mean \"age\"?\n");
}

TEST_CASE("A choice of a list that many items share is looked at once") {
  std::string form = "form_id: f\nversion: \"1\"\ndefault_language: en\ntitle: {en: S}\nchoices:\n  k:\n    - {name: 1, label: {en: \"${x}\"}}\n"
                     "survey:\n  - section: s\n    label: {en: S}\n    items:\n";
  for (const char name : {'a', 'b'}) form += std::string("      - {name: ") + name + ", type: select_one k, label: {en: L}}\n";
  CHECK(told_of(read_form(form, "form.yaml").diagnostics) ==
        "FORM-012 choice 1 of \"k\" names \"x\", which no item has: it stays as it is written. Name an item of this form.\n");
}

TEST_CASE("A form full of wrong names is read at once") {
  std::string items;
  for (int item = 0; item < 3'000; ++item) {
    items += "      - {name: a_rather_long_name_" + std::to_string(item) + ", type: text, label: {en: \"";
    for (int name = 0; name < 40; ++name) items += "${a_rather_lonk_name_" + std::to_string(item * 40 + name) + "}";
    items += "\"}}\n";
  }
  const FormReading reading = reading_of(items);
  REQUIRE(reading.diagnostics.size() > 200);
  CHECK(reading.diagnostics.front().repair.starts_with("Did you mean"));
}

TEST_CASE("Hints and messages are looked at like labels") {
  CHECK(told_with("label: {en: B}, hint: {en: \"${nobody}\"}").find("the hint of \"b\" names \"nobody\"") != std::string::npos);
  CHECK(told_with("label: {en: B}, constraint: \". != 'x'\", constraint_message: {en: \"${nobody}\"}")
            .find("the constraint_message of \"b\" names \"nobody\"") != std::string::npos);
}

TEST_CASE("Inside a repeat a label names the same instance, outside of it none") {
  const std::string repeat =
      "      - repeat: m\n        label: {en: M}\n        paper: {instances: 2}\n        items:\n"
      "          - {name: age, type: integer, label: {en: Age}}\n"
      "          - {name: job, type: text, label: {en: \"At ${age}\"}}\n";
  CHECK(told_of(reading_of(repeat).diagnostics).empty());
  const std::string outside = repeat + "      - {name: last, type: text, label: {en: \"At ${age}\"}}\n";
  CHECK(told_of(reading_of(outside).diagnostics).find("of which the form prints several") != std::string::npos);
}

TEST_CASE("Choices whose numbers do not ascend on paper are told once") {
  const std::string items = "      - {name: a, type: select_one k, label: {en: A}}\n      - {name: b, type: select_one k, label: {en: B}}\n";
  CHECK(choices_out_of_order(reading_of(items).form).empty());
  CHECK(told_of(choices_out_of_order(reading_of(items, "3, 1, 2").form)) ==
        "FORM-033 the choices of \"k\" are printed with 3 before 1. Put them in the order of their numbers, or number them in this order.\n");
}
