#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;

TEST_CASE("a common kanji comes from the first font and is as wide as the size", "[font]") {
  CHECK(fonts().face_of(U'医') == 0);
  CHECK(fonts().advance(U'医') == Approx(1.0));
  CHECK(fonts().width_mm("医療", 10) == Approx(20 * mm_per_point));
}

TEST_CASE("what the first font lacks comes from the second", "[font]") {
  CHECK(fonts().face_of(U'髙') == 0);
  CHECK(fonts().face_of(U'﨑') == 0);
  CHECK(fonts().face_of(U'𠮷') == 1);
  CHECK(fonts().advance(U'𠮷') == Approx(1.0));
}

TEST_CASE("a character that no font has is as wide as the geta mark", "[font]") {
  constexpr char32_t unassigned = 0xE0FFF;
  CHECK(fonts().face_of(unassigned) == FontSet::no_face);
  CHECK(fonts().advance(unassigned) == fonts().advance(U'〓'));
  CHECK(fonts().outline(unassigned).steps.empty());
}

TEST_CASE("Latin letters have their own widths", "[font]") {
  CHECK(fonts().advance(U'i') < fonts().advance(U'm'));
  CHECK(fonts().width_mm("", 10) == 0);
}

TEST_CASE("the outline of a rare kanji is closed and lies within its em", "[font]") {
  using Verb = GlyphOutline::Verb;
  const GlyphOutline outline = fonts().outline(U'𠮷');
  REQUIRE(outline.steps.size() > 20);
  CHECK(outline.steps.front().verb == Verb::move);
  CHECK(outline.steps.back().verb == Verb::close);
  for (const auto& step : outline.steps) {
    for (const Point& point : step.points) {
      CHECK(point.x >= -0.1);
      CHECK(point.x <= 1.1);
      CHECK(point.y >= -0.3);
      CHECK(point.y <= 1.1);
    }
  }
}

TEST_CASE("a font of the window is led by its own face, and has what that one lacks", "[font]") {
  REQUIRE(is_installed(Typeface::migmix));
  const auto words = FontSet::open(Typeface::migmix);
  REQUIRE(words);
  REQUIRE(words->paths().size() == 2);
  CHECK(words->paths()[0] == path_of(Typeface::migmix));
  CHECK(words->paths()[1] == path_of(Typeface::ipaex_gothic));
  CHECK(words->face_of(U'医') == 0);
  CHECK(words->advance(U'i') != fonts().advance(U'i'));
}

TEST_CASE("a font that is not installed is known as such before it is opened", "[font]") {
  ::setenv("GENPYO_FONTS", "/nonexistent", 1);
  const bool found = is_installed(Typeface::migmix);
  ::unsetenv("GENPYO_FONTS");
  CHECK_FALSE(found);
}

TEST_CASE("a missing font is told with its file and the package to install", "[font]") {
  ::setenv("GENPYO_FONTS", "/nonexistent", 1);
  const auto result = FontSet::open();
  ::unsetenv("GENPYO_FONTS");
  REQUIRE_FALSE(result);
  CHECK(result.failure().sentence ==
        "The font /nonexistent/ipaexg.ttf cannot be read. Install it with: apt install "
        "fonts-ipaexfont-gothic");
}
