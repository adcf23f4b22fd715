#include "export/changes.h"

namespace genpyo::exports {
namespace {

using forms::Missing;

struct Why {
  const char* name = nullptr;  // null: the value is what the sheet says
  const forms::Rule* rule = nullptr;
};

Why why_of(const forms::Item& item, const forms::Mark& mark, const validators::ItemState& state) {
  if (state.off_path) return {"off_path", &item.relevant};
  if (forms::is_missing(state.value, Missing::several_marks)) return {"several_marks", nullptr};
  if (forms::is_missing(state.value, Missing::illegible)) return {"illegible", nullptr};
  if (mark.content == state.value) return {};
  if (item.asked() && !state.relevant) return {"relevance", &item.relevant};
  return {"calculation", &item.calculation};
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
  variables_.assign(form_->items.size(), "");
  for (const Variable& variable : dataset.variables) {
    if (!variable.is_of_item()) continue;
    std::string& names = variables_[variable.item];
    names += (names.empty() ? "" : " ") + variable.name;
  }
  return file_.begin(dataset, files, "changes.csv", {"case_id", "item", "variables", "mark", "value", "why", "rule"});
}

void Changes::add(const forms::Case& current, const validators::Evaluation& evaluation) {
  static const forms::Mark none;
  for (forms::ItemIndex index = 0; index < form_->items.size(); ++index) {
    if (variables_[index].empty()) continue;
    const validators::ItemState& state = evaluation.items[index];
    const forms::Mark& mark = index < current.marks.size() ? current.marks[index] : none;
    if (!mark.keyed() && forms::is_missing(state.value, Missing::not_applicable)) continue;
    const forms::Item& item = form_->items[index];
    const Why why = why_of(item, mark, state);
    if (why.name == nullptr) continue;
    file_.add({current.id, item.name, variables_[index], in_words(mark.content, mark.several),
               in_words(state.value, {}), why.name, why.rule == nullptr ? "" : why.rule->text});
  }
}

}  // namespace genpyo::exports
