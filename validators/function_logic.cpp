#include <array>

#include "forms/text.h"
#include "validators/calculation.h"
#include "validators/function.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

bool negation(const Calculation& calculation, const Node& call) {
  return !calculation.boolean(call.operands[0]);
}

bool truth(const Calculation&, const Node&) { return true; }
bool falsehood(const Calculation&, const Node&) { return false; }

bool boolean(const Calculation& calculation, const Node& call) {
  return calculation.boolean(call.operands[0]);
}

bool boolean_from_string(const Calculation& calculation, const Node& call) {
  std::string buffer;
  const std::string_view text = calculation.text(call.operands[0], buffer);
  return text == "1" || text == "true";
}

bool regex(const Calculation& calculation, const Node& call) {
  std::string text_buffer, pattern_buffer;
  return forms::matches(calculation.text(call.operands[0], text_buffer),
                        calculation.text(call.operands[1], pattern_buffer));
}

// A bound below 0 is none.
bool within(const Calculation& calculation, const Node& call, double sum) {
  const double least = calculation.number(call.operands[0]);
  const double most = calculation.number(call.operands[1]);
  return (least < 0 || sum >= least) && (most < 0 || sum <= most);
}

struct Truth {
  const Calculation& calculation;
  bool operator()(const Node& node) const { return calculation.boolean(node); }
  bool operator()(const Member& member) const { return !calculation.blank(member); }
};

bool checklist(const Calculation& calculation, const Node& call) {
  double count = 0;
  const Truth truth_of{calculation};
  for (std::size_t index = 2; index < call.operands.size(); ++index)
    calculation.each(call.operands[index], [&](const auto& one) { count += truth_of(one) ? 1 : 0; });
  return within(calculation, call, count);
}

// Of a pair either may be a set: the first of the one belongs to the first of the other.
bool weighted_checklist(const Calculation& calculation, const Node& call) {
  double sum = 0;
  const Truth truth_of{calculation};
  for (std::size_t index = 2; index + 1 < call.operands.size(); index += 2) {
    std::vector<bool> holding;
    calculation.each(call.operands[index],
                     [&](const auto& one) { holding.push_back(truth_of(one)); });
    std::size_t next = 0;
    calculation.each(call.operands[index + 1], [&](const auto& one) {
      if (next < holding.size() && holding[next]) sum += calculation.number(one);
      ++next;
    });
  }
  return within(calculation, call, sum);
}

}  // namespace

std::span<const FunctionEntry> logic_functions() {
  static constexpr std::array table = {
      FunctionEntry{Function::negation, "not", 1, 1, Type::boolean, Takes::anything,
                    "not(condition)", "True when the condition is false.", "not('')", "true",
                    {.truth = negation}},
      FunctionEntry{Function::truth, "true", 0, 0, Type::boolean, Takes::anything, "true()",
                    "Always true.", "true()", "true", {.truth = truth}},
      FunctionEntry{Function::falsehood, "false", 0, 0, Type::boolean, Takes::anything, "false()",
                    "Always false.", "false()", "false", {.truth = falsehood}},
      FunctionEntry{Function::boolean, "boolean", 1, 1, Type::boolean, Takes::anything,
                    "boolean(value)",
                    "A figure is true when it is not 0, a text when it is not blank, a set when it "
                    "has a node.",
                    "boolean(2)", "true", {.truth = boolean}},
      FunctionEntry{Function::boolean_from_string, "boolean-from-string", 1, 1, Type::boolean,
                    Takes::anything, "boolean-from-string(value)",
                    "True for the texts 1 and true, false for all others.",
                    "boolean-from-string('whatever')", "false", {.truth = boolean_from_string}},
      FunctionEntry{Function::choice, "if", 3, 3, Type::string, Takes::anything,
                    "if(condition, then, else)",
                    "The second value when the condition is true, else the third. Only the one "
                    "taken is computed, and its type is the result's.",
                    "if(2 > 1, 'more', 'less')", "more"},
      FunctionEntry{Function::coalesce, "coalesce", 2, 2, Type::string, Takes::anything,
                    "coalesce(value, value if blank)", "The first value, or the second where the "
                    "first is blank or came to NaN.", "coalesce('', 'none')", "none"},
      FunctionEntry{Function::once, "once", 1, 1, Type::string, Takes::anything, "once(value)",
                    "The item's own value where it has one, else the value given. ODK keeps what was "
                    "computed when the form was first opened; a sheet of paper is never opened, so "
                    "here the value follows from the marks each time.",
                    "once('first')", "first"},
      FunctionEntry{Function::regex, "regex", 2, 2, Type::boolean, Takes::anything,
                    "regex(${item}, 'pattern')",
                    "Whether the whole text matches the pattern (ICU regular expressions, in bounded "
                    "time: a pattern that is wrong or needs too long does not match).",
                    "regex('12345', '[0-9]{5}')", "true", {.truth = regex}},
      FunctionEntry{Function::checklist, "checklist", 2, any_number, Type::boolean,
                    Takes::anything, "checklist(least, most, condition, …)",
                    "Whether the number of conditions that hold is between two bounds; a bound "
                    "below 0 is none.", "checklist(1, 2, 1 = 1, 1 = 2)", "true",
                    {.truth = checklist}},
      FunctionEntry{Function::weighted_checklist, "weighted-checklist", 2, any_number,
                    Type::boolean, Takes::pairs,
                    "weighted-checklist(least, most, condition, weight, …)",
                    "Whether the weights of the conditions that hold add up to between two bounds; a "
                    "bound below 0 is none.", "weighted-checklist(-1, 2, 2 > 1, 2)", "true",
                    {.truth = weighted_checklist}},
  };
  return table;
}

}  // namespace genpyo::validators
