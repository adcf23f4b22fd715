// ErrorRates: how often keying went wrong, over the comparisons of many cases. Exact counts.
//
// A keying of an item is an error where what counts in the end is something else: so both passes
// may err, and while a difference is not settled nobody knows who did (undecided). The field error
// rate is errors by keyings, as double entry is reported (Day, S., Fayers, P. & Harvey, D. (1998).
// Double data entry: what value, what price? Controlled Clinical Trials 19, 15–24).
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "app/session/comparison.h"

namespace genpyo::session {

struct KeyingErrors {
  std::int64_t keyed = 0, errors = 0, undecided = 0;
};

struct ErrorRates {
  std::int64_t cases = 0;                              // with two whole passes
  std::int64_t compared = 0, equal = 0, unsettled = 0;  // items
  std::map<forms::ItemIndex, KeyingErrors> by_item;
  std::map<std::string, KeyingErrors> by_operator;

  void add(const Comparison& comparison);
};

}  // namespace genpyo::session
