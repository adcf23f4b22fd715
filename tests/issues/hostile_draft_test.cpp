// Found by tests/fuzz: bytes that are no text came into a note, and a text that was accepted by
// going elsewhere was read from marks that the save had just replaced.
#include <catch2/catch.hpp>

#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Key;

namespace {

const std::string broken[] = {"\x9e", "\xe6\xe5", "\xf0\x9f", "\xc0\xaf", "\xed\xa0\x80", "\r\n", "\x01", std::string(1, '\0')};

std::unique_ptr<session::Session> open_at_remark(const test::Folder& folder) {
  auto session = test::start(folder.file("a.db"), test::small_survey());
  test::key(*session, "11-001\n\n");
  REQUIRE(session->state().screen == session::Screen::entry);
  session->apply(session::GoTo{*session->state().survey->form.find("remark")});
  return session;
}

}  // namespace

TEST_CASE("bytes that are no text come into no draft") {
  const test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  for (const std::string& bytes : broken) session->apply(session::Type{bytes});
  CHECK(session->state().case_number.empty());

  const auto opened = open_at_remark(folder);
  for (const std::string& bytes : broken) opened->apply(session::Type{bytes});
  CHECK(opened->state().draft.empty());
  for (const Key dialog : {Key::f2, Key::f4}) {
    test::press(*opened, dialog);
    // What is no UTF-8 is refused whole, with the letters around it; an end of line is a blank in a
    // field of one line, other control characters are left out.
    for (const std::string& bytes : broken) opened->apply(session::Type{"x" + bytes + "y"});
    CHECK(opened->state().dialog_draft.text() == "x yxyxy");
    test::press(*opened, Key::escape);
  }
}

TEST_CASE("a text that is accepted by going elsewhere is still the draft") {
  const test::Folder folder;
  const auto session = open_at_remark(folder);
  const std::string text = "a text that is too long to lie in the string itself";
  session->apply(session::Type{text});
  test::press(*session, Key::f9);
  CHECK(session->state().draft.text() == text);
  CHECK(std::get<std::string>(session->state().current.marks[session->state().cursor].content) == text);
}
