#include "forms/paper/qr.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/paper/ink.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;

namespace {

constexpr Rect area{100, 20, 16, 16};
constexpr const char* text = "genpyo:1:home_care_2018:1:11-001:3";
constexpr double module = 16.0 / 29;  // 34 bytes at level M make a version 3 code

bool dark(const std::vector<Fill>& fills, int row, int column) {
  const Point middle{area.x + (column + 0.5) * module, area.y + (row + 0.5) * module};
  return std::any_of(fills.begin(), fills.end(),
                     [&](const Fill& fill) { return fill.rect.contains(middle); });
}

std::string picture(const char* content) {
  const auto fills = qr_fills(content, area);
  std::string rows;
  for (int row = 0; row < 29; ++row) {
    for (int column = 0; column < 29; ++column) rows += dark(fills, row, column) ? '#' : ' ';
  }
  return rows;
}

}  // namespace

TEST_CASE("the code says form, version, case and page", "[qr]") {
  CHECK(code_text(survey(), "11-001", 3) == text);
}

TEST_CASE("a code has its three finder patterns and fills its area", "[qr]") {
  const auto fills = qr_fills(text, area);
  for (const auto& [row, column] : {std::pair{0, 0}, {0, 22}, {22, 0}}) {
    CHECK(dark(fills, row, column));
    CHECK_FALSE(dark(fills, row + 1, column + 1));
    CHECK(dark(fills, row + 3, column + 3));
    CHECK(dark(fills, row + 6, column + 6));
  }
}

TEST_CASE("neighbouring modules of a row are one piece and stay in the area", "[qr]") {
  const auto fills = qr_fills(text, area);
  CHECK(fills.front().rect.width == Approx(7 * module));
  for (const Fill& fill : fills) {
    CHECK(fill.rect.x >= area.x - 1e-9);
    CHECK(fill.rect.right() <= area.right() + 1e-9);
    CHECK(fill.rect.bottom() <= area.bottom() + 1e-9);
  }
}

TEST_CASE("the same text gives the same code, another text another", "[qr]") {
  const std::string code = picture(text);
  CHECK(picture(text) == code);
  CHECK(picture("genpyo:1:home_care_2018:1:11-002:3") != code);
}

TEST_CASE("a text too long for a code gives none", "[qr]") {
  CHECK(qr_fills(std::string(3000, 'x'), area).empty());
}
