// Counts of choices, by item, by group, and the means that belong to choices.
#include <catch2/catch.hpp>

#include "export/tables/tables.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;

constexpr forms::ItemIndex intention = 0, partners = 1, visits = 2, doctors = 3;

// intention (select_one, 1 more, 2 as it is) · partners (select_multiple, 1 to 3) · visits · doctors.
forms::Form form_of_counts() {
  using forms::ItemType;
  forms::Form form;
  form.form_id = "counts";
  form.languages = {"ja", "en"};
  form.lists = {{"intention", {{1, label("増やす", "More")}, {2, label("維持", "As it is")}}},
                {"partners", {{1, label("病院", "Hospital")}, {2, label("薬局", "Pharmacy")}, {3, label("他", "Other")}}}};
  form.items = {item("intention", ItemType::select_one, label("意向", "Intention")),
                item("partners", ItemType::select_multiple, label("連携", "Partners")),
                item("visits", ItemType::integer, label("件数", "Visits")),
                item("doctors", ItemType::integer, label("医師", "Doctors"))};
  form.items[intention].choices = 0;
  form.items[partners].choices = 1;
  form.extractions.resize(1);
  return form;
}

struct Sheet {
  Value intention, partners, visits, doctors;
  bool in_extraction = true;
};

Table table_of(Table::Kind kind, forms::ItemIndex row) {
  Table table;
  table.id = "T";
  table.kind = kind;
  table.rows = {row};
  table.groups = {{"all", {}, {}, {}, {}}};
  return table;
}

std::vector<Figure> figures_of(const Table& table, const std::vector<Sheet>& sheets) {
  const forms::Form form = form_of_counts();
  const TablesDefinition definition{nullptr, {table}};
  Tabulation tabulation(form, definition);
  for (const Sheet& sheet : sheets) {
    validators::Evaluation evaluation = evaluation_of(form, Missing::no_answer);
    evaluation.items[intention].value = sheet.intention;
    evaluation.items[partners].value = sheet.partners;
    evaluation.items[visits].value = sheet.visits;
    evaluation.items[doctors].value = sheet.doctors;
    using Status = validators::ExtractionState::Status;
    evaluation.extractions[0].status = sheet.in_extraction ? Status::in : Status::incomplete;
    tabulation.add(evaluation, {2018, 3, 1});
  }
  return tabulation.figures();
}

// "statistic value" of a row and column, with blanks between them.
std::string cell(const std::vector<Figure>& figures, const std::string& row, const std::string& column = "all") {
  std::string text;
  for (const Figure& each : figures) {
    if (each.row != row || each.column != column) continue;
    text += (text.empty() ? "" : " ") + each.statistic + " " + each.value;
  }
  return text;
}

const Value blank = Missing::no_answer;
Value one(int code) { return Codes{code}; }
Value figure(std::int64_t number) { return number; }

TEST_CASE("Choices are counted over those who answered, no answer beside them") {
  const auto figures = figures_of(table_of(Table::Kind::counts, intention),
                                  {{one(1), blank, blank, blank},
                                   {one(2), blank, blank, blank},
                                   {one(2), blank, blank, blank},
                                   {blank, blank, blank, blank},
                                   {Missing::illegible, blank, blank, blank}});
  CHECK(cell(figures, "intention") == "n 3");
  CHECK(cell(figures, "intention=1") == "count 1 percent 33.3");
  CHECK(cell(figures, "intention=2") == "count 2 percent 66.7");
  CHECK(cell(figures, "intention=none") == "count 2");
}

TEST_CASE("Who was not asked is neither counted nor blank") {
  const auto figures = figures_of(table_of(Table::Kind::counts, intention),
                                  {{one(1), blank, blank, blank}, {Missing::not_applicable, blank, blank, blank}});
  CHECK(cell(figures, "intention") == "n 1");
  CHECK(cell(figures, "intention=none") == "count 0");
}

TEST_CASE("With the blanks in, they are in the base and have their per cent") {
  Table table = table_of(Table::Kind::counts, intention);
  table.blanks_in = true;
  const auto figures = figures_of(table, {{one(1), blank, blank, blank}, {blank, blank, blank, blank}});
  CHECK(cell(figures, "intention") == "n 2");
  CHECK(cell(figures, "intention=1") == "count 1 percent 50.0");
  CHECK(cell(figures, "intention=none") == "count 1 percent 50.0");
}

