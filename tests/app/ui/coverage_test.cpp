// Outlines as grey pixels: the sum of all shares is the area.
#include "app/ui/coverage.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/app/session_fixture.h"

using namespace genpyo;
using paper::GlyphOutline;

namespace {

using Verb = GlyphOutline::Verb;

// A rectangle in ems, y upwards; drawn the other way round for a hole.
void add_rectangle(GlyphOutline& outline, double x0, double y0, double x1, double y1,
                   bool hole = false) {
  const auto corner = [&](Verb verb, double x, double y) {
    outline.steps.push_back({verb, {{x, y}, {}, {}}});
  };
  corner(Verb::move, x0, y0);
  if (hole)
    corner(Verb::line, x0, y1);
  else
    corner(Verb::line, x1, y0);
  corner(Verb::line, x1, y1);
  if (hole)
    corner(Verb::line, x1, y0);
  else
    corner(Verb::line, x0, y1);
  outline.steps.push_back({Verb::close, {}});
}

// In pixels, wholly covered ones counting as 1.
double area(const ui::Coverage& coverage) {
  return std::accumulate(coverage.shares.begin(), coverage.shares.end(), 0.0) / 255;
}

std::uint8_t at(const ui::Coverage& coverage, int x, int y) {
  return coverage
      .shares[static_cast<std::size_t>((y - coverage.top) * coverage.width + (x - coverage.left))];
}

}  // namespace

TEST_CASE("a pixel that is half covered is half grey") {
  GlyphOutline outline;
  add_rectangle(outline, 0, 0, 0.25, 0.1);  // at 10 pixels an em: 2.5 × 1
  const ui::Coverage coverage = ui::cover(outline, 10, 0, false);
  CHECK(at(coverage, 0, -1) == 255);
  CHECK(at(coverage, 1, -1) == 255);
  CHECK(at(coverage, 2, -1) == 128);
  CHECK(at(coverage, 3, -1) == 0);
  CHECK(at(coverage, 0, 0) == 0);  // below the baseline
}

TEST_CASE("a hole stays empty") {
  GlyphOutline outline;
  add_rectangle(outline, 0, 0, 1, 1);
  add_rectangle(outline, 0.25, 0.25, 0.75, 0.75, true);
  const ui::Coverage coverage = ui::cover(outline, 20, 0, false);
  CHECK(area(coverage) == Approx(300).margin(0.5));
  CHECK(at(coverage, 10, -10) == 0);
  CHECK(at(coverage, 2, -10) == 255);
}

TEST_CASE("a shift by a part of a pixel keeps the area") {
  GlyphOutline outline;
  add_rectangle(outline, 0.1, 0, 0.6, 0.7);
  for (const double shift : {0.0, 0.25, 0.5, 0.75}) {
    CHECK(area(ui::cover(outline, 16, shift, false)) == Approx(0.5 * 0.7 * 256).margin(1));
  }
}

TEST_CASE("a circle of curves has a circle's area") {
  GlyphOutline circle;
  constexpr double r = 0.5, k = r * 0.5522847;
  circle.steps = {{Verb::move, {{r, 0}, {}, {}}},
                  {Verb::cubic, {{r, k}, {k, r}, {0, r}}},
                  {Verb::cubic, {{-k, r}, {-r, k}, {-r, 0}}},
                  {Verb::cubic, {{-r, -k}, {-k, -r}, {0, -r}}},
                  {Verb::cubic, {{k, -r}, {r, -k}, {r, 0}}},
                  {Verb::close, {}}};
  CHECK(area(ui::cover(circle, 40, 0.3, false)) == Approx(3.14159 * 20 * 20).epsilon(0.01));
}

TEST_CASE("bold is wider and not lighter anywhere") {
  const auto outline = test::fonts().outline(U'国');
  const ui::Coverage plain = ui::cover(outline, 20, 0, false),
                     bold = ui::cover(outline, 20, 0, true);
  CHECK(area(bold) > 1.05 * area(plain));
  for (int y = plain.top; y < plain.top + plain.height; ++y) {
    for (int x = plain.left; x < plain.left + plain.width; ++x)
      CHECK(at(bold, x, y) >= at(plain, x, y));
  }
}

TEST_CASE("a kanji beyond U+FFFF is drawn like any other") {
  const ui::Coverage rare = ui::cover(test::fonts().outline(U'𠮷'), 20, 0, false);
  CHECK(area(rare) > 30);
  CHECK(rare.width <= 23);
  CHECK(rare.height <= 23);
}

TEST_CASE("nothing to draw and far too much to draw give an empty bitmap") {
  CHECK(ui::cover({}, 20, 0, true).shares.empty());
  GlyphOutline huge;
  add_rectangle(huge, 0, 0, 1, 1);
  CHECK(ui::cover(huge, 5'000, 0, false).shares.empty());
}
