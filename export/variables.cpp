#include "export/variables.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace genpyo::exports {
namespace {

using forms::ItemType;
using Role = Variable::Role;

// Why it is missing stands in a column of its own: no number fits among texts, and among figures
// that may be below 0 it would be taken for one.
bool has_missing_column(const forms::Item& item) {
  switch (item.type) {
    case ItemType::select_one:
    case ItemType::select_multiple: return false;
    case ItemType::integer: return !item.calculation.empty();
    default: return true;
  }
}

void append_item(std::vector<Variable>& variables, const forms::Form& form, forms::ItemIndex index,
                 const DatasetOptions& options) {
  const forms::Item& item = form.items[index];
  if (item.type == ItemType::select_multiple &&
      options.multiple == DatasetOptions::Multiple::dichotomies) {
    for (const forms::Choice& choice : form.choices_of(item)->choices) {
      const std::string name = item.name + '_' + std::to_string(choice.code);
      variables.push_back({.name = name, .role = Role::choice, .item = index, .choice = &choice});
    }
    return;
  }
  variables.push_back({.name = item.name, .role = Role::value, .item = index});
  if (has_missing_column(item)) {
    variables.push_back(
        {.name = item.name + "_missing", .role = Role::missing_kind, .item = index});
  }
}

std::vector<Variable> all_variables(const forms::Form& form, const DatasetOptions& options) {
  std::vector<Variable> variables;
  variables.push_back({.name = "case_id", .role = Role::case_id});
  for (forms::ItemIndex index = 0; index < form.items.size(); ++index) {
    if (form.items[index].identifying && !options.identifying) continue;
    if (!form.items[index].has_value()) continue;
    append_item(variables, form, index, options);
  }
  for (std::size_t index = 0; index < form.extractions.size(); ++index) {
    variables.push_back({.name = "in_" + form.extractions[index].name,
                         .role = Role::extraction,
                         .extraction = index});
  }
  return variables;
}

// What a column is, for the sentence about a clash.
std::string description_of(const Variable& variable, const forms::Form& form) {
  switch (variable.role) {
    case Role::case_id: return "the case number";
    case Role::value: return "the item " + form.items[variable.item].name;
    case Role::choice:
      return "choice " + std::to_string(variable.choice->code) + " of " +
             form.items[variable.item].name;
    case Role::missing_kind: return "the missing kinds of " + form.items[variable.item].name;
    case Role::extraction: return "the extraction " + form.extractions[variable.extraction].name;
  }
  return "";
}

std::string value_cell(const forms::Value& value, const forms::Item& item) {
  if (const auto* missing = std::get_if<forms::Missing>(&value)) {
    return has_missing_column(item) ? "" : std::to_string(analysis_code(*missing));
  }
  const auto* figure = std::get_if<std::int64_t>(&value);
  assert(figure == nullptr || *figure >= 0 || has_missing_column(item));  // else it could be taken for a missing kind
  static_cast<void>(figure);
  return forms::plain_text(value);
}

std::string choice_cell(const forms::Value& value, int code) {
  if (const auto* missing = std::get_if<forms::Missing>(&value)) {
    return std::to_string(analysis_code(*missing));
  }
  const auto& codes = std::get<forms::Codes>(value);
  return std::find(codes.begin(), codes.end(), code) == codes.end() ? "0" : "1";
}

std::string missing_cell(const forms::Value& value) {
  const auto* missing = std::get_if<forms::Missing>(&value);
  return missing == nullptr ? "" : std::to_string(analysis_code(*missing));
}

}  // namespace

int analysis_code(forms::Missing kind) {
  switch (kind) {
    case forms::Missing::not_keyed: return -1;
    case forms::Missing::no_answer: return -2;
    case forms::Missing::dont_know: return -3;
    case forms::Missing::illegible: return -4;
    case forms::Missing::several_marks: return -5;
    case forms::Missing::not_applicable: return -6;
    case forms::Missing::page_absent: return -7;
  }
  assert(false);
  return -1;
}

forms::Result<std::vector<Variable>> variables_of(const forms::Form& form,
                                                  const DatasetOptions& options) {
  std::vector<Variable> variables = all_variables(form, options);
  std::map<std::string_view, const Variable*> by_name;
  for (const Variable& variable : variables) {
    const auto [earlier, is_new] = by_name.emplace(variable.name, &variable);
    if (is_new) continue;
    return forms::Failure{"The dataset would have two columns named \"" + variable.name + "\", " +
                          description_of(*earlier->second, form) + " and " +
                          description_of(variable, form) + ": rename one of them in the form."};
  }
  return variables;
}

std::string cell_of(const Variable& variable, const forms::Form& form, const forms::Case& current,
                    const validators::Evaluation& evaluation) {
  using Status = validators::ExtractionState::Status;
  switch (variable.role) {
    case Role::case_id: return current.id;
    case Role::value:
      return value_cell(evaluation.items[variable.item].value, form.items[variable.item]);
    case Role::choice:
      return choice_cell(evaluation.items[variable.item].value, variable.choice->code);
    case Role::missing_kind: return missing_cell(evaluation.items[variable.item].value);
    case Role::extraction:
      return evaluation.extractions[variable.extraction].status == Status::in ? "1" : "0";
  }
  return "";
}

}  // namespace genpyo::exports
