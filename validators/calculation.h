// Calculation: one walk over an expression's tree with the values of one case. Numbers and
// booleans are computed without allocating.
//
// An item is compared like a node of XPath: with a number as a number, with a text or another
// item as text. As a boolean an integer is true when it is not 0, any other item when it is not
// blank.
//
// A date is text, 1964-04-01 or 1964-04-XX, also in = and !=. For < <= > >= a date and what stands
// against it count as days, and the comparison holds where it holds for every day that either may
// be; with an unknown year, or against what is no date, it does not hold.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "validators/expression_node.h"

namespace genpyo::validators {

class Calculation {
 public:
  using Node = Expression::Node;
  // `values` by ItemIndex; both must outlive the calculation.
  Calculation(const std::vector<ItemState>& values, const Circumstances& circumstances)
      : values_(values), circumstances_(circumstances) {}

  double number(const Node& node) const;
  bool boolean(const Node& node) const;
  Operand operand(const Node& node) const;
  // The text of a node; a view of the value itself or of `buffer`.
  std::string_view text(const Node& node, std::string& buffer) const;
  bool blank(const Node& node) const;

 private:
  const Node& taken(const Node& node) const;
  const forms::Value& value(const Node& node) const { return values_[node.item].value; }
  std::string_view column(const Node& node) const;
  double call_number(const Node& node) const;
  bool call_boolean(const Node& node) const;
  bool equal(const Node& left, const Node& right) const;
  // low < high, or low <= high.
  bool in_order(const Node& comparison, const Node& low, const Node& high) const;
  bool is_date(const Node& node) const;
  // The first and the last day that a date may be; not a number where there is no date.
  struct Days {
    double first, last;
  };
  Days days(const Node& node) const;
  bool selected(const Node& select, const Node& code) const;
  double count_selected(const Node& select) const;
  double aggregate(const Node& node) const;

  const std::vector<ItemState>& values_;
  const Circumstances& circumstances_;
};

}  // namespace genpyo::validators
