#include "export/report/table_markup.h"

#include <algorithm>

#include "export/report/markup.h"

namespace genpyo::exports {
namespace {

bool is_number(const std::string& cell) {
  return !cell.empty() && cell.find_first_not_of("-.0123456789") == cell.npos;
}

// How many characters stand behind the point at most, by column.
std::vector<std::size_t> decimals_of(const ReportTable& table) {
  std::vector<std::size_t> decimals(table.columns.size());
  for (const ReportRow& row : table.rows) {
    for (std::size_t column = 0; column < row.cells.size() && column < decimals.size(); ++column) {
      const std::string& cell = row.cells[column];
      const std::size_t point = cell.find('.');
      if (is_number(cell) && point != cell.npos) decimals[column] = std::max(decimals[column], cell.size() - point - 1);
    }
  }
  return decimals;
}

// A number stands on its point: what is behind it has a box of its own.
std::string cell_of(const std::string& cell, std::size_t decimals) {
  if (!is_number(cell)) return "<td>" + escaped(cell) + "</td>";
  if (decimals == 0) return "<td>" + escaped(cell) + "</td>";
  const std::size_t point = std::min(cell.find('.'), cell.size());
  return "<td>" + escaped(cell.substr(0, point)) + "<span class=\"d" + std::to_string(std::min<std::size_t>(decimals, 9)) +
         "\">" + escaped(cell.substr(point)) + "</span></td>";
}

std::string head_of(const ReportTable& table) {
  const bool has_over = std::any_of(table.columns.begin(), table.columns.end(), [](const ReportColumn& each) { return !each.over.empty(); });
  const std::string two = has_over ? " rowspan=\"2\"" : "";
  std::string first = element("th scope=\"col\"" + two, escaped(table.stub)), second;
  for (std::size_t column = 0; column < table.columns.size();) {
    const ReportColumn& each = table.columns[column];
    std::size_t end = column + 1;
    if (each.over.empty()) {
      first += element("th scope=\"col\"" + two, escaped(each.head));
    } else {
      while (end < table.columns.size() && table.columns[end].over == each.over) ++end;
      first += element("th scope=\"colgroup\" colspan=\"" + std::to_string(end - column) + "\"", escaped(each.over));
      for (std::size_t under = column; under < end; ++under) second += element("th scope=\"col\"", escaped(table.columns[under].head));
    }
    column = end;
  }
  return "<thead><tr>" + first + "</tr>" + (has_over ? "<tr>" + second + "</tr>" : "") + "</thead>\n";
}

std::string row_of(const ReportTable& table, const ReportRow& row, const std::vector<std::size_t>& decimals) {
  if (row.kind == ReportRow::Kind::heading) {
    return "<tr class=\"head\"><th scope=\"colgroup\" colspan=\"" + std::to_string(table.columns.size() + 1) + "\">" + escaped(row.label) + "</th></tr>\n";
  }
  if (row.kind == ReportRow::Kind::words) {
    return "<tr><td class=\"words\" colspan=\"" + std::to_string(table.columns.size() + 1) + "\">" + escaped(row.label) + "</td></tr>\n";
  }
  const std::string depth = row.depth > 0 ? " class=\"in" + std::to_string(std::min(row.depth, 4)) + "\"" : "";
  std::string cells = element("th scope=\"row\"" + depth, escaped(row.label));
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    cells += cell_of(column < row.cells.size() ? row.cells[column] : "", decimals[column]);
  }
  return (row.kind == ReportRow::Kind::sum ? "<tr class=\"sum\">" : "<tr>") + cells + "</tr>\n";
}

}  // namespace

std::string table_markup(const ReportTable& table, const std::string& labelled_by) {
  std::string html = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + labelled_by + "\"><table aria-labelledby=\"" + labelled_by + "\">\n" +
                     head_of(table) + "<tbody>\n";
  const std::vector<std::size_t> decimals = decimals_of(table);
  for (const ReportRow& row : table.rows) html += row_of(table, row, decimals);
  return html + "</tbody></table></div>\n";
}

}  // namespace genpyo::exports
