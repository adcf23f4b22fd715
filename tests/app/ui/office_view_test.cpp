// The survey office's screens without a window.
#include <imgui.h>

#include <catch2/catch.hpp>

#include "tests/app/office_fixture.h"
#include "tests/app/ui/headless.h"

using namespace genpyo;
using session::Key;
using session::Pane;
using test::Headless;
using test::Office;

namespace {

// Every click on a grid of points over the window, as actions of one kind.
template <typename Kind>
std::vector<Kind> clicks_of(Headless& window, const session::Session& session, ImVec2 from, ImVec2 to) {
  std::vector<Kind> found;
  for (float y = from.y; y < to.y; y += 20) {
    for (const session::Action& action : window.click(session, {(from.x + to.x) / 2, y})) {
      if (const auto* kind = std::get_if<Kind>(&action)) found.push_back(*kind);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("the office's screens are drawn in every theme, language and size") {
  Office office;
  Headless window;
  for (const Key key : {Key::f4, Key::f5, Key::f6}) {
    office.press(key);
    window.draw(*office.session);
    CHECK(window.vertices() > 500);
    office.session->apply(session::Run{session::Command::language});
    window.draw(*office.session);
    CHECK(window.vertices() > 500);
    for (const ImVec2 size : {ImVec2{640, 480}, ImVec2{90, 60}, ImVec2{1, 1}, ImVec2{1280, 800}}) {
      ImGui::GetIO().DisplaySize = size;
      window.draw(*office.session);
    }
  }
}

TEST_CASE("two keyings beside each other are drawn in every size, and a click chooses a difference") {
  const test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  for (const char* sheet : {"11001\n110102\n4\n\n\n", "11001"}) test::key(*session, sheet);
  test::press(*session, Key::f2);
  test::key(*session, "120102\n9\n\n\n");
  REQUIRE(session->state().screen == session::Screen::comparison);
  REQUIRE(session->state().comparison.differences.size() == 2);
  Headless window;
  for (const ImVec2 size : {ImVec2{640, 480}, ImVec2{90, 60}, ImVec2{1, 1}, ImVec2{1280, 800}}) {
    ImGui::GetIO().DisplaySize = size;
    window.draw(*session);
  }
  CHECK(window.vertices() > 500);
  const auto touched = clicks_of<session::Touch>(window, *session, {20, 160}, {1200, 300});
  REQUIRE_FALSE(touched.empty());
  session->apply(session::Action{touched.back()});
  CHECK(session->state().difference == 1);
}

TEST_CASE("a click on a table of the list chooses it") {
  Office office;
  Headless window;
  office.press(Key::f5);
  const auto touched = clicks_of<session::Touch>(window, *office.session, {20, 60}, {340, 400});
  REQUIRE(touched.size() >= 2);
  CHECK(touched.front().pane == Pane::list);
  CHECK(touched.front().row == 0);
  CHECK(touched.back().row == 1);
}

TEST_CASE("a click on a code gives it") {
  Office office;
  Headless window;
  office.press(Key::f6);
  const auto touched = clicks_of<session::Touch>(window, *office.session, {760, 160}, {1200, 340});
  REQUIRE_FALSE(touched.empty());
  CHECK(touched.front().pane == Pane::grid);
  office.session->apply(session::Action{touched.front()});
  CHECK(office.codes_in_force("11-001") == forms::Codes{1});
}

TEST_CASE("the second coder's screen is the same whatever the first one gave") {
  Office coded, fresh;
  coded.press(Key::f6);
  coded.type("1\n2\n3\n");
  fresh.press(Key::f6);
  for (Office* office : {&coded, &fresh}) {
    office->press(Key::tab);
    REQUIRE(office->coding().pass == session::CodingPass::second);
  }
  Headless window;
  window.draw(*fresh.session);
  const int vertices = window.vertices();
  window.draw(*coded.session);
  CHECK(window.vertices() == vertices);
}
