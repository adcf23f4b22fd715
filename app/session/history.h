// History: what happened to a case, or to one item of it, as a person reads it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/strings.h"
#include "forms/form.h"
#include "store/store.h"

namespace genpyo::session {

// One line of the journal, with what was there before it.
struct HistoryLine {
  store::Entry::Action action = store::Entry::Action::mark;
  std::optional<forms::ItemIndex> item;  // what it is about; none for the case as a whole
  std::string subject;                   // the check's or extraction's key where it is of no one item
  forms::Mark before, after;             // for a mark
  std::string text;                      // of a note, "" = taken away
  std::string reason;                    // as recorded
  std::string operator_name, at;
  int pass = 1;
};

// Newest first. `entries` in the journal's order and from the case's beginning, of all its items
// or of one.
std::vector<HistoryLine> lines_of(const forms::Form& form, const std::vector<store::Entry>& entries);

// What happened: "2 個人 → 3 法人", "付せん「字が薄い」", "完了".
std::string word(const HistoryLine& line, const forms::Form& form, std::string_view language,
                 const Strings& strings);

// Why: the reasons that the program gives in the language asked for, a person's own as they are.
std::string reason_of(const HistoryLine& line, std::string_view language, const Strings& strings);

}  // namespace genpyo::session
