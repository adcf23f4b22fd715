// Histograms, and charts side by side.
#include <algorithm>

#include "export/report/chart_parts.h"

namespace genpyo::exports {
namespace {

using paper::Tone;

constexpr double plot_height = 22, count_room = 3.4, widest_column = 11;

// The words under the columns: the last one always, from the left each that leaves room.
class Edges {
 public:
  Edges(Chart& chart, const Histogram& histogram, double column, double y, const paper::Typesetter& set)
      : chart_(chart), histogram_(histogram), column_(column), y_(y), set_(set) {}

  void draw() {
    const std::size_t last = histogram_.edges.size() - 1;
    const double free_to = left_of(last) - 1;
    double free_from = -1;
    for (std::size_t edge = 0; edge <= last; ++edge) {
      const double left = left_of(edge), right = left + set_.width(words_of(edge), chart_tick);
      if (edge < last && (left < free_from || right > free_to)) continue;
      draw(edge, left);
      free_from = right + 1;
    }
  }

 private:
  std::string words_of(std::size_t edge) const {
    const bool is_open = histogram_.open && edge + 1 == histogram_.edges.size();
    return histogram_.edges[edge] + (is_open ? histogram_.more : "");
  }

  // An edge of classes stands under the edge of columns, the one figure of a class under its middle.
  double at(std::size_t edge) const { return column_ * (static_cast<double>(edge) + (histogram_.single ? 0.5 : 0)); }

  double left_of(std::size_t edge) const {
    const double width = set_.width(words_of(edge), chart_tick);
    return std::max(0.0, std::min(at(edge) - width / 2, chart_.width - width));
  }

  void draw(std::size_t edge, double left) {
    chart_.drawing.lines.push_back({{at(edge), y_}, {at(edge), y_ + 0.8}, 0.15, Tone::print, false});
    set_.left(chart_.drawing, {left, y_ + 0.9 + chart_tick.leading / 2}, words_of(edge), chart_tick);
  }

  Chart& chart_;
  const Histogram& histogram_;
  double column_, y_;
  const paper::Typesetter& set_;
};

}  // namespace

Chart draw(const Histogram& histogram, const paper::Typesetter& set, double width) {
  Chart chart{width, 0, {}};
  const double top = draw_heading(chart, histogram.heading, set, 0) + count_room;
  const double bottom = top + plot_height;
  const auto classes = static_cast<double>(std::max<std::size_t>(1, histogram.counts.size()));
  const double column = std::min(width / classes, widest_column);
  std::int64_t greatest = 1;
  for (const std::int64_t count : histogram.counts) greatest = std::max(greatest, count);
  for (std::size_t each = 0; each < histogram.counts.size(); ++each) {
    const double height = plot_height * static_cast<double>(histogram.counts[each]) / static_cast<double>(greatest);
    const double left = column * static_cast<double>(each);
    const bool is_open = histogram.open && each + 1 == histogram.counts.size();
    area(chart.drawing, {left, bottom - height, column, height}, is_open ? Tone::band_4 : Tone::band_2);
    if (histogram.counts[each] == 0) continue;
    set.centred(chart.drawing, {left + column / 2, bottom - height - 1.6}, std::to_string(histogram.counts[each]), chart_tick);
  }
  chart.drawing.lines.push_back({{0, bottom}, {column * classes, bottom}, 0.25, Tone::print, false});
  if (!histogram.edges.empty()) Edges(chart, histogram, column, bottom, set).draw();
  chart.height = bottom + 0.9 + chart_tick.leading + 0.6;
  return chart;
}

Chart tiled(const std::vector<Chart>& charts, std::size_t across, double gap) {
  Chart all;
  for (std::size_t first = 0; first < charts.size(); first += across) {
    const std::size_t end = std::min(charts.size(), first + across);
    const double top = all.height + (first > 0 ? gap : 0);
    double left = 0, height = 0;
    for (std::size_t each = first; each < end; ++each) height = std::max(height, charts[each].height);
    for (std::size_t each = first; each < end; ++each) {
      const double down = top + height - charts[each].height;
      append(all.drawing, charts[each].drawing, {left, down});
      left += charts[each].width + gap;
    }
    all.width = std::max(all.width, left - gap);
    all.height = top + height;
  }
  return all;
}

Chart draw(const ReportChart& chart, const paper::Typesetter& set, double width) {
  constexpr double gap = 6, least = 50;
  if (const auto* bars = std::get_if<BarChart>(&chart)) return draw(*bars, set, width);
  if (const auto* bands = std::get_if<BandChart>(&chart)) return draw(*bands, set, width);
  const auto across = static_cast<std::size_t>(std::max(1.0, (width + gap) / (least + gap)));
  const double each_width = (width + gap) / static_cast<double>(across) - gap;
  std::vector<Chart> charts;
  for (const Histogram& each : std::get<Histograms>(chart)) charts.push_back(draw(each, set, each_width));
  Chart all = tiled(charts, across, gap);
  all.width = width;  // few of them are not drawn larger than many
  return all;
}

Chart no_higher_than(Chart chart, double height) {
  if (chart.height <= height) return chart;
  const double by = height / chart.height;
  const auto scaled = [by](paper::Point p) { return paper::Point{p.x * by, p.y * by}; };
  for (paper::Fill& fill : chart.drawing.fills) {
    fill.rect = {fill.rect.x * by, fill.rect.y * by, fill.rect.width * by, fill.rect.height * by};
  }
  for (paper::Line& line : chart.drawing.lines) line = {scaled(line.from), scaled(line.to), line.width, line.tone, line.dashed};
  for (paper::Text& text : chart.drawing.texts) {
    text.origin = scaled(text.origin);
    text.size *= by;
  }
  chart.width *= by;
  chart.height = height;
  return chart;
}

void append(paper::Drawing& under, const paper::Drawing& drawing, paper::Point by) {
  const auto moved = [&](paper::Point p) { return paper::Point{p.x + by.x, p.y + by.y}; };
  for (paper::Fill fill : drawing.fills) {
    fill.rect.x += by.x;
    fill.rect.y += by.y;
    under.fills.push_back(fill);
  }
  for (paper::Line line : drawing.lines) {
    line.from = moved(line.from);
    line.to = moved(line.to);
    under.lines.push_back(line);
  }
  for (paper::Text text : drawing.texts) {
    text.origin = moved(text.origin);
    under.texts.push_back(std::move(text));
  }
}

}  // namespace genpyo::exports
