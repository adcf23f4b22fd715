#include "app/ui/history_view.h"

#include <algorithm>
#include <cmath>

#include "app/session/words.h"

namespace genpyo::ui {
namespace {

using session::HistoryLine;
using session::State;

constexpr float tabs_height = 44, line_height = 50, detail_height = 92;  // pixels at 96 dpi

bool is_now(const State& state, const HistoryLine& line) {
  return line.action == store::Entry::Action::mark && line.item && line.pass == state.current.pass &&
         state.current.marks[*line.item] == line.after;
}

// Left: when and who; right: what, under it the question (of the whole case) and why.
bool draw_line(const State& state, std::size_t index, const Texts& texts, const Writer& writer,
               float height) {
  const HistoryLine& line = state.history[index];
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x);
  const ImVec2 to{from.x + width, from.y + height};
  ImGui::PushID(static_cast<int>(index));
  const bool clicked = ImGui::InvisibleButton("line", {width, height});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool picked = state.picked == index;
  if (picked || ImGui::IsItemHovered()) list.AddRectFilled(from, to, writer.colours().hover);
  if (picked) list.AddRectFilled(from, {from.x + writer.px(5), to.y}, writer.colours().strong);
  list.AddLine({from.x, to.y - 1}, {to.x, to.y - 1}, writer.colours().edge);

  const Style body = writer.style(theme::body_size);
  const Style small = writer.style(theme::small_size, writer.colours().quiet);
  const float upper = from.y + writer.px(21), lower = from.y + writer.px(40);
  const float left = from.x + writer.px(16), right = from.x + writer.px(196);
  writer.line({left, upper}, {small.size, writer.colours().text, false}, to_the_minute(line.at));
  const bool of_another = std::any_of(state.history.begin(), state.history.end(),
                                      [](const HistoryLine& each) { return each.pass != store::first_pass; });
  const std::string pass = of_another ? texts("ui.history.pass", {std::to_string(line.pass)}) + "  " : "";
  writer.line({left, lower}, small, writer.cut(pass + line.operator_name, small.size, right - left));
  const bool now = !state.history_of_case && is_now(state, line);
  const std::string mark = now ? texts("ui.history.now") : "";
  const float room = to.x - right - writer.letters().width(mark, small.size) - writer.px(20);
  const bool is_mark = line.action == store::Entry::Action::mark;
  writer.line({right, upper}, {body.size, is_mark ? writer.colours().pen : writer.colours().text, false},
              writer.cut(session::word(line, state.survey->form, texts.language, texts.strings),
                         body.size, room));
  if (now) writer.line({to.x - writer.letters().width(mark, small.size) - writer.px(10), upper},
                       {small.size, writer.colours().good, true}, mark);
  std::string under = session::reason_of(line, texts.language, texts.strings);
  if (state.history_of_case && line.item) {
    under = texts("ui.history.whole",
                  {session::name_of(state.survey->form, *line.item, texts.language), under});
  }
  writer.line({right, lower}, small, writer.cut(under, small.size, to.x - right - writer.px(10)));
  return clicked;
}

// The picked line in full: a long text or reason is cut in its row.
void draw_detail(const State& state, const Texts& texts, const Writer& writer) {
  if (state.picked >= state.history.size()) return;
  const HistoryLine& line = state.history[state.picked];
  if (line.item) {
    writer.paragraph(session::name_of(state.survey->form, *line.item, texts.language),
                     writer.style(theme::small_size, writer.colours().quiet, true));
  }
  writer.paragraph(session::word(line, state.survey->form, texts.language, texts.strings),
                   writer.style(theme::body_size, writer.colours().pen));
  if (!line.reason.empty()) {
    writer.paragraph(texts("ui.history.reason",
                           {session::reason_of(line, texts.language, texts.strings)}),
                     writer.style(theme::small_size));
  }
}

void draw_tabs(const State& state, const Texts& texts, const Writer& writer,
               std::vector<session::Action>& actions) {
  for (const bool of_case : {false, true}) {
    const auto kind = state.history_of_case == of_case ? ButtonKind::strong : ButtonKind::plain;
    ImGui::PushID(of_case ? 1 : 0);
    const bool clicked = writer.button(
        "tab", "", texts(of_case ? "ui.history.of_case" : "ui.history.of_item"), kind);
    ImGui::PopID();
    if (clicked && of_case != state.history_of_case)
      actions.push_back(session::Run{session::Command::other_list});
  }
  writer.key_after_buttons("Tab", texts("command.other_list"));
  ImGui::NewLine();
  writer.gap(6);
}

}  // namespace

std::string to_the_minute(const std::string& time) {
  if (time.size() < 16) return time;
  return time.substr(0, 10) + " " + time.substr(11, 5);
}

float history_height(const State& state) {
  constexpr std::size_t fewest = 4, most = 20;
  const std::size_t lines = std::clamp(state.history.size(), fewest, most);
  return tabs_height + static_cast<float>(lines) * line_height + detail_height;
}

void scroll_to_line(UiState& ui, std::size_t line, float top, float height) {
  if (ui.line_in_view == line) return;
  ui.line_in_view = line;
  const float view = ImGui::GetWindowHeight();
  const float from = ImGui::GetScrollY(), to = from + view;
  if (top < from - height || top + height > to + height) {
    ImGui::SetScrollY(std::max(0.0f, top - (view - height) / 2));  // a jump: with what is around it
  } else if (top < from) {
    ImGui::SetScrollY(top);
  } else if (top + height > to) {
    ImGui::SetScrollY(top + height - view);
  }
}

void draw_history(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
                  std::vector<session::Action>& actions) {
  draw_tabs(state, texts, writer, actions);
  const float height = std::round(writer.px(line_height));
  const float room = ImGui::GetContentRegionAvail().y - writer.px(detail_height);
  ImGui::BeginChild("lines", {0, std::max(height, room)});
  scroll_to_line(ui, state.picked, static_cast<float>(state.picked) * height, height);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(state.history.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto index = static_cast<std::size_t>(i);
      if (draw_line(state, index, texts, writer, height)) actions.push_back(session::Pick{index});
    }
  }
  if (state.history.empty())
    writer.paragraph(texts("ui.history.none"), writer.style(theme::body_size, writer.colours().quiet));
  ImGui::EndChild();
  ImGui::BeginChild("detail", {0, 0});
  writer.gap(8);
  draw_detail(state, texts, writer);
  ImGui::EndChild();
}

}  // namespace genpyo::ui
