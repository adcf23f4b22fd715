// rules_bench: what the rules of a form cost: a form of 330 items with 40 checks and 30 skips, read,
// compiled and evaluated; and the evaluation of the real form's sample beside it.
//   rules_bench
// Processor's time, the best of several rounds: a machine that does other things shows the same.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "app/session/intake.h"
#include "app/session/survey.h"
#include "forms/csv.h"
#include "forms/form_reader.h"
#include "validators/cover.h"
#include "validators/evaluation.h"
#include "validators/expression.h"

namespace {
std::size_t allocations = 0;
}

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace genpyo;

constexpr forms::Date today{2018, 6, 1};
constexpr int sections = 10, items_in_section = 33, skips_in_section = 3, checks_in_section = 4;

struct Cost {
  double microseconds = 0;
  std::size_t allocations = 0;
};

// Of one call, the best of five rounds.
Cost cost_of(std::size_t calls, const std::function<void(std::size_t)>& act) {
  Cost best{1e12, 0};
  for (int round = 0; round < 5; ++round) {
    const std::size_t before = allocations;
    const std::clock_t start = std::clock();
    for (std::size_t call = 0; call < calls; ++call) act(call);
    const double spent = static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC / static_cast<double>(calls);
    if (spent < best.microseconds) best = {spent, (allocations - before) / calls};
  }
  return best;
}

void say(const std::string& what, Cost cost, const std::string& goal, double limit) {
  std::cout << std::left << std::setw(58) << what << std::right << std::fixed << std::setprecision(2) << std::setw(10)
            << cost.microseconds << " µs" << std::setw(7) << cost.allocations << " allocations";
  if (limit > 0) std::cout << "   [" << goal << "] " << (cost.microseconds <= limit ? "pass" : "MISS");
  std::cout << std::endl;
}

std::string item_name(int section, int item) { return "s" + std::to_string(section) + "_q" + std::to_string(item); }
std::string answer_to(int section, int item) { return "${" + item_name(section, item) + "}"; }

// Of 33 items: 11 of one choice, 3 of several, 17 figures, a decimal, a text. Three are skipped by a choice.
std::string type_of(int item) {
  if (item < 11) return "select_one pick";
  if (item < 14) return "select_multiple many";
  if (item < 31) return "integer";
  return item == 31 ? "decimal" : "text";
}

std::string relevant_of(int section, int item) {
  if (item == 10) return answer_to(section, 0) + " = 1";
  if (item == 13) return "selected(" + answer_to(section, 11) + ", '2')";
  return item == 30 ? answer_to(section, 1) + " = 1 or " + answer_to(section, 2) + " = 2" : "";
}

std::string check_of(int section, int which) {
  const auto figure = [section](int item) { return answer_to(section, item); };
  switch (which) {
    case 0: return figure(14) + " >= " + figure(15);
    case 1: return figure(16) + " + " + figure(17) + " + " + figure(18) + " <= " + figure(19);
    case 2: return "selected(" + answer_to(section, 12) + ", '3') or " + figure(20) + " > 0";
    default: return "if(" + answer_to(section, 3) + " = 1, " + figure(21) + " <= 500, " + figure(22) + " >= " + figure(23) + ")";
  }
}

std::string label_of(const std::string& name) { return "label: {en: " + name + "}"; }

std::string form_text() {
  std::string text = "form_id: bench\nversion: \"1\"\ndefault_language: en\ntitle: {en: A form}\nchoices:\n";
  for (const std::string list : {"pick", "many"}) {
    text += "  " + list + ": [";
    for (int code = 1; code <= 6; ++code) text += "{name: " + std::to_string(code) + ", label: {en: \"" + std::to_string(code) + "\"}}, ";
    text += "]\n";
  }
  text += "survey:\n";
  for (int section = 0; section < sections; ++section) {
    text += "  - section: s" + std::to_string(section) + "\n    label: {en: S}\n    items:\n";
    for (int item = 0; item < items_in_section; ++item) {
      text += "      - {name: " + item_name(section, item) + ", type: " + type_of(item) + ", " + label_of("Q");
      if (const std::string rule = relevant_of(section, item); !rule.empty()) text += ", relevant: \"" + rule + "\"";
      text += "}\n";
    }
  }
  text += "checks:\n";
  for (int section = 0; section < sections; ++section) {
    for (int which = 0; which < checks_in_section; ++which) {
      text += "  - {name: c" + std::to_string(section) + "_" + std::to_string(which) + ", constraint: \"" +
              check_of(section, which) + "\", message: {en: No}}\n";
    }
  }
  return text;
}

