// Expression: ODK's expression language (an XPath 1.0 subset with OpenRosa functions), as far as
// paper forms need it: + - * div mod, = != < <= > >=, and or not(), ${name}, ., selected
// count-selected if coalesce sum min max int round string-length regex true() false().
//
// Blank is '' as in ODK: '' = '' holds, a comparison of '' with a number does not (NaN), but !=
// does; arithmetic on it gives NaN; sum, min and max pass over it. Any Missing and any item that
// is not asked is blank. `if` and `coalesce` have the type of the operand they take.
// Bounded: 4,096 bytes, 64 levels. Parsing never throws.
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

// A compiled expression: names are slots into Form::items, types known.
class Expression {
 public:
  enum class Type { number, boolean, string, choices };  // choices = codes of a select, as "1 5 6"

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

  // `values` by ItemIndex. A day alone is circumstances enough.
  Operand evaluate(const std::vector<ItemState>& values, const Circumstances& circumstances) const;
  bool holds(const std::vector<ItemState>& values,
             const Circumstances& circumstances) const;  // boolean(...)

  struct Node;  // the tree, validators/expression_node.h: for explain
  const Node& root() const;

 private:
  Expression(std::string text, std::unique_ptr<Node> root, std::vector<forms::ItemIndex> rests_on);
  std::string text_;
  std::unique_ptr<Node> root_;
  std::vector<forms::ItemIndex> rests_on_;
};

}  // namespace genpyo::validators
