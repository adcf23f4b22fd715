// Where a PIN is asked: what is hidden is not drawn, and a click does what its key does.
#include "app/ui/gate_view.h"

#include <imgui.h>

#include <catch2/catch.hpp>

#include "app/ui/bars.h"
#include "app/ui/screen.h"
#include "app/ui/theme.h"
#include "tests/app/door_fixture.h"

using namespace genpyo;
using session::Command;
using session::Key;

namespace {

class Face {
 public:
  Face() : strings_(*session::Strings::load(GENPYO_SOURCE)), ui_(test::fonts()) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1280, 800};
    ui::theme::apply(ImGui::GetStyle(), ui::theme_of(session::Theme::light).window, 1);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~Face() { ImGui::DestroyContext(); }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  std::vector<session::Action> draw(const session::State& state) {
    std::vector<session::Action> actions;
    for (int frame = 0; frame < 3; ++frame) {
      ImGui::GetIO().DeltaTime = 0.01f;
      ImGui::NewFrame();
      ui::draw_screen(state, strings_, ui_, actions);
      ImGui::Render();
    }
    return actions;
  }
  std::vector<session::Action> click(const session::State& state, ImVec2 at) {
    ImGui::GetIO().MousePos = at;
    draw(state);
    ImGui::GetIO().MouseDown[0] = true;
    std::vector<session::Action> actions = draw(state);
    ImGui::GetIO().MouseDown[0] = false;
    for (session::Action& action : draw(state)) actions.emplace_back(std::move(action));
    return actions;
  }
  int vertices() const { return ImGui::GetDrawData()->TotalVtxCount; }

 private:
  session::Strings strings_;
  ui::UiState ui_;
};

}  // namespace

TEST_CASE("behind a lock the same is drawn whatever the case holds, in both languages") {
  test::Door door;
  door.type("1\n1234\n11-001\n1");
  for (const char* language : {"ja", "en"}) {
    Face face;
    session::State state = door.state();
    state.language = language;
    face.draw(state);
    const int open = face.vertices();
    state.gates = {session::gate_for(session::Purpose::unlock, test::people(), "佐藤")};
    state.notice = {};
    face.draw(state);
    const int locked = face.vertices();
    CHECK(locked > 200);
    CHECK(locked < open / 2);
    state.dialog = session::Dialog::why;
    state.current.id = "99-999";
    state.draft = session::Draft("12345");
    face.draw(state);
    CHECK(face.vertices() == locked);
  }
}

TEST_CASE("a PIN that is asked for over a dialog lets the dialog be seen") {
  test::Door door;
  door.type("1\n1234\n11-001\n");
  Face face;
  session::State state = door.state();
  face.draw(state);
  const int before = face.vertices();
  state.gates = {session::gate_for(session::Purpose::override_, test::people(), "佐藤")};
  face.draw(state);
  CHECK(face.vertices() > before);
}

TEST_CASE("every digit typed is one more dot") {
  test::Door door;
  Face face;
  door.type("1\n12");
  face.draw(door.state());
  const int two = face.vertices();
  door.type("3");
  face.draw(door.state());
  CHECK(face.vertices() == two + 4);  // one letter is two triangles on four corners
}

TEST_CASE("a click on a name chooses it") {
  test::Door door;
  Face face;
  const auto actions = face.click(door.state(), {640, 410});
  REQUIRE(actions.size() == 1);
  const auto* person = std::get_if<session::ChoosePerson>(&actions[0]);
  REQUIRE(person != nullptr);
  CHECK(person->index == 0);
}

TEST_CASE("hundreds of operators and a small window are drawn all the same") {
  std::vector<session::Operator> many;
  for (int i = 0; i < 300; ++i) many.push_back({"operator " + std::to_string(i), i % 9 == 0, ""});
  test::Door door;
  Face face;
  session::State state = door.state();
  state.gates = {session::gate_for(session::Purpose::sign_in, many, "")};
  for (const std::size_t chosen : {0u, 150u, 299u}) {
    state.gates[0].chosen = chosen;
    for (const ImVec2 size : {ImVec2{1280, 800}, ImVec2{640, 480}, ImVec2{1, 1}}) {
      ImGui::GetIO().DisplaySize = size;
      CHECK(face.draw(state).empty());
    }
  }
}
