// Theme: the colours of the window, and the sizes of its letters.
//
// A Palette is all that is drawn on one kind of ground. The window and the paper each have theirs:
// in the dark the paper stays paper, as under a lamp turned low, and its inks stay dark. Every text
// has at least 4.5 : 1 on its ground and every sign 3 : 1 (WCAG 2.1 AA), 7 : 1 in high contrast
// (AAA): a test counts. No meaning hangs on colour alone, see signs.h.
#pragma once
#include <imgui.h>

#include "app/session/settings.h"
#include "forms/paper/geometry.h"

namespace genpyo::ui {

struct Palette {
  ImU32 desk, panel, card;            // grounds: around the paper, of the window, of what is written on
  ImU32 edge, shadow, dim;            // rules between parts; under the sheet; over what a dialog covers
  ImU32 text, quiet, pen, off_path;   // inks: said plainly, in passing, by the respondent, off his path
  ImU32 strong, strong_hover, hover;  // the cursor and the main button; under the mouse
  ImU32 on_strong;                    // on `strong` and on a sign's disc
  ImU32 highlight, veil;              // over the cursor's question; over a skipped one
  ImU32 selection;                    // under selected text
  ImU32 good, hard, soft;             // inks of what is well, wrong, to be confirmed
  ImU32 good_ground, hard_ground;
  ImU32 soft_fill, on_soft;           // of the triangle, and of its exclamation mark
  ImU32 bar, tint, rule, faint_rule;  // printed on the paper
  ImU32 grab, grab_hover;             // of the scroll bars
  float frame;                        // thickness of edges in pixels at 96 dpi
};

struct Theme {
  Palette window, paper;
};

const Theme& theme_of(session::Theme theme);

// What a face of paper shows in a tone: letters and fills, and rules (which may be fainter).
ImU32 colour_of(const Palette& paper, paper::Tone tone);
ImU32 rule_colour_of(const Palette& paper, paper::Tone tone);

namespace theme {

// Sizes of letters in pixels at 96 dpi.
inline constexpr float small_size = 14, body_size = 16, heading_size = 20, title_size = 30,
                       number_size = 46;

// ImGui's own parts (scroll bars, grounds) in these colours.
void apply(ImGuiStyle& style, const Palette& window, float scale);

}  // namespace theme

}  // namespace genpyo::ui
