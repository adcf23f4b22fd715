// Search: whether some case brings a branch about. Domains are parted until a case is found, until
// none is left, or until the budget is spent.
//
// A case that is found was looked at by the real evaluation; that there is none was shown for whole
// domains (prover_world.h). Everything else is «cannot tell».
#pragma once
#include <limits>
#include <optional>
#include <vector>

#include "validators/prover_world.h"
#include "validators/states.h"
#include "validators/trial.h"

namespace genpyo::validators {

// What cases are supposed to keep to.
struct Supposed {
  bool exclusion = false;   // excluding choices stand alone
  bool hard_rules = false;  // hard constraints and checks that rest on the same items hold
};

struct Finding {
  enum class Outcome { found, impossible, cannot_tell };
  Outcome outcome = Outcome::cannot_tell;
  std::vector<forms::ItemIndex> items;  // found: those that bear on the branch, …
  std::vector<Domain> marks;            // … and what the case was taken from
  std::vector<forms::Value> answers;    // … of these items, in the case that was found
  long work = 0;                        // what it cost: items looked at
};

class Search {
 public:
  // The program must outlive it. `work` bounds all that is looked for together, by items looked at.
  Search(const Program& program, forms::Date today, long work = unbounded);
  Search(const Search&) = delete;

  static constexpr long unbounded = std::numeric_limits<long>::max();
  bool spent() const { return work_left_ <= 0; }

  const std::vector<Domain>& everything() const { return everything_; }  // all that can be keyed, by ItemIndex
  // `marks` bounds the cases looked at; at most `budget` steps.
  Finding find(const Branch& branch, const std::vector<Domain>& marks, const Supposed& supposed,
               int budget, const Ignored& ignored = {}) const;
  // Whether all cases within domains bring it about.
  bool is_sure(const Branch& branch, const std::vector<forms::ItemIndex>& items,
               const std::vector<Domain>& marks) const;

  // A case with a value of each domain; a blank is no_answer.
  forms::Case case_of(const std::vector<Domain>& marks) const;
  const Cone& cone() const { return cone_; }
  const Program::Parts& parts() const { return parts_; }

 private:
  class Descent;
  forms::Value answer_of(forms::ItemIndex item, const Domain& domain) const;
  const Program& program_;
  const Program::Parts& parts_;
  forms::Date today_;
  Cone cone_;
  std::vector<Domain> everything_;
  mutable long work_left_;
  mutable Board board_;
  mutable Trial trial_;  // of everything
};

// Whether a case brings it about, by the real evaluation.
bool comes_about(const Moment& moment, const Branch& branch);
// Every branch of a form's rules, in the order of the paper.
std::vector<Branch> branches_of(const Program::Parts& parts);

}  // namespace genpyo::validators
