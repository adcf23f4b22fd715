// A draft under the keys, as tables: what stands there before, which keys, what stands there after.
#include "app/session/draft.h"

#include <catch2/catch.hpp>

#include "app/session/editing.h"
#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Command;
using session::Draft;

namespace {

// "原[票|" = 票 is selected, the cursor is at its right end.
std::string shown(const Draft& draft) {
  std::string text = draft.text();
  const auto range = draft.selection();
  text.insert(draft.cursor(), "|");
  if (!range.empty()) text.insert(range.begin == draft.cursor() ? range.end + 1 : range.begin, range.begin == draft.cursor() ? "]" : "[");
  return text;
}

std::string after(Draft draft, const std::vector<Command>& commands) {
  for (const Command command : commands) session::edit(draft, command);
  return shown(draft);
}

std::string in_lines(Draft draft, const std::vector<Command>& commands, int characters) {
  const double em = 10 * paper::mm_per_point;
  for (const Command command : commands) {
    const paper::Written lines(test::fonts(), draft.text(), 10, characters * em);
    if (!session::edit_in_lines(draft, command, lines)) return "no line there";
  }
  return shown(draft);
}

Draft typed(const std::vector<std::string>& pieces) {
  Draft draft;
  for (const std::string& piece : pieces) draft.insert(piece);
  return draft;
}

}  // namespace

TEST_CASE("the cursor moves and erases by what a person sees as one character") {
  const Draft draft("𠮷か\u3099a");
  CHECK(after(draft, {Command::cursor_left}) == "𠮷か\u3099|a");
  CHECK(after(draft, {Command::cursor_left, Command::cursor_left}) == "𠮷|か\u3099a");
  CHECK(after(draft, {Command::erase_back, Command::erase_back}) == "𠮷|");
  CHECK(after(draft, {Command::cursor_home, Command::erase_forward}) == "|か\u3099a");
}

TEST_CASE("with Ctrl the cursor moves by words, over the blanks between them") {
  const Draft draft("home  care 在宅医療");
  CHECK(after(draft, {Command::text_home, Command::word_right}) == "home  |care 在宅医療");
  CHECK(after(draft, {Command::word_left}) == "home  care 在宅|医療");
  CHECK(after(draft, {Command::word_left, Command::word_left, Command::word_left}) == "home  |care 在宅医療");
  CHECK(after(draft, {Command::text_home, Command::word_left}) == "|home  care 在宅医療");
}

TEST_CASE("with Shift the selection grows from where it began, and a plain move ends it") {
  const Draft draft("原票一枚");
  CHECK(after(draft, {Command::select_left, Command::select_left}) == "原票|一枚]");
  CHECK(after(draft, {Command::select_left, Command::select_left, Command::select_right}) == "原票一|枚]");
  CHECK(after(draft, {Command::select_home}) == "|原票一枚]");
  CHECK(after(draft, {Command::select_all}) == "[原票一枚|");
  CHECK(after(draft, {Command::select_all, Command::cursor_left}) == "|原票一枚");
  CHECK(after(draft, {Command::select_all, Command::cursor_right}) == "原票一枚|");
  CHECK(after(draft, {Command::select_left, Command::erase_back}) == "原票一|");
  CHECK(after(draft, {Command::select_left, Command::erase_forward}) == "原票一|");
}

TEST_CASE("what is typed takes the place of what is selected") {
  Draft draft("原票一枚");
  draft.select_all();
  CHECK(draft.selected() == "原票一枚");
  REQUIRE(draft.insert("二"));
  CHECK(shown(draft) == "二|");
}

TEST_CASE("a full draft refuses what does not fit, whole, and takes it in place of a selection") {
  Draft draft(std::string(Draft::most_bytes, 'a'));
  CHECK_FALSE(draft.insert("b"));
  draft.select_all();
  CHECK(draft.insert("b"));
  CHECK(draft.text() == "b");
}

