// What the journal says of an answer's codes, the list with the codes that were added, and finding
// answers: all of it pure.
#include <algorithm>
#include <map>

#include "app/session/coding.h"

namespace genpyo::session {
namespace {

bool has_other_user(const forms::Form& form, std::size_t list, forms::ItemIndex item) {
  for (forms::ItemIndex other = 0; other < form.items.size(); ++other) {
    if (other != item && form.items[other].choices == list) return true;
  }
  return false;
}

forms::Codes codes_in(const forms::Mark& mark) {
  const auto* codes = std::get_if<forms::Codes>(&mark.content);
  return codes == nullptr ? forms::Codes{} : *codes;
}

}  // namespace

std::size_t CodingRoom::left() const {
  return static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(), [](const CodedAnswer& each) { return !each.is_coded; }));
}

void take_up(CodingRecord& record, const store::Entry& entry, std::string_view item) {
  const bool keyed = entry.mark.keyed();
  if (entry.subject != item) {
    record.second = codes_in(entry.mark);
    record.second_by = entry.operator_name;
    record.second_at = keyed ? entry.sequence : 0;
    return;
  }
  record.in_force = codes_in(entry.mark);
  if (entry.reason == settled_reason) {
    record.settled_at = entry.sequence;
    return;
  }
  record.first = record.in_force;
  record.first_by = entry.operator_name;
  record.first_at = keyed ? entry.sequence : 0;
}

void add_codes(forms::Form& form, const std::vector<store::AddedCode>& added) {
  for (const store::AddedCode& each : added) {
    const auto item = form.find(each.item);
    if (!item || !form.items[*item].choices || form.items[*item].codes_of.empty()) continue;
    std::size_t& list = *form.items[*item].choices;
    if (has_other_user(form, list, *item)) {
      forms::ChoiceList own = form.lists[list];
      own.name += "." + each.item;
      list = form.lists.size();
      form.lists.push_back(std::move(own));
    }
    if (form.lists[list].find(each.code) != nullptr) continue;
    forms::Choice choice;
    choice.code = each.code;
    choice.label = forms::Label(std::map<std::string, std::string>{{form.default_language, each.label}});
    choice.source = forms::Source::inferred;
    choice.name = std::to_string(each.code);
    form.lists[list].choices.push_back(std::move(choice));
  }
}

std::vector<std::size_t> found_answers(const std::vector<CodedAnswer>& answers, std::string_view typed) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].text.find(typed) != std::string::npos || answers[i].case_id.starts_with(typed)) found.push_back(i);
  }
  return found;
}

}  // namespace genpyo::session
