#include "export/report/report.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "export/report/words.h"
#include "tests/export/report_fixture.h"
#include "tests/export/visits_form.h"

namespace genpyo::exports {
namespace {

const ReportTable& table_of(const Report& report, const std::string& id) {
  for (const ReportSection& section : report.sections) {
    for (const ReportTable& table : section.tables) {
      if (table.id == id) return table;
    }
  }
  FAIL("no table " + id);
  throw 0;
}

// A table as text: columns as over/head, rows as kind and cells.
std::string told(const ReportTable& table) {
  std::string text = table.id + " " + table.title + "\n" + table.stub;
  for (const ReportColumn& column : table.columns) text += " | " + (column.over.empty() ? "" : column.over + "/") + column.head;
  for (const ReportRow& row : table.rows) {
    text += "\n" + std::string(row.kind == ReportRow::Kind::heading ? "# " : row.kind == ReportRow::Kind::sum ? "+ " : "") + row.label;
    for (const std::string& cell : row.cells) text += " | " + cell;
  }
  for (const std::string& note : table.notes) text += "\n" + note;
  return text;
}

// Three sheets: 1 and 2 visits by one doctor, and a clinic without an answer.
Report small_report(const Table& table, std::string_view language) {
  forms::Form form = visits_form();
  form.extractions[0].label = label("全項目回答", "All items answered");
  TablesDefinition definition{nullptr, {table}};
  Tabulation tabulation(form, definition);
  for (const int visits : {1, 2, 0}) {
    auto evaluation = evaluation_of(form, forms::Missing::no_answer);
    if (visits > 0) {
      state_of(evaluation, form, "facility_type").value = forms::Codes{visits == 1 ? 1 : 2};
      state_of(evaluation, form, "doctors").value = std::int64_t{1};
      state_of(evaluation, form, "made").value = std::int64_t{visits};
    }
    tabulation.add(evaluation, report_day);
  }
  return compose(form, definition, tabulation.figures(), tabulation.distributions(), {}, report_facts, language);
}

Table small_table(Table::Kind kind, std::vector<forms::ItemIndex> rows) {
  Table table;
  table.id = "II-2-1";
  table.kind = kind;
  table.title = label("表題", "Title");
  table.rows = std::move(rows);
  table.groups = {{"all", {}, {}, {}, {}}};
  return table;
}

TEST_CASE("what was written stands under the code it was given, whole and in the report's words") {
  const forms::Form form = visits_form();
  Table table = small_table(Table::Kind::counts, {0});
  const std::vector<Figure> figures = {{"II-2-1", "facility_type", "all", "n", "2"},
                                       {"II-2-1", "facility_type=1", "all", "count", "2"},
                                       {"II-2-1", "facility_type=1", "all", "text", "毎朝会う。"},
                                       {"II-2-1", "facility_type=1", "all", "text", "電話で話す。"},
                                       {"II-2-1", "facility_type=none", "all", "count", "1"},
                                       {"II-2-1", "facility_type=none", "all", "text", "まだ分けていない。"}};
  const Report report = compose(form, {nullptr, {table}}, figures, {}, {}, report_facts, "ja");
  const ReportTable& told_table = table_of(report, "II-2-1");
  REQUIRE(told_table.columns.size() == 1);  // the texts are no column
  std::vector<std::string> words;
  for (const ReportRow& row : told_table.rows) {
    if (row.kind == ReportRow::Kind::words) words.push_back(row.label);
  }
  CHECK(words == std::vector<std::string>{"毎朝会う。", "電話で話す。", "まだ分けていない。"});
  CHECK(told(told_table).find("# 分類されていない記述 (1)") != std::string::npos);
}

TEST_CASE("what is hidden says so in the language of the report") {
  const forms::Form form = visits_form();
  const std::vector<Figure> figures = {{"II-2-1", "facility_type=1", "all", "count", "<3"}, {"II-2-1", "facility_type=1", "all", "percent", "秘匿"}};
  const TablesDefinition definition{nullptr, {small_table(Table::Kind::counts, {0})}};
  const auto row_in = [&](std::string_view language) {
    const Report report = compose(form, definition, figures, {}, {}, report_facts, language);
    return table_of(report, "II-2-1").rows.back().cells;
  };
  CHECK(row_in("ja") == std::vector<std::string>{"<3", "秘匿"});
  CHECK(row_in("en") == std::vector<std::string>{"<3", "hidden"});
}

TEST_CASE("a chapter has the title that tables.yaml declares") {
  const forms::Form form = visits_form();
  const TablesDefinition definition{nullptr, {small_table(Table::Kind::counts, {0})}, {{"II-2", label("施設の概要", "The clinics")}}};
  CHECK(compose(form, definition, {}, {}, {}, report_facts, "ja").sections.front().title == "II-2　施設の概要");
  CHECK(compose(form, definition, {}, {}, {}, report_facts, "en").sections.front().title == "II-2　The clinics");
}

TEST_CASE("every statistic of tables.csv has a word in both languages") {
  for (const char* name : {"chi2", "chi2_df", "chi2_p", "cramers_v", "expected_below_5", "mann_whitney_u", "mann_whitney_p",
                           "cliffs_delta", "welch_t", "welch_df", "welch_p", "cohens_d", "welch_p_holm", "count", "percent"}) {
    INFO(name);
    CHECK(word_of_statistic(name, "ja") != name);
    CHECK(word_of_statistic(name, "en") != name);
  }
  CHECK(word_of_statistic("p_holm", "ja") == "p・Holm調整");
}

TEST_CASE("what compares two groups of figures stands below them, not beside each figure") {
  const forms::Form form = visits_form();
  const std::vector<Figure> figures = {{"II-2-1", "made", "all", "n", "2"}, {"II-2-1", "made", "all", "mean", "1.5"},
                                       {"II-2-1", "made", "all", "welch_t", "-3.27"}, {"II-2-1", "made", "all", "welch_p", "0.0494"}};
  const Report report = compose(form, {nullptr, {small_table(Table::Kind::statistics, {2})}}, figures, {}, {}, report_facts, "en");
  CHECK(told(table_of(report, "II-2-1")) == "II-2-1 Title\nItem | n | Mean\nMade | 2 | 1.5\n+ Welch's t | -3.27\n+ p (Welch's test) | 0.0494");
}

TEST_CASE("statistics stand item by item, with the words of the language") {
  Table table = small_table(Table::Kind::statistics, {2});
  table.extraction = 0;
  CHECK(told(table_of(small_report(table, "ja"), "II-2-1")) ==
        "II-2-1 表題\n項目 | n | 平均 | 中央値 | 最小値 | 最大値\n実施 | 2 | 1.5 | 1.5 | 1.0 | 2.0\n※全項目回答");
  CHECK(told(table_of(small_report(table, "en"), "II-2-1")) ==
        "II-2-1 Title\nItem | n | Mean | Median | Min. | Max.\nMade | 2 | 1.5 | 1.5 | 1.0 | 2.0\n* All items answered.");
}

TEST_CASE("groups of statistics stand as blocks under their names, an empty one says so") {
  Table table = small_table(Table::Kind::statistics, {2});
  table.grouped_by = 2;
  table.groups.push_back({"many", label("多い", "Many"), 5, {}});
  CHECK(told(table_of(small_report(table, "en"), "II-2-1")) ==
        "II-2-1 Title\nItem | n | Mean | Median | Min. | Max.\n# All\nMade | 2 | 1.5 | 1.5 | 1.0 | 2.0"
        "\n# Many\nMade | 0 | n/a | n/a | n/a | n/a");
}

TEST_CASE("counts have their base above the choices and no answer below") {
  CHECK(told(table_of(small_report(small_table(Table::Kind::counts, {0}), "ja"), "II-2-1")) ==
        "II-2-1 表題\n項目 | 件数 | %\n+ 回答数 (n) | 2 | \n診療所 | 1 | 50.0\n病院 | 1 | 50.0\n無回答 | 1 | \n"
        "無回答を割合の母数に含まない");
}

TEST_CASE("means stand beside the counts of each group") {
  Table table = small_table(Table::Kind::means, {0});
  table.of = 2;
  CHECK(told(table_of(small_report(table, "en"), "II-2-1")) ==
        "II-2-1 Title\nItem | Count | % | n | Mean\n+ Answers (n) | 2 |  |  | \nClinic | 1 | 50.0 | 1 | 1.0\n"
        "Hospital | 1 | 50.0 | 1 | 2.0\nNo answer | 1 |  |  | \nPer cents leave out no answer.\n"
        "Means are of those who answered both.");
}

TEST_CASE("every figure of tables.csv stands in a cell of its table, in both languages") {
  const std::string language = GENERATE("ja", "en");
  const SurveyReport made = survey_report(language);
  REQUIRE(made.figures.size() > 1000);
  std::map<std::string, std::multiset<std::string>> cells;
  for (const ReportSection& section : made.report.sections) {
    for (const ReportTable& table : section.tables) {
      for (const ReportRow& row : table.rows) cells[table.id].insert(row.cells.begin(), row.cells.end());
    }
  }
  for (const Figure& figure : made.figures) {
    const std::string printed = figure.value == "該当無し" && language == "en" ? "n/a" : figure.value;
    CAPTURE(figure.table, figure.row, figure.column, figure.statistic, printed);
    auto& own = cells[figure.table];
    const auto cell = own.find(printed);
    REQUIRE(cell != own.end());
    own.erase(cell);
  }
  for (auto& [id, left] : cells) {
    left.erase("");
    CAPTURE(id);
    CHECK(left.empty());  // nothing is told that is no figure
  }
}

TEST_CASE("the report tells its chapters, its data and the extraction's own label") {
  const Report report = survey_report("ja").report;
  REQUIRE(report.sections.size() == 7);
  CHECK(report.sections[1].title == "II-2　診療所の施設概要");
  CHECK(report.sections[1].tables.size() == 9);
  CHECK(table_of(report, "II-2-8").notes.front() == "※すべての項目を回答した方のみ抽出");
  CHECK(report.foot == "データ: 2018-03-01 09:30 UTC  " + std::string(64, 'a'));
  std::string facts;
  for (const ReportFact& fact : report.facts) facts += fact.label + "=" + fact.value + "\n";
  CHECK(facts.find("home_care_2018(第1版)") != facts.npos);
  CHECK(facts.find("集計した票=30\n集計しなかった票(入力途中)=2\nうち集計対象 (施設種別 = 診療所)=28\n") != facts.npos);
}

TEST_CASE("each table of the survey has its chart: bars, bands of a grid, histograms of figures") {
  const Report report = survey_report("ja").report;
  for (const ReportSection& section : report.sections) {
    for (const ReportTable& table : section.tables) {
      CAPTURE(table.id);
      CHECK_FALSE(table.charts.empty());
    }
  }
  CHECK(std::holds_alternative<BarChart>(table_of(report, "II-2-1").charts.at(0)));
  CHECK(std::get<BandChart>(table_of(report, "II-2-9").charts.at(0)).parts.size() == 3);
  CHECK(std::get<Histograms>(table_of(report, "II-2-8").charts.at(0)).size() == 11);
  const auto& compared = std::get<BarChart>(table_of(report, "II-6-1").charts.at(1));
  CHECK(compared.series.size() == 2);
}

}  // namespace
}  // namespace genpyo::exports
