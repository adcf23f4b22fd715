// History and form: what is listed, what Enter does with the line that is picked.
#include <catch2/catch.hpp>
#include <random>

#include "app/session/strings.h"
#include "session_fixture.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using forms::Codes;
using forms::Missing;
using forms::Value;
using session::Dialog;
using session::Key;

struct Opened {
  Folder folder;
  std::unique_ptr<session::Session> session = start(folder.file("a.db"), small_survey());
  Opened() { key(*session, "11-001\n"); }
  const session::State& state() const { return session->state(); }
  std::string at() const { return state().survey->form.items[state().cursor].name; }
  const forms::Mark& mark(const char* name) const { return state().current.marks[*state().survey->form.find(name)]; }
  std::vector<std::string> told() const {
    static const auto strings = session::Strings::load(GENPYO_SOURCE);
    std::vector<std::string> lines;
    for (const session::HistoryLine& line : state().history) {
      const std::string why = reason_of(line, "ja", *strings);
      lines.push_back(word(line, state().survey->form, "ja", *strings) + (why.empty() ? "" : "/" + why));
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the history of a question is told newest first, from what to what and why") {
  const Opened opened;
  key(*opened.session, "1");
  press(*opened.session, Key::letter_z, true);
  press(*opened.session, Key::f2);
  opened.session->apply(session::Type{"薄い"});
  press(*opened.session, Key::enter);
  key(*opened.session, "*");
  press(*opened.session, Key::up);
  press(*opened.session, Key::f6);
  CHECK(opened.state().dialog == Dialog::history);
  CHECK(opened.told() == Lines{"未入力 → 判読不能", "付せん「薄い」", "1 はい → 未入力/元に戻す", "未入力 → 1 はい"});
  CHECK(opened.state().history[0].operator_name == "tester");
  CHECK(opened.state().history[0].at == "2018-03-01T09:30:00.000Z");
}

TEST_CASE("Enter restores the mark of the picked line as a new mark, which can be undone") {
  const Opened opened;
  key(*opened.session, "1");
  press(*opened.session, Key::up);
  key(*opened.session, "2");
  press(*opened.session, Key::up);
  press(*opened.session, Key::f6);
  press(*opened.session, Key::down);
  press(*opened.session, Key::enter);
  CHECK(opened.state().dialog == Dialog::none);
  CHECK(opened.mark("asked").content == Value(Codes{1}));
  press(*opened.session, Key::f6);
  CHECK(opened.told().front() == "2 いいえ → 1 はい/履歴から戻す");
  press(*opened.session, Key::enter);  // it is so already
  CHECK(opened.state().notice.key == "notice.marked_so_already");
  press(*opened.session, Key::escape);
  press(*opened.session, Key::letter_z, true);
  CHECK(opened.mark("asked").content == Value(Codes{2}));
}

TEST_CASE("of a closed case nothing is restored") {
  const Opened opened;
  key(*opened.session, "2");
  key(*opened.session, "01\n20\n\n\n");
  key(*opened.session, "11-001\n");
  press(*opened.session, Key::f4);
  key(*opened.session, "4\n");
  press(*opened.session, Key::f6);
  REQUIRE(opened.state().history.size() == 1);
  press(*opened.session, Key::enter);
  CHECK(opened.state().notice.kind == session::Notice::Kind::refused);
  CHECK(opened.mark("days").content == Value(std::int64_t{20}));
}

TEST_CASE("F6 again shows the whole case, and each line leads to its question") {
  const Opened opened;
  key(*opened.session, "2");
  key(*opened.session, "01\n0\n");
  press(*opened.session, Key::up);
  press(*opened.session, Key::f5);  // few_days is confirmed
  press(*opened.session, Key::f6);
  press(*opened.session, Key::f6);
  CHECK(opened.state().history_of_case);
  CHECK(opened.told() == Lines{"要確認 check:few_days を確認済みに", "未入力 → 0", "未入力 → 1 甲", "未入力 → 2 いいえ", "票を作成"});
  press(*opened.session, Key::enter);
  CHECK(opened.state().notice.key == "notice.line_of_no_question");
  press(*opened.session, Key::page_down);
  press(*opened.session, Key::up);
  press(*opened.session, Key::enter);
  CHECK(opened.state().dialog == Dialog::none);
  CHECK(opened.at() == "asked");
}

TEST_CASE("what is being typed is kept before its history is shown") {
  const Opened opened;
  press(*opened.session, Key::f4);
  key(*opened.session, "4\n");
  key(*opened.session, "12");
  press(*opened.session, Key::f6);
  CHECK(opened.told() == Lines{"未入力 → 12"});
}

TEST_CASE("several marks are told with the choices that are marked") {
  const Opened opened;
  key(*opened.session, "+12\n");
  press(*opened.session, Key::up);
  press(*opened.session, Key::f6);
  CHECK(opened.told() == Lines{"未入力 → 複数回答 1 2"});
}

TEST_CASE("the form is browsed from the start screen, and found in by number, word or variable") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), real_survey());
  press(*session, Key::f7);
  const session::State& state = session->state();
  CHECK(state.dialog == Dialog::form);
  CHECK(state.picked == 0);
  key(*session, "11-1");
  CHECK(state.survey->form.items[state.picked].number == "問11-1");
  for (int i = 0; i < 4; ++i) press(*session, Key::backspace);
  session->apply(session::Type{"staff_doc"});
  CHECK(state.survey->form.items[state.picked].name == "staff_doctors");
  CHECK(state.explanation.item == state.picked);
  CHECK_FALSE(state.explanation.rules.empty());
  press(*session, Key::down);
  CHECK(state.explanation.item == state.picked);
  press(*session, Key::enter);  // no case is open: nowhere to go
  CHECK(state.dialog == Dialog::form);
  press(*session, Key::f7);
  CHECK(state.dialog == Dialog::none);
  CHECK(state.case_number.empty());
}

