// The measures of the printed page, in millimetres, and its sizes of type: one place, so that the
// parts of a page agree.
#pragma once
#include "forms/paper/geometry.h"

namespace genpyo::paper {

// How words are set. `leading` is the distance of baselines.
struct Style {
  double size = 9.5;  // points
  double leading = 4.6;
  Tone tone = Tone::print;
  bool bold = false;
};

inline constexpr Style title_style{16, 8, Tone::print, true};
inline constexpr Style running_style{8, 4};
inline constexpr Style bar_style{11, 5.5, Tone::bar_text, true};
inline constexpr Style question_style{10, 5, Tone::print, true};
inline constexpr Style group_style{10.5, 5.6, Tone::print, true};
inline constexpr Style instruction_style{8.5, 5};
inline constexpr Style condition_style{8.5, 4.4, Tone::print, true};
inline constexpr Style hint_style{8, 4};
inline constexpr Style choice_style{9.5, 4.4};
inline constexpr Style close_choice_style{8.5, 4};  // for lists of many choices
inline constexpr Style skip_style{8.5, 4.4, Tone::print, true};
inline constexpr Style row_style{9.5, 4.4};
inline constexpr Style column_style{8.5, 3.9};
inline constexpr Style note_style{8.5, 4.5};
inline constexpr Style small_style{7, 3.4};

// Folding and punching need 12 mm of paper at every edge.
inline constexpr double margin = 15, margin_top = 12, margin_bottom = 12;
inline constexpr double footer_height = 5;
inline constexpr double content_left = margin, content_width = page_width - 2 * margin;
inline constexpr double content_right = content_left + content_width;
inline constexpr double content_bottom = page_height - margin_bottom - footer_height;

inline constexpr double number_column = 15;  // the question's number hangs in it
inline constexpr double body_left = content_left + number_column;
inline constexpr double body_width = content_width - number_column;

inline constexpr double circle_box = 5.2;    // room for a circle by hand around a number
inline constexpr double choice_pitch = 6.4;  // of the rows of choices: circles do not touch
inline constexpr double close_pitch = 5.8;   // of a list of many choices
inline constexpr double figure_width = 36, figure_height = 8.6;
inline constexpr double unit_width = 14;
inline constexpr double writing_line = 9;  // between ruled lines
inline constexpr double cell_padding = 1.8;
inline constexpr double thin = 0.15, rule = 0.25, heavy = 0.5;

inline constexpr double gap_between_questions = 4.5, gap_before_section = 6.5;

}  // namespace genpyo::paper
