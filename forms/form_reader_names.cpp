// ${name} in a form's words stands for a question. One that stands for none would be printed as it is.
#include <set>
#include <utility>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

constexpr std::string_view opens = "${";

class WordsWithNames {
 public:
  explicit WordsWithNames(FormDraft& draft)
      : form_(draft.form), findings_(draft.findings), nearest_(names_of(draft.form)) {
    for (const Item& item : form_.items) {
      items_.insert(item.name);
      repeated_.insert(item.repeated_name);
    }
  }

  void look() {
    for (const Item& item : form_.items) look_at(item);
    for (const Group& group : form_.groups) {
      look_at(group.label, "the label of group " + quoted(group.name), group.place);
      look_at(group.hint, "the hint of group " + quoted(group.name), group.place);
    }
    for (const Grid& grid : form_.grids) {
      if (grid.rows.empty()) continue;
      look_at(grid.label, "the label of grid " + quoted(grid.name), form_.items[grid.rows.front()].place);
      look_at(grid.hint, "the hint of grid " + quoted(grid.name), form_.items[grid.rows.front()].place);
    }
    for (const Section& section : form_.sections) {
      if (section.items.empty()) continue;
      look_at(section.label, "the label of section " + quoted(section.name), form_.items[section.items.front()].place);
    }
    for (const Check& check : form_.checks)
      look_at(check.message, "the message of check " + quoted(check.name), check.place, true);
  }

 private:
  void look_at(const Item& item) {
    const std::string name = quoted(item.repeated_name.empty() ? item.name : item.repeated_name);
    look_at(item.label, "the label of " + name, item.place);
    look_at(item.hint, "the hint of " + name, item.place);
    look_at(item.required_message, "the required_message of " + name, item.place, true);
    look_at(item.constraint_message, "the constraint_message of " + name, item.place, true);
    if (item.choices && lists_.insert(*item.choices).second) look_at(form_.lists[*item.choices], name, item.place);
  }

  void look_at(const ChoiceList& list, const std::string& first_item, const Place& place) {
    const std::string of = " of " + (list.name.empty() ? first_item : quoted(list.name));
    for (const Choice& choice : list.choices) look_at(choice.label, "choice " + std::to_string(choice.code) + of, place);
  }

  // `of_any`: what is not on paper may name an item of a repeat.
  void look_at(const Label& label, const std::string& subject, const Place& place, bool of_any = false) {
    if (!place.sheet.empty()) return;  // a workbook's names are judged cell by cell
    for (const auto& [language, text] : label.texts()) {
      for (auto at = text.find(opens); at != std::string::npos; at = text.find(opens, at)) {
        at += opens.size();
        const auto end = text.find('}', at);
        if (end == std::string::npos) break;
        if (text.find(opens, at) < end) continue;  // it is never closed
        judge(text.substr(at, end - at), subject, place, of_any);
      }
    }
  }

  void judge(const std::string& name, const std::string& subject, const Place& place, bool of_any) {
    const bool repeated = repeated_.count(name) != 0;
    if (items_.count(name) != 0 || (repeated && of_any)) return;
    if (!told_.emplace(subject, name).second) return;  // in another language or instance
    if (repeated) {
      findings_.warn(Fault::unknown_name, place,
                     subject + " names " + quoted(name) + ", of which the form prints several: it stays as it is written.",
                     "Name one of them, or say it in words.");
      return;
    }
    const std::string near = nearest_.to(name);
    findings_.warn(Fault::unknown_name, place,
                   subject + " names " + quoted(name) + ", which no item has: it stays as it is written.",
                   near.empty() ? "Name an item of this form." : "Did you mean " + quoted(near) + "?");
  }

  static std::vector<std::string> names_of(const Form& form) {
    std::vector<std::string> all;
    for (const Item& item : form.items) all.push_back(item.repeated_name.empty() ? item.name : item.repeated_name);
    return all;
  }

  const Form& form_;
  Findings& findings_;
  NearestNames nearest_;
  std::set<std::string> items_, repeated_;
  std::set<std::size_t> lists_;                         // that were looked at
  std::set<std::pair<std::string, std::string>> told_;  // subject and name
};

}  // namespace

void tell_unknown_names(FormDraft& draft) { WordsWithNames(draft).look(); }

}  // namespace genpyo::forms
