// Heads-down nothing interrupts; guided a doubt is asked about when it appears.
#include "app/session/profile.h"

#include <catch2/catch.hpp>

#include "app/session/words.h"
#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Dialog;
using session::Key;
using session::Session;

namespace {

void switch_profile(Session& session) {
  session.apply(session::Press{{Key::f10, false, true}});
}

// A case of the small form, with the cursor at the days (a soft check: more than none).
std::unique_ptr<Session> at_days(const test::Folder& folder, bool guided) {
  auto session = test::start(folder.file("a.db"), test::small_survey());
  if (guided) switch_profile(*session);
  test::key(*session, "11-001\n");
  if (session->state().screen == session::Screen::start) test::press(*session, Key::enter);
  REQUIRE(session->state().screen == session::Screen::entry);
  test::key(*session, "201\n");  // no reason is asked, the first kind
  REQUIRE(session->state().survey->form.items[session->state().cursor].name == "days");
  return session;
}

std::string at(const Session& session) {
  return session.state().survey->form.items[session.state().cursor].name;
}

bool days_confirmed(const Session& session) { return !session.state().current.confirmed.empty(); }

bool shows_few_days(const Session& session) {
  for (const validators::Violation& violation : session.state().evaluation.violations) {
    if (!violation.settled && violation.severity == forms::Severity::soft)
      return session::is_shown(session.state(), violation);
  }
  FAIL("no soft violation");
  return false;
}

}  // namespace

TEST_CASE("heads-down a doubt does not interrupt and is not shown") {
  test::Folder folder;
  const auto session = at_days(folder, false);
  test::key(*session, "0\n");
  CHECK(session->state().dialog == Dialog::none);
  CHECK(at(*session) == "remark");
  CHECK_FALSE(shows_few_days(*session));
}

TEST_CASE("heads-down what waits is shown from the closing on, and from F8 on") {
  for (const Key asks : {Key::f8, Key::f9}) {
    test::Folder folder;
    const auto session = at_days(folder, false);
    test::key(*session, "0\n");
    test::press(*session, asks);
    CHECK(shows_few_days(*session));
  }
}

TEST_CASE("guided a doubt is asked about and 1 confirms and goes on") {
  for (const std::string yes : {"1", "\n"}) {
    test::Folder folder;
    const auto session = at_days(folder, true);
    test::key(*session, "0\n");
    REQUIRE(session->state().dialog == Dialog::doubt);
    REQUIRE(session->state().doubts.size() == 1);
    CHECK(at(*session) == "days");
    test::key(*session, yes);
    CHECK(session->state().dialog == Dialog::none);
    CHECK(days_confirmed(*session));
    CHECK(at(*session) == "remark");
  }
}

TEST_CASE("guided 2 and Esc go back to the item with its mark as it was keyed") {
  for (const bool escape : {false, true}) {
    test::Folder folder;
    const auto session = at_days(folder, true);
    test::key(*session, "0\n");
    escape ? test::press(*session, Key::escape) : test::key(*session, "2");
    CHECK(session->state().dialog == Dialog::none);
    CHECK_FALSE(days_confirmed(*session));
    CHECK(at(*session) == "days");
    CHECK(session->state().current.marks[session->state().cursor].keyed());
    test::key(*session, "5\n");  // corrected: nothing more to ask
    CHECK(session->state().dialog == Dialog::none);
    CHECK(at(*session) == "remark");
  }
}

TEST_CASE("guided any other key in the question is refused aloud and answers nothing") {
  test::Folder folder;
  const auto session = at_days(folder, true);
  test::key(*session, "0\n7");
  CHECK(session->state().dialog == Dialog::doubt);
  CHECK(session->state().notice.kind == session::Notice::Kind::refused);
  CHECK_FALSE(days_confirmed(*session));
}

TEST_CASE("guided what is confirmed already is not asked again") {
  test::Folder folder;
  const auto session = at_days(folder, true);
  test::key(*session, "0\n1");
  test::press(*session, Key::up);
  REQUIRE(at(*session) == "days");
  test::press(*session, Key::enter);
  CHECK(session->state().dialog == Dialog::none);
  CHECK(at(*session) == "remark");
}

TEST_CASE("the profile is switched in mid-keying with the draft kept") {
  test::Folder folder;
  const auto session = at_days(folder, false);
  test::key(*session, "1");
  switch_profile(*session);
  CHECK(session->state().settings.profile == session::Profile::guided);
  test::key(*session, "2\n");
  const forms::ItemIndex days = *session->state().survey->form.find("days");
  CHECK(session::word(session->state().current.marks[days].content, session->state().survey->form,
                      days, "en", *session::Strings::load(GENPYO_SOURCE)) == "12");
}

TEST_CASE("opening the settings keeps what is being typed") {
  test::Folder folder;
  const auto session = at_days(folder, false);
  test::key(*session, "1");
  test::press(*session, Key::f10);
  test::press(*session, Key::escape);
  CHECK(session->state().draft.text() == "1");
}

TEST_CASE("the settings do not open over a note that is being written") {
  test::Folder folder;
  const auto session = at_days(folder, false);
  test::press(*session, Key::f2);
  session->apply(session::Type{"見よ"});
  test::press(*session, Key::f10);
  CHECK(session->state().dialog == Dialog::note);
  CHECK(session->state().dialog_draft.text() == "見よ");
}

TEST_CASE("a digit at the closing is refused aloud, never swallowed") {
  test::Folder folder;
  const auto session = at_days(folder, false);
  test::press(*session, Key::f9);
  REQUIRE(session->state().dialog == Dialog::close);
  test::key(*session, "1");
  CHECK(session->state().notice.key == "notice.in_dialog");
  CHECK(session->state().notice.arguments == std::vector<std::string>{"1"});
}
