// The whole window without a window: ImGui draws into its lists, the mouse is a number.
#include "app/ui/screen.h"

#include <imgui.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "app/ui/bars.h"
#include "app/ui/desk.h"
#include "app/ui/dialog_view.h"
#include "tests/app/session_fixture.h"
#include "tests/app/ui/headless.h"

using namespace genpyo;
using session::Action;
using session::Session;
using test::Headless;

namespace {

// Where a point of a page is on the screen, at the zoom that fits the page's width.
ImVec2 on_screen(const ui::UiState& ui, std::size_t page, paper::Point point) {
  const float pixels_per_mm = std::round(1280 * 0.62f) / static_cast<float>(ui::desk_width);
  return {
      static_cast<float>(ui::desk_margin + point.x - ui.left) * pixels_per_mm,
      ui::bar_height + static_cast<float>(ui::page_top(page) + point.y - ui.top) * pixels_per_mm};
}

const paper::Box& box_of(const session::State& state, const char* item, int code) {
  const forms::ItemIndex index = *state.survey->form.find(item);
  const paper::Page& page = state.layout->pages[*state.layout->page_of(index)];
  for (const paper::Box& box : page.boxes) {
    if (box.item == index && box.code == code) return box;
  }
  throw std::runtime_error("no such box");
}

}  // namespace

TEST_CASE("every screen and dialog is drawn in both languages") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  using session::Command;
  for (const char* language : {"ja", "en"}) {
    CAPTURE(language);
    CHECK(session->state().language == language);
    window.draw(*session);
    CHECK(window.vertices() > 500);
    test::key(*session, "11-001\n");
    window.draw(*session);
    const int page = window.vertices();
    CHECK(page > 3'000);
    for (const Command command :
         {Command::help, Command::note, Command::why, Command::go_to, Command::close_case}) {
      session->apply(session::Run{command});
      window.draw(*session);
      CHECK(window.vertices() > page);  // something lies over the page
      session->apply(session::Run{Command::leave});
    }
    session->apply(session::Run{Command::leave});
    session->apply(session::Run{Command::language});
  }
}

TEST_CASE("a long dialog is read to its end with the keys alone") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  session->apply(session::Run{session::Command::help});
  window.draw(*session);
  CHECK(ui::scroll_dialog(session->state(), {session::Key::page_down}, window.state()));
  CHECK(window.state().dialog_scroll > 0);
  window.draw(*session);
  CHECK(window.state().dialog_scroll == 0);  // taken up
  session->apply(session::Run{session::Command::leave});
  CHECK_FALSE(ui::scroll_dialog(session->state(), {session::Key::page_down}, window.state()));
}

TEST_CASE("a window too small for its letters is drawn all the same") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  for (const ImVec2 size : {ImVec2{640, 480}, ImVec2{90, 60}, ImVec2{1, 1}}) {
    ImGui::GetIO().DisplaySize = size;
    window.state().scale = 3;
    window.draw(*session);
    test::key(*session, "11-001\n");
    session->apply(session::GoTo{*session->state().survey->form.find("departments")});
    window.draw(*session);
    session->apply(session::Run{session::Command::close_case});
    window.draw(*session);
    CHECK(window.state().letters.sheet().full() == false);
    session->apply(session::Run{session::Command::leave});
    session->apply(session::Run{session::Command::leave});
    CHECK(session->state().screen == session::Screen::start);
  }
}

TEST_CASE("a click on a choice's number on the page chooses it") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  session->apply(session::Type{"11-001"});
  test::press(*session, session::Key::enter);
  if (session->state().screen == session::Screen::start) test::press(*session, session::Key::enter);
  REQUIRE(session->state().screen == session::Screen::entry);
  window.draw(*session);
  const paper::Box& box = box_of(session->state(), "asked", 2);
  const auto actions = window.click(*session, on_screen(window.state(), 0, box.rect.middle()));
  REQUIRE(actions.size() == 1);
  const auto* choose = std::get_if<session::Choose>(&actions[0]);
  REQUIRE(choose != nullptr);
  CHECK(choose->item == box.item);
  CHECK(choose->code == 2);
}

TEST_CASE("a click into a box goes there") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  test::key(*session, "11-001\n");
  window.draw(*session);
  const paper::Box& box = box_of(session->state(), "facility_name", 0);
  const auto actions = window.click(*session, on_screen(window.state(), 0, box.rect.middle()));
  REQUIRE(actions.size() == 1);
  const auto* go_to = std::get_if<session::GoTo>(&actions[0]);
  REQUIRE(go_to != nullptr);
  CHECK(go_to->item == box.item);
}

TEST_CASE("under a dialog the page takes no click") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  test::key(*session, "11-001\n");
  window.draw(*session);
  const ImVec2 at =
      on_screen(window.state(), 0, box_of(session->state(), "facility_name", 0).rect.middle());
  session->apply(session::Run{session::Command::note});
  window.draw(*session);
  CHECK(window.click(*session, at).empty());
}

TEST_CASE("the view follows the cursor to its page and leaves the wheel alone there") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  test::key(*session, "11-001\n");
  session->apply(session::GoTo{*session->state().survey->form.find("regional_issues")});
  window.draw(*session);
  const std::size_t page = *session->state().layout->page_of(session->state().cursor);
  CHECK(window.state().top > ui::page_top(page) - 100);
  ImGui::GetIO().MousePos = {300, 400};
  window.draw(*session);
  const double before = window.state().top;
  ImGui::GetIO().MouseWheel = 2;
  window.draw(*session);
  CHECK(window.state().top < before);
  const double scrolled = window.state().top;
  window.draw(*session);
  CHECK(window.state().top == scrolled);
}
