// The text being keyed, in lines with its caret.
#include <catch2/catch.hpp>

#include "app/ui/caret.h"
#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Draft;

TEST_CASE("the caret of an empty draft stands at the left") {
  ui::Lettering letters(test::fonts());
  const ui::DraftLines lines = ui::in_lines(Draft(), letters, 16, 200);
  CHECK(lines.lines == std::vector<std::string>{""});
  CHECK(lines.caret_x == 0);
}

TEST_CASE("the caret stands after the character before it") {
  ui::Lettering letters(test::fonts());
  Draft draft("在宅𠮷");
  CHECK(ui::in_lines(draft, letters, 16, 200).caret_x == Approx(48));
  draft.left();
  CHECK(ui::in_lines(draft, letters, 16, 200).caret_x == Approx(32));
}

TEST_CASE("a long draft is broken into lines and the caret is in the last") {
  ui::Lettering letters(test::fonts());
  const ui::DraftLines lines = ui::in_lines(Draft("あいうえおかきくけこ"), letters, 10, 45);
  CHECK(lines.lines == std::vector<std::string>{"あいうえ", "おかきく", "けこ"});
  CHECK(lines.caret_line == 2);
  CHECK(lines.caret_x == Approx(20));
}

TEST_CASE("where there are more lines than room the caret's line is among those shown") {
  ui::DraftLines lines{{"a", "b", "c", "d", "e"}, 4, 0};
  CHECK(ui::first_shown(lines, 3) == 2);
  lines.caret_line = 1;
  CHECK(ui::first_shown(lines, 3) == 0);
  CHECK(ui::first_shown(lines, 9) == 0);
}
