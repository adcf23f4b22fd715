// Value: what an item holds, either an answer or the reason why there is none.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "forms/decimal.h"
#include "forms/missing.h"
#include "forms/partial_date.h"

namespace genpyo::forms {

// The choices that were taken, as the numbers printed on the paper: ascending, each once.
// One entry for a select_one, one or more for a select_multiple; never empty in a Value.
using Codes = std::vector<int>;

using Value = std::variant<Missing, std::int64_t, Codes, std::string, PartialDate, Decimal>;

inline bool is_answer(const Value& value) { return !std::holds_alternative<Missing>(value); }
inline bool is_missing(const Value& value, Missing kind) {
  const auto* missing = std::get_if<Missing>(&value);
  return missing != nullptr && *missing == kind;
}

// As written in CSV and on the command line: a figure in decimal, codes with spaces between them
// ("1 5 6"), a text as it is, a date as 1964-04-01 or 1964-04-XX, nothing for Missing.
std::string plain_text(const Value& value);

}  // namespace genpyo::forms
