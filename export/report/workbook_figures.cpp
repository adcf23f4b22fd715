#include "export/report/workbook_figures.h"

#include <algorithm>

#include "export/excel_text.h"
#include "export/report/chart_parts.h"
#include "export/report/words.h"

namespace genpyo::exports {
namespace {

constexpr unsigned first_value = 5;  // table, chart, heading, label, n; then a column for each series
constexpr unsigned widest = 1'600, gap = 20;

// As on the printed report (pdf_page.cpp).
std::uint32_t colour_of(paper::Tone tone) {
  switch (tone) {
    case paper::Tone::band_1: return 0x0A3D70;
    case paper::Tone::band_2: return 0x2E70A8;
    case paper::Tone::band_3: return 0x80B0D9;
    case paper::Tone::band_4: return 0xBFD9ED;
    case paper::Tone::band_5: return 0xE8F0F7;
    case paper::Tone::bar_text: return 0xFFFFFF;
    default: return 0x1A1D21;
  }
}

// "12 (10.2%)" → "10.2", "10.2%" → "10.2": the number that the length is.
std::string shown(const ChartValue& value) {
  if (!value.value) return value.printed;
  std::string printed = value.printed;
  if (const auto open = printed.find('('); open != printed.npos) printed.erase(0, open + 1);
  return printed.substr(0, printed.find('%'));
}

unsigned clamped(std::size_t pixels, unsigned least, unsigned most) {
  return static_cast<unsigned>(std::clamp<std::size_t>(pixels, least, most));
}

// Longer ones would be turned under columns, and hard to read.
bool have_short_labels(const std::vector<ChartRow>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const ChartRow& row) { return shown_width(row.label) <= 16; });
}

std::string class_of(const Histogram& chart, std::size_t index) {
  if (chart.open && index + 1 == chart.counts.size()) return chart.edges[index] + chart.more;
  if (chart.single || index + 1 >= chart.edges.size()) return chart.edges[index];
  return chart.edges[index] + "–" + chart.edges[index + 1];
}

}  // namespace

std::string WorkbookFigures::say(std::string_view statistic) const { return word_of_statistic(statistic, language_); }

void WorkbookFigures::line(const ReportTable& table, const std::string& heading, const std::string& label,
                           const std::string& base, std::vector<std::string> cells) {
  lines_.push_back({table.id, heading, label, base, number_, std::move(cells)});
}

// Its first line holds the names of the series.
WorkbookChart WorkbookFigures::begin(const ReportTable& table, const std::string& heading, const std::vector<std::string>& series) {
  WorkbookChart chart;
  ++number_;
  line(table, heading, "", "", series);
  chart.title = table.id + " " + table.title + (heading.empty() ? "" : "\n" + heading);
  chart.sheet = sheet_;
  chart.head_row = static_cast<unsigned>(lines_.size());
  chart.first_row = chart.head_row + 1;
  chart.label_column = 3;
  for (std::size_t index = 0; index < series.size(); ++index) {
    const paper::Tone tone = tone_of(index, series.size());
    chart.series.push_back({first_value + static_cast<unsigned>(index), colour_of(tone), colour_of(letters_on(tone))});
  }
  return chart;
}

WorkbookChart WorkbookFigures::of(const BarChart& bars, const ReportTable& table) {
  const bool is_one = bars.series.empty();
  const std::string values = bars.unit.empty() ? say("mean") : bars.unit;
  WorkbookChart chart = begin(table, bars.heading, is_one ? std::vector<std::string>{values} : bars.series);
  for (const ChartRow& row : bars.rows) {
    std::vector<std::string> cells;
    for (const ChartValue& value : row.values) cells.push_back(shown(value));
    line(table, bars.heading, row.label, row.base, std::move(cells));
  }
  const bool stands = !is_one && have_short_labels(bars.rows);
  chart.kind = stands ? WorkbookChart::Kind::columns : WorkbookChart::Kind::bars;
  chart.labels_title = table.stub;
  chart.values_title = values;
  chart.most = bars.scale;
  if (stands) {
    chart.width = clamped(260 + bars.rows.size() * (60 + 34 * bars.series.size()), 620, widest);
    chart.height = 420;
  } else {
    chart.width = 760;
    chart.height = clamped(150 + bars.rows.size() * (12 + 14 * std::max<std::size_t>(1, bars.series.size())), 240, 1'400);
  }
  return chart;
}

WorkbookChart WorkbookFigures::of(const BandChart& bands, const ReportTable& table) {
  WorkbookChart chart = begin(table, bands.heading, bands.parts);
  for (const ChartRow& row : bands.rows) {
    std::vector<std::string> cells;
    for (const ChartValue& value : row.values) cells.push_back(shown(value));
    line(table, bands.heading, row.label + (row.base.empty() ? "" : " (" + row.base + ")"), row.base, std::move(cells));
  }
  chart.kind = WorkbookChart::Kind::bands;
  chart.labels_title = table.stub;
  chart.values_title = "%";
  chart.width = 860;
  chart.height = clamped(190 + 28 * bands.rows.size(), 260, 1'400);
  return chart;
}

WorkbookChart WorkbookFigures::of(const Histogram& histogram, const ReportTable& table) {
  WorkbookChart chart = begin(table, histogram.heading, {say("count")});
  for (std::size_t index = 0; index < histogram.counts.size(); ++index) {
    line(table, histogram.heading, class_of(histogram, index), "", {std::to_string(histogram.counts[index])});
  }
  chart.kind = WorkbookChart::Kind::histogram;
  chart.labels_title = histogram.heading;
  chart.values_title = say("count");
  chart.width = 620;
  chart.height = 300;
  return chart;
}

void WorkbookFigures::place(WorkbookFile& file, WorkbookChart chart, unsigned column) {
  chart.last_row = static_cast<unsigned>(lines_.size());
  chart.column = column;
  chart.row = 1;
  chart.down = down_;
  down_ += chart.height + gap;
  file.chart(chart);
}

void WorkbookFigures::add(WorkbookFile& file, const ReportTable& table, unsigned column) {
  down_ = 0;
  for (const ReportChart& chart : table.charts) {
    if (const auto* bars = std::get_if<BarChart>(&chart)) place(file, of(*bars, table), column);
    if (const auto* bands = std::get_if<BandChart>(&chart)) place(file, of(*bands, table), column);
    if (const auto* histograms = std::get_if<Histograms>(&chart)) {
      for (const Histogram& each : *histograms) place(file, of(each, table), column);
    }
  }
}

void WorkbookFigures::add_sheet(WorkbookFile& file, const std::string& whole_in) const {
  const auto say = [this](Word which) { return word(which, language_); };
  CellSheet sheet(file, sheet_, whole_in);
  std::vector<std::string> heads = {say(Word::table), say(Word::chart_number), say(Word::heading), say(Word::item), "n"};
  for (std::size_t part = 1; part <= most_parts; ++part) heads.push_back(std::to_string(part));
  sheet.heads(heads);
  for (const Line& line : lines_) {
    sheet.next();
    sheet.text(line.table);
    sheet.printed(std::to_string(line.chart));
    sheet.text(line.heading);
    sheet.text(line.label);
    sheet.printed(line.base.starts_with("n=") ? line.base.substr(2) : line.base);
    for (const std::string& cell : line.cells) sheet.printed(cell);
  }
  sheet.end();
}

}  // namespace genpyo::exports
