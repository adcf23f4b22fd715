// Circumstances: what an evaluation is told of the world. It reads no clock itself: the same case
// under the same circumstances gives the same values.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "forms/date.h"

namespace genpyo::forms {
class Zone;
}

namespace genpyo::validators {

// Everything it refers to must outlive the evaluation.
struct Circumstances {
  // Where a day is all that is known.
  Circumstances(forms::Date day) : today(day) {}

  forms::Date today;                      // today()
  std::optional<std::int64_t> now = {};   // now(), milliseconds since 1970 UTC; else noon of today
  const forms::Zone* zone = nullptr;      // null = UTC
  std::uint64_t seed = 0;                 // of random(), uuid() and randomize() without a seed
  std::string_view language = {};         // of labels and names of months; "" = the form's own
  // The values of the bare names that the expression was parsed with, in their order.
  std::span<const std::string_view> columns = {};
};

}  // namespace genpyo::validators
