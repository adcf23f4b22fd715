#include "app/ui/sheet_brush.h"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.h"

namespace genpyo::ui {
namespace {

constexpr float dash = 3, pause = 2.5f;  // pixels

bool is_upright(const paper::Line& line) {
  return line.from.x == line.to.x || line.from.y == line.to.y;
}

}  // namespace

bool SheetBrush::sees(const paper::Rect& r) const {
  const ImVec2 low = list_.GetClipRectMin(), high = list_.GetClipRectMax();
  const ImVec2 a = from(r), b = to(r);
  return a.x <= high.x && b.x >= low.x && a.y <= high.y && b.y >= low.y;
}

void SheetBrush::fills(const paper::Drawing& drawing) const {
  for (const paper::Fill& each : drawing.fills) {
    if (sees(each.rect)) fill(each.rect, colour_of(colours_, each.tone));
  }
}

void SheetBrush::lines(const paper::Drawing& drawing) const {
  for (const paper::Line& each : drawing.lines) {
    const double left = std::min(each.from.x, each.to.x), top = std::min(each.from.y, each.to.y);
    const paper::Rect around{left, top, std::abs(each.to.x - each.from.x),
                             std::abs(each.to.y - each.from.y)};
    if (sees(around)) line(each);
  }
}

// Rules along the axes are whole pixels, so that they are as sharp as on paper.
void SheetBrush::line(const paper::Line& line) const {
  ImVec2 a = at(line.from), b = at(line.to);
  const ImU32 colour = rule_colour_of(colours_, line.tone);
  const float thick = std::max(1.0f, std::round(length(line.width)));
  if (is_upright(line)) {
    const float half = std::fmod(thick, 2.0f) / 2;
    if (line.from.x == line.to.x) a.x = b.x = std::floor(a.x) + half;
    if (line.from.y == line.to.y) a.y = b.y = std::floor(a.y) + half;
  }
  if (!line.dashed) return list_.AddLine(a, b, colour, thick);
  const float whole = std::hypot(b.x - a.x, b.y - a.y);
  if (whole <= 0) return;
  const ImVec2 way{(b.x - a.x) / whole, (b.y - a.y) / whole};
  for (float gone = 0; gone < whole; gone += dash + pause) {
    const float end = std::min(gone + dash, whole);
    list_.AddLine({a.x + way.x * gone, a.y + way.y * gone}, {a.x + way.x * end, a.y + way.y * end},
                  colour, thick);
  }
}

void SheetBrush::texts(const paper::Drawing& drawing) const {
  for (const paper::Text& each : drawing.texts) {
    text(each.origin, each.size * paper::mm_per_point, each.utf8, colour_of(colours_, each.tone),
         each.bold);
  }
}

void SheetBrush::text(paper::Point baseline, double size_mm, const std::string& utf8, ImU32 colour,
                      bool bold) const {
  letters_.draw(list_, at(baseline), {length(size_mm), colour, bold}, utf8);
}

void SheetBrush::strokes(const paper::Drawing& drawing) const {
  for (const paper::Stroke& each : drawing.strokes) {
    const float thick = std::max(1.4f, length(each.width));
    for (std::size_t i = 0; i + 3 < each.points.size(); i += 3) {
      if (i == 0) list_.PathLineTo(at(each.points[0]));
      list_.PathBezierCubicCurveTo(at(each.points[i + 1]), at(each.points[i + 2]),
                                   at(each.points[i + 3]));
    }
    list_.PathStroke(colour_of(colours_, each.tone), 0, thick);
  }
}

void SheetBrush::frame(const paper::Rect& r, ImU32 colour, float thick_px, double grow_mm) const {
  const float grow = length(grow_mm);
  const ImVec2 a = from(r), b = to(r);
  list_.AddRect({a.x - grow, a.y - grow}, {b.x + grow, b.y + grow}, colour, length(0.6), 0,
                thick_px);
}

}  // namespace genpyo::ui