TEST_CASE("Enter in the form goes to the question while a case is open, and up and down choose") {
  const Opened opened;
  press(*opened.session, Key::f7);
  CHECK(opened.state().picked == opened.state().cursor);
  press(*opened.session, Key::up);  // above the first: stays
  CHECK(opened.state().picked == 0);
  press(*opened.session, Key::page_down);
  CHECK(opened.state().picked == opened.state().survey->form.items.size() - 1);
  press(*opened.session, Key::up);
  press(*opened.session, Key::enter);
  CHECK(opened.state().dialog == Dialog::none);
  CHECK(opened.at() == "days");
}

TEST_CASE("a click picks a line, and one beyond the list picks nothing") {
  const Opened opened;
  opened.session->apply(session::Pick{2});
  CHECK(opened.state().picked == 0);  // no list is open
  press(*opened.session, Key::f7);
  opened.session->apply(session::Pick{2});
  CHECK(opened.state().picked == 2);
  opened.session->apply(session::Pick{200});
  CHECK(opened.state().picked == 2);
}

TEST_CASE("whatever is pressed in whatever order, what is picked is there") {
  const Opened opened;
  std::mt19937 random(20180301);
  const auto commands = session::command_table();
  const session::State& state = opened.state();
  for (int event = 0; event < 3'000; ++event) {
    const session::CommandRow& row = commands[random() % commands.size()];
    const bool leaves = row.command == session::Command::quit || row.command == session::Command::leave;
    const bool in_dialog = state.dialog != Dialog::none;
    if (!leaves || in_dialog) opened.session->apply(session::Press{row.chord});
    if (random() % 3 == 0) opened.session->apply(session::Pick{random() % 9});
    if (random() % 2 == 0) key(*opened.session, std::string(1, "0123-*/+."[random() % 9]));
    if (state.screen == session::Screen::start) {
      press(*opened.session, Key::escape);  // a dialog, then what was typed
      press(*opened.session, Key::escape);
      key(*opened.session, "11-001\n");
    }
    REQUIRE(state.screen == session::Screen::entry);
    if (state.dialog == Dialog::history) REQUIRE((state.picked < state.history.size() || state.history.empty()));
    if (state.dialog == Dialog::form) REQUIRE(state.picked < state.survey->form.items.size());
  }
}
