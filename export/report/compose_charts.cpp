// Which charts show a table: bars for counts, bands for grids, histograms for figures, and the
// groups side by side.
#include <algorithm>

#include "export/report/compose_table.h"

namespace genpyo::exports {
namespace {

// More rows would not stand on one page below a title: of one bar, or of several side by side.
constexpr std::size_t most_rows = 45, most_bars = 60;

// The item's choices; no answer only where it counts into the per cents.
std::vector<std::string> charted_rows(const TableFigures& figures, const std::string& item) {
  std::vector<std::string> rows;
  for (const std::string& row : figures.rows()) {
    const bool counts = !row.ends_with("=none") || figures.table().blanks_in;
    if (is_of_choice(row) && item_of_row(row) == item && counts) rows.push_back(row);
  }
  return rows;
}

std::string n_of(const TableFigures& figures, const std::string& item, const std::string& column) {
  return "n=" + figures.value(item, column, "n");
}

void add_split(std::vector<ReportChart>& charts, BarChart chart) {
  const std::vector<ChartRow> rows = std::move(chart.rows);
  const std::size_t most = chart.series.size() < 2 ? most_rows : most_bars / chart.series.size();
  const std::size_t pieces = (rows.size() + most - 1) / most;
  for (std::size_t piece = 0; piece < pieces; ++piece) {
    const auto at = [&](std::size_t end) { return rows.begin() + static_cast<std::ptrdiff_t>(end * rows.size() / pieces); };
    chart.rows.assign(at(piece), at(piece + 1));
    charts.emplace_back(chart);
  }
}

ChartValue share_of(const TableFigures& figures, const std::string& row, const std::string& column, bool with_count) {
  const std::string& percent = figures.value(row, column, "percent");
  const auto length = length_of(percent);
  if (!length) return {length, percent};
  return {length, with_count ? figures.value(row, column, "count") + " (" + percent + "%)" : percent + "%"};
}

// All cases: how many took each choice.
BarChart counts_chart(const TableFigures& figures, const std::string& item, bool with_heading) {
  BarChart chart;
  const std::string& column = figures.columns().front();
  chart.heading = (with_heading ? figures.label_of_row(item) + " " : "") + n_of(figures, item, column);
  chart.scale = 100;
  chart.unit = "%";
  for (const std::string& row : charted_rows(figures, item)) {
    chart.rows.push_back({figures.label_of_row(row), "", {share_of(figures, row, column, true)}});
  }
  return chart;
}

// The columns that are compared: without all cases, which have a chart of their own.
std::vector<std::string> compared(const TableFigures& figures) {
  std::vector<std::string> columns = figures.columns();
  std::erase(columns, "all");
  return columns;
}

// A band for each group, where they are too many to stand side by side and one choice is given.
std::optional<BandChart> band_comparison(const TableFigures& figures, const std::string& item) {
  const auto index = figures.form().find(item);
  const std::vector<std::string> rows = charted_rows(figures, item);
  if (!index || figures.form().items[*index].type != forms::ItemType::select_one || rows.size() > most_parts) return std::nullopt;
  BandChart chart;
  for (const std::string& row : rows) chart.parts.push_back(figures.label_of_row(row));
  for (const std::string& column : compared(figures)) {
    ChartRow band{figures.label_of_column(column), n_of(figures, item, column), {}};
    for (const std::string& row : rows) {
      const std::string& percent = figures.value(row, column, "percent");
      band.values.push_back({length_of(percent), percent});
    }
    chart.rows.push_back(std::move(band));
  }
  if (chart.rows.size() > most_rows) return std::nullopt;
  return chart;
}

BarChart comparison_chart(const TableFigures& figures, const std::string& item) {
  BarChart chart;
  chart.scale = 100;
  chart.unit = "%";
  const std::vector<std::string> columns = compared(figures);
  for (const std::string& column : columns) {
    chart.series.push_back(figures.label_of_column(column) + " (" + n_of(figures, item, column) + ")");
  }
  for (const std::string& row : charted_rows(figures, item)) {
    ChartRow bars{figures.label_of_row(row), "", {}};
    for (const std::string& column : columns) bars.values.push_back(share_of(figures, row, column, false));
    chart.rows.push_back(std::move(bars));
  }
  return chart;
}

// The means of these rows, all cases and the groups side by side.
BarChart means_chart(const TableFigures& figures, const std::vector<std::string>& rows, const std::string& heading) {
  BarChart chart;
  chart.heading = heading;
  std::vector<std::string> columns = figures.columns();
  if (columns.size() > most_parts) columns.resize(most_parts);
  for (const std::string& column : columns) chart.series.push_back(figures.label_of_column(column));
  for (const std::string& row : rows) {
    ChartRow bars{figures.label_of_row(row), "", {}};
    for (const std::string& column : columns) {
      const std::string& mean = figures.value(row, column, "mean");
      bars.values.push_back({length_of(mean), mean});
    }
    chart.rows.push_back(std::move(bars));
  }
  return chart;
}

std::string heading_of_means(const TableFigures& figures) {
  const auto& of = figures.table().of;
  const std::string mean = figures.statistic("mean");
  return of ? mean + ": " + figures.label_of_item(*of) : mean;
}

BandChart grid_chart(const TableFigures& figures) {
  BandChart chart;
  const std::string& column = figures.columns().front();
  for (const std::string& item : figures.rows()) {
    if (is_of_choice(item)) continue;
    ChartRow band{figures.label_of_row(item), n_of(figures, item, column), {}};
    chart.parts.clear();
    for (const std::string& row : charted_rows(figures, item)) {
      chart.parts.push_back(figures.label_of_row(row));
      const std::string& percent = figures.value(row, column, "percent");
      band.values.push_back({length_of(percent), percent});
    }
    chart.rows.push_back(std::move(band));
  }
  return chart;
}

Histograms histograms_of(const TableFigures& figures, const std::vector<Distribution>& distributions) {
  Histograms histograms;
  for (const Distribution& each : distributions) {
    if (each.table != figures.table().id || each.column != figures.columns().front()) continue;
    Histogram histogram{figures.label_of_row(each.row), each.edges, each.counts, each.open, each.single, figures.word(Word::or_more)};
    const auto item = figures.form().find(each.row);
    const std::string unit = item ? figures.form().items[*item].unit.in(figures.language()) : "";
    if (!unit.empty()) histogram.heading += " (" + unit + ")";
    histograms.push_back(std::move(histogram));
  }
  return histograms;
}

std::vector<std::string> items_of(const TableFigures& figures) {
  std::vector<std::string> items;
  for (const std::string& row : figures.rows()) {
    const std::string item = item_of_row(row);
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
  }
  return items;
}

std::vector<ReportChart> charts_of_choices(const TableFigures& figures) {
  std::vector<ReportChart> charts;
  const std::vector<std::string> items = items_of(figures);
  for (const std::string& item : items) {
    const std::vector<std::string> rows = charted_rows(figures, item);
    const bool has_share = std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
      return figures.has(row, figures.columns().front(), "percent");
    });
    if (!has_share) continue;
    add_split(charts, counts_chart(figures, item, items.size() > 1));
    if (figures.columns().size() < 2) continue;
    if (figures.table().kind == Table::Kind::means) {
      add_split(charts, means_chart(figures, rows, heading_of_means(figures)));
    } else if (compared(figures).size() <= most_parts) {
      add_split(charts, comparison_chart(figures, item));
    } else if (auto bands = band_comparison(figures, item)) {
      charts.emplace_back(std::move(*bands));
    }
  }
  return charts;
}

}  // namespace

std::vector<ReportChart> charts_of(const TableFigures& figures, const std::vector<Distribution>& distributions) {
  if (figures.columns().empty()) return {};
  const bool of_choices = std::any_of(figures.rows().begin(), figures.rows().end(), is_of_choice);
  if (of_choices && is_grid(figures)) {
    BandChart bands = grid_chart(figures);
    if (bands.parts.size() <= most_parts && bands.rows.size() <= most_rows) return {std::move(bands)};
  }
  if (of_choices) return charts_of_choices(figures);
  std::vector<ReportChart> charts;
  if (Histograms histograms = histograms_of(figures, distributions); !histograms.empty()) {
    charts.emplace_back(std::move(histograms));
  }
  if (figures.columns().size() > 1) {
    add_split(charts, means_chart(figures, figures.rows(), figures.statistic("mean")));
  }
  return charts;
}

}  // namespace genpyo::exports
