// Groups: whether a group, or an instance of a repeat, is asked. The part of states.h that concerns
// them.
#pragma once
#include "validators/states.h"

namespace genpyo::validators {

// Whether something is written on the sheet. A mark "not applicable", a blank and a lost page
// agree with a form that asks nothing.
bool is_written(const forms::Value& content);

// Which groups are in use; the rest is found out when it is asked for.
std::vector<GroupState> groups_of(const Program::Parts& parts, const forms::Case& current);

// Its rules may be looked at only when the items that they rest on are settled.
bool group_is_asked(Moment& moment, std::size_t group);

// Whether an item lies behind the last instance that is in use: the first item of its own was
// keyed, nothing was there, and no count says that there should be. Its groups must be asked.
bool is_behind_the_last(const Moment& moment, forms::ItemIndex item);

// Whether an item lies in an instance with nothing in it that no count calls for.
bool in_unused_instance(const Moment& moment, forms::ItemIndex item);

}  // namespace genpyo::validators