TEST_CASE("in several lines ↑ ↓ Home End move by line") {
  const Draft draft("あいうえお\nか");  // three characters a line: あいう えお か
  CHECK(in_lines(draft, {Command::line_up}, 3) == "あいうえ|お\nか");
  CHECK(in_lines(draft, {Command::line_up, Command::line_up}, 3) == "あ|いうえお\nか");
  CHECK(in_lines(draft, {Command::line_up, Command::line_up, Command::line_up}, 3) == "no line there");
  CHECK(in_lines(draft, {Command::line_down}, 3) == "no line there");
  CHECK(in_lines(draft, {Command::line_up, Command::cursor_home}, 3) == "あいう|えお\nか");
  CHECK(in_lines(draft, {Command::line_up, Command::select_end}, 3) == "あいうえ[お|\nか");
  CHECK(in_lines(draft, {Command::select_up}, 3) == "あいうえ|お\nか]");
}

TEST_CASE("↑ and ↓ keep their column over a short line") {
  CHECK(in_lines(Draft("あいう\nえ\nおかき"), {Command::line_up, Command::line_up}, 9) == "あいう|\nえ\nおかき");
}

TEST_CASE("End of a broken line stays on it") {
  Draft draft("あいうえお");
  draft.place(0, false);
  const paper::Written lines(test::fonts(), draft.text(), 10, 3 * 10 * paper::mm_per_point);
  REQUIRE(session::edit_in_lines(draft, Command::cursor_end, lines));
  CHECK(shown(draft) == "あいう|えお");
  CHECK(lines.line_of(draft.cursor(), draft.at_line_end()) == 0);
  REQUIRE(session::edit_in_lines(draft, Command::cursor_end, lines));
  CHECK(shown(draft) == "あいう|えお");
}

TEST_CASE("a place within a character is its beginning, one behind the text its end") {
  Draft draft("𠮷a");
  draft.place(2, false);
  CHECK(draft.cursor() == 0);
  draft.place(99, true);
  CHECK(shown(draft) == "[𠮷a|");
}

TEST_CASE("undo takes typing back clause by clause, a paste at once, and redo brings it again") {
  Draft draft = typed({"在", "宅", "、", "医", "療"});
  REQUIRE(draft.insert("the whole of a long paste that is no typing, as its length says"));
  REQUIRE(draft.undo());
  CHECK(draft.text() == "在宅、医療");
  REQUIRE(draft.undo());
  CHECK(draft.text() == "在宅、");
  REQUIRE(draft.redo());
  CHECK(shown(draft) == "在宅、医療|");
  REQUIRE(draft.undo());
  REQUIRE(draft.undo());
  CHECK(draft.empty());
  CHECK_FALSE(draft.undo());
}

TEST_CASE("typing after a move is a step of its own, and ends what could be redone") {
  Draft draft = typed({"a", "b"});
  draft.left();
  draft.insert("c");
  REQUIRE(draft.undo());
  CHECK(shown(draft) == "a|b");
  draft.insert("d");
  CHECK_FALSE(draft.redo());
}

TEST_CASE("an erased selection comes back by undo") {
  Draft draft("𠮷野家");
  draft.select_all();
  draft.erase_back();
  REQUIRE(draft.undo());
  CHECK(draft.text() == "𠮷野家");
}

TEST_CASE("a history without end keeps its latest steps") {
  Draft draft;
  for (int i = 0; i < 1000; ++i) draft.insert(" ");
  std::size_t steps = 0;
  while (draft.undo()) ++steps;
  CHECK(steps == 200);
  CHECK(draft.text().size() == 800);
}

TEST_CASE("what is pasted becomes what a field can hold") {
  CHECK(session::as_lines("一\r\n二\r三\n\n四\r\n") == "一\n二\n三\n\n四");
  CHECK(session::as_one_line("一\r\n二\t三\n") == "一 二 三");
  CHECK(session::as_one_line("\x01" "a\x7F\u0085z") == "az");
  CHECK(session::as_one_line("\xFF").empty());
  CHECK(session::as_lines("\n\n").empty());
}
