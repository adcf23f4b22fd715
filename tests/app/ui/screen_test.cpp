// The whole window without a window: ImGui draws into its lists, the mouse is a number.
#include "app/ui/screen.h"

#include <imgui.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "app/ui/bars.h"
#include "app/ui/desk.h"
#include "app/ui/dialog_view.h"
#include "forms/paper/written.h"
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
         {Command::help, Command::note, Command::why, Command::go_to, Command::history, Command::form,
          Command::close_case, Command::settings}) {
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

TEST_CASE("F3 draws below the reasons what another answer would change") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  test::key(*session, "11-001\n12");
  session->apply(session::GoTo{0});
  test::press(*session, session::Key::f3);
  for (const char* language : {"ja", "en"}) {
    session::State state = session->state();
    REQUIRE_FALSE(state.otherwise.empty());
    state.language = language;
    window.draw(state);
    const int with = window.vertices();
    const float height = window.state().dialog_height;
    state.otherwise.clear();
    window.draw(state);
    CHECK(window.vertices() < with - 200);
    CHECK(window.state().dialog_height < height - 100);
  }
}

TEST_CASE("where nothing is typed the keypad's 8 2 9 3 scroll") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  test::key(*session, "11-001\n");
  CHECK_FALSE(ui::scroll_dialog(session->state(), session::Type{"3"}, window.state()));
  test::press(*session, session::Key::f3);
  CHECK(ui::scroll_dialog(session->state(), session::Type{"3"}, window.state()));
  const float page = window.state().dialog_scroll;
  CHECK(ui::scroll_dialog(session->state(), session::Type{"8"}, window.state()));
  CHECK(window.state().dialog_scroll < page);
  CHECK(ui::scroll_dialog(session->state(), session::Type{"9"}, window.state()));
  CHECK(ui::scroll_dialog(session->state(), session::Type{"2"}, window.state()));
  CHECK(window.state().dialog_scroll == 0);
  CHECK_FALSE(ui::scroll_dialog(session->state(), session::Type{"5"}, window.state()));
  test::press(*session, session::Key::escape);
  test::press(*session, session::Key::f4);
  CHECK_FALSE(ui::scroll_dialog(session->state(), session::Type{"2"}, window.state()));
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
    for (const session::Command list : {session::Command::history, session::Command::form}) {
      session->apply(session::Run{list});
      window.draw(*session);
      session->apply(session::Run{session::Command::leave});
    }
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

TEST_CASE("a click into the text being keyed places its caret, and a drag selects") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  test::key(*session, "11-001\n");
  session->apply(session::GoTo{*session->state().survey->form.find("facility_name")});
  session->apply(session::Type{"在宅医療"});
  window.draw(*session);
  const paper::Rect& box = box_of(session->state(), "facility_name", 0).rect;
  const double em = paper::text_size * paper::mm_per_point, left = box.x + paper::text_indent;
  const auto place_at = [&](double characters) {
    return on_screen(window.state(), 0, {left + characters * em, box.middle().y});
  };
  const auto caret_of = [](const std::vector<Action>& actions) {
    REQUIRE(actions.size() == 1);
    REQUIRE(std::holds_alternative<session::PlaceCaret>(actions[0]));
    return std::get<session::PlaceCaret>(actions[0]);
  };
  ImGui::GetIO().MousePos = place_at(1.1);
  window.draw(*session);
  ImGui::GetIO().MouseDown[0] = true;
  const auto clicked = caret_of(window.draw(*session));
  CHECK(clicked.offset == 3);
  CHECK_FALSE(clicked.select);
  ImGui::GetIO().MousePos = place_at(2.9);
  const auto dragged = caret_of(window.draw(*session));
  CHECK(dragged.offset == 9);
  CHECK(dragged.select);
  ImGui::GetIO().MouseDown[0] = false;
  window.draw(*session);
  ImGui::GetIO().MousePos = place_at(0);
  CHECK(window.draw(*session).empty());
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

