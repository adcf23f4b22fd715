#include "export/tables/tables.h"

#include <catch2/catch.hpp>

#include "tests/export/scratch_folder.h"
#include "tests/export/visits_form.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;
using Status = validators::ExtractionState::Status;

constexpr forms::Date today{2018, 3, 1};
constexpr Missing blank = Missing::no_answer;

constexpr std::int64_t clinic = 1, hospital = 2;

// One sheet: what it says, and what the extraction makes of it.
struct Sheet {
  Value doctors, made, possible;
  Status status = Status::in;
  std::int64_t facility_type = clinic;
};

Value figure(std::int64_t number) { return number; }

Table table_of(std::vector<forms::ItemIndex> rows) {
  Table table;
  table.id = "T";
  table.rows = std::move(rows);
  table.groups = {{"all", {}, {}, {}, {}}};
  return table;
}

constexpr forms::ItemIndex doctors = 1, made = 2, possible = 3;

std::vector<Figure> figures_of(const TablesDefinition& definition,
                               const std::vector<Sheet>& sheets) {
  const forms::Form form = visits_form();
  Tabulation tabulation(form, definition);
  for (const Sheet& sheet : sheets) {
    validators::Evaluation evaluation = evaluation_of(form, blank);
    state_of(evaluation, form, "facility_type").value =
        Codes{static_cast<int>(sheet.facility_type)};
    state_of(evaluation, form, "doctors").value = sheet.doctors;
    state_of(evaluation, form, "made").value = sheet.made;
    state_of(evaluation, form, "possible").value = sheet.possible;
    evaluation.extractions[0].status = sheet.status;
    tabulation.add(evaluation, today);
  }
  return tabulation.figures();
}

// n, mean, median, min and max of one cell with blanks between them.
std::string cell(const std::vector<Figure>& figures, const std::string& row,
                 const std::string& column = "all") {
  std::string text;
  for (const Figure& each : figures) {
    if (each.row != row || each.column != column) continue;
    text += (text.empty() ? "" : " ") + each.value;
  }
  return text;
}

TEST_CASE("The figures come in the order of the definition, n mean median min max") {
  Table first = table_of({possible, made});
  first.id = "B";
  first.groups.push_back({"ge1", {}, 1, {}, {}});
  first.grouped_by = made;
  Table second = table_of({doctors});
  second.id = "A";
  second.decimals = 2;
  const auto figures = figures_of({nullptr, {first, second}}, {{figure(2), figure(4), figure(8)}});
  REQUIRE(figures.size() == 25);
  CHECK(figures[0] == Figure{"B", "possible", "all", "n", "1"});
  CHECK(figures[1] == Figure{"B", "possible", "all", "mean", "8.0"});
  CHECK(figures[2] == Figure{"B", "possible", "all", "median", "8.0"});
  CHECK(figures[3] == Figure{"B", "possible", "all", "min", "8.0"});
  CHECK(figures[4] == Figure{"B", "possible", "all", "max", "8.0"});
  CHECK(figures[5] == Figure{"B", "possible", "ge1", "n", "1"});
  CHECK(figures[10] == Figure{"B", "made", "all", "n", "1"});
  CHECK(figures[24] == Figure{"A", "doctors", "all", "max", "2.00"});
}

TEST_CASE("Plain figures of a few clinics, computed by hand") {
  // 1, 1, 2, 5: mean 9/4 = 2.25, median 1.5. Zero is an answer: 0, 3: mean 1.5.
  const auto figures =
      figures_of({nullptr, {table_of({doctors, made})}}, {{figure(1), figure(0), blank},
                                                          {figure(5), figure(3), blank},
                                                          {figure(2), blank, blank},
                                                          {figure(1), Missing::dont_know, blank}});
  CHECK(cell(figures, "doctors") == "4 2.3 1.5 1.0 5.0");
  CHECK(cell(figures, "made") == "2 1.5 1.5 0.0 3.0");
}

TEST_CASE("Per doctor each clinic's ratio counts, and a divisor of 0 or none leaves it out") {
  Table table = table_of({made});
  table.per = doctors;
  // Ratios 10/1, 10/4 and 3/2: mean 14/3, median 2.5.
  const auto figures = figures_of({nullptr, {table}}, {{figure(1), figure(10), blank},
                                                       {figure(4), figure(10), blank},
                                                       {figure(2), figure(3), blank},
                                                       {figure(0), figure(99), blank},
                                                       {blank, figure(99), blank},
                                                       {Missing::illegible, figure(99), blank},
                                                       {figure(3), blank, blank}});
  CHECK(cell(figures, "made") == "3 4.7 2.5 1.5 10.0");
}

TEST_CASE("A cell that no case is in has n 0 and 該当無し, never 0") {
  const auto figures =
      figures_of({nullptr, {table_of({doctors, made})}}, {{figure(1), blank, blank}});
  CHECK(cell(figures, "made") == "0 該当無し 該当無し 該当無し 該当無し");
  CHECK(cell(figures_of({nullptr, {table_of({made})}}, {}), "made") ==
        "0 該当無し 該当無し 該当無し 該当無し");
}

