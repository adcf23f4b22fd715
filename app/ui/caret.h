// A Draft in lines: where each line of the text being keyed stands, what is selected, and the caret.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/session/draft.h"
#include "app/ui/lettering.h"
#include "forms/paper/written.h"

namespace genpyo::ui {

// A part of one line, in pixels from its left end.
struct LinePart {
  std::size_t line = 0;
  float from = 0, to = 0;
};

struct DraftLines {
  std::vector<std::string> lines;  // at least one, maybe ""
  std::size_t caret_line = 0;
  float caret_x = 0;  // pixels from the line's left end
  std::vector<LinePart> selected = {};
  std::vector<LinePart> strange = {};  // under which a sign is to stand
};

// Lines no wider than `width` pixels.
DraftLines in_lines(const session::Draft& draft, Lettering& letters, float size, float width);

// Lines that are known already, `pixels` for each unit of their lengths.
DraftLines in_lines(const session::Draft& draft, const paper::Written& written, float pixels);

// What of the lines holds the text from `begin` to `end`, in bytes.
std::vector<LinePart> parts_of(const paper::Written& written, std::size_t begin, std::size_t end,
                               float pixels);

// The characters that CP932 lacks, each as a part.
std::vector<LinePart> not_in_cp932(const paper::Written& written, float pixels);

// The first of at most `most` lines to show so that the caret is among them.
std::size_t first_shown(const DraftLines& draft, std::size_t most);

// Draws line by line from the baseline `at`, `pitch` pixels apart, with a steady caret (one that
// blinks would keep the processor awake). Gives the caret's lower end, in pixels of the window.
ImVec2 draw_draft(ImDrawList& list, Lettering& letters, ImVec2 at, const DraftLines& draft,
                std::size_t most_lines, float pitch, const Style& style,
                  const Palette& colours);

}  // namespace genpyo::ui
