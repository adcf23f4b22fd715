#include "export/report/report_html.h"

#include <algorithm>

#include "export/report/markup.h"
#include "export/report/page_markup.h"
#include "export/report/report_style.h"
#include "export/report/table_markup.h"
#include "export/report/words.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

constexpr double chart_width = 190;
constexpr const char* prefix = "t";  // of a table's anchor

std::string caption_of(const ReportTable& table) { return table.id + "　" + table.title; }

class Page {
 public:
  Page(const Report& report, const paper::FontSet& fonts)
      : report_(report), fonts_(fonts), set_(fonts, report.language) {}

  std::string text() {
    html_ = page_head(report_.language, report_.title + " " + report_.subtitle, report_style);
    add_header();
    add_contents();
    html_ += "<main>\n";
    for (std::size_t section = 0; section < report_.sections.size(); ++section) add_section(section);
    html_ += "</main>\n" + page_foot(report_.foot);
    return std::move(html_);
  }

 private:
  void add_header() {
    html_ += "<header>\n" + element("h1", escaped(report_.title)) + "\n" + element("p class=\"sub\"", escaped(report_.subtitle)) + "\n<dl>\n";
    html_ += fact_rows(report_.facts);
    html_ += "</dl>\n" + element("p class=\"note\"", escaped(word(Word::rounding, report_.language))) + "\n</header>\n";
  }

  void add_contents() {
    std::vector<ContentsSection> sections;
    for (const ReportSection& section : report_.sections) {
      sections.push_back({section.title, {}});
      for (const ReportTable& table : section.tables) sections.back().entries.push_back(caption_of(table));
    }
    html_ += contents_markup(report_.language, sections, prefix);
  }

  void add_section(std::size_t number) {
    const ReportSection& section = report_.sections[number];
    html_ += "<section id=\"s" + std::to_string(number + 1) + "\">\n" + element("h2", escaped(section.title)) + "\n";
    for (std::size_t table = 0; table < section.tables.size(); ++table) add_table(section.tables[table], anchor_of(prefix, number, table));
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
