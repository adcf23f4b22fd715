// Calculation: one walk over an expression's tree with the values of one case. Numbers and
// booleans are computed without allocating.
//
// An item is compared like a node of XPath: with a number as a number, with a text or another
// item as text. As a boolean a figure is true when it is not 0, any other item when it is not
// blank. A set of nodes is compared as XPath has it: as soon as one of them holds; as a number or
// text it is its first.
//
// An item's date is text, 1964-04-01 or 1964-04-XX, also in = and !=, and as a number the days
// since 1970 when it is whole. For < <= > >= a date and what stands against it count as days, and
// the comparison holds where it holds for every day that either may be; with an unknown year, or
// against what is no date, it does not hold. What date(), today() and their like give is a moment:
// a number of days wherever a number is wanted.
#pragma once
#include <algorithm>
#include <cstdint>
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
  Calculation& operator=(const Calculation&) = delete;

  double number(const Node& node) const;
  bool boolean(const Node& node) const;
  Operand operand(const Node& node) const;
  // The text of a node; a view of the value itself or of `buffer`.
  std::string_view text(const Node& node, std::string& buffer) const;
  bool blank(const Node& node) const;
  bool is_no_number(const Node& node) const;
  // Blank because nobody answered, not because a text is empty.
  bool missing(const Node& node) const;
  // Milliseconds since 1970 UTC: of a date or a date's text, of a number as days.
  double instant(const Node& node) const;
  // What it is for this case, after if, coalesce and once.
  Expression::Type type(const Node& node) const;

  // The same of one node of a set.
  double number(const Member& member) const;
  std::string_view text(const Member& member, std::string& buffer) const;
  bool blank(const Member& member) const;

  // The codes of a select that is named as such and whose names are its codes; null for all else.
  const forms::Codes* plain_codes(const Node& node) const {
    const bool is_plain = node.operation == Operation::item && node.names == nullptr;
    return is_plain ? std::get_if<forms::Codes>(&value(node)) : nullptr;
  }

  bool is_set(const Node& node) const;
  // The nodes that a set has for this case, in order; of an item itself, of all else none.
  std::vector<const Member*> nodes(const Node& node) const;
  // Calls visit(node or member) for each node of a set, or once for what is none.
  template <typename Visit>
  void each(const Node& node, Visit visit) const {
    const Node& of = taken(node);
    if (!is_set(of)) return visit(of);
    if (plain(of)) {
      for (const Member& member : *of.members)
        if (in_use(member)) visit(member);
      return;
    }
    for (const Member* member : nodes(of)) visit(*member);
  }

  const Circumstances& circumstances() const { return circumstances_; }
  double position() const { return position_; }
  double size() const { return size_; }
  // A number of its own for each place in an expression that asks for chance.
  std::uint64_t chance(const Node& node) const;

 private:
  // A copy shares the steps of the original, which must outlive it.
  Calculation(const Calculation&) = default;
  // The node itself, nearly always.
  const Node& taken(const Node& node) const {
    return node.operation != Operation::call && !exhausted() ? node : followed(node);
  }
  const Node& followed(const Node& node) const;
  // A set without predicates.
  static bool plain(const Node& node) {
    return node.operation == Operation::nodes && node.operands.empty();
  }
  bool in_use(const Member& member) const;
  const Member* first(const Node& set) const;
  const Member& here(const Node& node) const { return (*node.members)[at_]; }
  std::vector<const Member*> filtered(const Node& set) const;

  const forms::Value& value(const Node& node) const { return values_[node.item].value; }
  double number_of(const forms::Value& value, const ChoiceNames* names) const;
  std::string_view text_of(const forms::Value& value, const ChoiceNames* names,
                           std::string& buffer) const;
  std::string_view column(const Node& node) const;
  bool equal(const Node& left, const Node& right, bool wanted) const;
  bool equal_sets(const Node& left, const Node& right, bool wanted) const;
  // low < high, or low <= high.
  bool in_order(const Node& comparison, const Node& low, const Node& high) const;
  std::vector<double> numbers(const Node& node) const;
  std::vector<std::string> texts(const Node& node) const;
  bool is_date(const Node& node) const;
  // The first and the last day that a date may be; not a number where there is no date.
  struct Days {
    double first, last;
  };
  Days days(const Node& node) const;

  // Bounds the work, whatever the expression: beyond it everything is blank. Shared with the
  // calculations inside [ ].
  bool exhausted() const {
    constexpr std::int64_t most_steps = 1'000'000;
    return ++*steps_ > most_steps;
  }

  const std::vector<ItemState>& values_;
  const Circumstances& circumstances_;
  mutable std::int64_t own_steps_ = 0;
  std::int64_t* steps_ = &own_steps_;
  // Inside [ ]: which member of the whole set is looked at, which of those in use, of how many.
  std::size_t at_ = 0;
  double position_ = 1, size_ = 1;
};

// Calls `visit` with each word of a text, until one visit says true.
template <typename Visit>
bool any_word(std::string_view text, Visit visit) {
  constexpr std::string_view blanks = " \t\r\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(blanks), text.size());
    if (end > 0 && visit(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace genpyo::validators
