#include "validators/traits.h"

#include <algorithm>

#include "validators/parts.h"

namespace genpyo::validators {
namespace {

bool has_exclusive_choice(const forms::ChoiceList* list) {
  return list != nullptr && std::any_of(list->choices.begin(), list->choices.end(),
                                        [](const forms::Choice& choice) { return choice.exclusive; });
}

}  // namespace

Traits traits_of(const forms::Form& form, forms::ItemIndex index, const ItemRules& rules) {
  const forms::Item& item = form.items[index];
  Traits traits;
  traits.from_elsewhere = !item.frame_column.empty() || !item.codes_of.empty();
  traits.asked = item.asked();
  traits.plain = traits.asked && item.type != forms::ItemType::rank && !rules.default_value &&
                 forms::is_missing(rules.standing, forms::Missing::not_keyed);
  traits.conditional = rules.relevant || item.group;
  traits.filters = rules.choice_filter && item.choices;
  traits.required = rules.required && traits.asked;
  traits.ruled = rules.required || rules.constraint;
  traits.guarded = item.range || traits.filters ||
                   (item.type == forms::ItemType::select_multiple && has_exclusive_choice(form.choices_of(item)));
  return traits;
}

}  // namespace genpyo::validators
