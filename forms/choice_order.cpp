#include "forms/choice_order.h"

#include <algorithm>
#include <set>

namespace genpyo::forms {

std::vector<Diagnostic> choices_out_of_order(const Form& form) {
  std::vector<Diagnostic> found;
  std::set<std::size_t> seen;
  for (const Item& item : form.items) {
    if (!item.choices || !item.printed() || !seen.insert(*item.choices).second) continue;
    const ChoiceList& list = form.lists[*item.choices];
    const auto falls = std::adjacent_find(list.choices.begin(), list.choices.end(),
                                          [](const Choice& a, const Choice& b) { return a.code > b.code; });
    if (falls == list.choices.end()) continue;
    found.push_back({Fault::codes_out_of_order, item.place,
                     "the choices of " + quoted(list.name.empty() ? item.name : list.name) + " are printed with " +
                         std::to_string(falls->code) + " before " + std::to_string((falls + 1)->code) + ".",
                     "Put them in the order of their numbers, or number them in this order.", Level::warning});
  }
  return found;
}

}  // namespace genpyo::forms
