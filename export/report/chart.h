// Chart: figures as areas, in millimetres from the chart's own top left corner. One geometry, which
// every face that draws a paper::Drawing shows alike. Lengths come from the figures, words are as
// printed: a chart computes no figure. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "forms/paper/geometry.h"
#include "forms/paper/typesetter.h"

namespace genpyo::exports {

struct Chart {
  double width = 0, height = 0;
  paper::Drawing drawing;
};

// A figure and how it is printed. Nothing to draw where there is no value (該当無し).
struct ChartValue {
  std::optional<double> value;
  std::string printed;
};

struct ChartRow {
  std::string label;
  std::string base;                // "n=118", "" where it stands elsewhere
  std::vector<ChartValue> values;  // by series, or by part
};

// Horizontal bars: of one series, or of several side by side with a legend.
struct BarChart {
  std::string heading;              // may be empty
  std::vector<std::string> series;  // at most five
  std::vector<ChartRow> rows;
  double scale = 0;                 // the value at the right end; 0 = fitted to the largest
  std::string unit;                 // after the numbers of the axis: "%"
};

// 帯グラフ: each row 100 per cent, cut into the same parts.
struct BandChart {
  std::string heading;
  std::vector<std::string> parts;  // at most five
  std::vector<ChartRow> rows;
};

// How a figure is distributed: a column for each class.
struct Histogram {
  std::string heading;
  std::vector<std::string> edges;  // of the classes, printed: one more than counts unless open or single
  std::vector<std::int64_t> counts;
  bool open = false;               // the last class has no upper edge
  bool single = false;             // every class is one whole number
  std::string more;                // under the last class where it is open: 以上
};

inline constexpr std::size_t most_parts = 5;

Chart draw(const BarChart& chart, const paper::Typesetter& set, double width);
Chart draw(const BandChart& chart, const paper::Typesetter& set, double width);
Chart draw(const Histogram& chart, const paper::Typesetter& set, double width);

// Charts side by side, as many as `across`, in rows of equal height.
Chart tiled(const std::vector<Chart>& charts, std::size_t across, double gap);

// A chart as the report names it, drawn in a width; histograms side by side.
using Histograms = std::vector<Histogram>;  // of one table
using ReportChart = std::variant<BarChart, BandChart, Histograms>;
Chart draw(const ReportChart& chart, const paper::Typesetter& set, double width);

// Made smaller, letters too, where it is higher than that.
Chart no_higher_than(Chart chart, double height);

// `drawing` over `under`, moved. Charts have no strokes.
void append(paper::Drawing& under, const paper::Drawing& drawing, paper::Point by);

}  // namespace genpyo::exports
