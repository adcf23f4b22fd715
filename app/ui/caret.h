// A Draft in lines: where each line of the text being keyed stands, and the caret in it.
#pragma once
#include <string>
#include <vector>

#include "app/session/draft.h"
#include "app/ui/lettering.h"

namespace genpyo::ui {

struct DraftLines {
  std::vector<std::string> lines;  // at least one, maybe ""
  std::size_t caret_line = 0;
  float caret_x = 0;  // pixels from the line's left end
};

// Lines no wider than `width` pixels.
DraftLines in_lines(const session::Draft& draft, Lettering& letters, float size, float width);

// The first of at most `most` lines to show so that the caret is among them.
std::size_t first_shown(const DraftLines& draft, std::size_t most);

// Draws line by line from the baseline `at`, `pitch` pixels apart, with a steady caret (one that
// blinks would keep the processor awake).
void draw_draft(ImDrawList& list, Lettering& letters, ImVec2 at, const DraftLines& draft,
                std::size_t most_lines, float pitch, const Style& style);

}  // namespace genpyo::ui
