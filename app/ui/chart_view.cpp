#include "app/ui/chart_view.h"

#include <algorithm>

#include "app/ui/sheet_brush.h"

namespace genpyo::ui {
namespace {

constexpr double gap = 6;                // mm between two charts
constexpr float least = 0.8f;           // of the width's scale: smaller letters cannot be read
constexpr float widest_pixels_per_mm = 5.6f;

double height_of(const std::vector<exports::Chart>& charts) {
  double height = 0;
  for (const exports::Chart& chart : charts) height += chart.height + (height > 0 ? gap : 0);
  return height;
}

// Pixels a millimetre: as wide as the place, or smaller so that all is seen at once, if it is legible.
float scale_in(const std::vector<exports::Chart>& charts, const Writer& writer, const Area& area) {
  const float wide = std::min(area.width() / static_cast<float>(session::chart_width), writer.px(widest_pixels_per_mm));
  const float whole = area.height() / static_cast<float>(std::max(1.0, height_of(charts)));
  return std::max(0.1f, std::clamp(whole, wide * least, wide));
}

// After the keys went to another row or table, so that the wheel is left alone.
void follow_row(const session::TablesRoom& room, UiState& ui) {
  const ChartFollowed now{room.table, room.row};
  if (ui.chart_followed == now) return;
  ui.chart_followed = now;
  const auto rows = static_cast<float>(std::max<std::size_t>(2, room.grid.rows.size()) - 1);
  ImGui::SetScrollY(ImGui::GetScrollMaxY() * static_cast<float>(room.row) / rows);
}

}  // namespace

void draw_charts(const session::TablesRoom& room, const Writer& writer, UiState& ui, const Area& area) {
  const float pad = writer.px(10);
  const Area inside{{area.from.x + pad, area.from.y + pad}, {area.to.x - pad, area.to.y - pad}};
  if (inside.width() < 1 || inside.height() < 1) return;
  const Palette& paper = ui.theme->paper;
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, paper.card);
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const float scale = scale_in(room.charts, writer, {inside.from, {inside.to.x - bar, inside.to.y}});
  ImGui::SetCursorScreenPos(inside.from);
  ImGui::BeginChild("charts", {inside.width(), inside.height()});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 pen = ImGui::GetCursorScreenPos();
  ImGui::Dummy({1, static_cast<float>(height_of(room.charts)) * scale});
  const Writer on_paper(writer.letters(), writer.px(1), paper);
  const Style quiet = on_paper.style(theme::small_size, paper.quiet);
  on_paper.gap(10);
  for (const std::string& note : room.notes) on_paper.paragraph(note, quiet);
  for (const exports::Chart& chart : room.charts) {
    const SheetBrush brush(list, ui.letters, ui.theme->paper, pen, scale);
    brush.fills(chart.drawing);
    brush.lines(chart.drawing);
    brush.texts(chart.drawing);
    pen.y += static_cast<float>(chart.height + gap) * scale;
  }
  follow_row(room, ui);
  ImGui::EndChild();
}

}  // namespace genpyo::ui
