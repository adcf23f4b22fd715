#include "app/ui/caret.h"

#include <algorithm>

namespace genpyo::ui {

DraftLines in_lines(const session::Draft& draft, Lettering& letters, float size, float width) {
  DraftLines out;
  out.lines = letters.lines(draft.text(), size, width);
  if (out.lines.empty()) out.lines.emplace_back();
  // Blanks at the ends of lines may be gone: each line is looked for where the one before ended.
  std::size_t start = 0;
  for (std::size_t i = 0; i < out.lines.size(); ++i) {
    const std::size_t found = draft.text().find(out.lines[i], start);
    if (found != std::string::npos) start = found;
    if (draft.cursor() < start) break;
    out.caret_line = i;
    const std::size_t within = std::min(draft.cursor() - start, out.lines[i].size());
    out.caret_x = letters.width(std::string_view(out.lines[i]).substr(0, within), size);
    start += out.lines[i].size();
  }
  return out;
}

std::size_t first_shown(const DraftLines& draft, std::size_t most) {
  if (draft.lines.size() <= most) return 0;
  return draft.caret_line < most ? 0 : draft.caret_line - most + 1;
}

void draw_draft(ImDrawList& list, Lettering& letters, ImVec2 at, const DraftLines& draft,
                std::size_t most_lines, float pitch, const Style& style) {
  const std::size_t first = first_shown(draft, most_lines);
  const std::size_t end = std::min(draft.lines.size(), first + most_lines);
  for (std::size_t i = first; i < end; ++i) {
    const ImVec2 baseline{at.x, at.y + static_cast<float>(i - first) * pitch};
    letters.draw(list, baseline, style, draft.lines[i]);
    if (i != draft.caret_line) continue;
    const float x = baseline.x + draft.caret_x + 1;
    const float thick = std::max(1.5f, style.size * 0.09f);
    list.AddRectFilled({x, baseline.y - style.size * 0.88f},
                       {x + thick, baseline.y + style.size * 0.14f}, style.colour);
  }
}

}  // namespace genpyo::ui