// Answers that break no check: a case as nearly all are when they are closed.
forms::Case answered(const forms::Form& form, int number) {
  forms::Case current = forms::blank_case(form, std::to_string(number));
  for (forms::ItemIndex index = 0; index < form.items.size(); ++index) {
    const int item = static_cast<int>(index) % items_in_section;
    forms::Value& content = current.marks[index].content;
    if (item < 11) content = forms::Codes{item < 3 ? 1 + item / 2 : 1 + (number + item) % 6};
    else if (item < 14) content = forms::Codes{2, 3, 4 + number % 2};
    else if (item < 31) content = std::int64_t{item == 19 ? 999 : 100 - item + number % 7 * (item == 14)};
    else if (item == 31) content = forms::Decimal{15, 1};
    else content = std::string("a text that somebody wrote");
  }
  return current;
}

void measure_load(const std::string& text) {
  say("load: read the definition and compile it", cost_of(5, [&](std::size_t) {
        const forms::FormReading reading = forms::read_form(text, "form.yaml");
        if (!reading.diagnostics.empty() || !validators::compile(reading.form).diagnostics.empty()) std::abort();
      }), "10 ms; JavaRosa 15.6 warm, SurveyJS 36, ODK Web Forms 88", 10'000);
}

void measure_cases(const validators::Program& program, const std::vector<forms::Case>& cases, const std::string& of,
                   const std::string& goal, double limit) {
  std::size_t violations = 0;
  say("a whole case of " + of, cost_of(5'000, [&](std::size_t call) {
        violations += validators::evaluate(program, cases[call % cases.size()], today).violations.size();
      }), goal, limit);
  validators::Evaluation kept;
  say("  the same in memory that is kept", cost_of(5'000, [&](std::size_t call) {
        validators::evaluate(program, cases[call % cases.size()], today, kept);
        violations += kept.violations.size();
      }), goal, limit);
  if (violations > 0) std::cout << "  (" << static_cast<double>(violations) / 50'000 << " violations a case)\n";
}

void measure_expression(const forms::Form& form, const validators::Evaluation& evaluation, const std::string& text) {
  std::vector<forms::Diagnostic> faults;
  const auto rule = validators::Expression::parse({text, {}}, form, std::nullopt, faults);
  if (!rule) std::abort();
  std::size_t held = 0;
  say("one expression: " + text, cost_of(100'000, [&](std::size_t) { held += rule->holds(evaluation.items, today); }), "", 0);
}

void measure_cover(const validators::Program& program, const std::string& of) {
  std::size_t cases = 0, branches = 0;
  const Cost cost = cost_of(1, [&](std::size_t) {
    const validators::Cover cover = validators::cover(program, today);
    cases = cover.cases.size();
    branches = cover.branches.size();
  });
  say("cases that take every branch of " + of, cost, "", 0);
  std::cout << "  (" << cases << " cases, " << branches << " branches)\n";
}

void measure_sample() {
  const auto survey = session::load_survey("home_care_2018", GENPYO_SOURCE);
  const auto text = survey ? forms::read_file((*survey)->folder + "/sample.csv", 1u << 24) : survey.failure();
  const auto rows = text ? forms::csv::parse(*text) : text.failure();
  if (!rows) std::abort();
  std::vector<forms::Case> cases;
  for (auto& each : session::read_rows(**survey, *rows, today).cases) {
    if (each.evaluation.may_close()) cases.push_back(std::move(each.current));
  }
  measure_cases(*(*survey)->program, cases, "home_care_2018", "", 0);
  measure_cover(*(*survey)->program, "home_care_2018");
}

}  // namespace

int main() {
  const std::string text = form_text();
  const forms::FormReading reading = forms::read_form(text, "form.yaml");
  for (const auto& diagnostic : reading.diagnostics) std::cerr << forms::to_text(diagnostic) << '\n';
  const validators::Compilation compilation = validators::compile(reading.form);
  std::vector<forms::Case> cases;
  for (int number = 0; number < 50; ++number) cases.push_back(answered(reading.form, number));
  const auto evaluation = validators::evaluate(compilation.program, cases.front(), today);
  std::cout << reading.form.items.size() << " items, " << reading.form.checks.size() << " checks, "
            << evaluation.violations.size() << " violations\n";
  measure_load(text);
  measure_cases(compilation.program, cases, "330 items, 40 checks, 30 skips",
                "10 µs; by hand in JavaScript 15.6, JavaRosa 754, SurveyJS 15,200, ODK Web Forms 76,600", 10);
  measure_cover(compilation.program, "330 items");
  measure_expression(reading.form, evaluation, check_of(0, 0));
  measure_expression(reading.form, evaluation, check_of(0, 1));
  measure_expression(reading.form, evaluation, check_of(0, 2));
  measure_sample();
}
