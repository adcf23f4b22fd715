#include "app/ui/caret.h"

#include <algorithm>

#include "forms/text.h"

namespace genpyo::ui {
namespace {

std::size_t character_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end;
}

void draw_selected(ImDrawList& list, ImVec2 baseline, const LinePart& part, float size,
                   const Palette& colours) {
  list.AddRectFilled({baseline.x + part.from, baseline.y - size * 0.92f},
                     {baseline.x + std::max(part.to, part.from + size * 0.2f),
                      baseline.y + size * 0.2f},
                     colours.selection);
}

// Dots, so that it is no line of the paper.
void draw_strange(ImDrawList& list, ImVec2 baseline, const LinePart& part, float size,
                   const Palette& colours) {
  const float dot = std::max(1.5f, size * 0.1f);
  for (float x = part.from; x + dot <= part.to + 1; x += 2 * dot) {
    list.AddRectFilled({baseline.x + x, baseline.y + size * 0.16f},
                       {baseline.x + x + dot, baseline.y + size * 0.16f + dot}, colours.soft);
  }
}

void draw_caret(ImDrawList& list, ImVec2 baseline, float caret_x, float size,
                const Palette& colours) {
  const float x = baseline.x + caret_x + 1;
  const float thick = std::max(1.5f, size * 0.09f);
  list.AddRectFilled({x, baseline.y - size * 0.88f}, {x + thick, baseline.y + size * 0.14f},
                     colours.strong);
}

}  // namespace

DraftLines in_lines(const session::Draft& draft, Lettering& letters, float size, float width) {
  // A pixel stands for a millimetre here: one em is `size` of them.
  return in_lines(
      draft, paper::Written(letters.fonts(), draft.text(), size / paper::mm_per_point, width), 1);
}

DraftLines in_lines(const session::Draft& draft, const paper::Written& written, float pixels) {
  DraftLines out;
  for (std::size_t i = 0; i < written.lines(); ++i) out.lines.emplace_back(written.line(i));
  out.caret_line = written.line_of(draft.cursor(), draft.at_line_end());
  out.caret_x = static_cast<float>(written.x_of(out.caret_line, draft.cursor())) * pixels;
  const session::Draft::Range selection = draft.selection();
  out.selected = parts_of(written, selection.begin, selection.end, pixels);
  return out;
}

std::vector<LinePart> parts_of(const paper::Written& written, std::size_t begin, std::size_t end,
                               float pixels) {
  std::vector<LinePart> parts;
  if (begin >= end) return parts;
  for (std::size_t i = written.line_of(begin, false); i < written.lines(); ++i) {
    if (written.begin(i) >= end) break;
    parts.push_back({i, static_cast<float>(written.x_of(i, begin)) * pixels,
                     static_cast<float>(written.x_of(i, end)) * pixels});
  }
  return parts;
}

std::vector<LinePart> not_in_cp932(const paper::Written& written, float pixels) {
  std::vector<LinePart> parts;
  for (const std::size_t at : forms::not_in_cp932(written.text())) {
    for (const LinePart& part : parts_of(written, at, character_end(written.text(), at), pixels)) {
      parts.push_back(part);
    }
  }
  return parts;
}

std::size_t first_shown(const DraftLines& draft, std::size_t most) {
  if (draft.lines.size() <= most) return 0;
  return draft.caret_line < most ? 0 : draft.caret_line - most + 1;
}

ImVec2 draw_draft(ImDrawList& list, Lettering& letters, ImVec2 at, const DraftLines& draft,
                std::size_t most_lines, float pitch, const Style& style,
                  const Palette& colours) {
  const std::size_t first = first_shown(draft, most_lines);
  const std::size_t end = std::min(draft.lines.size(), first + most_lines);
  const auto baseline = [&](std::size_t line) {
    return ImVec2{at.x, at.y + static_cast<float>(line - first) * pitch};
  };
  const auto is_shown = [=](const LinePart& part) { return part.line >= first && part.line < end; };
  for (const LinePart& part : draft.selected) {
    if (is_shown(part)) draw_selected(list, baseline(part.line), part, style.size, colours);
  }
  for (const LinePart& part : draft.strange) {
    if (is_shown(part)) draw_strange(list, baseline(part.line), part, style.size, colours);
  }
  for (std::size_t i = first; i < end; ++i) letters.draw(list, baseline(i), style, draft.lines[i]);
  const ImVec2 caret = baseline(std::clamp(draft.caret_line, first, std::max(first, end - 1)));
  if (draft.caret_line >= first && draft.caret_line < end) {
    draw_caret(list, caret, draft.caret_x, style.size, colours);
  }
  return {caret.x + draft.caret_x, caret.y + style.size * 0.3f};
}

}  // namespace genpyo::ui
