#include "export/report/ruled_table.h"

#include <algorithm>
#include <numeric>

namespace genpyo::exports {
namespace {

using paper::Tone;

constexpr double padding = 1.6, row_padding = 1.5, indent = 3.5;
constexpr double least_column = 12, widest_column = 22, least_label = 46, closest_label = 60;
constexpr std::size_t most_lines = 6, most_lines_of_words = 60;  // these fit on a landscape page

bool spans(const ReportRow& row) { return row.kind == ReportRow::Kind::heading || row.kind == ReportRow::Kind::words; }

bool is_number(const std::string& cell) { return cell.find_first_not_of("-.0123456789") == cell.npos; }

// The point and what follows it.
std::string behind_point(const std::string& cell) {
  const std::size_t point = cell.find('.');
  return point == cell.npos || !is_number(cell) ? "" : cell.substr(point);
}

double decimals_of(const ReportTable& table, const paper::Typesetter& set, std::size_t column) {
  double width = 0;
  for (const ReportRow& row : table.rows) {
    if (column < row.cells.size()) width = std::max(width, set.width(behind_point(row.cells[column]), table_figure));
  }
  return width;
}

double natural_column(const ReportTable& table, const paper::Typesetter& set) {
  double natural = least_column;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const double decimals = decimals_of(table, set, column);
    for (const ReportRow& row : table.rows) {
      if (column >= row.cells.size()) continue;
      const std::string& cell = row.cells[column];
      const double own = set.width(cell, table_figure);
      const double shift = is_number(cell) ? decimals - set.width(behind_point(cell), table_figure) : 0;
      natural = std::max(natural, own + shift + 2 * padding);
    }
  }
  return natural;
}

double natural_label(const ReportTable& table, const paper::Typesetter& set) {
  double natural = set.width(table.stub, table_head);
  for (const ReportRow& row : table.rows) {
    if (spans(row)) continue;
    natural = std::max(natural, set.width(row.label, table_label) + indent * row.depth);
  }
  return natural + 2 * padding + 0.5;
}

}  // namespace

bool RuledTable::fits(const ReportTable& table, const paper::Typesetter& set, double width) {
  const double columns = natural_column(table, set) * static_cast<double>(table.columns.size());
  return width - columns >= std::min(natural_label(table, set), closest_label);
}

RuledTable::RuledTable(const ReportTable& table, const paper::Typesetter& set, double width)
    : table_(table), set_(set), width_(width) {
  const auto columns = static_cast<double>(std::max<std::size_t>(1, table.columns.size()));
  const double roomy = (width - natural_label(table, set)) / columns;
  column_width_ = std::clamp(roomy, natural_column(table, set), widest_column);
  column_width_ = std::min(column_width_, (width - least_label) / columns);
  label_width_ = width - column_width_ * columns;
  const auto lines_of = [&](const std::string& words, double room) {
    return static_cast<double>(set.even_lines(words, table_head, room - 2 * padding, most_lines).size());
  };
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    decimals_.push_back(decimals_of(table, set, column));
    const ReportColumn& each = table.columns[column];
    head_height_ = std::max(head_height_, lines_of(each.head, column_width_));
    const auto span = static_cast<double>(std::count_if(table.columns.begin(), table.columns.end(),
                                                        [&](const ReportColumn& other) { return other.over == each.over; }));
    if (!each.over.empty()) over_height_ = std::max(over_height_, lines_of(each.over, column_width_ * span));
  }
  head_height_ = head_height_ * table_head.leading + 2 * row_padding;
  if (over_height_ > 0) over_height_ = over_height_ * table_head.leading + 2 * row_padding;
  for (const ReportRow& row : table.rows) {
    const double room = (spans(row) ? width : label_width_) - indent * row.depth - 2 * padding;
    const bool is_words = row.kind == ReportRow::Kind::words;
    labels_.push_back(is_words ? set.lines(row.label, table_label, room, most_lines_of_words)
                               : set.even_lines(row.label, table_label, room, most_lines));
    heights_.push_back(static_cast<double>(std::max<std::size_t>(1, labels_.back().size())) * table_label.leading + row_padding);
  }
}

