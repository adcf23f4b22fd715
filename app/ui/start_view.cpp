#include "app/ui/start_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/session/case_list.h"
#include "app/ui/caret.h"
#include "app/ui/history_view.h"
#include "app/ui/office_parts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {
namespace {

using session::State;

constexpr std::array standings = {session::Standing::all, session::Standing::open,
                                  session::Standing::closed};

const char* word_of(session::Standing standing) {
  switch (standing) {
    case session::Standing::all: return "ui.list.all";
    case session::Standing::open: return "ui.list.open";
    case session::Standing::closed: return "ui.list.closed";
  }
  return "";
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
  draw_draft(list, writer.letters(), baseline, draft, 1, 0, style, writer.colours());
  list.PopClipRect();
  ImGui::Dummy({width, to.y - from.y});
}

bool has_organizations(const State& state) { return state.survey != nullptr && !state.survey->frame.rows.empty(); }

// What Enter does with what is typed.
std::string hint_of(const State& state, const Texts& texts) {
  const std::string typed = state.case_number.text();
  if (state.selected) return texts("ui.start.opens_selected");
  if (typed.empty()) return texts(has_organizations(state) ? "ui.start.type" : "ui.start.type_number");
  const bool number = session::is_number(typed);
  if (state.shown.size() > 1) return texts("ui.start.several");
  if (number) return texts(state.shown.empty() ? "ui.start.new" : "ui.start.enter", {typed});
  if (state.shown.empty()) return texts("ui.list.not_found", {typed});
  return texts("ui.start.opens_found", {state.cases[state.shown.front()].id});
}

void draw_left(const State& state, const Texts& texts, const Writer& writer,
               std::vector<session::Action>& actions) {
  const float width = ImGui::GetContentRegionAvail().x;
  writer.paragraph(texts("ui.title"), writer.style(theme::title_size, writer.colours().text, true));
  if (state.survey != nullptr) {
    writer.paragraph(state.survey->form.title.in(texts.language),
                     writer.style(theme::heading_size, writer.colours().text));
  }
  writer.gap(30);
  draw_number_box(state, texts, writer, width);
  writer.gap(12);
  writer.paragraph(hint_of(state, texts), writer.style(theme::body_size));
  writer.gap(14);
  if (!state.next_number.empty()) {
    if (writer.button("next", "Ctrl+N", texts("ui.start.next", {state.next_number})))
      actions.push_back(session::Run{session::Command::next_number});
    ImGui::NewLine();
  }
  writer.gap(18);
  if (!state.operator_name.empty()) {
    writer.paragraph(texts("ui.operator", {state.operator_name}),
                     writer.style(theme::small_size, writer.colours().quiet));
  }
  writer.paragraph(texts("ui.database", {state.database}),
                   writer.style(theme::small_size, writer.colours().quiet));
}

// Where the list's columns begin, as shares of its width.
struct Columns {
  float id = 0.03f, organization = 0.155f, standing = 0.42f, keyed = 0.56f, changed = 0.65f,
        elsewhere = 0.86f;
};

void draw_header(const State& state, const Texts& texts, const Writer& writer) {
  const Columns columns;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  const Style style = writer.style(theme::small_size, writer.colours().quiet, true);
  const float baseline = from.y + writer.px(20);
  const auto put = [&](float share, const char* key) {
    writer.line({from.x + share * width, baseline}, style, texts(key));
  };
  put(columns.id, "ui.list.case");
  if (has_organizations(state)) put(columns.organization, "ui.list.organization");
  put(columns.standing, "ui.list.state");
  put(columns.keyed, "ui.list.keyed");
  put(columns.changed, "ui.list.changed");
  put(columns.elsewhere, "ui.list.elsewhere");
  ImGui::Dummy({width, writer.px(30)});
  writer.rule();
}

bool draw_case(const store::CaseSummary& each, const std::string& organization, bool selected,
               const Texts& texts, const Writer& writer, float height) {
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
  const float place = from.x + columns.organization * width;
  writer.line({place, baseline}, {small.size, writer.colours().text, false},
              writer.cut(organization, small.size, standing - place - writer.px(8)));
  draw_sign(list, {standing + writer.px(7), from.y + height / 2}, writer.px(7),
            closed ? Sign::good : Sign::not_keyed, writer.colours());
  writer.line({standing + writer.px(22), baseline}, style,
              texts(closed ? "ui.case.closed" : "ui.case.open"));
  if (each.second) {
    const float after = standing + writer.px(28) + writer.letters().width(texts(closed ? "ui.case.closed" : "ui.case.open"), style.size);
    const bool done = *each.second == forms::CaseState::closed;
    draw_cell(writer, after, from.x + columns.keyed * width - writer.px(4), baseline,
              texts(done ? "ui.case.second_closed" : "ui.case.second_open"), small);
  }
  writer.line({from.x + columns.keyed * width, baseline}, style, std::to_string(each.keyed));
  writer.line({from.x + columns.changed * width, baseline}, small, to_the_minute(each.changed_at));
  const float elsewhere = from.x + columns.elsewhere * width;
  writer.line({elsewhere, baseline}, {small.size, writer.colours().soft, false},
              writer.cut(each.open_at, small.size, to.x - elsewhere));
  return clicked;
}

void scroll_to_selection(const State& state, UiState& ui, const std::vector<std::size_t>& shown,
                         float height) {
  if (!state.selected) ui.selection_in_view.reset();
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

// A click on a tab is as many turns of the key as lie between.
void draw_tabs(const State& state, const Texts& texts, const Writer& writer,
               std::vector<session::Action>& actions) {
  const auto present = static_cast<std::size_t>(state.standing);
  const auto closed = static_cast<std::size_t>(std::count_if(
      state.cases.begin(), state.cases.end(),
      [](const store::CaseSummary& each) { return each.state == forms::CaseState::closed; }));
  const std::array counts = {state.cases.size(), state.cases.size() - closed, closed};
  for (std::size_t i = 0; i < standings.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const bool clicked = writer.button("tab", "", texts(word_of(standings[i]), {std::to_string(counts[i])}),
                                       i == present ? ButtonKind::strong : ButtonKind::plain);
    ImGui::PopID();
    const std::size_t turns = clicked ? (i + standings.size() - present) % standings.size() : 0;
    actions.insert(actions.end(), turns, session::Run{session::Command::other_list});
  }
  writer.key_after_buttons("Tab", texts("command.other_list"));
  ImGui::NewLine();
}

void draw_list(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
               std::vector<session::Action>& actions) {
  const std::vector<std::size_t>& shown = state.shown;
  draw_header(state, texts, writer);
  const float height = std::round(writer.px(34));
  ImGui::BeginChild("cases", {0, 0}, false, ImGuiWindowFlags_AlwaysVerticalScrollbar);
  scroll_to_selection(state, ui, shown, height);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(shown.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const std::size_t index = shown[static_cast<std::size_t>(i)];
      if (draw_case(state.cases[index], state.organizations[index], state.selected == index, texts,
                    writer, height)) {
        actions.push_back(session::OpenCase{state.cases[index].id});
      }
    }
  }
  if (shown.empty()) {
    writer.gap(16);
    const char* none = state.cases.empty()         ? "ui.list.empty"
                       : state.case_number.empty() ? "ui.list.none_of_standing"
                                                   : "ui.list.not_found";
    writer.paragraph(texts(none, {state.case_number.text()}),
                     writer.style(theme::body_size, writer.colours().quiet),
                     Columns().id * ImGui::GetContentRegionAvail().x / writer.px(1));
  }
  ImGui::EndChild();
}

}  // namespace

