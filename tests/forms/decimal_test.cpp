#include "forms/decimal.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;

TEST_CASE("a decimal is kept as it is written") {
  for (const char* text : {"0", "36.5", "1.50", "-0.25", "007", "0.000000001", "123456789012345"}) {
    const auto decimal = read_decimal(text);
    REQUIRE(decimal);
    CHECK(plain_text(*decimal) == (std::string_view(text) == "007" ? "7" : text));
  }
}

TEST_CASE("what is no decimal is refused") {
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "1e3", "+1", " 1", "1,5", "0.0000000001",
                           "1234567890123456"})
    CHECK_FALSE(read_decimal(text));
}

TEST_CASE("a decimal becomes the double nearest to it") {
  CHECK(nearest_double(*read_decimal("0.1")) == 0.1);
  CHECK(nearest_double(*read_decimal("-36.5")) == -36.5);
  CHECK(nearest_double(*read_decimal("2.675")) == 2.675);
}
