// export: the dataset that is handed over.
#include <iostream>
#include <map>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/world.h"
#include "export/csv.h"

namespace genpyo::cli {

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

}  // namespace genpyo::cli