void draw_start(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                std::vector<session::Action>& actions) {
  const Writer writer(ui.words(), ui.scale, ui.theme->window);
  const float left = std::min(writer.px(440), (to.x - from.x) * 0.38f), pad = writer.px(36);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, {from.x + left + 2 * pad, to.y}, writer.colours().panel);
  ImGui::SetCursorScreenPos({from.x + pad, from.y + pad});
  ImGui::BeginChild("left", {left, to.y - from.y - pad});
  draw_left(state, texts, writer, actions);
  ImGui::EndChild();

  const float tabs = writer.px(38);
  ImGui::SetCursorScreenPos({from.x + left + 3 * pad, from.y + pad - writer.px(8)});
  ImGui::BeginChild("tabs", {std::max(1.0f, to.x - from.x - left - 4 * pad), tabs});
  draw_tabs(state, texts, writer, actions);
  ImGui::EndChild();
  const ImVec2 corner{from.x + left + 3 * pad, from.y + pad - writer.px(8) + tabs}, end{to.x - pad, to.y - pad};
  list.AddRectFilled(corner, end, writer.colours().card, writer.px(4));
  list.AddRect(corner, end, writer.colours().edge, writer.px(4));
  ImGui::SetCursorScreenPos(corner);
  ImGui::BeginChild("list", {end.x - corner.x, end.y - corner.y});
  draw_list(state, texts, writer, ui, actions);
  ImGui::EndChild();
}

}  // namespace genpyo::ui
