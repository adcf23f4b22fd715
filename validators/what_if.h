// What if: what would follow if one answer of a case were another.
#pragma once
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "validators/evaluation.h"
#include "validators/program.h"

namespace genpyo::validators {

// One answer changed, and all that changes with it.
struct Alternative {
  forms::ItemIndex item = 0;
  forms::Value value;                       // in place of the mark; a blank as no_answer
  std::vector<forms::ItemIndex> asked;      // becomes asked
  std::vector<forms::ItemIndex> skipped;    // becomes 非該当
  std::vector<Violation> comes, goes;
  std::vector<std::size_t> enters, leaves;  // extractions, by index

  bool says_something() const;
};

// What else one item could hold, as far as it is worth a look: each choice (of a select_multiple
// each taken in or out), figures and days at and beside those the rules name, figures beside the
// answer that a rule compares them with, and a blank.
struct OtherAnswers {
  forms::ItemIndex item = 0;
  std::vector<Alternative> alternatives;  // also those from which nothing follows
  std::size_t untried = 0;                // that `most` left out
};

// Of the item first, then of what the rules that bear on it rest on; those that are asked on paper
// only. At most `most` answers are tried, each at the cost of one evaluation.
std::vector<OtherAnswers> other_answers(const Program& program, const forms::Case& current,
                                        forms::ItemIndex item, forms::Date today, std::size_t most);

// The alternatives of all these from which something follows. At most 400 are tried.
std::vector<Alternative> what_if(const Program& program, const forms::Case& current,
                                 forms::ItemIndex item, forms::Date today);

}  // namespace genpyo::validators
