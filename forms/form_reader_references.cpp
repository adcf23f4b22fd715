// In a repeat ${age} is the age of the same instance: rules and labels are written down with the name that this
// instance's item has. Names of items outside, and of repeats further in, stay as they are.
#include <map>
#include <tuple>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

class References {
 public:
  explicit References(Form& form) : form_(form) {
    for (const Item& item : form.items) {
      if (item.repeat) names_[{*item.repeat, item.instance, item.repeated_name}] = item.name;
    }
  }

  void settle() {
    for (Item& item : form_.items) {
      for (Rule* rule : {&item.relevant, &item.required, &item.constraint, &item.calculation,
                         &item.default_value, &item.choice_filter}) {
        settle(rule->text, item.repeat, item.instance);
      }
      settle(item.label, item);
      settle(item.hint, item);
    }
    for (Group& group : form_.groups) {
      if (group.items.empty()) continue;
      const Item& first = form_.items[group.items.front()];
      settle(group.relevant.text, first.repeat, first.instance);
    }
    for (Repeat& repeat : form_.repeats) {
      if (repeat.within) settle(repeat.count.text, repeat.within->first, repeat.within->second);
    }
  }

 private:
  void settle(Label& label, const Item& item) const {
    if (!item.repeat) return;
    std::map<std::string, std::string> texts = label.texts();
    for (auto& [language, text] : texts) settle(text, item.repeat, item.instance);
    label = Label(std::move(texts));
  }

  void settle(std::string& text, std::optional<std::size_t> repeat, int instance) const {
    if (!repeat) return;
    for (auto at = text.find("${"); at != std::string::npos; at = text.find("${", at)) {
      at += 2;
      const auto end = text.find('}', at);
      if (end == std::string::npos) return;
      const std::string* own = name_in(text.substr(at, end - at), *repeat, instance);
      if (own != nullptr) text.replace(at, end - at, *own);
    }
  }

  // Of the innermost repeat that has such an item.
  const std::string* name_in(const std::string& name, std::size_t repeat, int instance) const {
    while (true) {
      const auto found = names_.find({repeat, instance, name});
      if (found != names_.end()) return &found->second;
      const auto& within = form_.repeats[repeat].within;
      if (!within) return nullptr;
      std::tie(repeat, instance) = *within;
    }
  }

  Form& form_;
  std::map<std::tuple<std::size_t, int, std::string>, std::string> names_;
};

}  // namespace

void settle_references(Form& form) {
  if (!form.repeats.empty()) References(form).settle();
}

}  // namespace genpyo::forms
