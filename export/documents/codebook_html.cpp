#include "export/documents/codebook_faces.h"
#include "export/report/markup.h"
#include "export/report/report_style.h"
#include "export/report/table_markup.h"
#include "export/report/words.h"

namespace genpyo::exports {
namespace {

constexpr std::string_view codebook_style = R"css(
article{margin:2.2rem 0;padding-top:.6rem;border-top:1px solid var(--rule)}
article h3{margin:.2rem 0 .4rem}
.over{font-size:.85rem;color:var(--faint);margin:0}
.names{font:.82rem/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;color:var(--link);margin:.2rem 0 .5rem;overflow-wrap:anywhere}
article dl{border-top:0;margin:.4rem 0 .8rem}
article dl div{padding:.15rem 0;border-bottom:0;font-size:.9rem}
article dt{flex-basis:9rem}
article .wide{margin:.5rem 0}
nav .in{font-weight:normal;font-size:.92rem}
@media print{article{break-inside:avoid}section{break-before:auto}nav{break-after:page}}
)css";

class Page {
 public:
  explicit Page(const CodebookDocument& document) : document_(document) {}

  std::string text() {
    const std::string title = escaped(document_.title + " " + document_.subtitle);
    html_ = "<!DOCTYPE html>\n<html lang=\"" + escaped(document_.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + title + "</title>\n<style>" +
            std::string(report_style) + std::string(codebook_style) + "</style>\n</head>\n<body>\n";
    html_ += "<header>\n<h1>" + escaped(document_.title) + "</h1>\n<p class=\"sub\">" + escaped(document_.subtitle) + "</p>\n";
    add_facts(document_.facts);
    for (const std::string& note : document_.notes) add_paragraph("note", note);
    html_ += "</header>\n";
    add_contents();
    html_ += "<main>\n";
    for (std::size_t section = 0; section < document_.sections.size(); ++section) add_section(section);
    html_ += "</main>\n<footer>" + escaped(document_.foot) + "</footer>\n</body>\n</html>\n";
    return std::move(html_);
  }

 private:
  void add_facts(const std::vector<ReportFact>& facts) {
    if (facts.empty()) return;
    html_ += "<dl>\n";
    for (const ReportFact& fact : facts) html_ += "<div><dt>" + escaped(fact.label) + "</dt><dd>" + escaped(fact.value) + "</dd></div>\n";
    html_ += "</dl>\n";
  }

  void add_paragraph(const std::string& kind, const std::string& words) {
    if (!words.empty()) html_ += "<p class=\"" + kind + "\">" + escaped(words) + "</p>\n";
  }

  static std::string anchor(std::size_t section, std::size_t entry) {
    return "v" + std::to_string(section + 1) + "-" + std::to_string(entry + 1);
  }

  static std::string heading(const CodebookEntry& entry) { return entry.number + (entry.number.empty() ? "" : "　") + entry.title; }

  void add_contents() {
    const std::string contents = escaped(word(Word::contents, document_.language));
    html_ += "<nav aria-label=\"" + contents + "\">\n<h2>" + contents + "</h2>\n<ol>\n";
    for (std::size_t section = 0; section < document_.sections.size(); ++section) {
      const CodebookSection& told = document_.sections[section];
      html_ += "<li><a href=\"#s" + std::to_string(section + 1) + "\">" + escaped(told.title) + "</a>\n<ol>\n";
      for (std::size_t entry = 0; entry < told.entries.size(); ++entry) {
        html_ += "<li><a href=\"#" + anchor(section, entry) + "\">" + escaped(heading(told.entries[entry])) + "</a></li>\n";
      }
      html_ += "</ol></li>\n";
    }
    html_ += "</ol>\n</nav>\n";
  }

  void add_section(std::size_t number) {
    const CodebookSection& section = document_.sections[number];
    html_ += "<section id=\"s" + std::to_string(number + 1) + "\">\n<h2>" + escaped(section.title) + "</h2>\n";
    for (std::size_t entry = 0; entry < section.entries.size(); ++entry) add_entry(section.entries[entry], anchor(number, entry));
    html_ += "</section>\n";
  }

  void add_entry(const CodebookEntry& entry, const std::string& id) {
    html_ += "<article id=\"" + id + "\">\n";
    add_paragraph("over", entry.over);
    html_ += "<h3 id=\"" + id + "h\">" + escaped(heading(entry)) + "</h3>\n";
    std::string names;
    for (const std::string& name : entry.names) names += (names.empty() ? "" : " · ") + name;
    add_paragraph("names", names);
    add_paragraph("note", entry.hint);
    add_facts(entry.facts);
    for (const ReportTable& table : entry.tables) html_ += table_markup(table, id + "h");
    html_ += "</article>\n";
  }

  const CodebookDocument& document_;
  std::string html_;
};

}  // namespace

std::string codebook_html(const CodebookDocument& document) { return Page(document).text(); }

}  // namespace genpyo::exports
