// What every chart is made of: its type, its tones, legend and scale.
#pragma once
#include <string>
#include <vector>

#include "export/report/chart.h"
#include "forms/paper/measures.h"

namespace genpyo::exports {

inline constexpr paper::Style chart_heading{8.5, 4.2, paper::Tone::print, true};
inline constexpr paper::Style chart_label{7.5, 3.3};
inline constexpr paper::Style chart_figure{7, 3.2};
inline constexpr paper::Style chart_tick{6, 2.8, paper::Tone::faint};

// The tone of one of so many parts: as far apart as five steps allow.
paper::Tone tone_of(std::size_t part, std::size_t parts);
// Of letters upon it.
paper::Tone letters_on(paper::Tone area);

// A rectangle with an edge, so that the palest stands out from the paper.
void area(paper::Drawing& drawing, const paper::Rect& rect, paper::Tone tone);

// Heading and legend from `top` downwards; gives where they end.
double draw_heading(Chart& chart, const std::string& heading, const paper::Typesetter& set, double top);
double draw_legend(Chart& chart, const std::vector<std::string>& entries, const paper::Typesetter& set,
                   double top);

// The lines of labels beside a chart's rows, and the width that they need, no more than `most`.
struct RowLabels {
  double width = 0;
  std::vector<std::vector<std::string>> lines;
};
RowLabels labels_of(const std::vector<ChartRow>& rows, const paper::Typesetter& set, double most);

// Set against the right edge, around the middle of its row.
void draw_label(Chart& chart, const std::vector<std::string>& lines, double right, double middle,
                const paper::Typesetter& set);

// A round number at or above the value: 1, 2, 2.5 or 5 times a power of ten.
double round_up(double value);
// "25", "0.5": a number of an axis.
std::string tick_of(double value);

}  // namespace genpyo::exports
