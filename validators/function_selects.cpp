#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "validators/calculation.h"
#include "validators/function.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Calls `visit` with each choice taken, until one visit says true.
template <typename Visit>
bool any_taken(const Calculation& calculation, const Node& select, Visit visit) {
  bool found = false;
  std::string buffer;
  calculation.each(select, [&](const auto& one) {
    found = found || any_word(calculation.text(one, buffer), visit);
  });
  return found;
}

bool selected(const Calculation& calculation, const Node& call) {
  std::string buffer;
  const std::string_view wanted = trimmed(calculation.text(call.operands[1], buffer));
  const forms::Codes* codes = calculation.plain_codes(call.operands[0]);
  if (codes == nullptr)
    return any_taken(calculation, call.operands[0], [&](auto word) { return word == wanted; });
  return std::any_of(codes->begin(), codes->end(), [&](int code) {
    char digits[12];
    return wanted == std::string_view(digits, std::to_chars(digits, digits + sizeof digits, code).ptr);
  });
}

std::string_view selected_at(const Calculation& calculation, const Node& call,
                             std::string& buffer) {
  double index = std::trunc(calculation.number(call.operands[1]));
  buffer.clear();
  if (!(index >= 0)) return buffer;
  any_taken(calculation, call.operands[0], [&](std::string_view word) {
    if (index-- > 0) return false;
    buffer = std::string(word);
    return true;
  });
  return buffer;
}

double count_selected(const Calculation& calculation, const Node& call) {
  if (const forms::Codes* codes = calculation.plain_codes(call.operands[0]))
    return static_cast<double>(codes->size());
  double count = 0;
  any_taken(calculation, call.operands[0], [&](auto) { return ++count, false; });
  return count;
}

// The parser put the choices' labels beside their names.
std::string_view choice_name(const Calculation& calculation, const Node& call,
                             std::string& buffer) {
  std::string value_buffer;
  const std::string_view wanted = calculation.text(call.operands[0], value_buffer);
  const Members& labels = *call.operands[1].members;
  for (std::size_t index = 0; index < labels.size(); ++index)
    if ((*call.names)[index].second == wanted) return calculation.text(labels[index], buffer);
  return {};
}

}  // namespace

std::span<const FunctionEntry> select_functions() {
  static constexpr std::array table = {
      FunctionEntry{Function::selected, "selected", 2, 2, Type::boolean, Takes::select,
                    "selected(${item}, code)",
                    "Whether the choice is among those taken. A choice is known by its name, on "
                    "paper its number.", "selected('1 5 9', 5)", "true", {.truth = selected}},
      FunctionEntry{Function::selected_at, "selected-at", 2, 2, Type::string, Takes::select,
                    "selected-at(${item}, index)",
                    "The choice taken at an index, from 0; blank when there are not so many.",
                    "selected-at('1 5 9', 1)", "5", {.text = selected_at}},
      FunctionEntry{Function::count_selected, "count-selected", 1, 1, Type::number, Takes::select,
                    "count-selected(${item})", "How many choices are taken.",
                    "count-selected('1 5 9')", "3", {.number = count_selected}},
      FunctionEntry{Function::choice_name, "jr:choice-name", 2, 2, Type::string,
                    Takes::choices_of, "jr:choice-name(${item}, '${item}')",
                    "The label of a choice, in the language that is shown. The second argument names "
                    "the select whose choice it is.", "", "", {.text = choice_name}},
  };
  return table;
}

}  // namespace genpyo::validators
