// Theme: the colours and sizes of the window. One light theme: white paper on a warm grey desk,
// ink blue for what the respondent wrote. Every text colour has at least 4.5 : 1 on its ground
// (WCAG 2.1 AA); no meaning hangs on colour alone, see signs.h.
#pragma once
#include <imgui.h>

#include "forms/paper/geometry.h"

namespace genpyo::ui::theme {

inline constexpr ImU32 desk = IM_COL32(0xD9, 0xD5, 0xCC, 0xFF);
inline constexpr ImU32 panel = IM_COL32(0xF6, 0xF4, 0xEF, 0xFF);
inline constexpr ImU32 card = IM_COL32(0xFF, 0xFF, 0xFF, 0xFF);
inline constexpr ImU32 edge = IM_COL32(0xD0, 0xCB, 0xC0, 0xFF);
inline constexpr ImU32 shadow = IM_COL32(0x40, 0x38, 0x28, 0x0A);
inline constexpr ImU32 dim = IM_COL32(0x28, 0x26, 0x22, 0x80);

inline constexpr ImU32 text = IM_COL32(0x20, 0x24, 0x2A, 0xFF);
inline constexpr ImU32 quiet = IM_COL32(0x5A, 0x5F, 0x66, 0xFF);
inline constexpr ImU32 on_strong = IM_COL32(0xFF, 0xFF, 0xFF, 0xFF);
inline constexpr ImU32 pen = IM_COL32(0x16, 0x3F, 0xA6, 0xFF);
inline constexpr ImU32 off_path = IM_COL32(0x8A, 0x3A, 0x6B, 0xFF);

inline constexpr ImU32 strong = IM_COL32(0x1F, 0x5B, 0xC4, 0xFF);  // the cursor, the main button
inline constexpr ImU32 strong_hover = IM_COL32(0x18, 0x4A, 0xA2, 0xFF);
inline constexpr ImU32 hover = IM_COL32(0xE8, 0xEE, 0xF9, 0xFF);
inline constexpr ImU32 highlight = IM_COL32(0xFF, 0xEB, 0x8A, 0x70);  // over the cursor's question
inline constexpr ImU32 selection = IM_COL32(0xBF, 0xD7, 0xFF, 0xFF);  // under selected text
inline constexpr ImU32 veil = IM_COL32(0xE9, 0xE8, 0xE5, 0xB8);       // over a skipped question

inline constexpr ImU32 good = IM_COL32(0x1A, 0x6B, 0x3C, 0xFF);
inline constexpr ImU32 hard = IM_COL32(0xB0, 0x22, 0x1C, 0xFF);
inline constexpr ImU32 hard_ground = IM_COL32(0xFC, 0xEB, 0xE9, 0xFF);
inline constexpr ImU32 soft = IM_COL32(0x85, 0x57, 0x00, 0xFF);
inline constexpr ImU32 soft_fill = IM_COL32(0xF2, 0xB0, 0x2C, 0xFF);
inline constexpr ImU32 good_ground = IM_COL32(0xE8, 0xF3, 0xEB, 0xFF);

// Sizes of letters in pixels at 96 dpi.
inline constexpr float small_size = 14, body_size = 16, heading_size = 20, title_size = 30,
                       number_size = 46;

// What a face of paper shows in a tone: letters and fills, and rules (which may be fainter).
ImU32 colour_of(paper::Tone tone);
ImU32 rule_colour_of(paper::Tone tone);

// ImGui's own parts (scroll bars, grounds) in these colours.
void apply(ImGuiStyle& style, float scale);

}  // namespace genpyo::ui::theme
