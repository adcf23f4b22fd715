// States: the first half of an evaluation, what is asked and what the dataset says; and which
// rules apply then. Evaluate and explain both stand on it, so that they cannot disagree.
#pragma once
#include <optional>
#include <vector>

#include "validators/evaluation.h"
#include "validators/parts.h"

namespace genpyo::validators {

// What is known of a group so far: it is looked at when the first item inside is settled.
struct GroupState {
  enum class Asked : char { unknown, no, yes };
  Asked asked = Asked::unknown;
  bool in_use = false;          // something is written in it
  std::optional<double> count;  // how many instances there should be, where the form says it
};

// One case at one moment. Everything it refers to must outlive it.
struct Moment {
  const Program::Parts& parts;
  const forms::Case& current;
  forms::Date today;
  std::vector<ItemState> items;  // by ItemIndex
  std::vector<GroupState> groups;  // by index of Form::groups
};

bool holds(const Moment& moment, const Compiled& rule, bool otherwise);

// `reused` are the states of an earlier moment, or none: only their memory is taken.
Moment moment_of(const Program& program, const forms::Case& current, forms::Date today,
                 std::vector<ItemState> reused = {});

// As if the moment's case were looked at for the first time.
void settle_all(Moment& moment);
// The same of a few items, in the order in which they are settled, while the others stay as they are.
// Whether an instance of a repeat is in use is not asked anew.
void settle_again(Moment& moment, const std::vector<forms::ItemIndex>& items);

// A case that lacks the mark of an item (keyed under another version) has not keyed it.
const forms::Mark& no_mark();
inline const forms::Mark& mark_of(const forms::Case& current, forms::ItemIndex item) {
  return item < current.marks.size() ? current.marks[item] : no_mark();
}

// The form asks it and nobody has been there yet.
bool awaits_keying(const Moment& moment, forms::ItemIndex item);

bool required_applies(const Moment& moment, forms::ItemIndex item);
bool constraint_applies(const Moment& moment, forms::ItemIndex item);

// A check applies where its `relevant` holds and every item it names, in either rule, is answered;
// with on_blank as soon as every asked one is keyed, so that nothing is said before the clerk has
// been there.
bool check_waits(const Moment& moment, std::size_t check);
bool check_applies(const Moment& moment, std::size_t check);

// As with moment_of, of `reused` only the memory is taken.
ExtractionState extraction_state(const Moment& moment, std::size_t extraction,
                                 ExtractionState reused = {});

}  // namespace genpyo::validators
