// Traits: what an evaluation wants to know of every item, in few bytes. Items and their rules are
// large; most items of most cases need no more than this.
#pragma once
#include "forms/form.h"

namespace genpyo::validators {

struct ItemRules;  // validators/parts.h

struct Traits {
  bool from_elsewhere = false;  // of the frame, or coded afterwards: its mark is its value
  bool asked = false;           // Item::asked
  bool plain = false;           // where it is asked, its value is the mark as it stands
  bool conditional = false;     // it has a relevant, or lies in a group
  bool filters = false;         // it has a choice_filter
  bool required = false;        // it has such a rule, and is asked
  bool ruled = false;           // required or constraint: there is a rule that it can break
  bool guarded = false;         // what it holds can break something that is built in
};

Traits traits_of(const forms::Form& form, forms::ItemIndex item, const ItemRules& rules);

}  // namespace genpyo::validators
