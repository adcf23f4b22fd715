// World: a form's states over domains in place of marks: what may be asked, and what the dataset
// may say of it. The mirror of states.h, as wide or wider than any case whose marks lie within.
#pragma once
#include <map>
#include <set>
#include <vector>

#include "validators/parts.h"
#include "validators/reckoning.h"

namespace genpyo::validators {

// A branch of a form's rules: what a case can bring about.
struct Branch {
  enum class Kind {
    asked,       // of an item, by its relevance and its groups'
    skipped,
    must,        // required holds
    need_not,
    passes,      // the item's constraint
    breaks,
    offered,     // a choice, by the choice_filter
    withheld,
    left_open,   // required, and blank
    filled,      // required, and answered
    check_passes,
    check_fails,
    check_waits,
    check_off,   // its `relevant` does not hold
    in,          // of an extraction
    incomplete,
    outside,
    condition,
    holds,  // of Program::Parts::conditions, where its rule is looked at
    fails,
  };
  Kind kind = Kind::asked;
  std::size_t index = 0;  // of the item, check, extraction or condition
  int code = 0;           // of a choice
  friend auto operator<=>(const Branch&, const Branch&) = default;
};
inline bool is_of_check(Branch::Kind kind) {
  return kind >= Branch::Kind::check_passes && kind <= Branch::Kind::check_off;
}
inline bool is_of_extraction(Branch::Kind kind) {
  return kind >= Branch::Kind::in && kind <= Branch::Kind::condition;
}
inline bool is_of_condition(Branch::Kind kind) { return kind >= Branch::Kind::holds; }
inline bool is_of_item(Branch::Kind kind) { return kind < Branch::Kind::check_passes; }

// Rules that are taken as absent, to find which of them is to blame.
struct Ignored {
  std::set<forms::ItemIndex> relevance;  // of these items
  std::set<std::size_t> groups;
};

// What a form's rules rest on, worked out once.
class Cone {
 public:
  explicit Cone(const Program::Parts& parts);
  // The items whose marks bear on a branch, in the order in which they are settled.
  std::vector<forms::ItemIndex> of(const Branch& branch) const;
  // Those of the items by which their being asked, or their value, is decided.
  std::vector<forms::ItemIndex> closed(std::vector<forms::ItemIndex> items) const;
  const Cuts& cuts(forms::ItemIndex item) const { return cuts_[item]; }
  // The checks and constraints that rest on nothing but these items.
  struct Inside {
    std::vector<std::size_t> checks;
    std::vector<forms::ItemIndex> constraints;  // in the order of `items`
  };
  Inside inside(const std::vector<forms::ItemIndex>& items) const;

 private:
  void look_at(const Compiled& rule);
  const Program::Parts& parts_;
  std::vector<std::vector<forms::ItemIndex>> supports_;
  std::vector<std::size_t> place_;  // in the order
  std::vector<std::vector<std::size_t>> checks_;  // by ItemIndex: those that name it last
  std::vector<std::size_t> idle_checks_;          // those that name no item
  std::vector<Cuts> cuts_;
};

// The rules that decide a branch, without those that decide what is asked.
std::vector<const Expression*> rules_of(const Program::Parts& parts, const Branch& branch);

// What a world is laid out on, by ItemIndex: a form has many items, and a world looks at few.
struct Board {
  explicit Board(std::size_t items) : values(items), asked(items, either), states(items) {}
  std::vector<Domain> values;
  std::vector<Truths> asked;
  std::vector<ItemState> states;
};

class World {
 public:
  // `items` as Cone gives them, the others are not looked at; `marks` are theirs, in that order. All
  // must outlive it, and nothing else may lie on the board meanwhile.
  World(const Program::Parts& parts, const std::vector<forms::ItemIndex>& items,
        const std::vector<Domain>& marks, forms::Date today, const Ignored& ignored, Board& board);
  World(const World&) = delete;
  ~World();

  Truths comes_about(const Branch& branch) const;
  Truths asked(forms::ItemIndex item) const { return asked_[item]; }
  // Whether an excluding choice stands beside another one.
  Truths breaks_exclusion(forms::ItemIndex item) const;

 private:
  void settle(forms::ItemIndex item, const Domain& mark);
  Truths may_be_asked(forms::ItemIndex item) const;
  Domain when_asked(forms::ItemIndex item, const Domain& mark) const;
  Domain computed(forms::ItemIndex item, const Compiled& rule) const;
  Truths holds(const Compiled& rule, bool otherwise) const;
  Truths holds_answered(const Compiled& rule, const std::vector<forms::ItemIndex>& answered) const;
  Truths answered(const std::vector<forms::ItemIndex>& items) const;
  Truths of_item(const Branch& branch) const;
  Truths of_check(const Branch& branch) const;
  Truths of_extraction(const Branch& branch) const;
  Truths of_condition(const Branch& branch) const;
  Truths is_looked_at(const Condition& condition) const;
  Truths offered(const Branch& branch) const;

  const Program::Parts& parts_;
  const std::vector<forms::ItemIndex>& items_;
  const Circumstances circumstances_;
  const Ignored& ignored_;
  std::vector<Domain>& values_;
  std::vector<Truths>& asked_;
  std::vector<ItemState>& states_;
  const Reckoning reckoning_;
};

}  // namespace genpyo::validators
