#include <array>
#include <cmath>
#include <limits>

#include "validators/calculation.h"
#include "validators/function.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

double count(const Calculation& calculation, const Node& call) {
  double nodes = 0;
  for (const Node& operand : call.operands)
    calculation.each(operand, [&](const auto&) { ++nodes; });
  return nodes;
}

double count_non_empty(const Calculation& calculation, const Node& call) {
  double nodes = 0;
  calculation.each(call.operands[0],
                   [&](const auto& one) { nodes += calculation.blank(one) ? 0 : 1; });
  return nodes;
}

// Calls `visit` with every number given; a blank is absent, as ODK has it for sets of nodes.
template <typename Visit>
void each_number(const Calculation& calculation, const Node& call, Visit visit) {
  for (const Node& operand : call.operands)
    calculation.each(operand, [&](const auto& one) {
      if (!calculation.blank(one)) visit(calculation.number(one));
    });
}

double sum(const Calculation& calculation, const Node& call) {
  double result = 0;
  each_number(calculation, call, [&](double next) { result += next; });
  return result;
}

template <typename Better>
double best(const Calculation& calculation, const Node& call, Better better) {
  double result = std::numeric_limits<double>::quiet_NaN();
  bool first = true;
  each_number(calculation, call, [&](double next) {
    if (first || std::isnan(next) || better(next, result)) result = next;
    first = false;
  });
  return result;
}

double minimum(const Calculation& calculation, const Node& call) {
  return best(calculation, call, [](double next, double found) { return next < found; });
}

double maximum(const Calculation& calculation, const Node& call) {
  return best(calculation, call, [](double next, double found) { return next > found; });
}

double position(const Calculation& calculation, const Node& call) {
  if (call.operands.empty()) return calculation.position();
  const std::vector<const Member*> all = calculation.nodes(call.operands[0]);
  if (all.empty() || all.front()->instances.empty())
    return std::numeric_limits<double>::quiet_NaN();
  return all.front()->instances.back();
}

double last(const Calculation& calculation, const Node&) { return calculation.size(); }

std::string_view nothing(const Calculation&, const Node&, std::string&) { return {}; }

}  // namespace

std::span<const FunctionEntry> set_functions() {
  static constexpr std::array table = {
      FunctionEntry{Function::count, "count", 1, 1, Type::number, Takes::nodes,
                    "count(${repeated item or repeat})",
                    "How many instances are in use: of which an item is answered.", "", "",
                    {.number = count}},
      FunctionEntry{Function::count_non_empty, "count-non-empty", 1, 1, Type::number,
                    Takes::nodes, "count-non-empty(${repeated item})",
                    "In how many instances the item is answered.", "", "",
                    {.number = count_non_empty}},
      FunctionEntry{Function::sum, "sum", 1, any_number, Type::number, Takes::anything,
                    "sum(${item}, …)",
                    "The sum of all items and sets given; blanks are passed over.", "sum(1, 2, 3)",
                    "6", {.number = sum}},
      FunctionEntry{Function::minimum, "min", 1, any_number, Type::number, Takes::anything,
                    "min(${item}, …)",
                    "The smallest; blanks are passed over, and of nothing else it is NaN.",
                    "min(3, 2, 5)", "2", {.number = minimum}},
      FunctionEntry{Function::maximum, "max", 1, any_number, Type::number, Takes::anything,
                    "max(${item}, …)",
                    "The largest; blanks are passed over, and of nothing else it is NaN.",
                    "max(3, 2, 5)", "5", {.number = maximum}},
      FunctionEntry{Function::position, "position", 0, 1, Type::number, Takes::nodes,
                    "position(..)",
                    "Which printed instance of its repeat the rule stands in, from 1; inside [ ] "
                    "without an argument, the place of the node that is looked at.", "", "",
                    {.number = position}},
      FunctionEntry{Function::last, "last", 0, 0, Type::number, Takes::anything, "last()",
                    "Inside [ ]: how many nodes are looked at.", "", "", {.number = last}},
      FunctionEntry{Function::indexed_repeat, "indexed-repeat", 3, 7, Type::nodes, Takes::nodes,
                    "indexed-repeat(${item}, ${repeat}, index)",
                    "The item in the printed instance of that number; for repeats within repeats "
                    "with a pair of repeat and index for each.", "", ""},
      FunctionEntry{Function::randomize, "randomize", 1, 2, Type::nodes, Takes::nodes,
                    "randomize(${repeated item}, seed)",
                    "The set in another order. The same seed gives the same order, and the one that "
                    "ODK gives.", "", ""},
      FunctionEntry{Function::current, "current", 0, 0, Type::nodes, Takes::anything, "current()",
                    "The item that the rule belongs to: current()/../name.", "", ""},
      FunctionEntry{Function::instance, "instance", 1, 1, Type::nodes, Takes::list,
                    "instance('list')/root/item[name = value]/label",
                    "The choices of a list of the form. Files beside the form are not read by "
                    "expressions.", "", ""},
      FunctionEntry{Function::pulldata, "pulldata", 4, 4, Type::string, Takes::anything,
                    "pulldata('file', 'column', 'key column', key)",
                    "Blank: ODK looks it up in a file that was sent to the phone, and a sheet of "
                    "paper has none.", "pulldata('clinics', 'name', 'id', 7)", "",
                    {.text = nothing}},
  };
  return table;
}

}  // namespace genpyo::validators
