#include "validators/instant.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace genpyo::validators {
namespace {

const std::shared_ptr<const forms::Zone> phoenix = forms::Zone::named("America/Phoenix");

std::string read_and_written(std::string_view text) {
  return instant_text(read_instant(text, phoenix.get()), phoenix.get());
}

}  // namespace

TEST_CASE("A date is read at local midnight and written without a time") {
  CHECK(read_instant("1970-01-01", nullptr) == 0);
  CHECK(read_instant("1970-01-01", phoenix.get()) == 7 * 3'600'000);
  CHECK(read_and_written("2018-04-01") == "2018-04-01");
  CHECK(read_and_written("2018-04-01T00:00:00.000-07:00") == "2018-04-01");
}

TEST_CASE("A moment is written with the zone's offset") {
  CHECK(read_and_written("1970-01-01T21:50:49Z") == "1970-01-01T14:50:49.000-07:00");
  CHECK(read_and_written("2018-04-01T09:30") == "2018-04-01T09:30:00.000-07:00");
  CHECK(read_and_written("2018-04-01T09:30:00.1239+09:00") == "2018-03-31T17:30:00.123-07:00");
  CHECK(instant_text(-0.5 * day_length, nullptr) == "1969-12-31T12:00:00.000+00:00");
}

TEST_CASE("What is no moment gives none") {
  for (const char* text : {"", "2018-04", "2018-02-30", "2018-4-1", "2018-04-01T24:00", "2018-04-01T",
                           "2018-04-01T09:60", "2018-04-01T09:00+15:00", "2018-04-01T09:00+09",
                           "2018-04-XX", "2018-04-01x", "-01-2019", "2018-04-01T09:00:00."}) {
    CAPTURE(text);
    CHECK(std::isnan(read_instant(text, nullptr)));
  }
  CHECK(instant_text(std::nan(""), nullptr) == "Invalid Date");
  CHECK(instant_text(1e300, nullptr) == "Invalid Date");
}

TEST_CASE("A time is a part of its day, where the zone is") {
  CHECK(read_time("06:00:00.000-07:00", phoenix.get()) == 0.25);
  CHECK(read_time("06:00:00.000-01:00", phoenix.get()) == 0);
  CHECK(read_time("12:00", phoenix.get()) == 0.5);
  for (const char* text : {"24:00:00.000-07:00", "06:00:00.000-24:00", "06:60:00", "a", "now()"})
    CHECK(std::isnan(read_time(text, nullptr)));
}

TEST_CASE("A date is written in ODK's signs, months and days in two languages") {
  const double instant = read_instant("2018-01-02T10:20:30.123", nullptr);
  const auto as = [&](std::string_view format, std::string_view language = "en") {
    return formatted(instant, nullptr, format, language);
  };
  CHECK(as("%Y-%m-%e %H:%M:%S.%3") == "2018-01-2 10:20:30.123");
  CHECK(as("%y %n %d %h %b %a %W") == "18 1 02 10 Jan Tue 1");
  CHECK(as("%b%e日(%a)", "ja") == "1月2日(火)");
  CHECK(as("100%% %q %") == "100% %q %");
  CHECK(formatted(std::nan(""), nullptr, "%Y", "en").empty());
}

TEST_CASE("Leading zeros are put where a date lacks them") {
  CHECK(with_leading_zeros("2018-4-1") == "2018-04-01");
  CHECK(with_leading_zeros("2018-4-01T09:00") == "2018-04-01T09:00");
  CHECK(with_leading_zeros("soon") == "soon");
}

}  // namespace genpyo::validators
