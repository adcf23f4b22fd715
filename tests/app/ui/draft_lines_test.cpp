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

TEST_CASE("what is selected lies on each of its lines") {
  ui::Lettering letters(test::fonts());
  Draft draft("あいうえお");
  draft.place(3, false);
  draft.place(12, true);
  const ui::DraftLines lines = ui::in_lines(draft, letters, 10, 35);  // あいう えお
  REQUIRE(lines.selected.size() == 2);
  CHECK(lines.selected[0].line == 0);
  CHECK(lines.selected[0].from == Approx(10));
  CHECK(lines.selected[0].to == Approx(30));
  CHECK(lines.selected[1].from == Approx(0));
  CHECK(lines.selected[1].to == Approx(10));
  CHECK(ui::in_lines(Draft("あい"), letters, 10, 35).selected.empty());
}

TEST_CASE("the caret stands behind a blank and after a line feed") {
  ui::Lettering letters(test::fonts());
  CHECK(ui::in_lines(Draft("あ　"), letters, 10, 90).caret_x == Approx(20));
  const ui::DraftLines fed = ui::in_lines(Draft("あ\n"), letters, 10, 90);
  CHECK(fed.caret_line == 1);
  CHECK(fed.caret_x == 0);
}

TEST_CASE("characters that CP932 lacks are underlined where they stand") {
  const paper::Written written(test::fonts(), "吉𠮷野\n𠮷", 10 / paper::mm_per_point, 90);
  const auto strange = ui::not_in_cp932(written, 2);
  REQUIRE(strange.size() == 2);
  CHECK(strange[0].line == 0);
  CHECK(strange[0].from == Approx(20));
  CHECK(strange[0].to == Approx(40));
  CHECK(strange[1].line == 1);
}
