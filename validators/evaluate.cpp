#include <algorithm>
#include <utility>

#include "validators/evaluation.h"
#include "validators/states.h"
#include "validators/violations.h"

namespace genpyo::validators {

bool Evaluation::may_close() const {
  return not_keyed.empty() && std::none_of(violations.begin(), violations.end(), [](const auto& v) {
           return v.severity == forms::Severity::hard && !v.settled;
         });
}

Evaluation evaluate(const Program& program, const forms::Case& current, forms::Date today) {
  Moment moment = moment_of(program, current, today);
  Evaluation evaluation;
  for (std::size_t index = 0; index < moment.parts.extractions.size(); ++index)
    evaluation.extractions.push_back(extraction_state(moment, index));
  evaluation.violations = violations_of(moment, evaluation.extractions);
  for (forms::ItemIndex item = 0; item < moment.items.size(); ++item)
    if (awaits_keying(moment, item)) evaluation.not_keyed.push_back(item);
  evaluation.items = std::move(moment.items);
  return evaluation;
}

}  // namespace genpyo::validators
