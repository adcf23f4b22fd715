// explain --table: the cases behind a figure, and why the others are not.
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/tables_file.h"
#include "app/cli/world.h"
#include "export/tables/behind.h"

namespace genpyo::cli {
namespace {

struct Line {
  std::string case_id, contribution, reason, missing;
  bool is_in = false;
};

Line line_of(const exports::TablesDefinition& definition, const exports::Table& table, const exports::FigureRow& row,
             const forms::Form& form, const forms::Case& current, const validators::States& states) {
  const exports::Behind standing = exports::behind(definition, table, row, 0, states, today());
  Line line{current.id, standing.contribution, standing.reason, "", standing.is_in};
  for (const forms::ItemIndex item : standing.missing) {
    line.missing += (line.missing.empty() ? "" : " ") + form.items[item].name;
  }
  return line;
}

void print_lines(const std::vector<Line>& lines, const Request& request) {
  if (request.json) {
    auto out = nlohmann::ordered_json::array();
    for (const Line& line : lines) {
      out.push_back({{"case_id", line.case_id}, {"in", line.is_in}, {"value", line.contribution},
                     {"reason", line.reason}, {"missing", line.missing}});
    }
    std::cout << out.dump(2) << '\n';
    return;
  }
  std::size_t taken = 0;
  for (const Line& line : lines) taken += line.is_in ? 1 : 0;
  std::cout << request.table << ' ' << request.row << ": " << taken << " cases in, " << lines.size() - taken << " out\n";
  for (const Line& line : lines) {
    if (line.is_in) std::cout << "  in   " << line.case_id << "  " << line.contribution << '\n';
  }
  for (const Line& line : lines) {
    if (!line.is_in) std::cout << "  out  " << line.case_id << "  " << line.reason << (line.missing.empty() ? "" : ": ") << line.missing << '\n';
  }
}

}  // namespace

int explain_figure(const Request& request) {
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  const forms::Form& form = (*survey)->form;
  auto definition = read_tables_of(form);
  if (!definition) return say_failure(definition.failure(), usage);
  const auto table = std::find_if(definition->tables.begin(), definition->tables.end(),
                                  [&](const exports::Table& each) { return each.id == request.table; });
  if (table == definition->tables.end()) return say_failure({"There is no table " + request.table + "."}, usage);
  const auto row = exports::figure_row(*table, form, request.row);
  if (!row) return say_failure({"Table " + request.table + " has no row " + request.row + ": give one of tables.csv with --row."}, usage);
  std::vector<Line> lines;
  auto counts = for_each_case(*store, **survey, request.all, "explained",
                              [&](const forms::Case& current, const validators::States& states) {
                                lines.push_back(line_of(*definition, *table, *row, form, current, states));
                              });
  if (!counts) return say_failure(counts.failure());
  print_lines(lines, request);
  say_counts(*counts, request.all);
  return done;
}

}  // namespace genpyo::cli
