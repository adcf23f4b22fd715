#include "export/report/chart_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace genpyo::exports {

using paper::Tone;

Tone tone_of(std::size_t part, std::size_t parts) {
  using Steps = std::array<Tone, most_parts>;
  static constexpr Steps one = {Tone::band_2, Tone::band_2, Tone::band_2, Tone::band_2, Tone::band_2};
  static constexpr Steps two = {Tone::band_1, Tone::band_4, Tone::band_4, Tone::band_4, Tone::band_4};
  static constexpr Steps three = {Tone::band_1, Tone::band_3, Tone::band_5, Tone::band_5, Tone::band_5};
  static constexpr Steps four = {Tone::band_1, Tone::band_2, Tone::band_3, Tone::band_5, Tone::band_5};
  static constexpr Steps five = {Tone::band_1, Tone::band_2, Tone::band_3, Tone::band_4, Tone::band_5};
  const Steps& steps = parts <= 1 ? one : parts == 2 ? two : parts == 3 ? three : parts == 4 ? four : five;
  return steps[std::min(part, most_parts - 1)];
}

Tone letters_on(Tone area) {
  return area == Tone::band_1 || area == Tone::band_2 ? Tone::bar_text : Tone::print;
}

void area(paper::Drawing& drawing, const paper::Rect& rect, Tone tone) {
  if (rect.width <= 0 || rect.height <= 0) return;
  drawing.fills.push_back({rect, tone});
  const auto edge = [&](paper::Point from, paper::Point to) {
    drawing.lines.push_back({from, to, 0.1, Tone::faint});
  };
  edge({rect.x, rect.y}, {rect.right(), rect.y});
  edge({rect.x, rect.bottom()}, {rect.right(), rect.bottom()});
  edge({rect.x, rect.y}, {rect.x, rect.bottom()});
  edge({rect.right(), rect.y}, {rect.right(), rect.bottom()});
}

double draw_heading(Chart& chart, const std::string& heading, const paper::Typesetter& set, double top) {
  if (heading.empty()) return top;
  const auto lines = set.even_lines(heading, chart_heading, chart.width, 3);
  set.block(chart.drawing, {0, top}, lines, chart_heading);
  return top + chart_heading.leading * static_cast<double>(lines.size()) + 0.8;
}

double draw_legend(Chart& chart, const std::vector<std::string>& entries, const paper::Typesetter& set,
                   double top) {
  constexpr double swatch = 3, gap = 1.2, between = 5, pitch = 4.4;
  if (entries.size() < 2) return top;
  double x = 0, middle = top + pitch / 2;
  for (std::size_t entry = 0; entry < entries.size(); ++entry) {
    const auto lines = set.lines(entries[entry], chart_label, chart.width - swatch - gap, 1);
    const std::string words = lines.empty() ? "" : lines.front();
    const double width = swatch + gap + set.width(words, chart_label);
    if (x > 0 && x + width > chart.width) {
      x = 0;
      middle += pitch;
    }
    area(chart.drawing, {x, middle - swatch / 2, swatch, swatch}, tone_of(entry, entries.size()));
    set.left(chart.drawing, {x + swatch + gap, middle}, words, chart_label);
    x += width + between;
  }
  return middle + pitch / 2 + 1;
}

RowLabels labels_of(const std::vector<ChartRow>& rows, const paper::Typesetter& set, double most) {
  constexpr std::size_t most_lines = 3;
  RowLabels labels;
  for (const ChartRow& row : rows) {
    labels.lines.push_back(set.even_lines(row.label, chart_label, most, most_lines));
    for (const std::string& line : labels.lines.back()) {
      labels.width = std::max(labels.width, set.width(line, chart_label));
    }
  }
  return labels;
}

void draw_label(Chart& chart, const std::vector<std::string>& lines, double right, double middle,
                const paper::Typesetter& set) {
  double line_middle = middle - chart_label.leading * (static_cast<double>(lines.size()) - 1) / 2;
  for (const std::string& line : lines) {
    set.right(chart.drawing, {right, line_middle}, line, chart_label);
    line_middle += chart_label.leading;
  }
}

double round_up(double value) {
  if (!(value > 0) || !std::isfinite(value)) return 1;
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 2.5, 4.0, 5.0, 8.0}) {
    if (step * power >= value) return step * power;
  }
  return 10 * power;
}

std::string tick_of(double value) {
  std::string digits = std::to_string(value);  // six decimals
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace genpyo::exports
