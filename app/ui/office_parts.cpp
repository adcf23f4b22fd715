#include "app/ui/office_parts.h"

#include <algorithm>

namespace genpyo::ui {

Area draw_pane(const Writer& writer, const Area& area, const std::string& title, bool has_keys) {
  const Palette& colours = writer.colours();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.from, area.to, colours.card, writer.px(4));
  list.AddRect(area.from, area.to, has_keys ? colours.strong : colours.edge, writer.px(4), 0,
               writer.px(has_keys ? 3 : colours.frame));
  const float pad = writer.px(10), head = title.empty() ? writer.px(6) : writer.px(34);
  const Style style = writer.style(theme::small_size, has_keys ? colours.strong : colours.quiet, true);
  if (!title.empty())
    writer.line({area.from.x + pad, area.from.y + writer.px(23)}, style,
                writer.cut(title, style.size, area.width() - 2 * pad));
  return {{area.from.x + writer.px(4), area.from.y + head},
          {std::max(area.from.x + writer.px(5), area.to.x - writer.px(4)),
           std::max(area.from.y + head + 1, area.to.y - writer.px(4))}};
}

void draw_cell(const Writer& writer, float left, float right, float baseline, const std::string& text,
               const Style& style, bool to_the_right) {
  const std::string shown = writer.cut(text, style.size, std::max(0.0f, right - left));
  const float at = to_the_right ? right - writer.letters().width(shown, style.size) : left;
  writer.line({at, baseline}, style, shown);
}

void draw_share(const Writer& writer, const Area& area, double share) {
  if (area.width() <= 0) return;
  const Palette& colours = writer.colours();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.from, area.to, colours.panel);
  const float end = area.from.x + area.width() * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (share > 0) list.AddRectFilled(area.from, {end, area.to.y}, colours.strong);
  list.AddRect(area.from, area.to, colours.edge, 0, 0, writer.px(colours.frame));
}

bool draw_row(const Writer& writer, int id, const Area& area, bool chosen) {
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushID(id);
  const bool clicked = ImGui::InvisibleButton("row", {std::max(1.0f, area.width()), std::max(1.0f, area.height())});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen || ImGui::IsItemHovered()) list.AddRectFilled(area.from, area.to, writer.colours().hover);
  if (chosen)
    list.AddRectFilled(area.from, {area.from.x + writer.px(5), area.to.y}, writer.colours().strong);
  return clicked;
}

void scroll_to(float top, float bottom) {
  const float seen = ImGui::GetWindowHeight(), at = ImGui::GetScrollY();
  if (top < at) ImGui::SetScrollY(top);
  else if (bottom > at + seen) ImGui::SetScrollY(bottom - seen);
}

float baseline_of(const Area& area, const Style& style) {
  return (area.from.y + area.to.y) / 2 + style.size * 0.36f;
}

}  // namespace genpyo::ui
