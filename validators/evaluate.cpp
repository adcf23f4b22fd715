#include <algorithm>
#include <utility>

#include "validators/evaluation.h"
#include "validators/states.h"
#include "validators/violations.h"

namespace genpyo::validators {
namespace {

void settle_extractions(const Moment& moment, States& into) {
  into.extractions.resize(moment.parts.extractions.size());
  for (std::size_t index = 0; index < into.extractions.size(); ++index)
    into.extractions[index] = extraction_state(moment, index, std::move(into.extractions[index]));
}

}  // namespace

bool Evaluation::may_close() const {
  return not_keyed.empty() && std::none_of(violations.begin(), violations.end(), [](const auto& v) {
           return v.severity == forms::Severity::hard && !v.settled;
         });
}

Evaluation evaluate(const Program& program, const forms::Case& current, forms::Date today) {
  Evaluation evaluation;
  evaluate(program, current, today, evaluation);
  return evaluation;
}

void evaluate(const Program& program, const forms::Case& current, forms::Date today, Evaluation& into) {
  Moment moment = moment_of(program, current, today, std::move(into.items));
  settle_extractions(moment, into);
  into.violations = violations_of(moment, into.extractions, std::move(into.violations));
  into.not_keyed.clear();
  for (forms::ItemIndex item = 0; item < moment.items.size(); ++item)
    if (moment.items[item].relevant && moment.items[item].unknown) into.not_keyed.push_back(item);
  into.items = std::move(moment.items);
}

void settle(const Program& program, const forms::Case& current, forms::Date today, States& into) {
  Moment moment = moment_of(program, current, today, std::move(into.items));
  settle_extractions(moment, into);
  into.items = std::move(moment.items);
}

}  // namespace genpyo::validators
