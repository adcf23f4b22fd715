// compare: what differs between the two keyings of every case that has them, and how often keying
// went wrong.
#include <iostream>
#include <optional>
#include <nlohmann/json.hpp>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/single_file.h"
#include "app/session/error_rates.h"
#include "app/session/words.h"
#include "export/csv_line.h"
#include "export/progress/progress.h"

namespace genpyo::cli {
namespace {

using session::ComparedItem;
using session::Comparison;
using session::Settled;

struct Found {
  std::string case_id;
  ComparedItem difference;
};

struct Outcome {
  std::vector<Found> differences;
  session::ErrorRates rates;
};

const char* name_of(Settled settled) {
  switch (settled) {
    case Settled::no: return "";
    case Settled::first: return "first";
    case Settled::second: return "second";
    case Settled::anew: return "anew";
  }
  return "";
}

// As CSV has it: the answer, or in brackets why there is none.
std::string text_of(const forms::Mark& mark) {
  const auto* missing = std::get_if<forms::Missing>(&mark.content);
  if (missing == nullptr) return forms::plain_text(mark.content);
  std::string text = "(" + std::string(forms::name_of(*missing)) + ")";
  if (!mark.several.empty()) text += " " + forms::plain_text(mark.several);
  return text;
}

forms::Result<Outcome> compare_all(store::Store& store, const session::Survey& survey, const SingleFile* single) {
  auto cases = store.cases();
  if (!cases) return cases.failure();
  Outcome outcome;
  Progress progress({"compared"});
  progress.begin(cases->size());
  for (const store::CaseSummary& summary : *cases) {
    if (single != nullptr && single->is_stopped()) return SingleFile::stopped();
    progress.step();
    if (summary.second != forms::CaseState::closed) continue;
    const auto entries = store.history(survey.form, summary.id, "");
    if (!entries) return entries.failure();
    const Comparison comparison = session::compare_passes(survey.form, *entries);
    outcome.rates.add(comparison);
    for (const std::size_t at : comparison.differences) outcome.differences.push_back({summary.id, comparison.items[at]});
  }
  return outcome;
}

// One row a difference, in these columns.
std::vector<std::string> cells_of(const Found& found, const forms::Form& form, const std::string& language) {
  const ComparedItem& each = found.difference;
  return {found.case_id, form.items[each.item].name, session::number_of(form, each.item, language),
          form.items[each.item].label.in(language), text_of(each.first), each.first_by, text_of(each.second),
          each.second_by, name_of(each.settled), each.settled == Settled::no ? "" : text_of(each.now),
          each.settled_by, each.settled_at};
}
const std::vector<std::string> columns = {"case_id", "item", "number", "label", "first", "first_by", "second",
                                          "second_by", "settled", "counts", "settled_by", "settled_at"};

nlohmann::ordered_json json_of(const session::KeyingErrors& errors) {
  return {{"keyed", errors.keyed}, {"errors", errors.errors}, {"undecided", errors.undecided},
          {"rate", exports::percent_of(errors.errors, errors.keyed)}};
}

void print_json(const Outcome& outcome, const forms::Form& form, const std::string& language) {
  using json = nlohmann::ordered_json;
  json differences = json::array(), items = json::object(), operators = json::object();
  for (const Found& found : outcome.differences) {
    json row;
    const auto cells = cells_of(found, form, language);
    for (std::size_t i = 0; i < cells.size(); ++i) row[columns[i]] = cells[i];
    differences.push_back(std::move(row));
  }
  for (const auto& [item, errors] : outcome.rates.by_item) items[form.items[item].name] = json_of(errors);
  for (const auto& [name, errors] : outcome.rates.by_operator) operators[name] = json_of(errors);
  const session::ErrorRates& rates = outcome.rates;
  std::cout << json{{"cases", rates.cases}, {"compared", rates.compared}, {"equal", rates.equal},
                    {"agreement", exports::percent_of(rates.equal, rates.compared)}, {"unsettled", rates.unsettled},
                    {"differences", std::move(differences)}, {"items", std::move(items)}, {"operators", std::move(operators)}}
                   .dump(2)
            << '\n';
}

void print_row(const std::string& name, const session::KeyingErrors& errors) {
  std::cout << name << '\t' << errors.keyed << '\t' << errors.errors << '\t' << errors.undecided << '\t'
            << exports::percent_of(errors.errors, errors.keyed) << '\n';
}

// Items that nobody got wrong are left to --json.
void print_text(const Outcome& outcome, const forms::Form& form, const std::string& language) {
  if (outcome.rates.cases == 0) {
    std::cout << "No case has been keyed twice yet: choose one on the list of cases and press F2.\n";
    return;
  }
  for (const Found& found : outcome.differences) {
    std::string line;
    for (const std::string& cell : cells_of(found, form, language)) line += (line.empty() ? "" : "\t") + cell;
    std::cout << line << '\n';
  }
  std::cout << "\titem or operator\tkeyed\terrors\tundecided\terrors %\n";
  for (const auto& [item, errors] : outcome.rates.by_item) {
    if (errors.errors + errors.undecided > 0) print_row("\t" + form.items[item].name, errors);
  }
  for (const auto& [name, errors] : outcome.rates.by_operator) print_row("\t" + name, errors);
  const session::ErrorRates& rates = outcome.rates;
  std::cout << rates.cases << " cases keyed twice: " << rates.equal << " of " << rates.compared << " items equal ("
            << exports::percent_of(rates.equal, rates.compared) << " %), " << outcome.differences.size() << " differ, "
            << rates.unsettled << " unsettled.\n";
}

forms::Result<forms::Done> save_csv(const SingleFile& single, const Outcome& outcome, const forms::Form& form,
                                    const std::string& language) {
  return single.write([&](exports::WholeFile& file) -> forms::Result<forms::Done> {
    file.write(exports::csv_line(columns));
    for (const Found& found : outcome.differences) file.write(exports::csv_line(cells_of(found, form, language)));
    return forms::Done{};
  });
}

}  // namespace

int compare(const Request& request) {
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  if (auto still = store->stand_still(); !still) return say_failure(still.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  std::optional<SingleFile> single;  // without one a signal may end us at once
  if (!request.output.empty()) single.emplace(request.output);
  const auto outcome = compare_all(*store, **survey, single ? &*single : nullptr);
  if (!outcome) return single ? single->say(outcome.failure()) : say_failure(outcome.failure());
  if (single) {
    if (auto saved = save_csv(*single, *outcome, (*survey)->form, request.language); !saved) return single->say(saved.failure());
    std::cerr << request.output << '\n';
  }
  if (request.json) print_json(*outcome, (*survey)->form, request.language);
  else print_text(*outcome, (*survey)->form, request.language);
  return outcome->rates.unsettled > 0 ? findings : done;
}

}  // namespace genpyo::cli
