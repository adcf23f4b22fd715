// A text under the pen: lines, offsets and places.
#include "forms/paper/written.h"

#include <catch2/catch.hpp>

#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;

namespace {

constexpr double size = 10, em = size * mm_per_point;

Written written(std::string text, int characters) {
  return {fonts(), std::move(text), size, characters * em};
}

}  // namespace

TEST_CASE("the lines of a text being written are all of it", "[written]") {
  for (const char* text : {"", "あいうえお", "あい\n\nう", "あい\n", "home visits  made", "𠮷髙﨑か\u3099"}) {
    CAPTURE(text);
    const Written lines = written(text, 3);
    std::string joined;
    for (std::size_t line = 0; line < lines.lines(); ++line) {
      joined += lines.line(line);
      const std::size_t next = line + 1 < lines.lines() ? lines.begin(line + 1) : joined.size();
      if (next > lines.end(line)) joined += '\n';
    }
    CHECK(joined == text);
  }
}

TEST_CASE("a line feed at the end begins a line of its own", "[written]") {
  const Written lines = written("あい\n", 5);
  REQUIRE(lines.lines() == 2);
  CHECK(lines.end(0) == 6);
  CHECK(lines.line_of(6, false) == 0);
  CHECK(lines.line_of(7, false) == 1);
  CHECK(lines.line(1).empty());
}

TEST_CASE("where a line was broken an offset is its end or the next one's beginning", "[written]") {
  const Written lines = written("あいうえお", 3);
  REQUIRE(lines.lines() == 2);
  CHECK(lines.line_of(9, false) == 1);
  CHECK(lines.line_of(9, true) == 0);
  CHECK(lines.x_of(0, 9) == Approx(3 * em));
  CHECK(lines.x_of(1, 9) == Approx(0));
  CHECK(lines.line_of(15, false) == 1);
}

TEST_CASE("a point gives the nearest place between two characters", "[written]") {
  const Written lines = written("𠮷か\u3099a\nい", 9);
  CHECK(lines.offset_at(0, -5) == 0);
  CHECK(lines.offset_at(0, 0.4 * em) == 0);
  CHECK(lines.offset_at(0, 0.6 * em) == 4);
  CHECK(lines.offset_at(0, 99) == 11);  // before the line feed
  CHECK(lines.offset_at(1, 99) == 15);
}

TEST_CASE("blanks behind the right end keep the cursor inside", "[written]") {
  const Written lines = written("あいう   ", 3);
  CHECK(lines.lines() == 1);
  CHECK(lines.x_of(0, 12) == Approx(3 * em));
}
