// The whole window without a window: ImGui draws into its lists, the mouse is a number.
#pragma once
#include <imgui.h>

#include <vector>

#include "app/ui/screen.h"
#include "tests/app/session_fixture.h"

namespace genpyo::test {

class Headless {
 public:
  explicit Headless(ImVec2 size = {1280, 800}) : strings_(*session::Strings::load(GENPYO_SOURCE)), ui_(test::fonts()) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = size;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // as the window's has
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~Headless() { ImGui::DestroyContext(); }
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  // As many frames as the window draws after an event. Gives what was clicked.
  std::vector<session::Action> draw(const session::Session& session) { return draw(session.state()); }
  std::vector<session::Action> draw(const session::State& state) {
    std::vector<session::Action> actions;
    for (int frame = 0; frame < 3; ++frame) {
      for (session::Action& action : draw_once(state)) actions.emplace_back(std::move(action));
    }
    return actions;
  }

  std::vector<session::Action> draw_once(const session::Session& session) { return draw_once(session.state()); }
  std::vector<session::Action> draw_once(const session::State& state) {
    std::vector<session::Action> actions;
    ImGui::GetIO().DeltaTime = 0.01f;
    ImGui::NewFrame();
    ui::draw_screen(state, strings_, ui_, actions);
    ImGui::Render();
    return actions;
  }

  std::vector<session::Action> click(const session::Session& session, ImVec2 at) {
    ImGui::GetIO().MousePos = at;
    draw(session);
    ImGui::GetIO().MouseDown[0] = true;
    std::vector<session::Action> actions = draw(session);
    ImGui::GetIO().MouseDown[0] = false;
    for (session::Action& action : draw(session)) actions.emplace_back(std::move(action));
    return actions;
  }

  int vertices() const { return ImGui::GetDrawData()->TotalVtxCount; }
  ui::UiState& state() { return ui_; }

 private:
  session::Strings strings_;
  ui::UiState ui_;
};

}  // namespace genpyo::test
