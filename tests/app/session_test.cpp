// Entry without a window: what is seen is what is stored.
#include "app/session/session.h"

#include <catch2/catch.hpp>

#include "session_fixture.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using forms::Codes;
using forms::Missing;
using forms::Value;

// A new case of the small form, opened.
struct Opened {
  Folder folder;
  std::unique_ptr<session::Session> session = start(folder.file("a.db"), small_survey());
  Opened() {
    session->apply(session::Type{"11-001"});
    press(*session, session::Key::enter);
  }
  const session::State& state() const { return session->state(); }
  std::string at() const { return state().survey->form.items[state().cursor].name; }
  const forms::Mark& mark(const char* name) const { return state().current.marks[*state().survey->form.find(name)]; }
};

}  // namespace

TEST_CASE("a case number and Enter creates the case and opens it at its first question") {
  const Opened opened;
  CHECK(opened.state().screen == session::Screen::entry);
  CHECK(opened.state().current.id == "11-001");
  CHECK(opened.at() == "asked");
}

TEST_CASE("a number that is none is told and nothing is made") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey());
  key(*session, "9\n");
  CHECK(session->state().screen == session::Screen::start);
  CHECK(session->state().notice.key == "notice.case_malformed");
  CHECK(session->state().cases.empty());
}

TEST_CASE("skipped questions are passed over, and said") {
  const Opened opened;
  key(*opened.session, "2");
  CHECK(opened.at() == "kinds");
  CHECK(opened.state().notice.kind == session::Notice::Kind::skipped);
}

TEST_CASE("Ctrl and down enters a skipped question, and its mark is off the path") {
  const Opened opened;
  key(*opened.session, "2");
  press(*opened.session, session::Key::up);
  press(*opened.session, session::Key::down, true);
  CHECK(opened.at() == "reason");
  key(*opened.session, "1");
  const auto reason = *opened.state().survey->form.find("reason");
  CHECK(opened.mark("reason").content == Value(Codes{1}));
  CHECK(opened.state().evaluation.items[reason].off_path);
  CHECK(opened.state().evaluation.items[reason].value == Value(Missing::not_applicable));
}

TEST_CASE("every accepted mark is on disk before the next question is shown") {
  const Opened opened;
  key(*opened.session, "1");
  auto reader = store::Store::open_read_only(opened.folder.file("a.db"));
  REQUIRE(reader);
  auto stored = reader->read(opened.state().survey->form, "11-001");
  REQUIRE(stored);
  CHECK(stored->current.marks == opened.state().current.marks);
}

TEST_CASE("undo and redo go back and forth across items, as new marks in the journal") {
  const Opened opened;
  key(*opened.session, "11");  // asked = 1, reason = 1
  press(*opened.session, session::Key::letter_z, true);
  CHECK_FALSE(opened.mark("reason").keyed());
  CHECK(opened.at() == "reason");
  press(*opened.session, session::Key::letter_z, true);
  CHECK_FALSE(opened.mark("asked").keyed());
  press(*opened.session, session::Key::letter_y, true);
  CHECK(opened.mark("asked").content == Value(Codes{1}));
  auto reader = store::Store::open_read_only(opened.folder.file("a.db"));
  REQUIRE(reader);
  auto history = reader->history(opened.state().survey->form, "11-001", "asked");
  REQUIRE(history);
  CHECK(history->size() == 3);  // marked, undone, redone
}

TEST_CASE("a case with something left to key does not close but shows what is open") {
  const Opened opened;
  key(*opened.session, "2");
  press(*opened.session, session::Key::f9);
  CHECK(opened.state().dialog == session::Dialog::close);
  press(*opened.session, session::Key::enter);
  CHECK(opened.state().screen == session::Screen::entry);
  CHECK(opened.at() == "kinds");
}

TEST_CASE("after the last question the closing is offered, and Enter closes") {
  const Opened opened;
  key(*opened.session, "2");
  key(*opened.session, "01\n20\n\n");
  CHECK(opened.state().dialog == session::Dialog::close);
  press(*opened.session, session::Key::enter);
  CHECK(opened.state().screen == session::Screen::start);
  REQUIRE(opened.state().cases.size() == 1);
  CHECK(opened.state().cases[0].state == forms::CaseState::closed);
}

