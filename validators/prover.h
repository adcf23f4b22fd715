// Prover: what can be said of a form before any sheet is filled in: items that no answers lead to,
// rules that never speak and rules that always do.
//
// A claim is made only of what was shown for every case (prover_search.h); where the budget is
// spent, or a rule rests on the day or on chance, nothing is claimed. Budgets are counted in steps
// and items looked at, never in time: what is claimed is the same on every machine.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "forms/diagnostic.h"
#include "validators/prover_search.h"

namespace genpyo::validators {

struct Claim {
  forms::Fault fault = forms::Fault::never_asked;
  Branch branch;             // what never comes about …
  bool unless_broken = false;  // … in a case that breaks no hard rule, constraint or exclusion
  forms::ItemIndex because = 0;  // of skips that contradict: the other item, …
  std::optional<std::size_t> group;  // … or the group
};

struct Proof {
  std::vector<Claim> claims;      // in the order of the paper
  std::vector<Branch> undecided;  // cannot tell
  std::size_t rules = 0;          // skips, constraints and checks
  std::size_t not_looked_at = 0;  // of these: the form is too large, and all work was spent
};

// At most `budget` steps for each question, at most `work` by items looked at for all together.
inline constexpr long usual_work = 3'000'000;
Proof prove(const Program& program, forms::Date today, int budget = 600, long work = usual_work);

// As warnings, in the order of the file; what stands in a repeat is told once.
std::vector<forms::Diagnostic> told(const Proof& proof, const forms::Form& form);

}  // namespace genpyo::validators
