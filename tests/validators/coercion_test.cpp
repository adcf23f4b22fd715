#include "validators/coercion.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using genpyo::validators::to_number;
using genpyo::validators::to_text;

TEST_CASE("A text becomes a number only when it is a plain decimal number") {
  CHECK(to_number("12") == 12);
  CHECK(to_number(" -3.5\n") == -3.5);
  CHECK(to_number(".5") == 0.5);
  CHECK(to_number("5.") == 5);
  CHECK(to_number("007") == 7);
  for (const char* text : {"", " ", "a", "1 5", "+1", "1e3", "0x10", "inf", "nan", "-", ".", "1-2",
                           "--1", "1.2.3", "１２"}) {
    INFO(text);
    CHECK(std::isnan(to_number(text)));
  }
}

TEST_CASE("A number is written as XPath writes it") {
  CHECK(to_text(1) == "1");
  CHECK(to_text(-3) == "-3");
  CHECK(to_text(0.5) == "0.5");
  CHECK(to_text(-0.0) == "0");
  CHECK(to_text(9999999999) == "9999999999");
  CHECK(to_text(1e21) == "1000000000000000000000");
  CHECK(to_text(std::numeric_limits<double>::quiet_NaN()) == "NaN");
  CHECK(to_text(-std::numeric_limits<double>::infinity()) == "-Infinity");
}

TEST_CASE("The smallest and the largest number are written without an exponent") {
  CHECK(to_number(to_text(std::numeric_limits<double>::denorm_min())) ==
        std::numeric_limits<double>::denorm_min());
  CHECK(to_text(std::numeric_limits<double>::max()).size() == 309);
}
