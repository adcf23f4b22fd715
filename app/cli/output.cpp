// export and tables: what is handed over.
#include <filesystem>
#include <iostream>
#include <map>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/report_files.h"
#include "app/cli/tables_file.h"
#include "app/cli/world.h"
#include "export/csv.h"
#include "export/tables/callbacks.h"
#include "export/tables/exclusions.h"
#include "export/tables/tables.h"

namespace genpyo::cli {
namespace {

forms::Result<forms::Done> make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return forms::Failure{"Cannot make the folder " + folder + ": " + error.message() +
                          ". Choose another with -o."};
  }
  return forms::Done{};
}

// The sheets of the clinics that are to be called, in the order of the calls.
std::vector<exports::CallbackSheet> sheets_in_order(std::map<std::string, exports::CallbackSheet> sheets,
                                                    const std::vector<exports::Callback>& callbacks) {
  std::vector<exports::CallbackSheet> ordered;
  for (const exports::Callback& each : callbacks) ordered.push_back(std::move(sheets[each.case_id]));
  return ordered;
}

// tables.csv, exclusions.csv and callbacks.csv, and the report, from one walk through the cases.
int write_tables(const Request& request, store::Store& store, const session::Survey& survey,
                 const exports::TablesDefinition& definition) {
  const std::string tables_path = request.output + "/tables.csv";
  const std::string exclusions_path = request.output + "/exclusions.csv";
  const std::string callbacks_path = request.output + "/callbacks.csv";
  auto exclusions = exports::ExclusionsFile::create(exclusions_path, survey.form, definition);
  if (!exclusions) return say_failure(exclusions.failure());
  exports::Tabulation tabulation(survey.form, definition);
  std::vector<exports::Callback> callbacks;
  std::map<std::string, exports::CallbackSheet> sheets;
  const forms::Date day = today();
  auto counts = for_each_case(store, survey, request.all, "tabulated",
                              [&](const forms::Case& current, const validators::Evaluation& evaluation) {
                                tabulation.add(evaluation, day);
                                exclusions->add(current.id, evaluation, day);
                                exports::Callback callback = exports::callback_of(survey.form, current.id, evaluation);
                                if (callback.tables.empty()) return;
                                sheets[current.id] = exports::callback_sheet(survey.form, callback, evaluation, request.language);
                                callbacks.push_back(std::move(callback));
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
  auto report = write_report_files(request, store, survey.form, definition, tabulation,
                                   sheets_in_order(std::move(sheets), callbacks), *counts);
  if (!report) return say_failure(report.failure());
  say_counts(*counts, request.all);
  for (const std::string& path : {tables_path, exclusions_path, callbacks_path}) std::cout << path << '\n';
  for (const std::string& path : *report) std::cout << path << '\n';
  return done;
}

}  // namespace

int export_dataset(const Request& request) {
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  if (auto made = make_folder(request.output); !made) return say_failure(made.failure());

  exports::DatasetOptions options;
  options.identifying = request.identifying;
  if (request.multiple == "codes") options.multiple = exports::DatasetOptions::Multiple::codes;
  auto dataset = exports::CsvDataset::create(request.output, (*survey)->form, options);
  if (!dataset) return say_failure(dataset.failure());
  auto counts = for_each_case(*store, **survey, request.all, "exported",
                              [&dataset](const forms::Case& current, const validators::Evaluation& evaluation) {
                                dataset->add(current, evaluation);
                              });
  if (!counts) return say_failure(counts.failure());
  if (auto finished = dataset->finish(); !finished) return say_failure(finished.failure());
  say_counts(*counts, request.all);
  for (const std::string& path : dataset->paths()) std::cout << path << '\n';
  return done;
}

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
