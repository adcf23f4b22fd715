// Keying of dates, from the key to the notice.
#include "app/session/date_keying.h"

#include <catch2/catch.hpp>

#include "app/session/words.h"
#include "forms/text.h"
#include "tests/app/session_fixture.h"

using namespace genpyo;
using forms::Missing;
using forms::PartialDate;
using forms::Value;

namespace {

constexpr const char* dates_yaml = R"(
form_id: dates
version: "1"
title: {ja: 日付, en: Dates}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: born, type: date, number: 問1, label: {ja: 生年月日, en: Born}}
      - {name: began, type: date, number: 問2, label: {ja: 開始日, en: Began}}
)";

std::unique_ptr<session::Survey> dates_survey() {
  return session::make_survey(dates_yaml, "dates.yaml");
}

// A sheet at its first date.
struct Sheet {
  test::Folder folder;
  std::unique_ptr<session::Session> session = test::start(folder.file("survey.db"), dates_survey());

  Sheet() { type("11001\n"); }
  Sheet& type(const std::string& characters) {
    std::size_t start = 0;
    for (const std::size_t end : forms::grapheme_ends(characters)) {
      const std::string character = characters.substr(start, end - start);
      start = end;
      if (character == "\n")
        test::press(*session, session::Key::enter);
      else if (character == "\b")
        test::press(*session, session::Key::backspace);
      else
        session->apply(session::Type{character});
    }
    return *this;
  }
  const session::State& state() const { return session->state(); }
  const forms::Mark& mark() const { return state().current.marks.at(0); }
};

std::string told(const forms::PartialDate& date, const char* language) {
  static const session::Strings strings = *session::Strings::load(GENPYO_SOURCE);
  static const auto survey = dates_survey();
  return session::word(date, survey->form, 0, language, strings);
}

}  // namespace

TEST_CASE("a date is keyed with the keypad alone, and kept as it was keyed") {
  const auto [keys, expected] =
      GENERATE(table<std::string, PartialDate>({{"19640401", {1964, 4, 1}},
                                                {"1964.4.1", {1964, 4, 1}},
                                                {"1964/4/*", {1964, 4, {}}},
                                                {"1964-*-1", {1964, {}, 1}},
                                                {"3/39/4/*", {1964, 4, {}}},
                                                {"3.39.4.1", {1964, 4, 1}},
                                                {"1964", {1964, {}, {}}}}));
  Sheet sheet;
  sheet.type(keys + "\n");
  CHECK(sheet.mark().content == Value(expected));
  CHECK(sheet.mark().raw == keys);
  CHECK(sheet.state().cursor == 1);
}

TEST_CASE("a date is keyed with letters or through an input method") {
  for (const std::string keys : {"S39.4.1", "s39.4.1", "昭和39年4月1日", "昭和３９年４月１日", "㍼39.4.1"}) {
    CAPTURE(keys);
    Sheet sheet;
    sheet.type(keys + "\n");
    CHECK(sheet.mark().content == Value(PartialDate{1964, 4, 1}));
  }
}

TEST_CASE("in an empty box of a date the keypad's signs keep their meaning") {
  CHECK(Sheet().type("-").mark().content == Value(Missing::dont_know));
  CHECK(Sheet().type("*").mark().content == Value(Missing::illegible));
  CHECK(Sheet().type("/").mark().content == Value(Missing::not_applicable));
  CHECK(Sheet().type("+\n").mark().content == Value(Missing::several_marks));
  CHECK(Sheet().type("\n").mark().content == Value(Missing::no_answer));
  Sheet sheet;
  sheet.type("1964\n");
  test::press(*sheet.session, session::Key::up);
  CHECK_FALSE(sheet.type(".").mark().keyed());
}

TEST_CASE("an unknown year begins with a question mark") {
  CHECK(Sheet().type("?/4/1\n").mark().content == Value(PartialDate{{}, 4, 1}));
}

TEST_CASE("BackSpace takes a character of a date back") {
  CHECK(Sheet().type("1964.5\b4.1\n").mark().content == Value(PartialDate{1964, 4, 1}));
}

TEST_CASE("no other letter goes into a date, and none beyond its room") {
  Sheet sheet;
  for (const char* character : {"a", "Z", "+", "あ", "!", ","}) {
    CAPTURE(character);
    sheet.type("1964").type(character);
    CHECK(sheet.state().draft.text() == "1964");
    CHECK(sheet.state().notice.key == "notice.not_a_date");
    sheet.type("\b\b\b\b");
  }
  sheet.type(std::string(41, '1'));
  CHECK(sheet.state().draft.text() == std::string(40, '1'));
}

TEST_CASE("after a refused letter a sign goes on in the date and marks nothing") {
  Sheet sheet;
  sheet.type("1964a/4/1\n");
  CHECK(sheet.mark().content == Value(PartialDate{1964, 4, 1}));
}

TEST_CASE("a refused date stays to be mended, or is keyed anew") {
  Sheet sheet;
  sheet.type("2018/2/30\n");
  CHECK_FALSE(sheet.mark().keyed());
  CHECK(sheet.state().draft.text() == "2018/2/30");
  CHECK(sheet.state().notice.key == "notice.no_such_day");
  sheet.type("\b\b28\n");
  CHECK(sheet.mark().content == Value(PartialDate{2018, 2, 28}));
  CHECK(Sheet().type("2018/2/30\n20180227\n").mark().content == Value(PartialDate{2018, 2, 27}));
}

TEST_CASE("a day outside of its era is refused with the era it lies in") {
  Sheet sheet;
  sheet.type("S64.2.1\n");
  CHECK(sheet.state().notice.key == "notice.outside_era");
  CHECK(sheet.state().notice.arguments == std::vector<std::string>{"S64.2.1", "H1.2.1"});
  CHECK(Sheet().type("M5.12.2\n").state().notice.key == "notice.old_calendar");
}

TEST_CASE("Enter on a date that is marked keeps it") {
  Sheet sheet;
  sheet.type("S39.4.1\n");
  test::press(*sheet.session, session::Key::up);
  CHECK(sheet.state().draft.empty());
  sheet.type("\n");
  CHECK(sheet.mark().raw == "S39.4.1");
}

TEST_CASE("a date is told in both calendars") {
  CHECK(told({1964, 4, 1}, "ja") == "1964年4月1日(昭和39年)");
  CHECK(told({1964, 4, 1}, "en") == "1 April 1964 (Shōwa 39)");
  CHECK(told({2019, 12, 31}, "ja") == "2019年12月31日(令和元年)");
  CHECK(told({2019, 12, 31}, "en") == "31 December 2019 (Reiwa 1)");
  CHECK(told({1964, 4, {}}, "ja") == "1964年4月?日(昭和39年)");
  CHECK(told({1964, {}, {}}, "en") == "? ? 1964 (Shōwa 39)");
  CHECK(told({{}, 4, 1}, "ja") == "?年4月1日");
  CHECK(told({1989, {}, {}}, "ja") == "1989年?月?日(昭和64年・平成元年)");
  CHECK(told({1850, 1, 1}, "en") == "1 January 1850");
}

TEST_CASE("every month and era has its name in both languages") {
  for (const char* language : {"ja", "en"}) {
    for (int month = 1; month <= 12; ++month) {
      for (const int year : {1873, 1920, 1950, 2000, 2020}) {
        const std::string words = told({year, month, 1}, language);
        CAPTURE(words);
        CHECK(words.find("date.") == std::string::npos);
      }
    }
  }
}
