#include "app/ui/text_mouse.h"

#include <algorithm>
#include <cmath>

#include "app/ui/caret.h"

namespace genpyo::ui {

const paper::Box* text_box(const session::State& state, const paper::Page& page) {
  for (const paper::Box& box : page.boxes) {
    if (box.item == state.cursor && box.kind == paper::Box::Kind::text) return &box;
  }
  return nullptr;
}

session::PlaceCaret caret_at(const session::State& state, const paper::FontSet& fonts,
                             const paper::Box& box, paper::Point point, bool select) {
  const auto written = paper::written_in(fonts, box, state.draft.text());
  const auto most = static_cast<std::size_t>(std::max(1, box.lines));
  const std::size_t first = first_shown(in_lines(state.draft, written, 1), most);
  const double row =
      std::floor((point.y - box.rect.y) / std::max(1.0, box.line_height)) + static_cast<double>(first);
  const double last = static_cast<double>(written.lines() - 1);
  const auto line = static_cast<std::size_t>(std::clamp(row, 0.0, last));
  const std::size_t offset = written.offset_at(line, point.x - box.rect.x - paper::text_indent);
  return {offset, select, offset == written.end(line)};
}

}  // namespace genpyo::ui
