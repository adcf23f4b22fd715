// check --keystrokes: what keying a form costs a clerk, from sheets that were answered.
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/world.h"
#include "app/session/intake.h"
#include "app/session/keystrokes.h"
#include "forms/form_reader.h"

namespace genpyo::cli {
namespace {

constexpr std::size_t most_csv_bytes = 512u << 20;

struct Cost {
  std::string csv;
  std::vector<std::size_t> keys;  // a sheet, ascending
  session::Keystrokes sum;        // of all sheets

  double mean(std::size_t total) const {
    return keys.empty() ? 0 : static_cast<double>(total) / static_cast<double>(keys.size());
  }
  double median() const {
    if (keys.empty()) return 0;
    const std::size_t middle = keys.size() / 2;
    return keys.size() % 2 == 1 ? static_cast<double>(keys[middle])
                                : static_cast<double>(keys[middle - 1] + keys[middle]) / 2;
  }
  double keys_per(std::size_t answered) const {
    return answered == 0 ? 0 : static_cast<double>(sum.keys) / static_cast<double>(answered);
  }
};

forms::Result<Cost> cost_of(const session::Survey& survey, const std::string& csv) {
  const auto bytes = forms::read_file(csv, most_csv_bytes);
  if (!bytes) return bytes.failure();
  const auto table = forms::csv::parse(*bytes);
  if (!table) return forms::Failure{csv + ": " + table.failure().sentence};
  const session::Intake intake = session::read_rows(survey, *table, today());
  if (!intake.faults.empty()) {
    return forms::Failure{csv + " has cells that cannot be read; check --data says which."};
  }
  Cost cost{csv, {}, {}};
  for (const session::IntakeCase& taken : intake.cases) {
    const auto count = session::count_keystrokes(survey.form, taken.current, taken.evaluation);
    cost.keys.push_back(count.keys);
    cost.sum.keys += count.keys;
    cost.sum.letters += count.letters;
    cost.sum.items += count.items;
    cost.sum.variables += count.variables;
  }
  std::sort(cost.keys.begin(), cost.keys.end());
  return cost;
}

void print_json(const Cost& cost) {
  nlohmann::ordered_json out;
  out["data"] = cost.csv;
  out["sheets"] = cost.keys.size();
  out["keys"] = {{"mean", cost.mean(cost.sum.keys)}, {"median", cost.median()}};
  out["letters"] = {{"mean", cost.mean(cost.sum.letters)}};
  out["answered_items"] = {{"mean", cost.mean(cost.sum.items)}};
  out["answered_variables"] = {{"mean", cost.mean(cost.sum.variables)}};
  out["keys_per_item"] = cost.keys_per(cost.sum.items);
  out["keys_per_variable"] = cost.keys_per(cost.sum.variables);
  std::cout << out.dump(2) << '\n';
}

void print_text(const Cost& cost) {
  std::cout << std::fixed << std::setprecision(1) << "sheets              " << cost.keys.size() << " of " << cost.csv
            << "\nkeys a sheet        mean " << cost.mean(cost.sum.keys) << ", median " << cost.median()
            << "\nletters of texts    mean " << cost.mean(cost.sum.letters) << ", not among the keys"
            << "\nanswered items      mean " << cost.mean(cost.sum.items)
            << "\nanswered variables  mean " << cost.mean(cost.sum.variables)
            << ", a several-mark item counting its choices" << std::setprecision(2)
            << "\nkeys per item       " << cost.keys_per(cost.sum.items)
            << "\nkeys per variable   " << cost.keys_per(cost.sum.variables) << '\n';
}

}  // namespace

int keystrokes(const Request& request) {
  auto survey = requested_survey(request);
  if (!survey) return say_failure(survey.failure());
  say_diagnostics((*survey)->diagnostics);
  if (!(*survey)->diagnostics.empty()) return findings;
  const std::string sample = (*survey)->folder + "/sample.csv";
  const auto cost = cost_of(**survey, request.csv.empty() ? sample : request.csv);
  if (!cost) return say_failure(cost.failure(), usage);
  if (request.json) print_json(*cost);
  else print_text(*cost);
  return done;
}

}  // namespace genpyo::cli
