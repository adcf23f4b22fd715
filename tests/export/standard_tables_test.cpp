// Tables that nobody declared, texts behind their codes, and what is said of a table in words.
#include <catch2/catch.hpp>

#include "export/tables/contents.h"
#include "export/tables/mask.h"
#include "export/tables/standard.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;

constexpr forms::Date today{2018, 3, 1};
const Value blank = Missing::no_answer;
Value figure(std::int64_t number) { return number; }

// sex (1, 2) · founder (1 to 3) · services (several of 1, 2) · nurses · remark, coded by theme · name
forms::Form clinic_form() {
  using forms::ItemType;
  forms::Form form;
  form.form_id = "clinic";
  form.languages = {"ja", "en"};
  form.lists = {{"two", {{1, label("甲", "A")}, {2, label("乙", "B")}}},
                {"three", {{1, label("一", "One")}, {2, label("二", "Two")}, {3, label("三", "Three")}}}};
  form.items = {item("sex", ItemType::select_one, label("性別", "Sex")),
                item("founder", ItemType::select_one, label("開設主体", "Founder")),
                item("services", ItemType::select_multiple, label("事業", "Services")),
                item("nurses", ItemType::integer, label("看護職", "Nurses")),
                item("remark", ItemType::text, label("意見", "Remark")),
                item("theme", ItemType::select_multiple, label("分類", "Theme")),
                item("name", ItemType::text, label("氏名", "Name"))};
  form.items[0].choices = form.items[2].choices = form.items[5].choices = 0;
  form.items[1].choices = 1;
  form.items[5].codes_of = "remark";
  form.items[6].identifying = true;
  form.extractions.resize(1);
  form.extractions[0].label = label("すべての項目を回答した方のみ抽出", "Only those who answered every item");
  return form;
}

using Sheet = std::vector<Value>;  // by item, as many as are of interest

std::vector<Figure> figures_of(const forms::Form& form, const TablesDefinition& definition, const std::vector<Sheet>& sheets) {
  Tabulation tabulation(form, definition);
  for (const Sheet& sheet : sheets) {
    validators::Evaluation evaluation = evaluation_of(form, blank);
    for (std::size_t index = 0; index < sheet.size(); ++index) evaluation.items[index].value = sheet[index];
    tabulation.add(evaluation, today);
  }
  return tabulation.figures();
}

// "statistic value" of a row and column, with blanks between them.
std::string cell(const std::vector<Figure>& figures, const std::string& row, const std::string& column = "all") {
  std::string text;
  for (const Figure& each : figures) {
    if (each.row == row && each.column == column) text += (text.empty() ? "" : " ") + each.statistic + " " + each.value;
  }
  return text;
}

TablesDefinition crossed(const forms::Form& form, const char* what, const char* by) {
  auto definition = cross_table(form, what, by);
  REQUIRE(definition);
  return *definition;
}

TEST_CASE("what only a rule or a printed page needs has no table") {
  forms::Form form = clinic_form();
  form.items[1].type = forms::ItemType::note;
  form.items[1].choices.reset();
  form.items[3].type = forms::ItemType::calculate;  // under a label: somebody wants it
  form.items[4].type = forms::ItemType::calculate;
  form.items[4].label = {};
  std::vector<std::string> ids;
  for (const Table& table : standard_tables(form).tables) ids.push_back(table.id);
  CHECK(ids == std::vector<std::string>{"sex", "services", "nurses", "theme"});
}

TEST_CASE("a repeated item's table says which of its printed instances it is") {
  forms::Form form = clinic_form();
  form.groups.resize(2);
  for (const std::size_t instance : {0, 1}) {
    form.groups[instance].label = instance == 0 ? label("家族（1）", "Family (1)") : label("家族（2）", "Family (2)");
    form.groups[instance].repeat = 0;
    form.items[3 + instance].group = instance;
  }
  const TablesDefinition definition = standard_tables(form);
  CHECK(definition.tables[3].title.in("ja") == "家族（1）: 看護職");
  CHECK(definition.tables[4].title.in("en") == "Family (2): Remark");
  CHECK(definition.tables[0].title.in("ja") == "性別");
}

TEST_CASE("Without declared tables every item but the identifying has one, by its type") {
  const forms::Form form = clinic_form();
  const TablesDefinition definition = standard_tables(form);

  std::string kinds;
  for (const Table& table : definition.tables) kinds += table.id + " " + std::string(name_of(table.kind)) + " ";
  CHECK(kinds == "sex counts founder counts services counts nurses statistics remark answers theme counts ");

  const auto figures = figures_of(form, definition, {{Codes{1}, blank, Codes{1, 2}, figure(3), std::string("x")},
                                                     {Codes{2}, blank, blank, figure(4), blank},
                                                     {blank, blank, blank, blank, Missing::not_applicable}});
  CHECK(cell(figures, "sex") == "n 2");
  CHECK(cell(figures, "sex=1") == "count 1 percent 50.0");
  CHECK(cell(figures, "nurses") == "n 2 mean 3.5 median 3.5 min 3.0 max 4.0");
  CHECK(cell(figures, "remark") == "n 1");
  CHECK(cell(figures, "remark=none") == "count 1");
}

