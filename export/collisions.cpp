#include "export/collisions.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "export/csv.h"
#include "forms/read_value.h"
#include "validators/reach.h"

namespace genpyo::exports {
namespace {

using forms::ItemIndex;
using forms::Missing;

bool has_condition(const forms::Form& form, const forms::Item& item) {
  if (!item.relevant.empty() || item.repeat) return true;
  for (auto group = item.group; group; group = form.groups[*group].within) {
    if (!form.groups[*group].relevant.empty()) return true;
  }
  return false;
}

class Collisions {
 public:
  Collisions(const validators::Program& program, forms::Date today)
      : form_(program.form()), reach_(program, today) {}

  void look_at(const Variable& variable) {
    const bool coded = variable.role == Variable::Role::value && variable.kind == Variable::Kind::integer &&
                       !variable.missing_beside;
    if (!coded) return;
    look_at_analysis(variable);
    look_at_legacy(variable);
  }

  std::vector<forms::Diagnostic> take() { return std::move(found_); }

 private:
  bool may_be(const Variable& variable, std::int64_t answer) const {
    const forms::Item& item = form_.items[variable.item];
    if (!variable.codes.empty()) {
      const auto is_it = [answer](const ValueLabel& each) { return each.code == answer; };
      return std::any_of(variable.codes.begin(), variable.codes.end(), is_it) &&
             reach_.may_be(variable.item, forms::Codes{static_cast<int>(answer)});
    }
    const auto read = forms::read_value(item, form_.choices_of(item), std::to_string(answer));
    return std::holds_alternative<forms::Mark>(read) && reach_.may_be(variable.item, answer);
  }

  void look_at_analysis(const Variable& variable) {
    std::vector<std::pair<std::int64_t, Missing>> meet;
    for (const Missing kind : forms::all_missing) {
      if (may_be(variable, analysis_code(kind))) meet.emplace_back(analysis_code(kind), kind);
    }
    tell(variable, "analysis, excel and SPSS", meet, "Shift its figures above 0, or ask for a decimal: its missing kinds stand in a column of their own.");
  }

  void look_at_legacy(const Variable& variable) {
    std::int64_t most = 0;
    if (variable.codes.empty()) {
      const auto digits = reach_.digits(variable.item);
      if (!digits) return;
      for (int place = 0; place < *digits; ++place) most = most * 10 + 9;
    }
    std::vector<std::pair<std::int64_t, Missing>> meet;
    for (const Missing kind : {Missing::no_answer, Missing::not_applicable}) {
      if (kind == Missing::not_applicable && !has_condition(form_, form_.items[variable.item])) continue;
      const std::int64_t code = legacy_code(kind, legacy_width(variable, most));
      if (may_be(variable, code)) meet.emplace_back(code, kind);
    }
    tell(variable, "legacy", meet, "Export it with --wider, or with the profile analysis.");
  }

  // What stands in a repeat is told once.
  void tell(const Variable& variable, const std::string& profile,
            const std::vector<std::pair<std::int64_t, Missing>>& meet, const std::string& repair) {
    const forms::Item& item = form_.items[variable.item];
    const std::string& name = item.repeated_name.empty() ? item.name : item.repeated_name;
    if (meet.empty() || !told_.insert({item.place.line, name, profile}).second) return;
    std::string which;
    for (const auto& [code, kind] : meet) {
      which += (which.empty() ? "" : ", ") + std::to_string(code) + " (" + std::string(forms::name_of(kind)) + ")";
    }
    const bool by_rule = variable.codes.empty() && !item.constraint.empty();
    found_.push_back({forms::Fault::missing_code, by_rule ? item.constraint.place : item.place,
                      "an answer to " + forms::quoted(name) + " may be " + which + ": so the profile " + profile +
                          " writes what is missing.",
                      repair, forms::Level::warning});
  }

  const forms::Form& form_;
  const validators::Reach reach_;
  std::set<std::tuple<int, std::string, std::string>> told_;
  std::vector<forms::Diagnostic> found_;
};

}  // namespace

std::vector<forms::Diagnostic> collisions(const validators::Program& program, forms::Date today) {
  const auto variables = variables_of(program.form(), {.identifying = true});
  Collisions found(program, today);
  if (variables) std::for_each(variables->begin(), variables->end(), [&](const Variable& each) { found.look_at(each); });
  return found.take();
}

}  // namespace genpyo::exports
