#include "export/report/report_html.h"

#include <algorithm>

#include "export/report/markup.h"
#include "export/report/report_style.h"
#include "export/report/words.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

constexpr double chart_width = 190;

std::string element(const std::string& tag, const std::string& content) {
  return "<" + tag + ">" + content + "</" + tag.substr(0, tag.find(' ')) + ">";
}

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

std::string caption_of(const ReportTable& table) { return table.id + "　" + table.title; }

class Page {
 public:
  Page(const Report& report, const paper::FontSet& fonts)
      : report_(report), fonts_(fonts), set_(fonts, report.language) {}

  std::string text() {
    const std::string title = escaped(report_.title + " " + report_.subtitle);
    html_ = "<!DOCTYPE html>\n<html lang=\"" + escaped(report_.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + title + "</title>\n<style>" +
            std::string(report_style) + "</style>\n</head>\n<body>\n";
    add_header();
    add_contents();
    html_ += "<main>\n";
    for (std::size_t section = 0; section < report_.sections.size(); ++section) add_section(section);
    html_ += "</main>\n<footer>" + escaped(report_.foot) + "</footer>\n</body>\n</html>\n";
    return std::move(html_);
  }

 private:
  void add_header() {
    html_ += "<header>\n" + element("h1", escaped(report_.title)) + "\n" + element("p class=\"sub\"", escaped(report_.subtitle)) + "\n<dl>\n";
    for (const ReportFact& fact : report_.facts) {
      html_ += "<div>" + element("dt", escaped(fact.label)) + element("dd", escaped(fact.value)) + "</div>\n";
    }
    html_ += "</dl>\n" + element("p class=\"note\"", escaped(word(Word::rounding, report_.language))) + "\n</header>\n";
  }

  void add_contents() {
    const std::string contents = escaped(word(Word::contents, report_.language));
    html_ += "<nav aria-label=\"" + contents + "\">\n" + element("h2", contents) + "\n<ol>\n";
    for (std::size_t section = 0; section < report_.sections.size(); ++section) {
      const ReportSection& told = report_.sections[section];
      html_ += "<li><a href=\"#s" + std::to_string(section + 1) + "\">" + escaped(told.title) + "</a>\n<ol>\n";
      for (std::size_t table = 0; table < told.tables.size(); ++table) {
        html_ += "<li><a href=\"#" + anchor(section, table) + "\">" + escaped(caption_of(told.tables[table])) + "</a></li>\n";
      }
      html_ += "</ol></li>\n";
    }
    html_ += "</ol>\n</nav>\n";
  }

  static std::string anchor(std::size_t section, std::size_t table) {
    return "t" + std::to_string(section + 1) + "-" + std::to_string(table + 1);
  }

  void add_section(std::size_t number) {
    const ReportSection& section = report_.sections[number];
    html_ += "<section id=\"s" + std::to_string(number + 1) + "\">\n" + element("h2", escaped(section.title)) + "\n";
    for (std::size_t table = 0; table < section.tables.size(); ++table) add_table(section.tables[table], anchor(number, table));
    html_ += "</section>\n";
  }

  void add_table(const ReportTable& table, const std::string& id) {
    html_ += "<article id=\"" + id + "\">\n" + element("h3 id=\"" + id + "h\"", escaped(caption_of(table))) +
             "\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + id + "h\"><table aria-labelledby=\"" + id + "h\">\n" + head_of(table) + "<tbody>\n";
    const std::vector<std::size_t> decimals = decimals_of(table);
    for (const ReportRow& row : table.rows) html_ += row_of(table, row, decimals);
    html_ += "</tbody></table></div>\n";
    for (const std::string& note : table.notes) html_ += element("p class=\"note\"", escaped(note)) + "\n";
    for (const ReportChart& chart : table.charts) {
      html_ += element("figure", svg_of(draw(chart, set_, chart_width), caption_of(table), fonts_)) + "\n";
    }
    html_ += "</article>\n";
  }

  const Report& report_;
  const paper::FontSet& fonts_;
  paper::Typesetter set_;
  std::string html_;
};

}  // namespace

std::string report_html(const Report& report, const paper::FontSet& fonts) { return Page(report, fonts).text(); }

forms::Result<forms::Done> write_report_html(const Report& report, const paper::FontSet& fonts,
                                             const std::string& path) {
  auto file = WholeFile::create(path);
  if (!file) return file.failure();
  file->write(report_html(report, fonts));
  return file->finish();
}

}  // namespace genpyo::exports
