// Coding: the lines of the journal that after-coding leaves beside the marks in force. They stand
// under subjects of their own and move no snapshot:
//
//   mark  second:ITEM   the codes of a second coder, who did not see the first one's
//   note  code:ITEM     a code added to the item's list: "8 Telephone conferences"
//
// A code is added because an answer called for it: its line belongs to that answer's case (or, where
// a dataset brought it, to one that bears it), so that one journal, one chain and one head bear
// witness to it, and the archived form never changes.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "store/store.h"

namespace genpyo::store {

// The item that such a subject is about; "" when the subject is none of these.
std::string_view coded_item(std::string_view subject);
bool is_coding(std::string_view subject);

// Nothing when the line adds no code.
std::optional<AddedCode> added_code(const Entry& entry);

}  // namespace genpyo::store
