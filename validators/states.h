// States: the first half of an evaluation, what is asked and what the dataset says; and which
// rules apply then. Evaluate and explain both stand on it, so that they cannot disagree.
#pragma once
#include <vector>

#include "validators/evaluation.h"
#include "validators/parts.h"

namespace genpyo::validators {

// One case at one moment. Everything it refers to must outlive it.
struct Moment {
  const Program::Parts& parts;
  const forms::Case& current;
  forms::Date today;
  std::vector<ItemState> items;  // by ItemIndex
  enum class Group : char { unknown, closed, open };
  std::vector<Group> groups;  // by index of Form::groups
};

Moment moment_of(const Program& program, const forms::Case& current, forms::Date today);

// A case that lacks the mark of an item (keyed under another version) has not keyed it.
const forms::Mark& mark_of(const forms::Case& current, forms::ItemIndex item);

// The form asks it and nobody has been there yet.
bool awaits_keying(const Moment& moment, forms::ItemIndex item);

bool required_applies(const Moment& moment, forms::ItemIndex item);
bool constraint_applies(const Moment& moment, forms::ItemIndex item);

// A check applies where its `relevant` holds and every item it names, in either rule, is answered;
// with on_blank as soon as every asked one is keyed, so that nothing is said before the clerk has
// been there.
bool check_waits(const Moment& moment, std::size_t check);
bool check_applies(const Moment& moment, std::size_t check);

ExtractionState extraction_state(const Moment& moment, std::size_t extraction);

}  // namespace genpyo::validators
