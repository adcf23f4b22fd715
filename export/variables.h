// Variables: the columns of a clean dataset, in the order of the paper, whatever file they go to.
//
// case_id · then for each item: an integer its figure, a select_one its code, a select_multiple
// NAME_CODE as 1 and 0 for every choice (or one column of codes), a text, a date, a decimal or what
// is calculated as it is and, in NAME_missing, why there is none · then in_EXTRACTION as 1 and 0. Missing kinds are negative
// numbers, the same in every variable; figures are never below 0, so the two cannot be confused.
#pragma once
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/form.h"
#include "forms/result.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

struct DatasetOptions {
  enum class Multiple { dichotomies, codes };  // partners_1 … as 0/1, or one column "1 5 6"
  Multiple multiple = Multiple::dichotomies;
  bool identifying = false;  // identifying items leave only when asked for
};

// The analysis profile: -1 not keyed … -7 page absent, one number a kind, the same in every
// variable.
int analysis_code(forms::Missing kind);

struct Variable {
  enum class Role {
    case_id,
    value,         // the item's answer, or the code of its missing kind
    choice,        // whether `choice` was taken
    missing_kind,  // of what has such a column: its code, empty where there is one
    extraction,    // whether the case is in
  };
  std::string name = {};
  Role role = Role::value;
  forms::ItemIndex item = 0;              // of the roles value, choice and missing_kind
  const forms::Choice* choice = nullptr;  // of the role choice; lies in the form
  std::size_t extraction = 0;             // of the role extraction: index into Form::extractions
};

// Fails where two columns would bear one name, with a sentence that says which two.
forms::Result<std::vector<Variable>> variables_of(const forms::Form& form,
                                                  const DatasetOptions& options);

// What stands in the variable's column for this case, not yet quoted.
std::string cell_of(const Variable& variable, const forms::Form& form, const forms::Case& current,
                    const validators::Evaluation& evaluation);

}  // namespace genpyo::exports
