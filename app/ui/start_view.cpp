#include "app/ui/start_view.h"

#include <algorithm>
#include <cmath>

#include "app/ui/caret.h"
#include "app/ui/writer.h"

namespace genpyo::ui {
namespace {

using session::State;

std::string without_hyphens(std::string_view text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
               [](char c) { return c != '-'; });
  return plain;
}

// "2018-03-01T09:30:00.000Z" → "2018-03-01 09:30"
std::string to_the_minute(const std::string& time) {
  if (time.size() < 16) return time;
  return time.substr(0, 10) + " " + time.substr(11, 5);
}

// Indices into state.cases of those to show.
std::vector<std::size_t> shown_cases(const State& state) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < state.cases.size(); ++i) {
    if (begins_with(state.cases[i].id, state.case_number.text())) shown.push_back(i);
  }
  return shown;
}

void draw_number_box(const State& state, const Texts& texts, const Writer& writer, float width) {
  writer.paragraph(texts("ui.case_number"), writer.style(theme::body_size, writer.colours().quiet, true));
  writer.gap(4);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 to{from.x + width, from.y + writer.px(84)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, writer.colours().card, writer.px(6));
  list.AddRect(from, to, writer.colours().strong, writer.px(6), 0, writer.px(3));
  const Style style = writer.style(theme::number_size, writer.colours().pen);
  const ImVec2 baseline{from.x + writer.px(20), (from.y + to.y) / 2 + style.size * 0.36f};
  if (state.case_number.empty()) {
    const Style example = writer.style(theme::title_size, writer.colours().quiet);
    writer.line({baseline.x + writer.px(10), (from.y + to.y) / 2 + example.size * 0.36f}, example,
                "11-001");
  }
  const DraftLines draft = in_lines(state.case_number, writer.letters(), style.size, 1e6f);
  list.PushClipRect(from, to, true);
  draw_draft(list, writer.letters(), baseline, draft, 1, 0, style);
  list.PopClipRect();
  ImGui::Dummy({width, to.y - from.y});
}

void draw_left(const State& state, const Texts& texts, const Writer& writer, std::size_t shown) {
  const float width = ImGui::GetContentRegionAvail().x;
  writer.paragraph(texts("ui.title"), writer.style(theme::title_size, writer.colours().text, true));
  if (state.survey != nullptr) {
    writer.paragraph(state.survey->form.title.in(texts.language),
                     writer.style(theme::heading_size, writer.colours().text));
  }
  writer.gap(30);
  draw_number_box(state, texts, writer, width);
  writer.gap(12);
  const std::string typed = state.case_number.text();
  const char* hint = typed.empty() ? (state.selected ? "ui.start.opens_selected" : "ui.start.type")
                     : shown == 0  ? "ui.start.new"
                                   : "ui.start.enter";
  writer.paragraph(texts(hint, {typed}), writer.style(theme::body_size));
  writer.gap(24);
  const auto closed = std::count_if(
      state.cases.begin(), state.cases.end(),
      [](const store::CaseSummary& each) { return each.state == forms::CaseState::closed; });
  const auto all = static_cast<std::ptrdiff_t>(state.cases.size());
  writer.paragraph(texts("ui.start.counts", {std::to_string(all), std::to_string(closed),
                                             std::to_string(all - closed)}),
                   writer.style(theme::body_size));
  writer.gap(24);
  if (!state.operator_name.empty()) {
    writer.paragraph(texts("ui.operator", {state.operator_name}),
                     writer.style(theme::small_size, writer.colours().quiet));
  }
  writer.paragraph(texts("ui.database", {state.database}),
                   writer.style(theme::small_size, writer.colours().quiet));
}

// Where the list's columns begin, as shares of its width.
struct Columns {
  float id = 0.03f, standing = 0.20f, keyed = 0.40f, changed = 0.55f, elsewhere = 0.78f;
};

void draw_header(const Texts& texts, const Writer& writer) {
  const Columns columns;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  const Style style = writer.style(theme::small_size, writer.colours().quiet, true);
  const float baseline = from.y + writer.px(20);
  const auto put = [&](float share, const char* key) {
    writer.line({from.x + share * width, baseline}, style, texts(key));
  };
  put(columns.id, "ui.list.case");
  put(columns.standing, "ui.list.state");
  put(columns.keyed, "ui.list.keyed");
  put(columns.changed, "ui.list.changed");
  put(columns.elsewhere, "ui.list.elsewhere");
  ImGui::Dummy({width, writer.px(30)});
  writer.rule();
}

