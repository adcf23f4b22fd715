#include "forms/form.h"

#include <algorithm>

namespace genpyo::forms {

const std::string& Label::in(std::string_view language) const {
  static const std::string none;
  if (const auto found = texts_.find(std::string(language)); found != texts_.end()) {
    return found->second;
  }
  return texts_.empty() ? none : texts_.begin()->second;
}

const Choice* ChoiceList::find(int code) const {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [code](const Choice& choice) { return choice.code == code; });
  return found == choices.end() ? nullptr : &*found;
}

int ChoiceList::width() const {
  int largest = 0;
  for (const Choice& choice : choices) largest = std::max(largest, choice.code);
  return static_cast<int>(std::to_string(largest).size());
}

std::string_view name_of(ItemType type) {
  switch (type) {
    case ItemType::select_one: return "select_one";
    case ItemType::select_multiple: return "select_multiple";
    case ItemType::integer: return "integer";
    case ItemType::text: return "text";
    case ItemType::date: return "date";
    case ItemType::decimal: return "decimal";
    case ItemType::time: return "time";
    case ItemType::date_time: return "dateTime";
    case ItemType::rank: return "rank";
    case ItemType::note: return "note";
    case ItemType::calculate: return "calculate";
    case ItemType::blank_box: return "file";
  }
  return "";
}

std::optional<ItemIndex> Form::find(std::string_view item_name) const {
  for (ItemIndex index = 0; index < items.size(); ++index) {
    if (items[index].name == item_name) return index;
  }
  return std::nullopt;
}

const ChoiceList* Form::choices_of(const Item& item) const {
  return item.choices ? &lists[*item.choices] : nullptr;
}

Label Form::heading_of(const Item& item) const {
  if (item.grid) return grids[*item.grid].label;
  std::map<std::string, std::string> texts;
  for (auto group = item.group; group; group = groups[*group].within) {
    if (!groups[*group].repeat) continue;
    for (const std::string& language : languages) {
      const std::string inner = texts[language], &outer = groups[*group].label.in(language);
      texts[language] = outer + (outer.empty() || inner.empty() ? "" : " ") + inner;
    }
  }
  return Label(std::move(texts));
}

std::optional<ItemIndex> Form::organization() const {
  const auto found = std::find_if(items.begin(), items.end(), [](const Item& item) {
    return item.frame_column == "number" && item.choices;
  });
  if (found == items.end()) return std::nullopt;
  return static_cast<ItemIndex>(found - items.begin());
}

}  // namespace genpyo::forms
