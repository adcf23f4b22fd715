#include "validators/calculation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "forms/text.h"
#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Calls `visit` with each word of a text, until one visit says true.
template <typename Visit>
bool any_word(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0 && visit(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

double number_of(const forms::Value& value) {
  if (const auto* figure = std::get_if<std::int64_t>(&value)) return static_cast<double>(*figure);
  if (const auto* codes = std::get_if<forms::Codes>(&value))
    return codes->size() == 1 ? codes->front() : not_a_number;
  if (const auto* text = std::get_if<std::string>(&value)) return to_number(*text);
  if (const auto* decimal = std::get_if<forms::Decimal>(&value)) return nearest_double(*decimal);
  return not_a_number;
}

bool truth_of(double number) { return number != 0 && !std::isnan(number); }

}  // namespace

// Follows `if` and `coalesce` to the operand that they stand for; its kind is then known. Whoever
// needs it twice keeps it: asked again at every level, a nest of 64 would never end.
const Expression::Node& Calculation::taken(const Node& node) const {
  const Node* current = &node;
  while (current->operation == Operation::call) {
    const auto& operands = current->operands;
    if (current->function == Function::choice) {
      current = boolean(operands[0]) ? &operands[1] : &operands[2];
    } else if (current->function == Function::coalesce) {
      const Node& first = taken(operands[0]);
      if (!blank(first)) return first;
      current = &operands[1];
    } else {
      break;
    }
  }
  return *current;
}

std::string_view Calculation::column(const Node& node) const {
  return node.item < circumstances_.columns.size() ? circumstances_.columns[node.item]
                                                   : std::string_view();
}

bool Calculation::blank(const Node& node) const {
  const Node& of = taken(node);
  if (of.operation == Operation::text) return of.text.empty();
  if (of.operation == Operation::column) return column(of).empty();
  if (of.operation != Operation::item) return false;
  const auto* text = std::get_if<std::string>(&value(of));
  return text != nullptr ? text->empty() : !forms::is_answer(value(of));
}

double Calculation::number(const Node& node) const {
  const Node& of = taken(node);
  const auto left = [&] { return number(of.operands[0]); };
  const auto right = [&] { return number(of.operands[1]); };
  switch (of.operation) {
    case Operation::number: return of.number;
    case Operation::text: return to_number(of.text);
    case Operation::column: return to_number(column(of));
    case Operation::item: return number_of(value(of));
    case Operation::negate: return -left();
    case Operation::add: return left() + right();
    case Operation::subtract: return left() - right();
    case Operation::multiply: return left() * right();
    case Operation::divide: return left() / right();
    case Operation::modulo: return std::fmod(left(), right());
    case Operation::call:
      if (of.type == Expression::Type::number) return call_number(of);
      [[fallthrough]];
    default: return boolean(of) ? 1 : 0;
  }
}

bool Calculation::boolean(const Node& node) const {
  const Node& of = taken(node);
  const auto holds = [this](const Node& operand) { return boolean(operand); };
  switch (of.operation) {
    case Operation::text: return !of.text.empty();
    case Operation::column: return !column(of).empty();
    case Operation::item:
      return of.type == Expression::Type::number ? truth_of(number(of)) : !blank(of);
    case Operation::equal: return equal(of.operands[0], of.operands[1]);
    case Operation::not_equal: return !equal(of.operands[0], of.operands[1]);
    case Operation::less:
    case Operation::at_most: return in_order(of, of.operands[0], of.operands[1]);
    case Operation::greater:
    case Operation::at_least: return in_order(of, of.operands[1], of.operands[0]);
    case Operation::conjunction: return std::all_of(of.operands.begin(), of.operands.end(), holds);
    case Operation::disjunction: return std::any_of(of.operands.begin(), of.operands.end(), holds);
    case Operation::call:
      if (of.type == Expression::Type::boolean) return call_boolean(of);
      [[fallthrough]];
    default: return truth_of(number(of));
  }
}

std::string_view Calculation::text(const Node& node, std::string& buffer) const {
  const Node& of = taken(node);
  if (of.operation == Operation::text) return of.text;
  if (of.operation == Operation::column) return column(of);
  if (of.operation == Operation::item) {
    if (const auto* held = std::get_if<std::string>(&value(of))) return *held;
    return buffer = forms::plain_text(value(of));
  }
  if (of.type == Expression::Type::boolean) return boolean(of) ? "true" : "false";
  return buffer = to_text(number(of));
}

Operand Calculation::operand(const Node& node) const {
  const Node& of = taken(node);
  const bool as_text = of.operation == Operation::text || of.operation == Operation::item ||
                       of.operation == Operation::column;
  if (as_text && (of.type != Expression::Type::number || blank(of))) {
    std::string buffer;
    return std::string(text(of, buffer));
  }
  if (of.type == Expression::Type::boolean) return boolean(of);
  return number(of);
}

bool Calculation::equal(const Node& left, const Node& right) const {
  const Node& a = taken(left);
  const Node& b = taken(right);
  const auto either = [&](Expression::Type type) {
    return (a.type == type && a.operation != Operation::item) ||
           (b.type == type && b.operation != Operation::item);
  };
  if (either(Expression::Type::boolean)) return boolean(a) == boolean(b);
  if (either(Expression::Type::number)) return number(a) == number(b);
  std::string buffer_a, buffer_b;
  return text(a, buffer_a) == text(b, buffer_b);
}

bool Calculation::in_order(const Node& comparison, const Node& low, const Node& high) const {
  const bool strictly =
      comparison.operation == Operation::less || comparison.operation == Operation::greater;
  const Node& a = taken(low);
  const Node& b = taken(high);
  double lower = 0, upper = 0;
  if (is_date(a) || is_date(b)) {
    lower = days(a).last, upper = days(b).first;
  } else {
    lower = number(a), upper = number(b);
  }
  return strictly ? lower < upper : lower <= upper;
}

bool Calculation::is_date(const Node& node) const {
  return node.operation == Operation::item &&
         std::holds_alternative<forms::PartialDate>(value(node));
}

Calculation::Days Calculation::days(const Node& node) const {
  std::string buffer;
  const bool as_text = node.operation == Operation::text || node.operation == Operation::item;
  const auto date = as_text ? forms::read_edtf(text(node, buffer)) : std::nullopt;
  const auto range = date ? forms::range_of(*date) : std::nullopt;
  if (!range) return {not_a_number, not_a_number};
  return {static_cast<double>(range->first), static_cast<double>(range->last)};
}

bool Calculation::call_boolean(const Node& node) const {
  switch (node.function) {
    case Function::negation: return !boolean(node.operands[0]);
    case Function::truth: return true;
    case Function::falsehood: return false;
    case Function::selected: return selected(node.operands[0], node.operands[1]);
    case Function::regex: {
      std::string text_buffer, pattern_buffer;
      return forms::matches(text(node.operands[0], text_buffer),
                            text(node.operands[1], pattern_buffer));
    }
    default: assert(false && "a function whose type is not boolean"); return false;
  }
}

double Calculation::call_number(const Node& node) const {
  switch (node.function) {
    case Function::count_selected: return count_selected(node.operands[0]);
    case Function::whole: return std::trunc(number(node.operands[0]));
    case Function::round: return std::floor(number(node.operands[0]) + 0.5);
    case Function::string_length: {
      std::string buffer;
      return static_cast<double>(forms::code_points(text(node.operands[0], buffer)).size());
    }
    default: return aggregate(node);
  }
}

bool Calculation::selected(const Node& select, const Node& code) const {
  std::string select_buffer, code_buffer;
  const std::string_view wanted = text(code, code_buffer);
  return any_word(text(select, select_buffer), [&](auto word) { return word == wanted; });
}

double Calculation::count_selected(const Node& select) const {
  int count = 0;
  std::string buffer;
  any_word(text(select, buffer), [&](auto) { return ++count, false; });
  return count;
}

double Calculation::aggregate(const Node& node) const {
  double result = node.function == Function::sum ? 0 : not_a_number;
  bool first = true;
  for (const Node& given : node.operands) {
    const Node& operand = taken(given);
    if (blank(operand)) continue;
    const double next = number(operand);
    if (node.function == Function::sum)
      result += next;
    else if (first || std::isnan(next))
      result = next;
    else if (node.function == Function::minimum ? next < result : next > result)
      result = next;
    first = false;
  }
  return result;
}

}  // namespace genpyo::validators
