// The survey office's screens of progress and tables, without a window.
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/session/tables_room.h"
#include "office_fixture.h"

using namespace genpyo;
using session::Command;
using session::Key;
using session::Pane;
using session::Screen;
using session::Touch;
using test::Office;

TEST_CASE("the progress is counted against the frame") {
  Office office;
  office.press(Key::f4);
  REQUIRE(office.state().screen == Screen::progress);
  const exports::Progress& progress = office.state().progress;
  CHECK(progress.all.sent == 8);
  CHECK(progress.all.back == 4);
  CHECK(progress.all.closed == 3);
  REQUIRE(progress.rows.size() == 2);
  CHECK(progress.rows[0].organization == "北医師会");
  CHECK(progress.rows[0].back == 3);
  office.press(Key::down);
  CHECK(office.state().progress_row == 1);
  office.press(Key::end);
  office.press(Key::down);
  CHECK(office.state().progress_row == 2);
  office.press(Key::escape);
  CHECK(office.state().screen == Screen::start);
}

TEST_CASE("the office's screens are reached from one another, and what is typed there goes nowhere") {
  Office office;
  office.press(Key::f4);
  office.type("11");
  CHECK(office.state().notice.key == "notice.nothing_to_type");
  office.press(Key::f5);
  CHECK(office.state().screen == Screen::tables);
  office.press(Key::f6);
  CHECK(office.state().screen == Screen::coding);
  office.press(Key::f4);
  CHECK(office.state().screen == Screen::progress);
  office.press(Key::escape);
  CHECK(office.state().case_number.empty());
}

TEST_CASE("nobody comes to an office screen before he has signed in") {
  Office office(test::people());
  for (const Key key : {Key::f4, Key::f5, Key::f6}) office.press(key);
  for (const Command command : {Command::progress, Command::tables, Command::coding})
    office.session->apply(session::Run{command});
  CHECK(office.state().screen == Screen::start);
  CHECK_FALSE(office.state().gates.empty());
}

TEST_CASE("a table is computed over the closed sheets, and over open ones too where wanted") {
  Office office;
  office.press(Key::f5);
  const session::TablesRoom& room = office.state().tables;
  CHECK(room.chosen().id == "T-1");
  CHECK(room.cases_in == 3);
  CHECK(room.grid.rows == std::vector<std::string>{"cooperates", "cooperates=1", "cooperates=2", "cooperates=none"});
  REQUIRE(room.grid.first_column);
  CHECK(room.grid.cells[1][*room.grid.first_column] == "66.7");
  office.press(Key::tab);
  office.press(Key::tab);
  REQUIRE(room.pane == Pane::filters);
  office.press(Key::right);
  CHECK(room.open_too);
  CHECK(room.cases_in == 4);
  CHECK(room.grid.cells[1][*room.grid.first_column] == "75.0");
}

TEST_CASE("a filter lets in the cases with one choice, and turns round to all") {
  Office office;
  office.session->apply(session::Run{Command::tables});
  const session::TablesRoom& room = office.state().tables;
  REQUIRE(room.filters.size() == 2);  // the frame's first
  CHECK(office.state().survey->form.items[room.filters[0].item].name == "region");
  const auto turn = [&] { office.session->apply(Touch{Pane::filters, 1, 1}); };
  turn();
  CHECK(room.cases_in == 3);
  turn();
  CHECK(room.cases_in == 0);  // the south's one sheet is open
  CHECK(room.grid.cells[1][*room.grid.first_column] == "該当無し");
  turn();
  CHECK_FALSE(room.filters[0].chosen);
  CHECK(room.cases_in == 3);
}

TEST_CASE("a figure has its cases behind it, a case its page, and Esc leads back to the figure") {
  Office office;
  office.press(Key::f5);
  office.press(Key::enter);  // into the figures, at the first that has a bar: cooperates = 1
  office.press(Key::enter);
  const session::TablesRoom& room = office.state().tables;
  REQUIRE(room.pane == Pane::cases);
  CHECK(room.behind_in == 2);
  REQUIRE(room.behind.size() == 3);
  CHECK(room.behind[1].case_id == "11-003");
  CHECK(room.behind[2].reason == "other_choice");
  office.press(Key::down);
  office.press(Key::enter);
  REQUIRE(office.state().screen == Screen::entry);
  CHECK(office.state().current.id == "11-003");
  office.press(Key::escape);
  CHECK(office.state().screen == Screen::tables);
  CHECK(room.pane == Pane::cases);
  for (const Screen next : {Screen::tables, Screen::tables, Screen::start}) {
    office.press(Key::escape);  // figures, list, out
    CHECK(office.state().screen == next);
  }
}

TEST_CASE("beside the figures stands the report's chart, in the language of the screen") {
  Office office;
  office.press(Key::f5);
  const session::TablesRoom& room = office.state().tables;
  const auto says = [&](const std::string& words) {
    const auto& texts = room.charts.at(0).drawing.texts;
    return std::any_of(texts.begin(), texts.end(), [&](const paper::Text& text) { return text.utf8.find(words) != std::string::npos; });
  };
  REQUIRE(room.charts.size() == 1);
  CHECK(room.charts[0].width <= session::chart_width);
  CHECK(says("はい"));
  CHECK(says("2 (66.7%)"));
  CHECK_FALSE(room.notes.empty());
  office.session->apply(session::Run{session::Command::language});
  CHECK(says("Yes"));
  CHECK_FALSE(says("はい"));
  office.press(Key::down);  // the figures of another table, another chart
  CHECK_FALSE(says("66.7%"));
  CHECK(session::word_of_statistic("median", "en") == "Median");
}

TEST_CASE("a click reaches what a key reaches, and one beside it nothing") {
  Office office;
  office.press(Key::f5);
  const session::TablesRoom& room = office.state().tables;
  office.session->apply(Touch{Pane::list, 1});
  CHECK(room.chosen().id == "T-2");
  office.session->apply(Touch{Pane::list, 99});
  office.session->apply(Touch{Pane::grid, 0, 99});
  office.session->apply(Touch{Pane::cases, 0});
  CHECK(room.table == 1);
  CHECK(room.pane == Pane::list);
  office.session->apply(Touch{Pane::grid, 0, 0});
  CHECK(room.behind_in == 3);
  office.session->apply(Touch{Pane::cases, 2});
  CHECK(office.state().screen == Screen::entry);
}

TEST_CASE("without declared tables and without a text to code the start screen says so") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  test::press(*session, Key::f5);
  CHECK(session->state().notice.key == "notice.no_tables");
  test::press(*session, Key::f6);
  CHECK(session->state().notice.key == "notice.nothing_to_code");
  CHECK(session->state().screen == Screen::start);
}

TEST_CASE("figures are laid out by row and column, and the keys begin at the per cents or the means") {
  exports::Table table;
  table.id = "T";
  const session::TableGrid counts = session::grid_of(table, {{"T", "a=1", "all", "count", "3"}, {"T", "a=1", "all", "percent", "25.0"},
                                                             {"other", "a=1", "all", "count", "9"}});
  REQUIRE(counts.rows.size() == 1);
  CHECK(counts.columns.size() == 2);
  CHECK(counts.first_column == std::size_t{1});
  const session::TableGrid means = session::grid_of(table, {{"T", "a", "all", "mean", "2.5"}, {"T", "b", "all", "mean", "5.0"},
                                                            {"T", "c", "all", "mean", "該当無し"}});
  CHECK(means.first_column == std::size_t{0});
}