TEST_CASE("a hard violation stops closing until a reason is given, and the digits stay") {
  const Opened opened;
  key(*opened.session, "2");
  key(*opened.session, "01\n45\n\n\n");
  CHECK(opened.state().screen == session::Screen::entry);
  CHECK(opened.at() == "days");
  press(*opened.session, session::Key::f5);
  CHECK(opened.state().dialog == session::Dialog::reason);
  press(*opened.session, session::Key::enter);  // no reason: refused
  CHECK(opened.state().dialog == session::Dialog::reason);
  opened.session->apply(session::Type{"電話で確認"});
  press(*opened.session, session::Key::enter);
  press(*opened.session, session::Key::f9);
  press(*opened.session, session::Key::enter);
  CHECK(opened.state().screen == session::Screen::start);
  CHECK(opened.mark("days").content == Value(std::int64_t{45}));
}

TEST_CASE("a soft violation is confirmed with F5 and then settled") {
  const Opened opened;
  key(*opened.session, "2");
  key(*opened.session, "01\n0\n");
  press(*opened.session, session::Key::up);
  press(*opened.session, session::Key::f5);
  CHECK(opened.state().current.confirmed.contains("check:few_days"));
  REQUIRE(opened.state().evaluation.violations.size() == 1);
  CHECK(opened.state().evaluation.violations[0].settled);
}

TEST_CASE("a note stays with its item and question 4 is found by its number or a word") {
  const Opened opened;
  press(*opened.session, session::Key::f2);
  opened.session->apply(session::Type{"字が薄い"});
  press(*opened.session, session::Key::enter);
  CHECK(opened.state().current.notes.at(0) == "字が薄い");
  press(*opened.session, session::Key::f4);
  key(*opened.session, "4\n");
  CHECK(opened.at() == "days");
  press(*opened.session, session::Key::f4);
  opened.session->apply(session::Type{"意見"});
  press(*opened.session, session::Key::enter);
  CHECK(opened.at() == "remark");
}

TEST_CASE("a text is edited by grapheme, and rare kanji are kept") {
  const Opened opened;
  press(*opened.session, session::Key::f4);
  key(*opened.session, "5\n");
  opened.session->apply(session::Type{"𠮷田髙﨑x"});
  press(*opened.session, session::Key::backspace);
  press(*opened.session, session::Key::enter);
  CHECK(opened.mark("remark").content == Value(std::string("𠮷田髙﨑")));
}

TEST_CASE("what was typed is kept when the cursor is moved away or the case is left") {
  const Opened opened;
  press(*opened.session, session::Key::f4);
  key(*opened.session, "4\n");
  key(*opened.session, "12");
  press(*opened.session, session::Key::up);
  CHECK(opened.mark("days").content == Value(std::int64_t{12}));
  press(*opened.session, session::Key::f4);
  key(*opened.session, "5\n");
  opened.session->apply(session::Type{"途中"});
  press(*opened.session, session::Key::escape);
  CHECK(opened.state().screen == session::Screen::start);
  key(*opened.session, "11-001\n");
  CHECK(opened.mark("remark").content == Value(std::string("途中")));
}

TEST_CASE("what is no answer holds the cursor once, and is given up when asked again") {
  const Opened opened;
  press(*opened.session, session::Key::f4);
  key(*opened.session, "3\n0");  // half of a code of two digits
  press(*opened.session, session::Key::up);
  CHECK(opened.at() == "kinds");
  CHECK(opened.state().notice.kind == session::Notice::Kind::refused);
  press(*opened.session, session::Key::up);
  CHECK(opened.at() == "asked");
  CHECK_FALSE(opened.mark("kinds").keyed());
}

TEST_CASE("a command that is not allowed here does nothing") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey());
  for (const session::CommandRow& row : session::command_table()) {
    if ((row.where & session::on_start) == 0) session->apply(session::Run{row.command});
  }
  CHECK(session->state().screen == session::Screen::start);
  CHECK(session->state().dialog == session::Dialog::none);
}

TEST_CASE("a closed case is only looked at until F9 reopens it") {
  const Opened opened;
  key(*opened.session, "2");
  key(*opened.session, "01\n20\n\n\n");
  key(*opened.session, "11-001\n");
  CHECK(opened.state().read_only);
  key(*opened.session, "5");
  CHECK(opened.state().notice.kind == session::Notice::Kind::refused);
  press(*opened.session, session::Key::f9);
  press(*opened.session, session::Key::enter);
  CHECK_FALSE(opened.state().read_only);
  CHECK(opened.state().current.state == forms::CaseState::open);
}


TEST_CASE("the clipboard and barcode readers may send a whole line at once") {
  const Opened opened;
  opened.session->apply(session::Type{"11"});  // two answers in one go
  CHECK(opened.at() == "kinds");
  CHECK(opened.mark("reason").content == Value(Codes{1}));
}