TEST_CASE("every theme, profile and size of letters is drawn, at every zoom, on a fine screen") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  window.state().scale = 2;
  test::key(*session, "11-001\n");
  session->apply(session::GoTo{*session->state().survey->form.find("departments")});
  for (const session::Setting setting : session::all_settings) {
    for (std::size_t option = 0; option < session::options_of(setting).size(); ++option) {
      CAPTURE(session::name_of(setting), session::options_of(setting)[option]);
      session->apply(session::Adjust{setting, option});
      window.draw(*session);
      CHECK(window.vertices() > 500);
      // One frame's letters must have room on the sheet, else it would be cleared again and again.
      window.state().letters.sheet().clear();
      window.draw(*session);
      CHECK_FALSE(window.state().letters.sheet().full());
    }
  }
}

TEST_CASE("the theme that is set is the one that is drawn") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  session->apply(session::Adjust{session::Setting::theme, 1});
  window.draw(*session);
  CHECK(window.state().theme == &ui::theme_of(session::Theme::dark));
  const ImVec4 ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  CHECK(ImGui::ColorConvertFloat4ToU32(ground) == window.state().theme->window.panel);
}

TEST_CASE("a click on a setting's option sets it") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  session->apply(session::Run{session::Command::settings});
  window.draw(*session);
  std::vector<Action> actions;
  for (float y = 100; y < 700 && actions.empty(); y += 10) actions = window.click(*session, {400, y});
  REQUIRE(actions.size() == 1);
  const auto* adjust = std::get_if<session::Adjust>(&actions[0]);
  REQUIRE(adjust != nullptr);
  CHECK(adjust->setting == session::all_settings.front());
  CHECK(adjust->option == 0);
}

TEST_CASE("in the settings the arrows choose a row and do not scroll") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  session->apply(session::Run{session::Command::settings});
  CHECK_FALSE(ui::scroll_dialog(session->state(), {session::Key::down}, window.state()));
}

TEST_CASE("a click on a line of the form picks it, and a second one goes there") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  test::key(*session, "11-001\n");
  session->apply(session::Run{session::Command::form});
  window.draw(*session);
  const ImVec2 line{200, 300};
  auto actions = window.click(*session, line);
  REQUIRE(actions.size() == 1);
  REQUIRE(std::holds_alternative<session::Pick>(actions[0]));
  session->apply(actions[0]);
  CHECK(session->state().picked == std::get<session::Pick>(actions[0]).line);
  actions = window.click(*session, line);
  REQUIRE(actions.size() == 2);
  for (const Action& action : actions) session->apply(action);
  CHECK(session->state().dialog == session::Dialog::none);
}

TEST_CASE("a click on a line of the history picks it") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  test::key(*session, "11-001\n2\n");
  session->apply(session::Run{session::Command::history});
  session->apply(session::Run{session::Command::history});
  REQUIRE(session->state().history.size() == 3);
  window.draw(*session);
  std::set<std::size_t> picked;
  for (float y = 100; y < 700; y += 20) {
    for (const Action& action : window.click(*session, {640, y})) {
      if (const auto* pick = std::get_if<session::Pick>(&action)) picked.insert(pick->line);
    }
  }
  CHECK(picked == std::set<std::size_t>{0, 1, 2});
}

TEST_CASE("a closed case says so across the page, with a button that offers to reopen it") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  test::key(*session, "11-001\n2");
  const ImVec2 button{1280 - 40, ui::bar_height + 21};
  CHECK(window.click(*session, button).empty());  // open: no banner
  test::key(*session, "01\n20\n\n\n11-001\n");
  REQUIRE(session->state().read_only);
  const auto actions = window.click(*session, button);
  REQUIRE(actions.size() == 1);
  CHECK(std::get<session::Run>(actions[0]).command == session::Command::close_case);
}

TEST_CASE("each group of cases is a click away") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  std::set<std::size_t> turns;
  for (float x = 550; x < 900; x += 15) {
    const auto actions = window.click(*session, {x, ui::bar_height + 42});
    for (const Action& action : actions)
      CHECK(std::get<session::Run>(action).command == session::Command::other_list);
    turns.insert(actions.size());
  }
  CHECK(turns == std::set<std::size_t>{0, 1, 2});
}
