#include "export/report/page_markup.h"

#include "export/report/markup.h"
#include "export/report/words.h"

namespace genpyo::exports {

std::string page_head(const std::string& language, const std::string& title, std::string_view style) {
  return "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n" +
         element("title", escaped(title)) + "\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
}

std::string page_foot(const std::string& words) { return element("footer", escaped(words)) + "\n</body>\n</html>\n"; }

std::string fact_rows(const std::vector<ReportFact>& facts) {
  std::string rows;
  for (const ReportFact& fact : facts) {
    rows += element("div", element("dt", escaped(fact.label)) + element("dd", escaped(fact.value))) + "\n";
  }
  return rows;
}

std::string contents_markup(const std::string& language, const std::vector<ContentsSection>& sections,
                            const std::string& prefix) {
  const std::string contents = escaped(word(Word::contents, language));
  std::string html = "<nav aria-label=\"" + contents + "\">\n" + element("h2", contents) + "\n<ol>\n";
  for (std::size_t section = 0; section < sections.size(); ++section) {
    const ContentsSection& told = sections[section];
    html += "<li>" + element("a href=\"#s" + std::to_string(section + 1) + "\"", escaped(told.title)) + "\n<ol>\n";
    for (std::size_t entry = 0; entry < told.entries.size(); ++entry) {
      const std::string link = "a href=\"#" + anchor_of(prefix, section, entry) + "\"";
      html += element("li", element(link, escaped(told.entries[entry]))) + "\n";
    }
    html += "</ol></li>\n";
  }
  return html + "</ol>\n</nav>\n";
}

std::string anchor_of(const std::string& prefix, std::size_t section, std::size_t entry) {
  return prefix + std::to_string(section + 1) + "-" + std::to_string(entry + 1);
}

}  // namespace genpyo::exports
