// cases_bench: what a survey of 100,000 cases of home_care_2018 costs, from the store to its tables.
//   cases_bench FILE [CASES]    makes FILE where there is none; measures on one core
// The cases are those of the form's sample, varied by their number: the same bytes every time.
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "app/session/intake.h"
#include "app/session/survey.h"
#include "export/tables/standard.h"
#include "export/tables/tables.h"
#include "forms/form_reader.h"
#include "store/store.h"
#include "validators/evaluation.h"

namespace {

using namespace genpyo;
using Moment = std::clock_t;

constexpr forms::Date today{2018, 6, 1};
constexpr std::size_t chunk = 2'000;  // cases in one transaction

// The processor's time, of one core: a machine that does other things shows the same.
Moment now() { return std::clock(); }

// `limit` is in seconds, for 100,000 cases; 0 where there is no goal.
void say(const std::string& what, Moment since, std::size_t cases, double limit = 0) {
  const double seconds = static_cast<double>(now() - since) / CLOCKS_PER_SEC;
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  std::cout << std::left << std::setw(46) << what << std::right << std::fixed << std::setprecision(3)
            << std::setw(9) << seconds << " s" << std::setprecision(2) << std::setw(9)
            << seconds * 1e6 / static_cast<double>(cases) << " µs a case" << std::setw(7)
            << use.ru_maxrss / 1024 << " MB at most";
  if (limit > 0) {
    const bool passes = seconds * 100'000 <= limit * static_cast<double>(cases);
    std::cout << std::setprecision(1) << "   [" << limit << " s for 100,000] " << (passes ? "pass" : "MISS");
  }
  std::cout << std::endl;
}

template <typename T>
T or_end(forms::Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << result.failure().sentence << '\n';
  std::exit(3);
}

// Another clinic's sheet: its figures a little larger, its single choices moved along now and then.
void vary(std::vector<store::Change>& changes, const forms::Form& form, std::size_t number) {
  std::size_t at = number;
  for (store::Change& change : changes) {
    at = at * 2862933555777941757u + 3037000493u;
    const std::size_t draw = at >> 40;
    if (auto* figure = std::get_if<std::int64_t>(&change.mark.content)) {
      *figure += static_cast<std::int64_t>(draw % 3) * (*figure / 16);
      change.mark.raw = std::to_string(*figure);
    } else if (auto* codes = std::get_if<forms::Codes>(&change.mark.content); codes && codes->size() == 1 && draw % 8 == 0) {
      const auto& choices = form.choices_of(form.items[*form.find(change.subject)])->choices;
      codes->front() = choices[draw / 8 % choices.size()].code;
      change.mark.raw = std::to_string(codes->front());
    }
  }
}

std::vector<session::IntakeCase> sample(const session::Survey& survey) {
  const auto text = or_end(forms::read_file(survey.folder + "/sample.csv", 1u << 24));
  auto intake = session::read_rows(survey, or_end(forms::csv::parse(text)), today);
  std::erase_if(intake.cases, [](const auto& each) { return !each.evaluation.may_close(); });
  return std::move(intake.cases);
}

void make(const std::string& path, const session::Survey& survey, std::size_t cases) {
  const auto seeds = sample(survey);
  auto store = or_end(store::Store::open(path, [] { return "2018-06-01T09:00:00.000Z"; }, "bench"));
  const std::string hash = or_end(store.archive(survey.form));
  std::vector<store::Store::NewCase> batch;
  for (std::size_t number = 0; number < cases; ++number) {
    std::string id = std::to_string(1'000'000 + number);
    auto changes = seeds[number % seeds.size()].changes;
    vary(changes, survey.form, number);
    changes.push_back({store::Entry::Action::close, "", {}, "", "bench"});
    batch.push_back({std::move(id), std::move(changes)});
    if (batch.size() < chunk && number + 1 < cases) continue;
    or_end(store.import(survey.form, hash, batch));
    batch.clear();
  }
}

void measure_pass(store::Store& store, const session::Survey& survey) {
  Moment start = now();
  auto walk = or_end(store.each(survey.form, false, [](const forms::Case&) {}));
  say("read every case", start, walk.taken);
  start = now();
  std::size_t violations = 0;
  validators::Evaluation evaluation;
  walk = or_end(store.each(survey.form, false, [&](const forms::Case& current) {
    validators::evaluate(*survey.program, current, today, evaluation);
    violations += evaluation.violations.size();
  }));
  say("read and evaluate (" + std::to_string(violations) + " violations)", start, walk.taken, 1);
}

void measure_tables(store::Store& store, const session::Survey& survey) {
  const auto text = or_end(forms::read_file(survey.folder + "/tables.yaml", 1u << 22));
  const auto reading = exports::read_tables(text, "tables.yaml", survey.form);
  const Moment start = now();
  exports::Tabulation tabulation(survey.form, reading.definition);
  validators::Evaluation evaluation;
  const auto walk = or_end(store.each(survey.form, false, [&](const forms::Case& current) {
    validators::evaluate(*survey.program, current, today, evaluation);
    tabulation.add(evaluation, today);
  }));
  const auto figures = tabulation.figures();
  say("all " + std::to_string(reading.definition.tables.size()) + " tables (" + std::to_string(figures.size()) + " figures)",
      start, walk.taken, 2);
}

// The counts of every variable, once the cases are read: of some thousand that stay in memory, over
// and over until all have been counted.
void measure_counts(store::Store& store, const session::Survey& survey) {
  constexpr std::size_t kept = 5'000;
  const auto definition = exports::standard_tables(survey.form);
  std::vector<validators::Evaluation> evaluations;
  const auto walk = or_end(store.each(survey.form, false, [&](const forms::Case& current) {
    if (evaluations.size() < kept) evaluations.push_back(validators::evaluate(*survey.program, current, today));
  }));
  const Moment start = now();
  exports::Tabulation tabulation(survey.form, definition);
  for (std::size_t number = 0; number < walk.taken; ++number) tabulation.add(evaluations[number % evaluations.size()], today);
  const auto figures = tabulation.figures();
  say("all variables, once read (" + std::to_string(figures.size()) + " figures)", start, walk.taken, 0.3);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || *arguments[1] == '-') {
    std::cerr << "cases_bench FILE [CASES]\n";
    return 2;
  }
  const std::string path = arguments[1];
  const std::size_t cases = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 100'000;
  const auto survey = or_end(session::load_survey("home_care_2018", GENPYO_SOURCE));
  if (!std::filesystem::exists(path)) {
    const Moment start = now();
    make(path, *survey, cases);
    say("make the store", start, cases);
  }
  auto store = or_end(store::Store::open_read_only(path));
  measure_pass(store, *survey);
  measure_tables(store, *survey);
  measure_counts(store, *survey);
}