bool draw_case(const store::CaseSummary& each, bool selected, const Texts& texts,
               const Writer& writer, float height) {
  const Columns columns;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x);
  const ImVec2 to{from.x + width, from.y + height};
  const bool clicked = ImGui::InvisibleButton(each.id.c_str(), {width, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (selected || ImGui::IsItemHovered()) list.AddRectFilled(from, to, writer.colours().hover);
  if (selected) list.AddRectFilled(from, {from.x + writer.px(5), to.y}, writer.colours().strong);
  const Style style = writer.style(theme::body_size),
              small = writer.style(theme::small_size, writer.colours().quiet);
  const float baseline = from.y + height / 2 + style.size * 0.36f;
  const bool closed = each.state == forms::CaseState::closed;
  const float standing = from.x + columns.standing * width;
  writer.line({from.x + columns.id * width, baseline}, {style.size, style.colour, true}, each.id);
  draw_sign(list, {standing + writer.px(7), from.y + height / 2}, writer.px(7),
            closed ? Sign::good : Sign::not_keyed, writer.colours());
  writer.line({standing + writer.px(22), baseline}, style,
              texts(closed ? "ui.case.closed" : "ui.case.open"));
  writer.line({from.x + columns.keyed * width, baseline}, style, std::to_string(each.keyed));
  writer.line({from.x + columns.changed * width, baseline}, small, to_the_minute(each.changed_at));
  const float elsewhere = from.x + columns.elsewhere * width;
  writer.line({elsewhere, baseline}, {small.size, writer.colours().soft, false},
              writer.cut(each.open_at, small.size, to.x - elsewhere));
  return clicked;
}

void scroll_to_selection(const State& state, UiState& ui, const std::vector<std::size_t>& shown,
                         float height) {
  if (!state.selected || ui.selection_in_view == state.selected) return;
  ui.selection_in_view = state.selected;
  const auto found = std::find(shown.begin(), shown.end(), *state.selected);
  if (found == shown.end()) return;
  const float top = static_cast<float>(found - shown.begin()) * height;
  if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
  if (top + height > ImGui::GetScrollY() + ImGui::GetWindowHeight()) {
    ImGui::SetScrollY(top + height - ImGui::GetWindowHeight());
  }
}

void draw_list(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
               const std::vector<std::size_t>& shown, std::vector<session::Action>& actions) {
  draw_header(texts, writer);
  const float height = std::round(writer.px(34));
  ImGui::BeginChild("cases", {0, 0}, false, ImGuiWindowFlags_AlwaysVerticalScrollbar);
  scroll_to_selection(state, ui, shown, height);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(shown.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const std::size_t index = shown[static_cast<std::size_t>(i)];
      if (draw_case(state.cases[index], state.selected == index, texts, writer, height)) {
        actions.push_back(session::OpenCase{state.cases[index].id});
      }
    }
  }
  if (shown.empty()) {
    writer.gap(16);
    writer.paragraph(
        texts(state.cases.empty() ? "ui.list.empty" : "ui.list.none", {state.case_number.text()}),
        writer.style(theme::body_size, writer.colours().quiet), 16);
  }
  ImGui::EndChild();
}

}  // namespace

bool begins_with(std::string_view id, std::string_view typed) {
  return id.starts_with(typed) || without_hyphens(id).starts_with(without_hyphens(typed));
}

void draw_start(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                std::vector<session::Action>& actions) {
  const Writer writer(ui.letters, ui.scale, ui.theme->window);
  const std::vector<std::size_t> shown = shown_cases(state);
  const float left = std::min(writer.px(440), (to.x - from.x) * 0.38f), pad = writer.px(36);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, {from.x + left + 2 * pad, to.y}, writer.colours().panel);
  list.AddRectFilled({from.x + left + 2 * pad, from.y}, to, writer.colours().desk);
  ImGui::SetCursorScreenPos({from.x + pad, from.y + pad});
  ImGui::BeginChild("left", {left, to.y - from.y - pad});
  draw_left(state, texts, writer, shown.size());
  ImGui::EndChild();

  const ImVec2 corner{from.x + left + 3 * pad, from.y + pad}, end{to.x - pad, to.y - pad};
  list.AddRectFilled(corner, end, writer.colours().card, writer.px(4));
  list.AddRect(corner, end, writer.colours().edge, writer.px(4));
  ImGui::SetCursorScreenPos(corner);
  ImGui::BeginChild("list", {end.x - corner.x, end.y - corner.y});
  draw_list(state, texts, writer, ui, shown, actions);
  ImGui::EndChild();
}

}  // namespace genpyo::ui
