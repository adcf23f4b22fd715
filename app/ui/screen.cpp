#include "app/ui/screen.h"

#include "app/ui/bars.h"
#include "app/ui/coding_view.h"
#include "app/ui/comparison_view.h"
#include "app/ui/dialog_view.h"
#include "app/ui/entry_view.h"
#include "app/ui/gate_view.h"
#include "app/ui/progress_view.h"
#include "app/ui/start_view.h"
#include "app/ui/tables_view.h"
#include "app/ui/texts.h"

namespace genpyo::ui {

void draw_screen(const session::State& state, const session::Strings& strings, UiState& ui,
                 std::vector<session::Action>& actions) {
  const Texts texts{strings, state.language};
  ui.theme = &theme_of(state.settings.theme);
  theme::apply(ImGui::GetStyle(), ui.theme->window, 1);
  const Writer writer(ui.words(), ui.scale, ui.theme->window);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  if (is_covered(state)) return draw_gate(state, texts, ui, size, actions);
  const float top = writer.px(bar_height), bottom = size.y - writer.px(foot_height);

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  // The ground is the desk, to which Window clears for next to nothing: a filled one costs 4 ms where
  // a processor draws.
  ImGui::Begin("screen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  const ImVec2 from{0, top}, to{size.x, bottom};
  switch (state.screen) {
    case session::Screen::start: draw_start(state, texts, ui, from, to, actions); break;
    case session::Screen::entry: draw_entry(state, texts, ui, from, to, actions); break;
    case session::Screen::progress: draw_progress(state, texts, ui, from, to, actions); break;
    case session::Screen::tables: draw_tables(state, texts, ui, from, to, actions); break;
    case session::Screen::coding: draw_coding(state, texts, ui, from, to, actions); break;
    case session::Screen::comparison: draw_comparison(state, texts, ui, from, to, actions); break;
  }
  draw_bar(state, texts, writer, {0, 0}, {size.x, top}, actions);
  draw_foot(state, texts, writer, {0, bottom}, size);
  ImGui::End();
  draw_dialog(state, texts, ui, {size.x, bottom}, actions);
  draw_gate(state, texts, ui, size, actions);
}

}  // namespace genpyo::ui
