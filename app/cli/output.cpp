// tables: what is handed over in figures.
#include <iostream>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/folder.h"
#include "app/cli/report.h"
#include "app/cli/tables_file.h"
#include "app/cli/world.h"
#include "export/tables/callbacks.h"
#include "export/tables/exclusions.h"
#include "export/tables/tables.h"

namespace genpyo::cli {
namespace {

// tables.csv, exclusions.csv and callbacks.csv, from one walk through the cases.
int write_tables(const Request& request, store::Store& store, const session::Survey& survey,
                 const exports::TablesDefinition& definition) {
  const std::string tables_path = request.output + "/tables.csv";
  const std::string exclusions_path = request.output + "/exclusions.csv";
  const std::string callbacks_path = request.output + "/callbacks.csv";
  auto exclusions = exports::ExclusionsFile::create(exclusions_path, survey.form, definition);
  if (!exclusions) return say_failure(exclusions.failure());
  exports::Tabulation tabulation(survey.form, definition);
  std::vector<exports::Callback> callbacks;
  const forms::Date day = today();
  auto counts = for_each_case(store, survey, request.all, "tabulated",
                              [&](const forms::Case& current, const validators::Evaluation& evaluation) {
                                tabulation.add(evaluation, day);
                                exclusions->add(current.id, evaluation, day);
                                callbacks.push_back(exports::callback_of(survey.form, current.id, evaluation));
                              });
  if (!counts) return say_failure(counts.failure());
  exports::sort_by_gain(callbacks);
  if (auto written = exports::write_tables_csv(tabulation.figures(), tables_path); !written) {
    return say_failure(written.failure());
  }
  if (auto written = exclusions->finish(); !written) return say_failure(written.failure());
  if (auto written = exports::write_callbacks_csv(callbacks, survey.form, request.language, callbacks_path); !written) {
    return say_failure(written.failure());
  }
  say_counts(*counts, request.all);
  for (const std::string& path : {tables_path, exclusions_path, callbacks_path}) std::cout << path << '\n';
  return done;
}

}  // namespace

int tables(const Request& request) {
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  auto definition = read_tables_of((*survey)->form);
  if (!definition) return say_failure(definition.failure(), usage);
  if (auto made = make_folder(request.output); !made) return say_failure(made.failure());

  return write_tables(request, *store, **survey, *definition);
}

}  // namespace genpyo::cli
