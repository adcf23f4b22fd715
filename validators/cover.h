// Cover: a small set of cases that takes every branch of a form's rules: the form's own test.
//
// What is covered is condition/decision coverage, as testing calls it: every decision (skip,
// required, constraint, check, extraction, choice filter) both ways, and so every condition inside
// its and, or, not and if. Conditions count where their rule is looked at, each by itself.
//
// A branch counts as taken only by a case in which the evaluation took it.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "validators/prover_search.h"

namespace genpyo::validators {

// What is known of a sheet before it is keyed: the marks of items in frame.
using Ground = std::vector<std::pair<forms::ItemIndex, forms::Mark>>;

struct CoverCase {
  forms::Case current;      // keyed through: nothing that is asked waits
  std::size_t ground = 0;   // which of those that were given
  std::vector<char> takes;  // by index of Cover::branches
};

struct CoverBranch {
  enum class Reach {
    taken,        // by one of the cases
    impossible,   // proved: no case takes it
    not_reached,  // cannot tell
  };
  Branch branch;
  Reach reach = Reach::not_reached;
};

struct Cover {
  std::vector<CoverBranch> branches;  // in the order of the paper
  std::vector<CoverCase> cases;
  bool spent = false;  // the budget: what is not reached may not have been looked for

  std::size_t count(CoverBranch::Reach reach) const;
};

// `grounds`: what a case may begin with, the likeliest first; none = items in frame are keyed like
// any other. `budget`: items and branches looked at. Deterministic.
inline constexpr long usual_budget = 100'000'000;
Cover cover(const Program& program, forms::Date today, const std::vector<Ground>& grounds = {},
            long budget = usual_budget);

// The items in frame that some rule rests on, ascending: grounds that differ in no other make no
// difference.
std::vector<forms::ItemIndex> frame_items_in_rules(const Program& program);

// Of the whole form, what a branch is: «item "b" is asked», and where its rule stands.
std::string name_of(const Branch& branch, const Program::Parts& parts);
forms::Place place_of(const Branch& branch, const Program::Parts& parts);

}  // namespace genpyo::validators