TEST_CASE("Cases outside the base are in no table") {
  const forms::Form form = visits_form();
  std::vector<forms::Diagnostic> diagnostics;
  const auto base = validators::Expression::parse({"${facility_type} = 1", {"t", 1, 1}}, form,
                                                  std::nullopt, diagnostics);
  REQUIRE(base);
  const std::vector<Sheet> sheets = {{figure(1), blank, blank},
                                     {figure(40), blank, blank, Status::in, hospital}};
  CHECK(cell(figures_of({base, {table_of({doctors})}}, sheets), "doctors") == "1 1.0 1.0 1.0 1.0");
  CHECK(cell(figures_of({nullptr, {table_of({doctors})}}, sheets), "doctors") ==
        "2 20.5 20.5 1.0 40.0");
}

TEST_CASE("With an extraction only the cases in it count, else item by item") {
  const std::vector<Sheet> sheets = {{figure(1), figure(7), figure(9)},
                                     {figure(1), figure(1), blank, Status::incomplete},
                                     {figure(0), figure(2), figure(2), Status::condition},
                                     {figure(1), figure(3), figure(3), Status::outside}};
  Table table = table_of({made});
  CHECK(cell(figures_of({nullptr, {table}}, sheets), "made") == "4 3.3 2.5 1.0 7.0");
  table.extraction = 0;
  CHECK(cell(figures_of({nullptr, {table}}, sheets), "made") == "1 7.0 7.0 7.0 7.0");
}

Table grouped() {
  Table table = table_of({possible});
  table.per = doctors;
  table.grouped_by = made;
  table.groups.push_back({"ge2000", {}, 2000, {}, {}});
  table.groups.push_back({"lt2000", {}, {}, 2000, {}});
  return table;
}

TEST_CASE("A group's lower bound is in it, its upper bound is not") {
  const auto figures = figures_of({nullptr, {grouped()}}, {{figure(1), figure(1999), figure(1)},
                                                           {figure(1), figure(2000), figure(2)},
                                                           {figure(1), figure(2001), figure(4)}});
  CHECK(cell(figures, "possible", "ge2000") == "2 3.0 3.0 2.0 4.0");
  CHECK(cell(figures, "possible", "lt2000") == "1 1.0 1.0 1.0 1.0");
}

TEST_CASE("A group is chosen by the exact value per doctor") {
  // 6000/3 is 2000; 5999/3 is below; 13,999,999,999/7,000,000 is below by 1/7,000,000.
  const auto figures =
      figures_of({nullptr, {grouped()}}, {{figure(3), figure(6000), figure(3)},
                                          {figure(3), figure(5999), figure(3)},
                                          {figure(7'000'000), figure(13'999'999'999), figure(0)}});
  CHECK(cell(figures, "possible", "ge2000") == "1 1.0 1.0 1.0 1.0");
  CHECK(cell(figures, "possible", "lt2000") == "2 0.5 0.5 0.0 1.0");
}

TEST_CASE("A case whose grouping value is not defined is in the column all only") {
  const auto figures = figures_of({nullptr, {grouped()}}, {{figure(2), blank, figure(5)}});
  CHECK(cell(figures, "possible") == "1 2.5 2.5 2.5 2.5");
  CHECK(cell(figures, "possible", "ge2000").find("0 該当無し") == 0);
  CHECK(cell(figures, "possible", "lt2000").find("0 該当無し") == 0);
}

TEST_CASE("The mean of the printed ties is rounded on the exact value") {
  Table table = table_of({made});
  table.per = doctors;
  // 43/20 = 2.15 prints as 2.2; 5/4 = 1.25 as 1.3.
  CHECK(cell(figures_of({nullptr, {table}}, {{figure(20), figure(43), blank}}), "made") ==
        "1 2.2 2.2 2.2 2.2");
  CHECK(cell(figures_of({nullptr, {table}}, {{figure(4), figure(5), blank}}), "made") ==
        "1 1.3 1.3 1.3 1.3");
}

TEST_CASE("tables.csv is tidy and whole") {
  const ScratchFolder folder;
  const std::string path = folder.file("tables.csv");
  REQUIRE(write_tables_csv({{"II-2-5", "doctors", "all", "n", "0"},
                            {"II-2-5", "doctors", "all", "mean", "該当無し"},
                            {"a,\"b\"", "doctors", "all", "max", "1.0"}},
                           path));
  CHECK(content_of(path) ==
        "table,row,column,statistic,value\n"
        "II-2-5,doctors,all,n,0\n"
        "II-2-5,doctors,all,mean,該当無し\n"
        "\"a,\"\"b\"\"\",doctors,all,max,1.0\n");
  CHECK(folder.entries() == 1);
}

TEST_CASE("tables.csv for a folder that is not there is refused in one sentence") {
  const ScratchFolder folder;
  const auto done = write_tables_csv({}, folder.file("absent/tables.csv"));
  REQUIRE_FALSE(done);
  CHECK(done.failure().sentence ==
        "Cannot write " + folder.file("absent/tables.csv") + ": the folder does not exist.");
}

}  // namespace
}  // namespace genpyo::exports
