#include "export/changes.h"

namespace genpyo::exports {
namespace {

using forms::Missing;
using Why = Changes::Why;

Why why_of(const forms::Item& item, const forms::Mark& mark, const validators::ItemState& state) {
  if (state.off_path) return Why::off_path;
  if (forms::is_missing(state.value, Missing::several_marks)) return Why::several_marks;
  if (forms::is_missing(state.value, Missing::illegible)) return Why::illegible;
  if (mark.content == state.value) return Why::unchanged;
  return item.asked() && !state.relevant ? Why::relevance : Why::calculation;
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
  for (const Missing kind : forms::all_missing) missing_[static_cast<std::size_t>(kind)] = file_.make({forms::name_of(kind)});
  for (forms::ItemIndex index = 0; index < variables.size(); ++index) {
    if (!variables[index].empty()) places_.push_back(place_of(index, variables[index]));
  }
  return begun;
}

Changes::Place Changes::place_of(forms::ItemIndex index, const std::string& variables) {
  const forms::Item& item = form_->items[index];
  Place place{index, file_.make({item.name, variables}), {}};
  const auto end = [&](Why why, std::string_view name, std::string_view rule) {
    place.endings[static_cast<std::size_t>(why)] = file_.make({name, rule});
  };
  end(Why::off_path, "off_path", item.relevant.text);
  end(Why::several_marks, "several_marks", "");
  end(Why::illegible, "illegible", "");
  end(Why::relevance, "relevance", item.relevant.text);
  end(Why::calculation, "calculation", item.calculation.text);
  return place;
}

void Changes::add(const forms::Case& current, const validators::States& states) {
  static const forms::Mark none;
  case_id_.clear();
  for (const Place& place : places_) {
    const validators::ItemState& state = states.items[place.item];
    const forms::Mark& mark = place.item < current.marks.size() ? current.marks[place.item] : none;
    if (!mark.keyed() && forms::is_missing(state.value, Missing::not_applicable)) continue;
    const Why why = why_of(form_->items[place.item], mark, state);
    if (why == Why::unchanged) continue;
    if (case_id_.empty()) case_id_ = file_.make({current.id});
    file_.made(case_id_);
    file_.made(place.names);
    write(mark.content, mark.several);
    write(state.value, {});
    file_.made(place.endings[static_cast<std::size_t>(why)]);
    file_.end_line();
  }
}

void Changes::write(const forms::Value& value, const forms::Codes& several) {
  const auto* missing = std::get_if<Missing>(&value);
  if (missing == nullptr) {
    file_.text(forms::plain_text(value));
  } else if (several.empty()) {
    file_.made(missing_[static_cast<std::size_t>(*missing)]);
  } else {
    file_.text(std::string(forms::name_of(*missing)) + ": " + forms::plain_text(forms::Value(several)));
  }
}

}  // namespace genpyo::exports
