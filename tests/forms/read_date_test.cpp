// How people write dates, as tables.
#include "forms/read_date.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;

namespace {

// "1964-04-01", or the name of the fault.
std::string read(std::string_view text) {
  const auto reading = read_date(text);
  if (const auto* written = std::get_if<WrittenDate>(&reading)) return edtf(written->date);
  const auto& fault = std::get<DateFault>(reading);
  switch (fault.kind) {
    case DateFault::Kind::no_form: return "no form";
    case DateFault::Kind::no_such_day: return "no such day";
    case DateFault::Kind::outside_era: return "rather " + fault.rather;
    case DateFault::Kind::old_calendar: return "old calendar";
  }
  return "";
}

using Table = std::vector<std::pair<const char*, const char*>>;

void check(const Table& table) {
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

}  // namespace

TEST_CASE("A date in 西暦 is read in every form that people write") {
  for (const char* text :
       {"1964/4/1", "1964-04-01", "1964.4.1", "1964 4 1", "19640401", "1964年4月1日",
        " 1964/04/01 ", "西暦1964年4月1日", "1964年 4月 1日", "１９６４／４／１",
        "１９６４年４月１日", "１９６４０４０１", "1964年04月1"}) {
    CAPTURE(text);
    CHECK(read(text) == "1964-04-01");
  }
}

TEST_CASE("A date in 和暦 is read in every form that people write") {
  for (const char* text :
       {"S39.4.1", "s39/4/1", "S39-4-1", "S39年4月1日", "昭和39年4月1日", "昭39.4.1", "㍼39.4.1",
        "Ｓ３９．４．１", "昭和３９年４月１日", "昭和 39年 4月 1日", "S390401", "3/39/4/1",
        "3.39.4.1", "3-39-4-1", "S 39 4 1"}) {
    CAPTURE(text);
    CHECK(read(text) == "1964-04-01");
  }
  check({{"M45.7.29", "1912-07-29"},
         {"大正元年8月1日", "1912-08-01"},
         {"昭和元年12月31日", "1926-12-31"},
         {"平成31年4月30日", "2019-04-30"},
         {"令和元年5月1日", "2019-05-01"},
         {"R1.5.1", "2019-05-01"},
         {"㋿6.1.1", "2024-01-01"},
         {"1/40/1/1", "1907-01-01"},
         {"5/6/1/1", "2024-01-01"}});
}

TEST_CASE("What is unknown stays unknown") {
  check({{"1964/4/*", "1964-04-XX"},
         {"1964/*/*", "1964-XX-XX"},
         {"1964/*/1", "1964-XX-01"},
         {"?/4/1", "XXXX-04-01"},
         {"1964年?月1日", "1964-XX-01"},
         {"1964年４月？日", "1964-04-XX"},
         {"1964-04-XX", "1964-04-XX"},
         {"XXXX-04-01", "XXXX-04-01"},
         {"1964年4月不明日", "1964-04-XX"},
         {"昭和?年4月1日", "XXXX-04-01"},
         {"S39.*.*", "1964-XX-XX"},
         {"3/39/4/*", "1964-04-XX"}});
}

TEST_CASE("Parts may be left off at the end, and before 月 and 日") {
  check({{"1964", "1964-XX-XX"},
         {"1964/4", "1964-04-XX"},
         {"昭和39年", "1964-XX-XX"},
         {"S39.4", "1964-04-XX"},
         {"4月1日", "XXXX-04-01"},
         {"1日", "XXXX-XX-01"},
         {"1964年1日", "1964-XX-01"}});
}

TEST_CASE("What is not written like a date is refused") {
  for (const char* text :
       {"",          " ",         "*",        "*/*/*",      "?年?月?日", "39/4/1",     "64/4/1",
        "4/1",       "196441",    "1964041",  "1300401",    "3390401",   "196404011",  "1964/4/1/1",
        "1964/4/",   "/4/1",      "1964//1",  "1964/4/1x",  "19x4/4/1",  "1964/4/001", "S/4/1/1",
        "S1964/4/1", "6/1/4/1",   "0/39/4/1", "元年4月1日", "S元.元.1",  "A39.4.1",    "1964月4日1",
        "1日4月",    "S3/39/4/1", "1964+4+1", "-1964/4/1",  "①964/4/1",  "1964年度",   "明日"}) {
    CAPTURE(text);
    CHECK(read(text) == "no form");
  }
  CHECK(read("1964/4/1" + std::string(100, ' ')) == "no form");
  CHECK(read("1964/4/\xFF") == "no form");
}

TEST_CASE("A day that no calendar has is refused") {
  check({{"2018/2/30", "no such day"},
         {"2019/2/29", "no such day"},
         {"2020/2/29", "2020-02-29"},
         {"1900/2/29", "no such day"},
         {"2018/13/1", "no such day"},
         {"2018/0/1", "no such day"},
         {"2018/4/0", "no such day"},
         {"2018/4/31", "no such day"},
         {"2018/*/31", "2018-XX-31"},
         {"2018/*/32", "no such day"},
         {"?/2/29", "XXXX-02-29"},
         {"?/2/30", "no such day"},
         {"0964/4/1", "no such day"},
         {"S0.4.1", "no such day"},
         {"S64.1.32", "no such day"}});
}

TEST_CASE("A day outside of its era is refused with the one it lies in") {
  check({{"T1.7.30", "1912-07-30"},
         {"T1.7.29", "rather M45.7.29"},
         {"M45.7.30", "1912-07-30"},  // the day of change was of both
         {"M45.7.31", "rather T1.7.31"},
         {"S1.12.25", "1926-12-25"},
         {"S1.12.24", "rather T15.12.24"},
         {"T15.12.25", "1926-12-25"},
         {"T15.12.26", "rather S1.12.26"},
         {"S64.1.7", "1989-01-07"},
         {"S64.1.8", "rather H1.1.8"},
         {"S64.2.1", "rather H1.2.1"},
         {"平成元年1月7日", "rather S64.1.7"},
         {"H1.1.8", "1989-01-08"},
         {"H31.4.30", "2019-04-30"},
         {"H31.5.1", "rather R1.5.1"},
         {"R1.4.30", "rather H31.4.30"},
         {"S100.1.1", "rather R7.1.1"}});
}

TEST_CASE("A partly known day is outside of its era only where it must be") {
  check({{"S64.1.*", "1989-01-XX"},
         {"S64", "1989-XX-XX"},
         {"S64.2.*", "rather H1.2.*"},
         {"S64.*.8", "rather H1.*.8"},
         {"S64.*.7", "1989-XX-07"},
         {"S1", "1926-XX-XX"},
         {"S1.11", "rather T15.11.*"},
         {"R1.4", "rather H31.4.*"}});
}

TEST_CASE("明治 is read from the day on which the calendar changed") {
  check({{"M6.1.1", "1873-01-01"},
         {"M5.12.2", "old calendar"},
         {"明治元年", "old calendar"},
         {"1872/12/31", "1872-12-31"}});
}

TEST_CASE("The year is also given as the sheet has it") {
  const auto written = [](const char* text) { return std::get<WrittenDate>(read_date(text)); };
  CHECK(written("S39.4.1").era == Era::showa);
  CHECK(written("S39.4.1").year_of_era == 39);
  CHECK(written("昭和?年4月1日").era == Era::showa);
  CHECK_FALSE(written("昭和?年4月1日").year_of_era);
  CHECK_FALSE(written("1964/4/1").era);
}

TEST_CASE("Every day since 1873 reads back from its own era") {
  int days = 0, wrong = 0;
  for (int year = 1873; year <= 2030; ++year) {
    for (int day = 0; day < 12 * 31; ++day) {
      const PartialDate date{year, day / 31 + 1, day % 31 + 1};
      if (!is_possible(date)) continue;
      const auto years = era_years_of(date);
      if (years.empty()) ++wrong;
      for (const EraYear& each : years) wrong += read(in_era(date, each)) != edtf(date);
      ++days;
    }
  }
  CHECK(days == day_number({2031, 1, 1}) - day_number({1873, 1, 1}));
  CHECK(wrong == 0);
}

TEST_CASE("Whatever is read is a possible date that reads back from its text") {
  const std::vector<std::string> signs = {"1",  "9",  "6",  "4",    "0",    "2", "/", ".",
                                          "-",  "*",  "?",  " ",    "S",    "M", "R", "年",
                                          "月", "日", "元", "昭和", "不明", "X"};
  std::uint64_t state = 7;
  int read_ones = 0, wrong = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text;
    for (int length = 0; length < 3 + round % 8; ++length) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text += signs[(state >> 33) % signs.size()];
    }
    const auto reading = read_date(text);
    const auto* written = std::get_if<WrittenDate>(&reading);
    if (written == nullptr) continue;
    ++read_ones;
    wrong += !is_possible(written->date) || read_edtf(edtf(written->date)) != written->date ||
             read(edtf(written->date)) != edtf(written->date);
  }
  CHECK(read_ones > 1'000);
  CHECK(wrong == 0);
}
