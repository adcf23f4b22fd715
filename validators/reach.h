// Reach: how far an item's answers go, where its range or constraint bounds them: for those who have
// only so much room for them.
//
// What is said is proved (prover_search.h) or found by the real evaluation; else it is nothing.
#pragma once
#include <optional>

#include "validators/prover_search.h"

namespace genpyo::validators {

class Reach {
 public:
  // The program must outlive it.
  Reach(const Program& program, forms::Date today) : form_(program.form()), search_(program, today) {}

  // The digits of the largest whole figure in a case that breaks no hard rule; nothing where none is
  // known to be the largest.
  std::optional<int> digits(forms::ItemIndex item) const;

  // Whether some case has this answer and breaks nothing by it.
  bool may_be(forms::ItemIndex item, const forms::Value& answer) const;

 private:
  bool bounded_below(forms::ItemIndex item, double least) const;

  const forms::Form& form_;
  const Search search_;
};

}  // namespace genpyo::validators
