#include "export/documents/codebook_faces.h"
#include "export/report/markup.h"
#include "export/report/page_markup.h"
#include "export/report/report_style.h"
#include "export/report/table_markup.h"

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

constexpr const char* prefix = "v";  // of a variable's anchor

class Page {
 public:
  explicit Page(const CodebookDocument& document) : document_(document) {}

  std::string text() {
    html_ = page_head(document_.language, document_.title + " " + document_.subtitle,
                      std::string(report_style) + std::string(codebook_style));
    html_ += "<header>\n<h1>" + escaped(document_.title) + "</h1>\n<p class=\"sub\">" + escaped(document_.subtitle) + "</p>\n";
    add_facts(document_.facts);
    for (const std::string& note : document_.notes) add_paragraph("note", note);
    html_ += "</header>\n";
    add_contents();
    html_ += "<main>\n";
    for (std::size_t section = 0; section < document_.sections.size(); ++section) add_section(section);
    html_ += "</main>\n" + page_foot(document_.foot);
    return std::move(html_);
  }

 private:
  void add_facts(const std::vector<ReportFact>& facts) {
    if (!facts.empty()) html_ += "<dl>\n" + fact_rows(facts) + "</dl>\n";
  }

  void add_paragraph(const std::string& kind, const std::string& words) {
    if (!words.empty()) html_ += "<p class=\"" + kind + "\">" + escaped(words) + "</p>\n";
  }

  static std::string heading(const CodebookEntry& entry) { return entry.number + (entry.number.empty() ? "" : "　") + entry.title; }

  void add_contents() {
    std::vector<ContentsSection> sections;
    for (const CodebookSection& section : document_.sections) {
      sections.push_back({section.title, {}});
      for (const CodebookEntry& entry : section.entries) sections.back().entries.push_back(heading(entry));
    }
    html_ += contents_markup(document_.language, sections, prefix);
  }

  void add_section(std::size_t number) {
    const CodebookSection& section = document_.sections[number];
    html_ += "<section id=\"s" + std::to_string(number + 1) + "\">\n<h2>" + escaped(section.title) + "</h2>\n";
    for (std::size_t entry = 0; entry < section.entries.size(); ++entry) add_entry(section.entries[entry], anchor_of(prefix, number, entry));
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
