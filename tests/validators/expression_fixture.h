// One form with an item of each type, for tables of expressions.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "tests/validators/small_form.h"
#include "validators/coercion.h"
#include "validators/expression.h"

namespace genpyo::tests {

// n, m: figures; s: select_one kind (1 2 5); k: select_multiple issue (1 2 9); t: text; d, e:
// dates.
inline const forms::Form& sample_form() {
  static const forms::Form form = form_of({{"n", "type: integer"},
                                           {"m", "type: integer"},
                                           {"s", "type: select_one kind"},
                                           {"k", "type: select_multiple issue"},
                                           {"t", "type: text"},
                                           {"d", "type: date"},
                                           {"e", "type: date"}});
  return form;
}

struct Sample {
  forms::Value n = forms::Missing::no_answer, m = n, s = n, k = n, t = n, d = n, e = n;
};

inline std::string written(const validators::Operand& operand) {
  if (const auto* number = std::get_if<double>(&operand)) return validators::to_text(*number);
  if (const auto* truth = std::get_if<bool>(&operand)) return *truth ? "true" : "false";
  return "'" + std::get<std::string>(operand) + "'";
}

inline std::shared_ptr<const validators::Expression> parsed(const std::string& text) {
  std::vector<forms::Diagnostic> diagnostics;
  auto expression =
      validators::Expression::parse({text, {}}, sample_form(), std::nullopt, diagnostics);
  for (const forms::Diagnostic& diagnostic : diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  return expression;
}

inline std::vector<validators::ItemState> states_of(const Sample& sample) {
  std::vector<validators::ItemState> states;
  for (const forms::Value& value :
       {sample.n, sample.m, sample.s, sample.k, sample.t, sample.d, sample.e})
    states.push_back({true, false, false, value});
  return states;
}

// What the expression gives: 3, true or 'text'; "?" when it cannot be parsed.
inline std::string result(const std::string& text, const Sample& sample = {}) {
  const auto expression = parsed(text);
  return expression ? written(expression->evaluate(states_of(sample), today)) : "?";
}

inline bool holds(const std::string& text, const Sample& sample = {}) {
  const auto expression = parsed(text);
  return expression && expression->holds(states_of(sample), today);
}

}  // namespace genpyo::tests
