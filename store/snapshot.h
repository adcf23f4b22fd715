// Snapshot: where the journal of a pass has led. By the names of items, so that it can be replayed
// and audited without the form.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "forms/case.h"
#include "store/store.h"

namespace genpyo::store {

struct Snapshot {
  std::map<std::string, forms::Mark> marks;  // only those that are keyed
  std::map<std::string, std::string> notes;
  std::set<std::string> confirmed;
  std::map<std::string, std::string> overridden;
  forms::CaseState state = forms::CaseState::open;
  std::string last_item;
  std::int64_t revision = 0;
};

// Moves the snapshot by one line of its journal.
void apply(Snapshot& snapshot, const Entry& entry);

// Valid while the form is.
using ItemNames = std::unordered_map<std::string_view, forms::ItemIndex>;
ItemNames names_of(const forms::Form& form);

// Nothing when the snapshot names an item that the form has not: it is another form's.
std::optional<forms::Case> as_case(const Snapshot& snapshot, const forms::Form& form,
                                   const std::string& case_id, int pass);

}  // namespace genpyo::store
