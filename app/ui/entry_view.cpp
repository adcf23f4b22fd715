#include "app/ui/entry_view.h"

#include <cmath>

#include "app/ui/banner.h"
#include "app/ui/case_card.h"
#include "app/ui/open_points.h"
#include "app/ui/page_view.h"
#include "app/ui/question_card.h"

namespace genpyo::ui {
namespace {

// Of the window; guided, the question beside it is large.
constexpr float sheet_share = 0.62f, sheet_share_guided = 0.5f;

void draw_panel(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from,
                ImVec2 to, std::vector<session::Action>& actions) {
  const Writer writer(ui.words(), ui.scale, ui.theme->window);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, writer.colours().panel);
  list.AddLine(from, {from.x, to.y}, writer.colours().edge);
  const float pad = writer.px(16);
  ImGui::SetCursorScreenPos({from.x + pad, from.y + writer.px(12)});
  ImGui::BeginChild("panel", {to.x - from.x - pad - writer.px(6), to.y - from.y - writer.px(12)});
  if (ui.panel_item != state.cursor) ImGui::SetScrollY(0);
  ui.panel_item = state.cursor;
  const bool guided = state.settings.profile == session::Profile::guided;
  draw_case_card(state, texts, writer);
  draw_question_card(state, texts, writer, actions);
  draw_open_points(state, texts, writer, actions);
  if (!guided) draw_extractions(state, texts, writer, actions);
  writer.gap(20);
  ImGui::EndChild();
}

}  // namespace

void draw_entry(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from,
                ImVec2 to, std::vector<session::Action>& actions) {
  const Writer writer(ui.words(), ui.scale, ui.theme->window);
  from.y += draw_banner(state, texts, writer, from, to.x - from.x, actions);
  const bool guided = state.settings.profile == session::Profile::guided;
  const float share = guided ? sheet_share_guided : sheet_share;
  const float border = std::round(from.x + (to.x - from.x) * share);
  draw_pages(state, texts, ui, from, {border, to.y}, actions);
  draw_panel(state, texts, ui, {border, from.y}, to, actions);
}

}  // namespace genpyo::ui
