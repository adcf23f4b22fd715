// Horizontal bars and 帯グラフ: rows under one another, with a label at their left.
#include <algorithm>

#include "export/report/chart_parts.h"

namespace genpyo::exports {
namespace {

using paper::Tone;

constexpr double bar_height = 3.4, band_height = 4.6, row_gap = 1.8, label_gap = 2, base_gap = 1.6;

double widest(const std::vector<ChartRow>& rows, const paper::Typesetter& set, bool of_base) {
  double width = 0;
  for (const ChartRow& row : rows) {
    if (of_base) width = std::max(width, set.width(row.base, chart_figure));
    if (of_base) continue;
    for (const ChartValue& value : row.values) width = std::max(width, set.width(value.printed, chart_figure));
  }
  return width;
}

double greatest(const std::vector<ChartRow>& rows) {
  double value = 0;
  for (const ChartRow& row : rows) {
    for (const ChartValue& each : row.values) value = std::max(value, each.value.value_or(0));
  }
  return value;
}

// Where the areas of the rows lie across.
struct Axis {
  double left = 0, width = 0;
  double at(double share) const { return left + width * std::clamp(share, 0.0, 1.0); }
};

constexpr int steps = 4;

// The axis's faint rules beside one row: right of what stands in it, so that none runs through a
// figure.
void draw_rules(Chart& chart, const Axis& axis, double top, double bottom, double right_of) {
  for (int step = 1; step <= steps; ++step) {
    const double x = axis.at(static_cast<double>(step) / steps);
    if (x > right_of) chart.drawing.lines.push_back({{x, top}, {x, bottom}, 0.1, Tone::faint, true});
  }
}

// The base line, and the numbers below.
double draw_axis(Chart& chart, const Axis& axis, double top, double bottom, double scale,
                 const std::string& unit, const paper::Typesetter& set) {
  chart.drawing.lines.push_back({{axis.left, top}, {axis.left, bottom}, 0.25, Tone::print, false});
  double free_from = -1;
  for (int step = 0; step <= steps; ++step) {
    const std::string words = tick_of(scale * step / steps) + unit;
    const double width = set.width(words, chart_tick);
    const double left = std::min(axis.at(static_cast<double>(step) / steps) - width / 2, chart.width - width);
    if (left < free_from) continue;
    set.left(chart.drawing, {left, bottom + chart_tick.leading / 2 + 0.4}, words, chart_tick);
    free_from = left + width + 1;
  }
  return bottom + chart_tick.leading + 0.8;
}

// Gives where the longest of them ends with its figure.
double draw_bars(Chart& chart, const ChartRow& row, std::size_t series, const Axis& axis, double top,
               double scale, const paper::Typesetter& set) {
  double end = axis.left;
  for (std::size_t each = 0; each < row.values.size() && each < series; ++each) {
    const ChartValue& value = row.values[each];
    const double right = axis.at(value.value.value_or(0) / scale);
    area(chart.drawing, {axis.left, top, right - axis.left, bar_height}, tone_of(each, series));
    end = std::max(end, set.left(chart.drawing, {right + 1.2, top + bar_height / 2}, value.printed, chart_figure));
    top += bar_height;
  }
  return end + 0.6;
}

void draw_band(Chart& chart, const ChartRow& row, std::size_t parts, const Axis& axis, double top,
               const paper::Typesetter& set) {
  double share = 0;
  for (std::size_t part = 0; part < row.values.size() && part < parts; ++part) {
    const double left = axis.at(share / 100);
    share += row.values[part].value.value_or(0);
    const double width = axis.at(share / 100) - left;
    const Tone tone = tone_of(part, parts);
    area(chart.drawing, {left, top, width, band_height}, tone);
    // What does not fit stands in the table.
    if (set.width(row.values[part].printed, chart_figure) + 0.8 > width) continue;
    paper::Style letters = chart_figure;
    letters.tone = letters_on(tone);
    set.centred(chart.drawing, {left + width / 2, top + band_height / 2}, row.values[part].printed, letters);
  }
}

double height_of(const std::vector<std::string>& label, double areas) {
  return std::max(chart_label.leading * static_cast<double>(label.size()), areas) + row_gap;
}

}  // namespace

Chart draw(const BarChart& bars, const paper::Typesetter& set, double width) {
  Chart chart{width, 0, {}};
  const std::size_t series = std::clamp<std::size_t>(bars.series.size(), 1, most_parts);
  const double top = draw_legend(chart, bars.series, set, draw_heading(chart, bars.heading, set, 0));
  const RowLabels labels = labels_of(bars.rows, set, width * 0.42);
  Axis axis{labels.width + label_gap, 0};
  axis.width = std::max(10.0, width - axis.left - widest(bars.rows, set, false) - 2.4);
  const double scale = bars.scale > 0 ? bars.scale : round_up(greatest(bars.rows));
  double y = top + 0.6;
  for (std::size_t row = 0; row < bars.rows.size(); ++row) {
    const double areas = bar_height * static_cast<double>(series);
    const double height = height_of(labels.lines[row], areas);
    draw_label(chart, labels.lines[row], labels.width, y + height / 2, set);
    const double end = draw_bars(chart, bars.rows[row], series, axis, y + (height - areas) / 2, scale, set);
    draw_rules(chart, axis, y, y + height, end);
    y += height;
  }
  chart.height = draw_axis(chart, axis, top, y, scale, bars.unit, set);
  return chart;
}

Chart draw(const BandChart& bands, const paper::Typesetter& set, double width) {
  Chart chart{width, 0, {}};
  const double top = draw_legend(chart, bands.parts, set, draw_heading(chart, bands.heading, set, 0));
  const RowLabels labels = labels_of(bands.rows, set, width * 0.4);
  const double base_right = labels.width + base_gap + widest(bands.rows, set, true);
  Axis axis{base_right + label_gap, 0};
  axis.width = width - axis.left - 3;
  double y = top + 0.6;
  for (std::size_t row = 0; row < bands.rows.size(); ++row) {
    const double height = height_of(labels.lines[row], band_height);
    draw_label(chart, labels.lines[row], labels.width, y + height / 2, set);
    set.right(chart.drawing, {base_right, y + height / 2}, bands.rows[row].base, chart_figure);
    draw_band(chart, bands.rows[row], bands.parts.size(), axis, y + (height - band_height) / 2, set);
    draw_rules(chart, axis, y, y + (height - band_height) / 2, axis.left);
    draw_rules(chart, axis, y + (height + band_height) / 2, y + height, axis.left);
    y += height;
  }
  chart.height = draw_axis(chart, axis, top, y, 100, "%", set);
  return chart;
}

}  // namespace genpyo::exports