TEST_CASE("Per cent is rounded half up on the exact value") {
  // 77 of 119 is 64.705…, 1 of 16 is 6.25: the report prints 64.7, and 6.25 must be 6.3.
  std::vector<Sheet> sheets(16, {one(2), blank, blank, blank});
  sheets[0].intention = one(1);
  CHECK(cell(figures_of(table_of(Table::Kind::counts, intention), sheets), "intention=1") == "count 1 percent 6.3");
  sheets.assign(119, {one(2), blank, blank, blank});
  for (std::size_t i = 0; i < 77; ++i) sheets[i].intention = one(1);
  CHECK(cell(figures_of(table_of(Table::Kind::counts, intention), sheets), "intention=1") == "count 77 percent 64.7");
}

TEST_CASE("Several marks count each, over the cases with at least one, and have a mean number") {
  Table table = table_of(Table::Kind::counts, partners);
  table.mean_of_marks = true;
  table.without = {3};
  const auto figures = figures_of(table, {{blank, Codes{1, 2, 3}, blank, blank},
                                          {blank, Codes{1}, blank, blank},
                                          {blank, Codes{3}, blank, blank},
                                          {blank, blank, blank, blank}});
  CHECK(cell(figures, "partners") == "n 3 mean 1.0");  // 2, 1 and 0 kinds without その他
  CHECK(cell(figures, "partners=1") == "count 2 percent 66.7");
  CHECK(cell(figures, "partners=3") == "count 2 percent 66.7");
}

TEST_CASE("Two columns are compared choice by choice and by their mean number of marks") {
  Table table = table_of(Table::Kind::counts, partners);
  table.mean_of_marks = true;
  table.grouped_by = doctors;
  table.groups.push_back({"one", {}, 1, 2, {}});
  table.groups.push_back({"several", {}, 2, {}, {}});
  table.between = {1, 2};
  std::vector<Sheet> sheets;  // 3 of 4 against 1 of 4 have a pharmacy: the lady tasting tea
  for (int i = 0; i < 4; ++i) sheets.push_back({blank, i < 3 ? Codes{1, 2} : Codes{1}, blank, figure(1)});
  for (int i = 0; i < 4; ++i) sheets.push_back({blank, i < 1 ? Codes{1, 2} : Codes{1}, blank, figure(2)});
  const auto figures = figures_of(table, sheets);
  CHECK(cell(figures, "partners=2") == "count 4 percent 50.0 p 0.4857");
  CHECK(cell(figures, "partners=1") == "count 8 percent 100.0 p 1.0000");
  CHECK(cell(figures, "partners") == "n 8 mean 1.5 p 0.2070");  // t = 1.4142, 6 degrees of freedom
}

Table means() {
  Table table = table_of(Table::Kind::means, intention);
  table.of = visits;
  table.per = doctors;
  table.grouped_by = doctors;
  table.groups.push_back({"one", {}, 1, 2, {}});
  table.groups.push_back({"several", {}, 2, {}, {}});
  return table;
}

TEST_CASE("A choice's mean is of those who have both, grouped by the number of doctors") {
  const auto figures = figures_of(means(), {{one(1), blank, figure(10), figure(1)},
                                            {one(1), blank, figure(30), figure(2)},
                                            {one(1), blank, blank, figure(1)},
                                            {one(2), blank, figure(7), blank}});
  CHECK(cell(figures, "intention=1").starts_with("count 3 percent 75.0"));
  CHECK(cell(figures, "intention=1").ends_with("n 2 mean 12.5"));
  CHECK(cell(figures, "intention=1", "one").starts_with("count 2"));
  CHECK(cell(figures, "intention=1", "one").ends_with("n 1 mean 10.0"));
  CHECK(cell(figures, "intention=1", "several").ends_with("n 1 mean 15.0"));
}

TEST_CASE("A choice that nobody with a figure took has no mean, not 0") {
  const auto figures = figures_of(means(), {{one(1), blank, figure(10), figure(1)}, {one(2), blank, figure(7), blank}});
  CHECK(cell(figures, "intention=2", "several").ends_with("n 0 mean 該当無し"));
  CHECK(cell(figures, "intention=2").ends_with("n 0 mean 該当無し"));  // its divisor is blank
}

TEST_CASE("An extraction bears on the means, not on the counts beside them") {
  Table table = means();
  table.extraction = 0;
  const auto figures = figures_of(table, {{one(1), blank, figure(10), figure(1), false}, {one(1), blank, figure(20), figure(1)}});
  CHECK(cell(figures, "intention=1").starts_with("count 2"));
  CHECK(cell(figures, "intention=1").ends_with("n 1 mean 20.0"));
}

}  // namespace
}  // namespace genpyo::exports
