// What does not fit its place on paper, each in a form of one question.
#include "forms/paper/overflow.h"

#include <catch2/catch.hpp>

#include "forms/form_reader.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using genpyo::forms::Form;

namespace {

Form one_item(const std::string& item, const std::string& label = "Question") {
  const std::string text = "form_id: f\nversion: \"1\"\ndefault_language: en\ntitle: {en: Survey}\n"
                           "choices:\n  k: [{name: 1, label: {en: One}}]\n"
                           "survey:\n  - section: s\n    label: {en: Section}\n    items:\n"
                           "      - {name: a, label: {en: \"" + label + "\"}, " + item + "}\n";
  return genpyo::forms::read_form(text, "form.yaml").form;
}

std::string told_of(const Form& form) {
  std::string told;
  for (const auto& each : overflow(lay_out(form, fonts(), "en"), form, fonts(), "en")) {
    CHECK(each.level == genpyo::forms::Level::warning);
    told += genpyo::forms::code_of(each.fault) + " " + each.message + "\n";
  }
  return told;
}

std::string times(int count, const std::string& words) {
  std::string all;
  for (int i = 0; i < count; ++i) all += words;
  return all;
}

}  // namespace

TEST_CASE("The survey's form fits its paper in both languages") {
  for (const char* language : {"ja", "en"}) {
    CHECK(overflow(lay_out(survey(), fonts(), language), survey(), fonts(), language).empty());
  }
}

TEST_CASE("A long question, and a word that no line is wide enough for, are broken into lines") {
  CHECK(told_of(one_item("number: 問1, type: text", times(150, "question "))).empty());
  CHECK(told_of(one_item("number: 問1, type: text", times(100, "unbreakable"))).empty());
}

TEST_CASE("A question that is cut is told with how it ends") {
  const std::string told = told_of(one_item("number: 問1, type: text", times(440, "question ")));
  CHECK(told.find("FORM-032 on paper (en) \"a\" has no room for all of it and ends") == 0);
  CHECK(told.find("…") != std::string::npos);
}

TEST_CASE("An ellipsis of the author's own is no cut") {
  CHECK(told_of(one_item("number: 問1, type: text", "And so on …")).empty());
}

TEST_CASE("A unit that is longer than its two small lines is told") {
  CHECK(told_of(one_item("number: 問1, type: integer, unit: {en: yen a month}")).empty());
  CHECK(told_of(one_item("number: 問1, type: integer, unit: {en: \"" + times(10, "yen a month ") + "\"}")).find("\"a\" has no room") !=
        std::string::npos);
}

TEST_CASE("A number that runs over the edge of the page is told") {
  CHECK(told_of(one_item("number: 問" + std::string(150, '1') + ", type: text")).find("runs over the edge of the page") !=
        std::string::npos);
}

TEST_CASE("A figure's box takes nine digits, and a line about fifty characters") {
  CHECK(room_in({0, Box::Kind::figure, 0, {0, 0, 36, 8.6}, 1, 8.6}) == 9);
  CHECK(room_in({0, Box::Kind::text, 0, {0, 0, 70, 18}, 2, 9}) == 40);
}
