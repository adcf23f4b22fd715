// The two faces of the report, and the call-back pages, as other programs read them.
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <regex>

#include "export/report/callback_pages.h"
#include "export/report/markup.h"
#include "export/report/report_html.h"
#include "export/report/report_pdf.h"
#include "tests/export/pdf_reading.h"
#include "tests/export/report_fixture.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/visits_form.h"

namespace genpyo::exports {
namespace {

bool is_installed(const std::string& program) {
  const bool is = std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
  if (!is) std::cout << "skipped: " << program << " is not installed\n";
  return is;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The first tag that does not close, "" where all do.
std::string unclosed(const std::string& html) {
  static const std::regex tag("<(/?)([a-z0-9]+)([^<>]*)>");
  std::vector<std::string> open;
  for (std::sregex_iterator each(html.begin(), html.end(), tag), end; each != end; ++each) {
    const std::string name = (*each)[2], rest = (*each)[3];
    if (name == "meta" || rest.ends_with("/")) continue;
    if ((*each)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "/" + name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

TEST_CASE("the PDF passes qpdf, turns its wide tables and holds every title and page number") {
  if (!is_installed("qpdf") || !is_installed("pdftotext")) return;
  const std::string language = GENERATE("ja", "en");
  const ScratchFolder folder;
  const Report report = survey_report(language).report;
  REQUIRE(write_report_pdf(report, paper::fonts(), folder.file("r.pdf")));
  CHECK(output_of("qpdf --check " + folder.file("r.pdf")).find("No syntax") != std::string::npos);
  const std::string words = std::regex_replace(words_in(folder.file("r.pdf")), std::regex("　"), "");
  for (const ReportSection& section : report.sections) {
    for (const ReportTable& table : section.tables) {
      CAPTURE(table.id, table.title);
      const std::string title = without_space(table.id + table.title);
      const std::size_t in_contents = words.find(title.substr(0, 24));
      REQUIRE(in_contents != std::string::npos);
      CHECK(words.find(title.substr(0, 24), in_contents + 1) != std::string::npos);  // and at the table
    }
  }
  const std::string sizes = output_of("pdfinfo -f 1 -l 99 " + folder.file("r.pdf"));
  CHECK(sizes.find("595.276 x 841.89") != std::string::npos);
  CHECK(sizes.find("841.89 x 595.276") != std::string::npos);
  std::smatch pages;
  REQUIRE(std::regex_search(sizes, pages, std::regex("Pages: +([0-9]+)")));
  CHECK(words.find(without_space("2 / " + pages[1].str())) != std::string::npos);
  CHECK(words.find(without_space(pages[1].str() + " / " + pages[1].str())) != std::string::npos);
}

TEST_CASE("a table that is longer than a page repeats its head and its title") {
  if (!is_installed("pdftotext")) return;
  const ScratchFolder folder;
  Report report{"ja", "表", "集計", {}, {{"一", {{"T", "長い", "項目", {{"", "件数の欄"}}, {}, {}, {}}}}}, ""};
  for (int row = 0; row < 120; ++row) report.sections[0].tables[0].rows.push_back({ReportRow::Kind::figures, "行" + std::to_string(row), 0, {std::to_string(row)}});
  REQUIRE(write_report_pdf(report, paper::fonts(), folder.file("r.pdf")));
  const std::string words = words_in(folder.file("r.pdf"));
  std::size_t heads = 0;
  for (std::size_t at = words.find("件数の欄"); at != words.npos; at = words.find("件数の欄", at + 1)) ++heads;
  CHECK(heads == 3);
  CHECK(words.find("長い(つづき)") != words.npos);
  CHECK(words.find("行119119") != words.npos);
}

TEST_CASE("the same report gives the same bytes, of both faces") {
  const ScratchFolder folder;
  for (const char* name : {"a", "b"}) {
    const Report report = survey_report("ja").report;
    REQUIRE(write_report_pdf(report, paper::fonts(), folder.file(std::string(name) + ".pdf")));
    REQUIRE(write_report_html(report, paper::fonts(), folder.file(std::string(name) + ".html")));
  }
  CHECK(content_of(folder.file("a.pdf")).size() > 50'000);
  CHECK(content_of(folder.file("a.pdf")) == content_of(folder.file("b.pdf")));
  CHECK(content_of(folder.file("a.html")).size() > 100'000);
  CHECK(content_of(folder.file("a.html")) == content_of(folder.file("b.html")));
}

TEST_CASE("the HTML is well-formed, has no outside link and every anchor that it names") {
  const std::string language = GENERATE("ja", "en");
  const std::string html = report_html(survey_report(language).report, paper::fonts());
  CHECK(unclosed(html.substr(html.find("<html"))) == "");
  CHECK(html.find("<html lang=\"" + language + "\">") != html.npos);
  CHECK(html.find("Content-Security-Policy\" content=\"default-src 'none'") != html.npos);
  for (const char* outside : {"http:", "https:", "src=", "<script", "@import", "url(", "<link", "javascript:"}) {
    CAPTURE(outside);
    CHECK(html.find(outside) == html.npos);
  }
  static const std::regex link("href=\"#([^\"]+)\"");
  std::size_t links = 0;
  for (std::sregex_iterator each(html.begin(), html.end(), link), end; each != end; ++each, ++links) {
    CAPTURE((*each)[1].str());
    CHECK(html.find("id=\"" + (*each)[1].str() + "\"") != html.npos);
  }
  CHECK(links == 27 + 7);
}

TEST_CASE("hostile labels are text in the HTML, wherever they stand") {
  const std::string hostile = "</style><script>alert(1)</script>\" onload='x' & \x01\xff";
  ReportTable table{hostile, hostile, hostile, {{hostile, hostile}}, {{ReportRow::Kind::heading, hostile, 0, {}}, {ReportRow::Kind::figures, hostile, 1, {hostile}}}, {hostile}, {}};
  table.charts.emplace_back(BarChart{hostile, {hostile, hostile}, {{hostile, hostile, {{1.0, hostile}}}}, 0, hostile});
  table.charts.emplace_back(Histograms{{hostile, {hostile}, {1}, true, false, hostile}});
  const Report report{hostile, hostile, hostile, {{hostile, hostile}}, {{hostile, {table}}}, hostile};
  const std::string html = report_html(report, paper::fonts());
  CHECK(html.find("<script") == html.npos);
  CHECK(html.find("onload='") == html.npos);
  CHECK(html.find('\x01') == html.npos);
  CHECK(html.find('\xff') == html.npos);
  CHECK(unclosed(html.substr(html.find("<html"))) == "");
  CHECK(escaped("<&>\"'\x02") == "&lt;&amp;&gt;&quot;&#39;\uFFFD");
}

TEST_CASE("numbers in the HTML can be read whole though they stand on their point") {
  Report report{"ja", "表", "", {}, {{"一", {{"T", "題", "項目", {{"", "平均"}}, {{ReportRow::Kind::figures, "甲", 0, {"12.25"}}, {ReportRow::Kind::figures, "乙", 0, {"7"}}}, {}, {}}}}}, ""};
  const std::string html = report_html(report, paper::fonts());
  CHECK(html.find("<td>12<span class=\"d2\">.25</span></td>") != html.npos);
  CHECK(html.find("<td>7<span class=\"d2\"></span></td>") != html.npos);
}

TEST_CASE("a call-back page asks for what is missing and says which tables it regains") {
  if (!is_installed("pdftotext") || !is_installed("qpdf")) return;
  const ScratchFolder folder;
  forms::Form form = visits_form();
  form.items[0].frame_column = "kind";
  form.items[1].choices = 0;
  form.items[1].type = forms::ItemType::select_one;
  form.items[2].unit = label("件", "visits");
  form.items[2].number = "問3";
  auto evaluation = evaluation_of(form, forms::Missing::no_answer);
  state_of(evaluation, form, "facility_type").value = forms::Codes{2};
  TablesDefinition definition;
  definition.tables.emplace_back();
  definition.tables[0].id = "II-4-1";
  definition.tables[0].title = label("訪問件数", "Visits");
  const std::vector<CallbackSheet> sheets = {
      callback_sheet(form, {"11-002", {1, 2}, {0}, {"II-4-1"}}, evaluation, "ja"),
      callback_sheet(form, {"11-001", {4}, {0}, {"II-4-1"}}, evaluation, "ja")};
  REQUIRE(write_callbacks_pdf(sheets, form, definition, "データ", paper::fonts(), "ja", folder.file("c.pdf")));
  CHECK(output_of("qpdf --check " + folder.file("c.pdf")).find("No syntax") != std::string::npos);
  const std::string words = words_in(folder.file("c.pdf"));
  for (const char* expected : {"調査票番号11-002", "施設種別病院", "医師数", "1診療所", "2病院", "○は1つ", "問3実施", "件", "II-4-1訪問件数", "1/2", "2/2", "備考"}) {
    CAPTURE(expected);
    CHECK(words.find(expected) != words.npos);
  }
  CHECK(words.find("11-002") < words.find("11-001"));  // in the order of the calls
}

TEST_CASE("with no clinic to call one page says so") {
  if (!is_installed("pdftotext")) return;
  const ScratchFolder folder;
  REQUIRE(write_callbacks_pdf({}, visits_form(), {}, "", paper::fonts(), "en", folder.file("c.pdf")));
  CHECK(words_in(folder.file("c.pdf")).find("Thereisnoclinictocall") != std::string::npos);
}

}  // namespace
}  // namespace genpyo::exports
