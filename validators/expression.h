// Expression: ODK's expression language, XPath 1.0 with the OpenRosa functions, as far as a form of
// items has paths: docs/expressions.md.
//
// Blank is '' as in ODK: '' = '' holds, a comparison of '' with a number does not (NaN), but !=
// does; arithmetic on it gives NaN; sum, min and max pass over it. Any Missing and any item that
// is not asked is blank. `if` and `coalesce` have the type of the operand they take.
// Bounded: 4,096 bytes, 64 levels, a million steps (then it is blank). Parsing never throws.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "forms/case.h"
#include "forms/form.h"
#include "validators/circumstances.h"
#include "validators/evaluation.h"

namespace genpyo::validators {

using Operand = std::variant<double, bool, std::string>;

// What an expression gives, as each of XPath's types.
struct Answer;

// A compiled expression: names are slots into Form::items, types known.
class Expression {
 public:
  // choices = the names of a select's choices, as "1 5 6"; date = a moment, as text 2018-04-01 or
  // 2018-04-01T09:30:00.000+09:00; nodes = of the instances of a repeat.
  enum class Type { number, boolean, string, choices, date, nodes };

  // Names that may stand bare in it, such as the columns of a choice list in a choice_filter: their
  // values are Circumstances::columns, in the same order.
  using Columns = std::vector<std::string>;

  // `self` is the item that `.` stands for; nullopt where `.` is a fault. Faults go to
  // `diagnostics` with the place inside the rule's line; the result is then null. `role` is the key
  // under which the rule stands, for the messages.
  static std::shared_ptr<const Expression> parse(const forms::Rule& rule, const forms::Form& form,
                                                 std::optional<forms::ItemIndex> self,
                                                 std::vector<forms::Diagnostic>& diagnostics,
                                                 std::string_view role = "the expression",
                                                 const Columns& columns = {});
  ~Expression();

  Type type() const;
  const std::string& text() const { return text_; }       // as written
  const std::vector<forms::ItemIndex>& rests_on() const;  // ascending, each once
  // Those of them that are named for themselves, not as one of a set.
  const std::vector<forms::ItemIndex>& named_alone() const;

  // `values` by ItemIndex. A day alone is circumstances enough.
  Operand evaluate(const std::vector<ItemState>& values, const Circumstances& circumstances) const;
  bool holds(const std::vector<ItemState>& values,
             const Circumstances& circumstances) const;  // boolean(...)

  Answer answer(const std::vector<ItemState>& values, const Circumstances& circumstances) const;

  struct Node;  // the tree, validators/expression_node.h: for explain
  const Node& root() const;

 private:
  Expression(std::string text, std::unique_ptr<Node> root, std::vector<forms::ItemIndex> rests_on,
             std::vector<forms::ItemIndex> named_alone);
  std::string text_;
  std::unique_ptr<Node> root_;
  std::vector<forms::ItemIndex> rests_on_, named_alone_;
};

struct Answer {
  Expression::Type type = Expression::Type::string;
  bool missing = false;  // an item that is not answered, a set without nodes, the date of a blank
  double number = 0;
  bool truth = false;
  std::string text;
};

}  // namespace genpyo::validators
