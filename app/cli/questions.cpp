// explain and audit: why a value is what it is, and whether the file is what was written.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/world.h"
#include "app/session/strings.h"
#include "app/session/words.h"
#include "forms/read_value.h"
#include "validators/explain.h"
#include "validators/what_if.h"

namespace genpyo::cli {
namespace {

std::string role_name(validators::ExplainedRule::Role role) {
  using Role = validators::ExplainedRule::Role;
  switch (role) {
    case Role::relevant: return "relevant";
    case Role::required: return "required";
    case Role::constraint: return "constraint";
    case Role::applies_when: return "applies_when";
    case Role::check: return "check";
    case Role::base: return "base";
    case Role::extraction: return "extraction";
    case Role::calculation: return "calculation";
    case Role::default_value: return "default";
    case Role::choice_filter: return "choice_filter";
  }
  return "";
}

std::string outcome_of(const validators::ExplainedRule& rule) {
  using Role = validators::ExplainedRule::Role;
  if (!rule.applied) return "not evaluated";
  const bool gives_value = rule.role == Role::calculation || rule.role == Role::default_value;
  if (gives_value) return rule.steps.empty() ? "gives its text" : "gives " + rule.steps.front().value;
  return rule.holds ? "holds" : "does not hold";
}

std::string shown(const forms::Value& value) {
  if (const auto* missing = std::get_if<forms::Missing>(&value)) return std::string(forms::name_of(*missing));
  return forms::plain_text(value);
}

// One item of one case, with everything that bears on it.
struct Told {
  const session::Survey& survey;
  const forms::Case& current;
  forms::ItemIndex item;
  validators::Evaluation evaluation;
  validators::Explanation explanation;
  std::vector<validators::Alternative> alternatives;
};

std::vector<std::string> names_of(const forms::Form& form, const std::vector<forms::ItemIndex>& items) {
  std::vector<std::string> names;
  for (const forms::ItemIndex item : items) names.push_back(form.items[item].name);
  return names;
}

std::vector<std::string> extraction_names(const forms::Form& form, const std::vector<std::size_t>& extractions) {
  std::vector<std::string> names;
  for (const std::size_t index : extractions) names.push_back(form.extractions[index].name);
  return names;
}

std::vector<std::string> keys_of(const std::vector<validators::Violation>& violations) {
  std::vector<std::string> keys;
  for (const validators::Violation& violation : violations) keys.push_back(violation.key);
  return keys;
}

// What would follow from another answer, as words and the names they are said of.
std::vector<std::pair<std::string, std::vector<std::string>>> followed(const forms::Form& form,
                                                                       const validators::Alternative& change) {
  return {{"asked", names_of(form, change.asked)},
          {"not_applicable", names_of(form, change.skipped)},
          {"violations_come", keys_of(change.comes)},
          {"violations_go", keys_of(change.goes)},
          {"enters", extraction_names(form, change.enters)},
          {"leaves", extraction_names(form, change.leaves)}};
}

void print_alternatives(const Told& told) {
  constexpr std::size_t most_names = 12;
  for (const validators::Alternative& change : told.alternatives) {
    std::cout << "  if " << told.survey.form.items[change.item].name << " were " << shown(change.value) << '\n';
    for (const auto& [what, names] : followed(told.survey.form, change)) {
      if (names.empty()) continue;
      std::cout << "    " << what << ':';
      for (std::size_t at = 0; at < std::min(names.size(), most_names); ++at) std::cout << ' ' << names[at];
      if (names.size() > most_names) std::cout << " and " << names.size() - most_names << " more";
      std::cout << '\n';
    }
  }
}

void print_text(const Told& told, const Request& request, const session::Strings& strings) {
  const forms::Item& item = told.survey.form.items[told.item];
  const validators::ItemState& state = told.evaluation.items[told.item];
  std::cout << told.current.id << ' ' << item.name << "  " << item.number << ' ' << item.label.in(request.language) << '\n'
            << "  mark   " << shown(told.current.marks[told.item].content) << '\n'
            << "  value  " << shown(state.value) << '\n'
            << "  asked  " << (item.asked() ? (state.relevant ? "yes" : "no, skipped by the form") : "never: it is not keyed")
            << (state.off_path ? ", but there is a mark (off its path)" : "") << '\n';
  for (const validators::ExplainedRule& rule : told.explanation.rules) {
    std::cout << "  " << role_name(rule.role) << (rule.name.empty() ? "" : " " + rule.name) << ": "
              << outcome_of(rule);
    if (rule.place.line > 0) std::cout << "  (" << rule.place.file << ':' << rule.place.line << ')';
    std::cout << '\n';
    if (rule.steps.empty() && !rule.rule.empty()) std::cout << "    " << rule.rule << '\n';
    for (const validators::Step& step : rule.steps) {
      std::cout << std::string(4 + 2 * static_cast<std::size_t>(step.depth), ' ') << step.text << "  →  " << step.value << '\n';
    }
  }
  for (const validators::Violation& violation : told.evaluation.violations) {
    const bool takes_part = violation.item == told.item ||
                            std::find(violation.items.begin(), violation.items.end(), told.item) != violation.items.end();
    if (!takes_part) continue;
    std::cout << "  " << (violation.severity == forms::Severity::hard ? "hard" : "soft") << ": "
              << session::word(violation, told.survey.form, told.evaluation.items, request.language, strings) << '\n';
  }
  print_alternatives(told);
}

void print_json(const Told& told) {
  const validators::ItemState& state = told.evaluation.items[told.item];
  nlohmann::ordered_json out;
  out["case"] = told.current.id;
  out["item"] = told.survey.form.items[told.item].name;
  out["mark"] = shown(told.current.marks[told.item].content);
  out["value"] = shown(state.value);
  out["missing"] = !forms::is_answer(state.value);
  out["relevant"] = state.relevant;
  out["off_path"] = state.off_path;
  out["rules"] = nlohmann::ordered_json::array();
  for (const validators::ExplainedRule& rule : told.explanation.rules) {
    nlohmann::ordered_json line{{"role", role_name(rule.role)}, {"name", rule.name}, {"rule", rule.rule},
                                {"applied", rule.applied}, {"holds", rule.holds}};
    line["steps"] = nlohmann::ordered_json::array();
    for (const validators::Step& step : rule.steps) {
      line["steps"].push_back({{"text", step.text}, {"value", step.value}, {"depth", step.depth}});
    }
    out["rules"].push_back(std::move(line));
  }
  out["what_if"] = nlohmann::ordered_json::array();
  for (const validators::Alternative& change : told.alternatives) {
    nlohmann::ordered_json line{{"item", told.survey.form.items[change.item].name}, {"value", shown(change.value)}};
    for (const auto& [what, names] : followed(told.survey.form, change)) line[what] = names;
    out["what_if"].push_back(std::move(line));
  }
  std::cout << out.dump(2) << '\n';
}

}  // namespace

int explain(const Request& request) {
  if (request.case_id.empty()) {
    return say_failure({"Say what to explain: --case ID ITEM, or --table ID --row ROW."}, usage);
  }
  auto data = session::find_data();
  if (!data) return say_failure(data.failure());
  auto strings = session::Strings::load(*data);
  if (!strings) return say_failure(strings.failure());
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  auto stored = store->read((*survey)->form, request.case_id);
  if (!stored) return say_failure(stored.failure());
  const auto item = (*survey)->form.find(request.item);
  if (!item) {
    std::vector<std::string> names;
    for (const forms::Item& known : (*survey)->form.items) names.push_back(known.name);
    const std::string near = forms::nearest(request.item, names);
    return say_failure({"The form has no item \"" + request.item + "\"." +
                        (near.empty() ? "" : " Did you mean \"" + near + "\"?")}, usage);
  }
  const session::Survey& form = **survey;
  const Told told{form, stored->current, *item, validators::evaluate(*form.program, stored->current, today()),
                  validators::explain(*form.program, stored->current, *item, today()),
                  validators::what_if(*form.program, stored->current, *item, today())};
  if (request.json) print_json(told);
  else print_text(told, request, *strings);
  return done;
}

int audit(const Request& request) {
  auto store = request.rebuild ? store::Store::open(request.database, utc_now, request.operator_name)
                               : store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto report = request.rebuild ? store->rebuild() : store->audit();
  if (!report) return say_failure(report.failure());
  if (request.json) {
    const nlohmann::ordered_json out{{"entries", report->entries}, {"head", report->head}, {"findings", report->findings}};
    std::cout << out.dump(2) << '\n';
  } else {
    for (const std::string& finding : report->findings) std::cout << finding << '\n';
    std::cerr << report->entries << " journal lines, head " << report->head
              << (report->findings.empty() ? ": whole and unaltered.\n" : ".\n");
  }
  return report->findings.empty() ? done : findings;
}

}  // namespace genpyo::cli
