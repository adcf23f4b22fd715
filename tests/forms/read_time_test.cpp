#include "forms/read_time.h"

#include <catch2/catch.hpp>

#include "forms/form_reader.h"
#include "forms/read_value.h"

using namespace genpyo::forms;

TEST_CASE("a time is read as it is keyed with the keypad, with signs and in Japanese") {
  for (const char* text : {"14:05", "1405", "14.05", "14時5分", "14時05分"}) {
    CAPTURE(text);
    CHECK(read_time(text) == "14:05");
  }
  CHECK(read_time("930") == "09:30");
  CHECK(read_time("9時") == "09:00");
  CHECK(read_time("23:59:59") == "23:59:59");
  for (const char* text : {"24:00", "12:60", "14", "1:2:3:4", "", ":", "12:", "a", "1234567"}) {
    CAPTURE(text);
    CHECK_FALSE(read_time(text));
  }
}

TEST_CASE("a moment is a whole day and a time") {
  CHECK(read_moment("2018/4/1 14:30") == "2018-04-01T14:30");
  CHECK(read_moment("H30.4.1 930") == "2018-04-01T09:30");
  CHECK(read_moment("2018-04-01T14:30") == "2018-04-01T14:30");
  for (const char* text : {"2018/4 14:30", "2018/2/30 14:30", "14:30", "2018/4/1", "T14:30"}) {
    CAPTURE(text);
    CHECK_FALSE(read_moment(text));
  }
}

TEST_CASE("a decimal is read with its zeros, its sign and its thousands") {
  Item item;
  item.type = ItemType::decimal;
  const auto read = [&](const char* text) { return read_value(item, nullptr, text); };
  CHECK(std::get<Mark>(read("1.50")).content == Value(Decimal{150, 2}));
  CHECK(std::get<Mark>(read("－0.25")).content == Value(Decimal{-25, 2}));
  CHECK(std::get<Mark>(read("1,234.5")).content == Value(Decimal{12345, 1}));
  CHECK(std::get<Mark>(read("-")).content == Value(Missing::dont_know));
  for (const char* text : {"1.", ".5", "1.2.3", "--1", "1e5", "12,34"}) {
    CAPTURE(text);
    CHECK(std::get<Misread>(read(text)) == Misread::not_a_figure);
  }
}

TEST_CASE("a choice's name that is no number has its place as code, or the smallest that is free") {
  const FormReading reading = read_form(
      "form_id: f\nversion: \"1\"\ndefault_language: en\ntitle: {en: F}\nchoices:\n  a:\n"
      "    - {name: never, label: {en: Never}}\n    - {name: 1, label: {en: One}}\n"
      "    - {name: often, label: {en: Often}}\nsurvey:\n  - section: s\n    label: {en: S}\n"
      "    items: [{name: x, type: rank a, label: {en: X}}]\n",
      "f.yaml");
  REQUIRE(reading.diagnostics.empty());
  const ChoiceList& list = reading.form.lists[0];
  CHECK(list.choices[0].code == 2);
  CHECK(list.choices[1].code == 1);
  CHECK(list.choices[2].code == 3);
  const Item& rank = reading.form.items[0];
  CHECK(std::get<Mark>(read_value(rank, &list, "3 1")).content == Value(std::string("3 1")));
  CHECK(std::get<Misread>(read_value(rank, &list, "3 1 3")) == Misread::ranked_twice);
  CHECK(ranked_names(list, "3 2") == "often never");
}