double RuledTable::rows_height() const { return std::accumulate(heights_.begin(), heights_.end(), 0.0); }

void RuledTable::draw_centred(paper::Drawing& drawing, const paper::Rect& rect, const std::string& words) const {
  const auto lines = set_.even_lines(words, table_head, rect.width - 2 * padding, most_lines);
  double middle = rect.middle().y - table_head.leading * (static_cast<double>(lines.size()) - 1) / 2;
  for (const std::string& line : lines) {
    set_.centred(drawing, {rect.middle().x, middle}, line, table_head);
    middle += table_head.leading;
  }
}

void RuledTable::draw_over(paper::Drawing& drawing, paper::Point top) const {
  for (std::size_t first = 0; first < table_.columns.size();) {
    const std::string& over = table_.columns[first].over;
    std::size_t end = first + 1;
    while (!over.empty() && end < table_.columns.size() && table_.columns[end].over == over) ++end;
    const paper::Rect rect{top.x + left_of(first), top.y, left_of(end) - left_of(first), over_height_};
    if (!over.empty()) {
      draw_centred(drawing, rect, over);
      drawing.lines.push_back({{rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, paper::thin});
    }
    drawing.lines.push_back({{rect.x, rect.y}, {rect.x, rect.bottom()}, paper::thin});
    first = end;
  }
}

void RuledTable::draw_head(paper::Drawing& drawing, paper::Point top) const {
  const double height = head_height();
  drawing.fills.push_back({{top.x, top.y, width_, height}, Tone::tint});
  draw_centred(drawing, {top.x, top.y, label_width_, height}, table_.stub);
  if (over_height_ > 0) draw_over(drawing, top);
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    const ReportColumn& each = table_.columns[column];
    const double x = top.x + left_of(column);
    const double begin = each.over.empty() ? top.y : top.y + over_height_;
    draw_centred(drawing, {x, begin, column_width_, top.y + height - begin}, each.head);
    drawing.lines.push_back({{x, begin}, {x, top.y + height}, paper::thin});
  }
  const double right = top.x + width_;
  drawing.lines.push_back({{top.x, top.y}, {right, top.y}, paper::heavy});
  drawing.lines.push_back({{top.x, top.y + height}, {right, top.y + height}, paper::rule});
  for (const double x : {top.x, right}) drawing.lines.push_back({{x, top.y}, {x, top.y + height}, paper::thin});
}

void RuledTable::draw_figure(paper::Drawing& drawing, paper::Point top, std::size_t row, std::size_t column) const {
  const std::vector<std::string>& cells = table_.rows[row].cells;
  if (column >= cells.size()) return;
  const std::string& cell = cells[column];
  double right = top.x + left_of(column) + column_width_ - padding;
  if (is_number(cell)) right -= decimals_[column] - set_.width(behind_point(cell), table_figure);
  set_.right(drawing, {right, top.y + heights_[row] / 2}, cell, table_figure);
}

void RuledTable::draw_row(paper::Drawing& drawing, paper::Point top, std::size_t row) const {
  const ReportRow& told = table_.rows[row];
  const bool is_heading = told.kind == ReportRow::Kind::heading;
  const double bottom = top.y + heights_[row], right = top.x + width_;
  paper::Style style = table_label;
  style.bold = is_heading;
  if (is_heading || told.kind == ReportRow::Kind::sum) drawing.fills.push_back({{top.x, top.y, width_, heights_[row]}, Tone::band_5});
  set_.block(drawing, {top.x + padding + indent * told.depth, top.y + row_padding / 2}, labels_[row], style);
  drawing.lines.push_back({{top.x, bottom}, {right, bottom}, paper::thin});
  for (const double x : {top.x, right}) drawing.lines.push_back({{x, top.y}, {x, bottom}, paper::thin});
  if (spans(told)) return;
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    const double x = top.x + left_of(column);
    drawing.lines.push_back({{x, top.y}, {x, bottom}, paper::thin});
    draw_figure(drawing, top, row, column);
  }
}

void RuledTable::draw_end(paper::Drawing& drawing, paper::Point top) const {
  drawing.lines.push_back({top, {top.x + width_, top.y}, paper::heavy});
}

}  // namespace genpyo::exports
