#include "export/variables.h"

#include <map>

namespace genpyo::exports {
namespace {

using forms::ItemType;
using forms::Label;
using Kind = Variable::Kind;
using Measure = Variable::Measure;
using Role = Variable::Role;

Label words(const char* japanese, const char* english) {
  return Label({{"ja", japanese}, {"en", english}});
}

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

class Columns {
 public:
  Columns(const forms::Form& form, const DatasetOptions& options) : form_(form), options_(options) {}

  std::vector<Variable> all() {
    variables_.push_back({.name = "case_id",
                          .role = Role::case_id,
                          .kind = Kind::text,
                          .label = words("調査票番号", "Case number")});
    for (forms::ItemIndex index = 0; index < form_.items.size(); ++index) {
      if (leaves(index)) append_item(index);
    }
    for (std::size_t index = 0; index < form_.extractions.size(); ++index) append_extraction(index);
    for (const Derivation& derivation : options_.derivations) {
      if (leaves(derivation.of) && leaves(derivation.per)) append_derivation(derivation);
    }
    return std::move(variables_);
  }

 private:
  bool leaves(forms::ItemIndex index) const {
    const forms::Item& item = form_.items[index];
    return item.has_value() && (options_.identifying || !item.identifying);
  }

  Variable of_item(forms::ItemIndex index, Role role) const {
    const forms::Item& item = form_.items[index];
    Variable variable{.name = item.name,
                      .role = role,
                      .item = index,
                      .number = item.number,
                      .label = item.label,
                      .unit = item.unit,
                      .source = item.source};
    if (item.grid) {
      const forms::Grid& grid = form_.grids[*item.grid];
      variable.number = grid.number + (grid.number.empty() || item.number.empty() ? "" : " ") + item.number;
    }
    if (const Label heading = form_.heading_of(item); !heading.empty())
      variable.label = joined(heading, ": ", item.label, "");
    return variable;
  }

  void append_item(forms::ItemIndex index) {
    const forms::Item& item = form_.items[index];
    const bool is_multiple = item.type == ItemType::select_multiple;
    if (is_multiple && options_.multiple == DatasetOptions::Multiple::dichotomies) return append_choices(index);
    Variable variable = of_item(index, Role::value);
    variable.kind = kind_of(item.type);
    const bool is_text = variable.kind == Kind::text || item.type == ItemType::select_one;
    variable.measure = is_text ? Measure::nominal : Measure::scale;
    if (const forms::ChoiceList* list = form_.choices_of(item)) {
      for (const forms::Choice& choice : list->choices) {
        variable.codes.push_back({choice.code, choice.label, choice.source});
      }
    }
    const bool beside = has_missing_column(item);
    variable.missing_beside = beside;
    variables_.push_back(std::move(variable));
    if (beside) append_missing_kind(index);
  }

  // A column of codes ("1 5 6") is text, though its missing kinds are codes among codes. So is what
  // is calculated, which may be a figure for one case and a word for the next.
  static Kind kind_of(ItemType type) {
    switch (type) {
      case ItemType::select_one:
      case ItemType::integer: return Kind::integer;
      case ItemType::date: return Kind::date;
      case ItemType::decimal: return Kind::decimal;
      default: return Kind::text;
    }
  }

  void append_choices(forms::ItemIndex index) {
    for (const forms::Choice& choice : form_.choices_of(form_.items[index])->choices) {
      Variable variable = of_item(index, Role::choice);
      variable.name += '_' + std::to_string(choice.code);
      variable.choice = &choice;
      variable.label = joined(variable.label, ": ", choice.label, "");
      variable.ending = joined({}, ": ", choice.label, "");
      variable.source = choice.source;
      variable.codes = {{0, words("選択なし", "Not chosen")}, {1, words("選択あり", "Chosen")}};
      variables_.push_back(std::move(variable));
    }
  }

  void append_missing_kind(forms::ItemIndex index) {
    Variable variable = of_item(index, Role::missing_kind);
    variable.name += "_missing";
    const Label kind = words("欠損の種類", "kind of missing value");
    const bool said = !variable.label.empty() && !variable.label.in(form_.default_language).empty();
    variable.label = said ? joined(variable.label, " (", kind, ")") : kind;
    if (said) variable.ending = joined({}, " (", kind, ")");
    variables_.push_back(std::move(variable));
  }

  void append_extraction(std::size_t index) {
    const forms::Extraction& extraction = form_.extractions[index];
    variables_.push_back({.name = "in_" + extraction.name,
                          .role = Role::extraction,
                          .extraction = index,
                          .label = extraction.label,
                          .codes = {{0, words("対象外", "Left out")}, {1, words("集計対象", "In")}}});
  }

  void append_derivation(const Derivation& derivation) {
    const Variable of = of_item(derivation.of, Role::value), per = of_item(derivation.per, Role::value);
    variables_.push_back({.name = of.name + "_per_" + per.name,
                          .role = Role::derivation,
                          .derivation = derivation,
                          .kind = Kind::decimal,
                          .measure = Measure::scale,
                          .label = joined(of.label, " ÷ ", per.label, ""),
                          .unit = of.unit});
  }

  Label joined(const Label& first, const char* between, const Label& second, const char* end) const {
    std::map<std::string, std::string> texts;
    for (const std::string& language : form_.languages) {
      const std::string& before = first.in(language);
      texts[language] = before + (before.empty() ? "" : between) + second.in(language) + end;
    }
    return Label(std::move(texts));
  }

  const forms::Form& form_;
  const DatasetOptions& options_;
  std::vector<Variable> variables_;
};

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
    case Role::derivation:
      return form.items[variable.derivation.of].name + " per " + form.items[variable.derivation.per].name;
  }
  return "";
}

}  // namespace

const char* name_of(Variable::Kind kind) {
  switch (kind) {
    case Kind::integer: return "integer";
    case Kind::decimal: return "decimal";
    case Kind::text: return "text";
    case Kind::date: return "date";
  }
  return "";
}

const char* name_of(Variable::Measure measure) { return measure == Measure::scale ? "scale" : "nominal"; }

std::string label_of(const Variable& variable, const std::string& language) {
  const std::string& unit = variable.unit.in(language);
  return variable.label.in(language) + (unit.empty() ? "" : " (" + unit + ")");
}

bool holds_answers(const Variable& variable) {
  using Role = Variable::Role;
  return variable.role == Role::value || variable.role == Role::choice || variable.role == Role::derivation;
}

forms::Result<std::vector<Variable>> variables_of(const forms::Form& form,
                                                  const DatasetOptions& options) {
  std::vector<Variable> variables = Columns(form, options).all();
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

}  // namespace genpyo::exports
