// The missing kinds as numbers and words, wherever a file cannot say them otherwise.
#pragma once
#include "forms/form.h"
#include "forms/missing.h"

namespace genpyo::exports {

// The analysis profile: -1 not keyed … -7 page absent, one number a kind, the same in every
// variable.
int analysis_code(forms::Missing kind);

// 未入力, Not keyed yet … A form in a third language gets the English words.
const forms::Label& label_of(forms::Missing kind);

}  // namespace genpyo::exports
