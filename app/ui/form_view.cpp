#include "app/ui/form_view.h"

#include <algorithm>
#include <cmath>

#include "app/session/words.h"
#include "app/ui/caret.h"
#include "app/ui/form_item_view.h"
#include "app/ui/history_view.h"
#include "forms/paper/words.h"

namespace genpyo::ui {
namespace {

using forms::Form;
using forms::ItemIndex;
using session::State;

constexpr float find_height = 40, line_height = 28;  // pixels at 96 dpi
constexpr float list_share = 0.42f;

// A line of the list: a section's or a grid's name, or an item.
struct Line {
  std::optional<ItemIndex> item;
  const forms::Label* heading = nullptr;
  std::string number;
  float indent = 0;
};

std::vector<Line> lines_of(const Form& form) {
  std::vector<Line> lines;
  for (const forms::Section& section : form.sections) {
    lines.push_back({std::nullopt, &section.label, "", 0});
    std::optional<std::size_t> grid;
    for (const ItemIndex index : section.items) {
      const forms::Item& item = form.items[index];
      if (item.grid && item.grid != grid) {
        lines.push_back({std::nullopt, &form.grids[*item.grid].label, form.grids[*item.grid].number, 14});
      }
      grid = item.grid;
      lines.push_back({index, nullptr, "", item.grid ? 28.0f : 14.0f});
    }
  }
  return lines;
}

void draw_find(const State& state, const Texts& texts, const Writer& writer) {
  const Style style = writer.style(theme::body_size, writer.colours().pen);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 size{ImGui::GetContentRegionAvail().x, writer.px(find_height - 8)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, {from.x + size.x, from.y + size.y}, writer.colours().card, writer.px(4));
  list.AddRect(from, {from.x + size.x, from.y + size.y}, writer.colours().strong, writer.px(4), 0,
               writer.px(1.5f));
  const ImVec2 baseline{from.x + writer.px(10), from.y + size.y / 2 + style.size * 0.36f};
  if (state.dialog_draft.empty()) {
    const Style hint = writer.style(theme::small_size, writer.colours().quiet);
    writer.line({baseline.x + writer.px(6), baseline.y}, hint,
                writer.cut(texts("ui.form.find"), hint.size, size.x - writer.px(20)));
  }
  const DraftLines draft = in_lines(state.dialog_draft, writer.letters(), style.size, 1e6f);
  list.PushClipRect(from, {from.x + size.x, from.y + size.y}, true);
  draw_draft(list, writer.letters(), baseline, draft, 1, 0, style, writer.colours());
  list.PopClipRect();
  ImGui::Dummy({size.x, writer.px(find_height)});
}

void draw_item_line(const State& state, const Line& line, const Texts& texts, const Writer& writer,
                    float height, std::vector<session::Action>& actions) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x);
  const ImVec2 to{from.x + width, from.y + height};
  const Form& form = state.survey->form;
  const bool picked = line.item && *line.item == state.picked;
  bool clicked = false;
  if (line.item) {
    ImGui::PushID(static_cast<int>(*line.item));
    clicked = ImGui::InvisibleButton("item", {width, height});
    ImGui::PopID();
  } else {
    ImGui::Dummy({width, height});
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (picked || (line.item && ImGui::IsItemHovered())) list.AddRectFilled(from, to, writer.colours().hover);
  if (picked) list.AddRectFilled(from, {from.x + writer.px(5), to.y}, writer.colours().strong);
  std::string words = line.item ? session::name_of(form, *line.item, texts.language)
                                : line.heading->in(texts.language);
  if (!line.number.empty()) words = paper::with_printed_numbers(line.number, texts.language) + " " + words;
  const bool asked = line.item && form.items[*line.item].asked();
  const ImU32 colour = !line.item ? writer.colours().strong : asked ? writer.colours().text : writer.colours().quiet;
  const Style style = writer.style(theme::small_size, colour, !line.item);
  const float left = from.x + writer.px(12 + line.indent);
  writer.line({left, from.y + height / 2 + style.size * 0.36f}, style,
              writer.cut(words, style.size, std::max(1.0f, to.x - left - writer.px(6))));
  if (clicked) actions.push_back(session::Pick{*line.item});
  if (clicked && picked && state.screen == session::Screen::entry)
    actions.push_back(session::Run{session::Command::accept});
}

void draw_list(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
               std::vector<session::Action>& actions) {
  const std::vector<Line> lines = lines_of(state.survey->form);
  const float height = std::round(writer.px(line_height));
  const auto here = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.item && *line.item == state.picked;
  });
  if (here != lines.end())
    scroll_to_line(ui, state.picked, static_cast<float>(here - lines.begin()) * height, height);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lines.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_item_line(state, lines[static_cast<std::size_t>(i)], texts, writer, height, actions);
  }
}

}  // namespace

void draw_form(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
               std::vector<session::Action>& actions) {
  const ImVec2 all = ImGui::GetContentRegionAvail();
  const float left = std::round(all.x * list_share), gap = writer.px(20);
  ImGui::BeginChild("questions", {left, 0});
  draw_find(state, texts, writer);
  ImGui::BeginChild("lines", {0, 0});
  draw_list(state, texts, writer, ui, actions);
  ImGui::EndChild();
  ImGui::EndChild();
  ImGui::SameLine(0, gap);
  ImGui::BeginChild("item", {std::max(1.0f, all.x - left - gap), 0});
  if (state.picked < state.survey->form.items.size()) draw_form_item(state, texts, writer);
  ImGui::EndChild();
}

}  // namespace genpyo::ui
