#include "store/snapshot.h"

#include "store/coding.h"

namespace genpyo::store {
namespace {

void set_text(std::map<std::string, std::string>& texts, const std::string& name,
              const std::string& text) {
  if (text.empty()) {
    texts.erase(name);
  } else {
    texts[name] = text;
  }
}

}  // namespace

void apply(Snapshot& snapshot, const Entry& entry) {
  ++snapshot.revision;
  const bool of_item = entry.action == Entry::Action::mark || entry.action == Entry::Action::note;
  if (of_item && is_coding(entry.subject)) return;
  switch (entry.action) {
    case Entry::Action::create: break;
    case Entry::Action::mark:
      snapshot.last_item = entry.subject;
      if (entry.mark.keyed()) {
        snapshot.marks[entry.subject] = entry.mark;
      } else {
        snapshot.marks.erase(entry.subject);
      }
      break;
    case Entry::Action::note: set_text(snapshot.notes, entry.subject, entry.text); break;
    case Entry::Action::confirm: snapshot.confirmed.insert(entry.subject); break;
    case Entry::Action::override_: snapshot.overridden[entry.subject] = entry.reason; break;
    case Entry::Action::close: snapshot.state = forms::CaseState::closed; break;
    case Entry::Action::reopen: snapshot.state = forms::CaseState::open; break;
  }
}

ItemNames names_of(const forms::Form& form) {
  ItemNames names;
  for (forms::ItemIndex index = 0; index < form.items.size(); ++index) {
    names.emplace(form.items[index].name, index);
  }
  return names;
}

std::optional<forms::Case> as_case(const Snapshot& snapshot, const forms::Form& form,
                                   const std::string& case_id, int pass) {
  const ItemNames names = names_of(form);
  forms::Case made = forms::blank_case(form, case_id);
  made.pass = pass;
  made.state = snapshot.state;
  for (const auto& [name, mark] : snapshot.marks) {
    const auto found = names.find(name);
    if (found == names.end()) return std::nullopt;
    made.marks[found->second] = mark;
  }
  for (const auto& [name, text] : snapshot.notes) {
    const auto found = names.find(name);
    if (found == names.end()) return std::nullopt;
    made.notes.emplace(found->second, text);
  }
  made.confirmed = snapshot.confirmed;
  made.overridden = snapshot.overridden;
  return made;
}

}  // namespace genpyo::store
