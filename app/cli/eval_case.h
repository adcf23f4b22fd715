// EvalCase: one expression with its answers and circumstances, and what it gives, as JSON.
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/date.h"
#include "forms/form.h"
#include "validators/evaluation.h"

namespace genpyo::cli {

// A form and its values made of a JSON object: {"n": 3, "t": "text", "d": "2018-04-01", "many":
// ["a", "b"], "people": [{"age": 3}, {"age": 5}]}. A list is a repeat: its elements are the nodes of
// a set; null is a blank.
struct Answers {
  forms::Form form;
  std::vector<validators::ItemState> values;  // by ItemIndex
  std::string fault;  // a sentence, "" when all is well
};
Answers read_answers(const nlohmann::ordered_json& object);

// `{"expression": …, "as": "number|string|boolean|any", "answers": {…}, "today": …, "tz": …}` →
// `{"type": "number|string|boolean|date|missing", "value": …}` or `{"error": …}`. Never throws;
// numbers that JSON lacks are "NaN", "Infinity", "-Infinity" and "-0".
nlohmann::ordered_json evaluate_case(const nlohmann::ordered_json& given, forms::Date today);

// Nothing when it is no JSON, or is too long or too deep to be read.
std::optional<nlohmann::ordered_json> read_json(std::string_view text);
inline constexpr std::size_t longest_case = std::size_t{1} << 20;

}  // namespace genpyo::cli
