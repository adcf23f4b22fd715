// Keying: what a character or Enter does to the draft of one item. Pure: the semantics of the
// keypad for every item type, with no case, store or screen.
#pragma once
#include <optional>
#include <string_view>

#include "app/session/draft.h"
#include "forms/case.h"
#include "forms/form.h"
#include "forms/read_value.h"

namespace genpyo::session {

// The place a key goes to.
struct Place {
  const forms::Item* item = nullptr;
  const forms::ChoiceList* choices = nullptr;  // null when the item has none
  const forms::Mark* present = nullptr;        // what is marked now
  const forms::Value* standing = nullptr;      // what stands there unmarked: its default
};

struct Keyed {
  Draft draft;                              // as it is after the key
  std::optional<forms::Mark> mark;          // to be saved
  bool go_on = false;                       // then the next item
  std::optional<forms::Misread> misread;    // the key or the draft is no answer: told, nothing saved
};

// One character (a grapheme, UTF-8). Full-width digits count as digits. `refused`: the draft was
// refused, so that a digit starts it anew instead of growing it.
//   select_one       taken as soon as the list's full width is typed
//   select_multiple  each code of full width adds or removes its mark; the cursor stays
//   - * /            alone in an empty box: don't know, illegible, not applicable, and go on
//   +                several marks; codes may follow, Enter takes it
//   rank             each code of full width is added to the order; Enter takes it
//   decimal          . is the point behind a digit, - in front the sign (- Enter: don't know)
//   time             digits and :, and with a date / - space T
//   .                (the keypad's correction key) erases a digit; in an empty box the mark
// In a text every character is text, and a pasted one comes whole; a date has keys of its own,
// date_keying.h.
Keyed type_into(const Place& place, const Draft& draft, bool refused, std::string_view character);

// Enter. An empty box that has no mark yet: its default, else no answer. One that has a mark keeps it.
Keyed accept_draft(const Place& place, const Draft& draft);

// The draft with which an item is entered: a text is edited, a figure or a choice is keyed anew.
Draft draft_for(const forms::Item& item, const forms::Mark& present);

// A mark with one choice added or removed; with none left nothing is marked (not_keyed).
forms::Mark toggled(const forms::Mark& present, int code);

}  // namespace genpyo::session
