#include "export/report/report_html.h"

#include <algorithm>

#include "export/report/markup.h"
#include "export/report/report_style.h"
#include "export/report/table_markup.h"
#include "export/report/words.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

constexpr double chart_width = 190;

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
             "\n" + table_markup(table, id + "h");
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
