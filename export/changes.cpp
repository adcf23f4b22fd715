#include "export/changes.h"

namespace genpyo::exports {
namespace {

using forms::Missing;

struct Why {
  enum class Rule { none, relevance, calculation };
  const char* name = nullptr;  // null: the value is what the sheet says
  Rule rule = Rule::none;
};

Why why_of(const forms::Item& item, const forms::Mark& mark, const validators::ItemState& state) {
  if (state.off_path) return {"off_path", Why::Rule::relevance};
  if (forms::is_missing(state.value, Missing::several_marks)) return {"several_marks", Why::Rule::none};
  if (forms::is_missing(state.value, Missing::illegible)) return {"illegible", Why::Rule::none};
  if (mark.content == state.value) return {};
  if (item.asked() && !state.relevant) return {"relevance", Why::Rule::relevance};
  return {"calculation", Why::Rule::calculation};
}

std::string in_words(const forms::Value& value, const forms::Codes& several) {
  const auto* missing = std::get_if<Missing>(&value);
  if (missing == nullptr) return forms::plain_text(value);
  std::string words(forms::name_of(*missing));
  if (!several.empty()) words += ": " + forms::plain_text(forms::Value(several));
  return words;
}

}  // namespace

forms::Result<forms::Done> Changes::begin(const Dataset& dataset, FileSet& files) {
  form_ = dataset.form;
  auto begun = file_.begin(dataset, files, "changes.csv", {"case_id", "item", "variables", "mark", "value", "why", "rule"});
  std::vector<std::string> variables(form_->items.size());  // with blanks between
  for (const Variable& variable : dataset.variables) {
    if (!variable.is_of_item()) continue;
    std::string& names = variables[variable.item];
    names += (names.empty() ? "" : " ") + variable.name;
  }
  no_rule_ = file_.make({""});
  for (forms::ItemIndex index = 0; index < variables.size(); ++index) {
    if (variables[index].empty()) continue;
    const forms::Item& item = form_->items[index];
    places_.push_back({index, file_.make({item.name, variables[index]}), file_.make({item.relevant.text}),
                       file_.make({item.calculation.text})});
  }
  return begun;
}

void Changes::add(const forms::Case& current, const validators::States& states) {
  static const forms::Mark none;
  for (const Place& place : places_) {
    const validators::ItemState& state = states.items[place.item];
    const forms::Mark& mark = place.item < current.marks.size() ? current.marks[place.item] : none;
    if (!mark.keyed() && forms::is_missing(state.value, Missing::not_applicable)) continue;
    const Why why = why_of(form_->items[place.item], mark, state);
    if (why.name == nullptr) continue;
    file_.text(current.id);
    file_.made(place.names);
    file_.text(in_words(mark.content, mark.several));
    file_.text(in_words(state.value, {}));
    file_.text(why.name);
    if (why.rule == Why::Rule::none) file_.made(no_rule_);
    else file_.made(why.rule == Why::Rule::relevance ? place.relevance : place.calculation);
    file_.end_line();
  }
}

}  // namespace genpyo::exports
