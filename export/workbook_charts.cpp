// Native charts.
#include "export/workbook_book.h"

namespace genpyo::exports {
namespace {

using Kind = WorkbookChart::Kind;

constexpr lxw_color_t ink = 0x1A1D21, faint = 0xAAB3BD;

std::uint8_t type_of(Kind kind) {
  switch (kind) {
    case Kind::bars: return LXW_CHART_BAR;
    case Kind::bands: return LXW_CHART_BAR_STACKED_PERCENT;
    case Kind::columns:
    case Kind::histogram: return LXW_CHART_COLUMN;
  }
  return LXW_CHART_BAR;
}

lxw_chart_font letters(double size, lxw_color_t colour, bool bold = false) {
  lxw_chart_font font{};
  font.size = size;
  font.color = colour;
  // The library prints a font's weight only where it is asked for: "explicit false" is 2.
  font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  return font;
}

void add_series(lxw_chart* chart, const WorkbookChart& its, const WorkbookChart::Series& series) {
  const auto column = static_cast<lxw_col_t>(series.column), labels = static_cast<lxw_col_t>(its.label_column);
  lxw_chart_series* added = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(added, its.sheet.c_str(), its.first_row, labels, its.last_row, labels);
  chart_series_set_values(added, its.sheet.c_str(), its.first_row, column, its.last_row, column);
  chart_series_set_name_range(added, its.sheet.c_str(), its.head_row, column);
  lxw_chart_fill fill{};
  fill.color = series.colour;
  chart_series_set_fill(added, &fill);
  lxw_chart_line edge{};
  edge.color = faint;
  edge.width = 0.25;
  chart_series_set_line(added, &edge);
  chart_series_set_labels(added);
  lxw_chart_font font = letters(8, its.kind == Kind::bands ? series.letters : ink);
  chart_series_set_labels_font(added, &font);
  if (its.kind == Kind::bands) chart_series_set_labels_position(added, LXW_CHART_LABEL_POSITION_CENTER);
}

void set_axes(lxw_chart* chart, const WorkbookChart& its) {
  const bool lies = its.kind == Kind::bars || its.kind == Kind::bands;
  lxw_chart_axis* labels = lies ? chart->y_axis : chart->x_axis;
  lxw_chart_axis* values = lies ? chart->x_axis : chart->y_axis;
  lxw_chart_font title = letters(9, ink), tick = letters(8, ink);
  if (!its.labels_title.empty()) {
    chart_axis_set_name(labels, its.labels_title.c_str());
    chart_axis_set_name_font(labels, &title);
  }
  chart_axis_set_name(values, its.values_title.c_str());
  chart_axis_set_name_font(values, &title);
  chart_axis_set_num_font(labels, &tick);
  chart_axis_set_num_font(values, &tick);
  chart_axis_set_interval_unit(labels, 1);  // every label
  if (lies) {  // the first row at the top, the numbers below the last
    chart_axis_set_reverse(labels);
    chart_axis_set_crossing_max(labels);
  }
  if (its.most > 0) {
    chart_axis_set_min(values, 0);
    chart_axis_set_max(values, its.most);
  }
  lxw_chart_line rule{};
  rule.color = 0xD9DEE3;
  rule.width = 0.5;
  chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
  chart_axis_major_gridlines_set_line(values, &rule);
  chart_axis_major_gridlines_set_visible(labels, LXW_FALSE);
}

}  // namespace

void WorkbookFile::chart(const WorkbookChart& its) {
  if (book_->sheet == nullptr || its.series.empty()) return;
  lxw_chart* chart = workbook_add_chart(book_->workbook, type_of(its.kind));
  if (chart == nullptr) return book_->note("there is no memory for a chart.");
  for (const WorkbookChart::Series& series : its.series) add_series(chart, its, series);
  set_axes(chart, its);
  lxw_chart_font title = letters(11, ink, true);
  chart_title_set_name(chart, its.title.c_str());
  chart_title_set_name_font(chart, &title);
  lxw_chart_font legend = letters(8, ink);
  chart_legend_set_font(chart, &legend);
  chart_legend_set_position(chart, its.series.size() > 1 ? LXW_CHART_LEGEND_TOP : LXW_CHART_LEGEND_NONE);
  chart_set_series_gap(chart, its.kind == Kind::histogram ? 4 : 50);
  if (its.kind == Kind::bands) chart_set_series_overlap(chart, 100);
  lxw_chart_options place{};
  place.y_offset = static_cast<std::int32_t>(its.down);
  place.x_scale = its.width / 480.0;  // of the library's own size
  place.y_scale = its.height / 288.0;
  book_->note(worksheet_insert_chart_opt(book_->sheet, its.row, static_cast<lxw_col_t>(its.column), chart, &place));
}

}  // namespace genpyo::exports
