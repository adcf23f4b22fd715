// Call-backs: the clinics whose few missing answers would bring them into a table, the call that
// gains most first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"
#include "forms/result.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

struct Callback {
  std::string case_id;
  std::vector<forms::ItemIndex> questions;   // to ask, in the order of the paper
  std::vector<std::size_t> extractions;      // regained when all are answered (per doctor: above 0)
  std::vector<std::string> tables;           // of those extractions
};

// What one call to this clinic would regain; nothing to ask and nothing regained where it is in all,
// outside the base, or out for what no answer of its own would change (a question that the form
// skips, a divisor of 0).
Callback callback_of(const forms::Form& form, const std::string& case_id,
                     const validators::States& states);

// Most tables regained first, then fewest questions, then by case number; calls that gain nothing
// are dropped.
void sort_by_gain(std::vector<Callback>& callbacks);

// callbacks.csv: case_id,tables_regained,items_missing,tables,items,questions (in `language`, one
// behind the other with " / "); whole or not at all.
forms::Result<forms::Done> write_callbacks_csv(const std::vector<Callback>& callbacks,
                                               const forms::Form& form, std::string_view language,
                                               const std::string& path);

}  // namespace genpyo::exports
