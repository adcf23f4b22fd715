#include "forms/zone.h"

#include <catch2/catch.hpp>

namespace genpyo::forms {

TEST_CASE("A zone knows how far it is from UTC, in summer too") {
  constexpr std::int64_t hour = 3'600'000;
  constexpr std::int64_t january = 1'516'000'000'000, july = 1'531'500'000'000;  // of 2018
  REQUIRE(Zone::named("Asia/Tokyo"));
  CHECK(Zone::named("Asia/Tokyo")->offset_at(january) == 9 * hour);
  CHECK(Zone::named("UTC")->offset_at(july) == 0);
  CHECK(Zone::named("Europe/Berlin")->offset_at(january) == hour);
  CHECK(Zone::named("Europe/Berlin")->offset_at(july) == 2 * hour);
  CHECK(Zone::named("America/Phoenix")->offset_at_local(july) == -7 * hour);
}

TEST_CASE("What is no zone is none") {
  CHECK(Zone::named("Asia/Edo") == nullptr);
  CHECK(Zone::named("") == nullptr);
  CHECK(Zone::named(std::string(10'000, 'x')) == nullptr);
}

}  // namespace genpyo::forms
