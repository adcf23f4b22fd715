// The comparisons of XPath 1.0 §3.4, with ODK's dates.
#include <algorithm>
#include <functional>
#include <limits>

#include "validators/calculation.h"
#include "validators/coercion.h"
#include "validators/instant.h"

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

bool is_node(const Expression::Node& node) {
  return node.operation == Operation::item || node.operation == Operation::here;
}

// What compares as what it is computed to, not as the text of a node.
bool is_of(const Expression::Node& node, Type type) { return node.type == type && !is_node(node); }

bool counts(const Expression::Node& node) {
  return is_of(node, Type::number) || is_of(node, Type::date);
}

}  // namespace

// Whether `left = right` is as `wanted`: of sets, whether it is for one of their nodes.
bool Calculation::equal(const Node& left, const Node& right, bool wanted) const {
  const Node& a = taken(left);
  const Node& b = taken(right);
  if (is_of(a, Type::boolean) || is_of(b, Type::boolean))
    return (boolean(a) == boolean(b)) == wanted;
  if (is_set(a) || is_set(b)) return equal_sets(a, b, wanted);
  if (counts(a) || counts(b)) return same_number(number(a), number(b)) == wanted;
  std::string buffer_a, buffer_b;
  return (text(a, buffer_a) == text(b, buffer_b)) == wanted;
}

bool Calculation::equal_sets(const Node& left, const Node& right, bool wanted) const {
  const auto any_pair = [wanted](const auto& ours, const auto& theirs, const auto& same) {
    return std::any_of(ours.begin(), ours.end(), [&](const auto& one) {
      return std::any_of(theirs.begin(), theirs.end(),
                         [&](const auto& other) { return same(one, other) == wanted; });
    });
  };
  if (counts(left) || counts(right))
    return any_pair(numbers(left), numbers(right), same_number);
  return any_pair(texts(left), texts(right), std::equal_to<>());
}

bool Calculation::in_order(const Node& comparison, const Node& low, const Node& high) const {
  const bool strictly =
      comparison.operation == Operation::less || comparison.operation == Operation::greater;
  const Node& a = taken(low);
  const Node& b = taken(high);
  const auto holds = [strictly](double lower, double upper) {
    return strictly ? lower < upper : lower <= upper;
  };
  if (is_set(a) || is_set(b)) {
    const std::vector<double> lower = numbers(a), upper = numbers(b);
    return std::any_of(lower.begin(), lower.end(), [&](double one) {
      return std::any_of(upper.begin(), upper.end(), [&](double other) { return holds(one, other); });
    });
  }
  if (is_date(a) || is_date(b)) return holds(days(a).last, days(b).first);
  return holds(number(a), number(b));
}

std::vector<double> Calculation::numbers(const Node& node) const {
  std::vector<double> all;
  each(node, [&](const auto& one) { all.push_back(number(one)); });
  return all;
}

std::vector<std::string> Calculation::texts(const Node& node) const {
  std::vector<std::string> all;
  std::string buffer;
  each(node, [&](const auto& one) { all.emplace_back(text(one, buffer)); });
  return all;
}

bool Calculation::is_date(const Node& node) const {
  return node.operation == Operation::item &&
         std::holds_alternative<forms::PartialDate>(value(node));
}

Calculation::Days Calculation::days(const Node& node) const {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (node.type == Type::date) {
    const double day = local_days(instant(node), circumstances_.zone);
    return {day, day};
  }
  if (is_of(node, Type::number)) {  // today() + 30: days already, counted from midnight UTC
    const double day = local_days(number(node) * day_length, circumstances_.zone);
    return node.literal() ? Days{none, none} : Days{day, day};
  }
  std::string buffer;
  const std::string_view written = text(node, buffer);
  const auto date = forms::read_edtf(written);
  if (!date && may_be_instant(written)) {
    const double day = local_days(read_instant(written, circumstances_.zone), circumstances_.zone);
    return {day, day};
  }
  const auto range = date ? forms::range_of(*date) : std::nullopt;
  if (!range) return {none, none};
  return {static_cast<double>(range->first), static_cast<double>(range->last)};
}

}  // namespace genpyo::validators
