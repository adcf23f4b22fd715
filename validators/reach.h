// Reach: how far an item's answers go, where its range or constraint bounds them: for those who have
// only so much room for them.
//
// What is said is proved (prover_search.h) or found by the real evaluation; else it is nothing.
#pragma once
#include <optional>
#include <vector>

#include "validators/prover_search.h"

namespace genpyo::validators {

class Reach {
 public:
  // The program must outlive it.
  Reach(const Program& program, forms::Date today)
      : form_(program.form()), search_(program, today, most_work), marks_(search_.everything()) {}

  // The digits of the largest whole figure in a case that breaks no hard rule; nothing where none is
  // known to be the largest.
  std::optional<int> digits(forms::ItemIndex item) const;

  // Whether some case has this answer and breaks nothing by it.
  bool may_be(forms::ItemIndex item, const forms::Value& answer) const;

  // Whether the form was too large to look at all that was asked.
  bool spent() const { return search_.spent(); }

 private:
  Finding::Outcome reaches(forms::ItemIndex item, double least) const;

  // Of the item's constraint, where it holds no more than this.
  Finding::Outcome outcome_with(forms::ItemIndex item, const Domain& mark) const;

  static constexpr long most_work = 1'000'000;  // by items looked at: a large form is not looked at whole
  const forms::Form& form_;
  const Search search_;
  mutable std::vector<Domain> marks_;
};

}  // namespace genpyo::validators