TEST_CASE("A cross table of two selects has a column a choice, and chi-square") {
  const forms::Form form = clinic_form();
  std::vector<Sheet> sheets;
  for (int i = 0; i < 8; ++i) sheets.push_back({Codes{i < 4 ? 1 : 2}, Codes{i == 0 || i > 4 ? 1 : 2}});
  sheets.push_back({blank, Codes{3}});

  const auto figures = figures_of(form, crossed(form, "founder", "sex"), sheets);

  CHECK(cell(figures, "founder=1", "sex=1") == "count 1 percent 25.0");
  CHECK(cell(figures, "founder=1", "sex=2") == "count 3 percent 75.0");
  CHECK(cell(figures, "founder", "all") == "n 9 chi2 2.00 chi2_df 1 chi2_p 0.1573 cramers_v 0.500 expected_below_5 4");
}

TEST_CASE("A figure by two groups is compared by rank and by mean, with both p adjusted") {
  const forms::Form form = clinic_form();
  std::vector<Sheet> sheets;
  for (const int nurses : {1, 2}) sheets.push_back({Codes{1}, blank, blank, figure(nurses)});
  for (const int nurses : {3, 4, 5}) sheets.push_back({Codes{2}, blank, blank, figure(nurses)});

  const auto figures = figures_of(form, crossed(form, "nurses", "sex"), sheets);

  CHECK(cell(figures, "nurses", "sex=2") == "n 3 mean 4.0 median 4.0 min 3.0 max 5.0");
  CHECK(cell(figures, "nurses", "all") ==
        "n 5 mean 3.0 median 3.0 min 1.0 max 5.0 mann_whitney_u 0.0 mann_whitney_p 0.2000 cliffs_delta -1.000 "
        "welch_t -3.27 welch_df 2.9 welch_p 0.0494 cohens_d -2.887 mann_whitney_p_holm 0.2000 welch_p_holm 0.0988");
}

TEST_CASE("What cannot be crossed is refused with a sentence") {
  const forms::Form form = clinic_form();
  CHECK(cross_table(form, "founders", "sex").failure().sentence == "\"founders\" cannot be crossed: the form has no such item.");
  CHECK(cross_table(form, "sex", "nurses").failure().sentence == "\"nurses\" cannot be crossed: its groups are the choices of a select item.");
  CHECK(cross_table(form, "remark", "sex").failure().sentence == "\"remark\" cannot be crossed: give a select item or a figure.");
  CHECK(cross_table(form, "name", "sex").failure().sentence == "\"name\" cannot be crossed: what identifies is in no table.");
}

TEST_CASE("Texts stand under each of their codes, and those without a code last") {
  const forms::Form form = clinic_form();
  const auto reading = read_tables(
      "tables:\n  - {table: T, kind: texts, title: {ja: 題, en: T}, rows: [theme], decimals: 1}\n", "tables.yaml", form);
  REQUIRE(reading.diagnostics.empty());
  const auto sheet = [](Value remark, Value theme) { return Sheet{blank, blank, blank, blank, std::move(remark), std::move(theme)}; };

  const auto figures = figures_of(form, reading.definition,
                                  {sheet(std::string("both"), Codes{1, 2}), sheet(std::string("later"), blank),
                                   sheet(std::string("second"), Codes{2}), sheet(blank, blank)});

  CHECK(cell(figures, "theme=1") == "count 1 percent 50.0 text both");
  CHECK(cell(figures, "theme=2") == "count 2 percent 100.0 text both text second");
  CHECK(cell(figures, "theme=none") == "count 2 text later");
}

TEST_CASE("Faults of tests and texts are told with their place") {
  const forms::Form form = clinic_form();
  const auto fault = [&](const std::string& rest) {
    const auto reading = read_tables("tables:\n  - {table: T, title: {ja: 題, en: T}, decimals: 1, " + rest + "}\n", "tables.yaml", form);
    return reading.diagnostics.empty() ? "" : to_text(reading.diagnostics.front());
  };
  CHECK(fault("kind: counts, rows: [sex], tests: [chi_square, holm]") == "");
  CHECK_THAT(fault("kind: counts, rows: [sex], tests: [chisquare]"), Catch::Contains("FORM-017: tests cannot be \"chisquare\"") && Catch::Contains("chi_square"));
  CHECK_THAT(fault("kind: statistics, rows: [nurses], tests: [welch]"), Catch::Contains("FORM-003") && Catch::Contains("compares two columns"));
  CHECK_THAT(fault("kind: texts, rows: [sex]"), Catch::Contains("FORM-017") && Catch::Contains("codes no text"));
}

TEST_CASE("A table is told in words, in both languages") {
  const forms::Form form = clinic_form();
  Table table = standard_tables(form).tables[0];
  table.extraction = 0;
  table.note = label("速報", "Preliminary");
  const Run run{"${sex} = 1", "${founder} = 2", 3};
  CHECK(notes_of(form, table, run, "ja") ==
        std::vector<std::string>{"すべての項目を回答した方のみ抽出", "無回答を割合の母数に含まない", "速報", "対象: ${sex} = 1",
                                 "絞り込み: ${founder} = 2", "3件未満の度数とそれを逆算できる値を秘匿"});
  CHECK(notes_of(form, table, {}, "en") ==
        std::vector<std::string>{"Only those who answered every item.", "Per cents leave out no answer.", "Preliminary."});
}

}  // namespace
}  // namespace genpyo::exports
