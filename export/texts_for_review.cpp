#include "export/texts_for_review.h"

namespace genpyo::exports {
namespace {

std::vector<forms::ItemIndex> free_texts_of(const Dataset& dataset) {
  std::vector<forms::ItemIndex> items;
  for (const Variable& variable : dataset.variables) {
    const bool is_answer = variable.role == Variable::Role::value;
    if (is_answer && dataset.form->items[variable.item].type == forms::ItemType::text) items.push_back(variable.item);
  }
  return items;
}

}  // namespace

bool TextsForReview::are_in(const Dataset& dataset) { return !free_texts_of(dataset).empty(); }

forms::Result<forms::Done> TextsForReview::begin(const Dataset& dataset, FileSet& files) {
  dataset_ = &dataset;
  items_ = free_texts_of(dataset);
  return file_.begin(dataset, files, "texts_for_review.csv", {"case_id", "item", "text"});
}

void TextsForReview::add(const forms::Case& current, const validators::States& states) {
  const bool marks = dataset_->options.layer == DatasetOptions::Layer::marks;
  for (const forms::ItemIndex item : items_) {
    if (marks && item >= current.marks.size()) continue;
    const forms::Value& value = marks ? current.marks[item].content : states.items[item].value;
    const auto* text = std::get_if<std::string>(&value);
    if (text != nullptr && !text->empty()) file_.add({current.id, dataset_->form->items[item].name, *text});
  }
}

}  // namespace genpyo::exports
