// Who is out of a table and why, and which calls would bring clinics back.
#include "export/tables/callbacks.h"

#include <catch2/catch.hpp>

#include "export/tables/exclusions.h"
#include "forms/csv.h"
#include "forms/form_reader.h"
#include "forms/read_value.h"
#include "tests/export/scratch_folder.h"
#include "validators/program.h"

namespace genpyo::exports {
namespace {

using forms::Missing;
using forms::Value;

constexpr forms::Date today{2018, 3, 1};

std::string text_of(const char* file) {
  const auto text = forms::read_file(GENPYO_SOURCE + ("/forms/home_care_2018/" + std::string(file)), 8u << 20);
  REQUIRE(text);
  return *text;
}

// The survey with its sample, evaluated.
struct Survey {
  forms::FormReading reading = forms::read_form(text_of("form.yaml"), "form.yaml");
  const forms::Form& form = reading.form;
  validators::Compilation compilation = validators::compile(form);
  TablesDefinition definition = read_tables(text_of("tables.yaml"), "tables.yaml", form).definition;
  std::vector<forms::Case> cases;

  Survey() {
    const auto table = forms::csv::parse(text_of("sample.csv"));
    REQUIRE(table);
    for (const forms::csv::Row& row : table->rows) {
      forms::Case current = forms::blank_case(form, row.cells[0]);
      for (std::size_t column = 1; column < row.cells.size(); ++column) {
        const forms::ItemIndex item = form.find(table->header[column]).value();
        auto mark = forms::read_value(form.items[item], form.choices_of(form.items[item]), row.cells[column]);
        current.marks[item] = std::get<forms::Mark>(mark);
      }
      cases.push_back(std::move(current));
    }
  }
  validators::Evaluation evaluated(const forms::Case& current) const {
    return validators::evaluate(compilation.program, current, today);
  }
  std::vector<Figure> figures(const std::vector<forms::Case>& all) const {
    Tabulation tabulation(form, definition);
    for (const forms::Case& current : all) tabulation.add(evaluated(current), today);
    return tabulation.figures();
  }
  std::vector<Callback> callbacks() const {
    std::vector<Callback> all;
    for (const forms::Case& current : cases) all.push_back(callback_of(form, current.id, evaluated(current)));
    sort_by_gain(all);
    return all;
  }
};

int base_of(const std::vector<Figure>& figures, const std::string& table, const std::string& row) {
  for (const Figure& each : figures) {
    if (each.table == table && each.row == row && each.column == "all" && each.statistic == "n") return std::stoi(each.value);
  }
  return -1;
}

}  // namespace

TEST_CASE("The answers of the first ten calls raise the bases by exactly what the list promised") {
  const Survey survey;
  const std::vector<Callback> callbacks = survey.callbacks();
  REQUIRE(callbacks.size() > 10);
  std::vector<forms::Case> called = survey.cases;
  std::map<std::string, int> promised;
  for (std::size_t call = 0; call < 10; ++call) {
    for (const std::string& table : callbacks[call].tables) ++promised[table];
    for (forms::Case& current : called) {
      if (current.id != callbacks[call].case_id) continue;
      for (const forms::ItemIndex item : callbacks[call].questions) current.marks[item] = {Value(std::int64_t{1}), {}, "1"};
    }
  }
  const auto before = survey.figures(survey.cases), after = survey.figures(called);
  for (const auto& [table, row] : {std::pair("II-2-5", "staff_doctors"), std::pair("II-2-8", "patients_total"),
                                   std::pair("II-4-1", "home_visits"), std::pair("II-5-1", "deaths_total")}) {
    INFO(table);
    CHECK(base_of(after, table, row) - base_of(before, table, row) == promised[table]);
  }
  CHECK(promised["II-2-8"] > 0);
}

TEST_CASE("The call that gains most comes first, with the questions to ask") {
  const Survey survey;
  const std::vector<Callback> callbacks = survey.callbacks();
  for (std::size_t i = 1; i < callbacks.size(); ++i) {
    const Callback &first = callbacks[i - 1], &second = callbacks[i];
    CHECK((first.tables.size() > second.tables.size() ||
           (first.tables.size() == second.tables.size() && first.questions.size() <= second.questions.size())));
    CHECK_FALSE(second.questions.empty());
  }
}

TEST_CASE("A hospital, a divisor of 0 and a skipped question are not to be called for") {
  const Survey survey;
  forms::Case current = survey.cases[0];
  const auto set = [&](const char* item, Value value) {
    current.marks[survey.form.find(item).value()] = {std::move(value), {}, ""};
  };
  set("facility_type", forms::Codes{2});
  CHECK(callback_of(survey.form, "x", survey.evaluated(current)).tables.empty());
  set("facility_type", forms::Codes{1});
  set("service_home_visit", forms::Codes{2});  // then home_visits is not asked: II-4-1 cannot be regained
  set("home_visits", Missing::no_answer);
  const Callback callback = callback_of(survey.form, "x", survey.evaluated(current));
  CHECK(std::find(callback.tables.begin(), callback.tables.end(), "II-4-1") == callback.tables.end());
}

TEST_CASE("Those who are in a row of a table are as many as its n, the others have their reason") {
  const Survey survey;
  const auto figures = survey.figures(survey.cases);
  std::map<std::string, int> in;
  for (const forms::Case& current : survey.cases) {
    const auto evaluation = survey.evaluated(current);
    for (const Table& table : survey.definition.tables) {
      for (const forms::ItemIndex row : table.rows) {
        const Standing standing = standing_of(survey.definition, table, row, evaluation, today);
        in[table.id + " " + survey.form.items[row].name] += standing.reason == Exclusion::none ? 1 : 0;
        if (standing.reason == Exclusion::incomplete) CHECK_FALSE(standing.missing.empty());
      }
    }
  }
  for (const Table& table : survey.definition.tables) {
    for (const forms::ItemIndex row : table.rows) {
      const std::string& name = survey.form.items[row].name;
      INFO(table.id << ' ' << name);
      CHECK(in[table.id + " " + name] == base_of(figures, table.id, name));
    }
  }
}

TEST_CASE("exclusions.csv and callbacks.csv say who, why and what to ask") {
  const Survey survey;
  const ScratchFolder folder;
  auto file = ExclusionsFile::create(folder.file("exclusions.csv"), survey.form, survey.definition);
  REQUIRE(file);
  for (const forms::Case& current : survey.cases) file->add(current.id, survey.evaluated(current), today);
  REQUIRE(file->finish());
  const std::string exclusions = content_of(folder.file("exclusions.csv"));
  CHECK(exclusions.starts_with("table,row,case_id,in,reason,missing\n"));
  CHECK(exclusions.find("II-2-5,staff_doctors,11-001,1,,\n") != std::string::npos);
  CHECK(exclusions.find(",0,base,\n") != std::string::npos);

  REQUIRE(write_callbacks_csv(survey.callbacks(), survey.form, "ja", folder.file("callbacks.csv")));
  const std::string callbacks = content_of(folder.file("callbacks.csv"));
  CHECK(callbacks.starts_with("case_id,tables_regained,items_missing,tables,items,questions\n"));
  CHECK(callbacks.find("問8 ") != std::string::npos);
}

}  // namespace genpyo::exports
