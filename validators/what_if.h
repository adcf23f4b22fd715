// What if: what would follow if one answer of a case were another.
#pragma once
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "validators/program.h"

namespace genpyo::validators {

// One answer changed, and all that changes with it.
struct Alternative {
  forms::ItemIndex item = 0;
  forms::Value value;                       // in place of the mark; a blank as no_answer
  std::vector<forms::ItemIndex> asked;      // becomes asked
  std::vector<forms::ItemIndex> skipped;    // becomes 非該当
  std::vector<std::string> comes, goes;     // violations, by key
  std::vector<std::size_t> enters, leaves;  // extractions, by index
};

// Of the item, and of what the rules that bear on it rest on: each choice, figures and days at and
// beside those the rules name, and a blank, as far as something follows. At most 400 are tried.
std::vector<Alternative> what_if(const Program& program, const forms::Case& current,
                                 forms::ItemIndex item, forms::Date today);

}  // namespace genpyo::validators
