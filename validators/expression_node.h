// The tree of a compiled expression. Only this room includes it: the parser makes it, the
// calculation walks it, explain prints it.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "validators/expression.h"
#include "validators/function.h"

namespace genpyo::validators {

enum class Operation {
  number,  // a literal
  text,    // a literal
  item,    // ${name} or .
  column,  // a bare name, whose value is handed in
  nodes,   // ${name} of a repeat, seen from outside of it: a node of each instance in use
  here,    // inside [ ]: a node of the instance that is looked at
  negate,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  equal,
  not_equal,
  less,
  at_most,
  greater,
  at_least,
  conjunction,  // `a and b and c` is one node with three operands, however long
  disjunction,
  call,
};

// The names of choices by their codes, for a list whose names are not its codes.
using ChoiceNames = std::vector<std::pair<int, std::string>>;

// One node of a set: an item, or a text such as a choice's label, or an instance of a repeat as
// such.
struct Member {
  std::optional<forms::ItemIndex> item;
  std::string text;    // of what is no item
  forms::Label label;  // … and where the text is a label, in all languages
  std::shared_ptr<const ChoiceNames> names;  // of the item; null where names are codes
  // In use once one of these is answered. Empty: always there.
  std::vector<forms::ItemIndex> proof;
  std::vector<int> instances;  // in which instances it stands, as printed, the outermost first
};
using Members = std::vector<Member>;

struct Expression::Node {
  Operation operation = Operation::number;
  Type type = Type::number;
  std::size_t begin = 0, end = 0;       // bytes of Expression::text()
  int height = 1;                       // levels of the tree from here down, bounded by the parser
  double number = 0;                    // Operation::number
  std::string text;                     // Operation::text
  forms::ItemIndex item = 0;            // Operation::item; Operation::column: which of them
  std::shared_ptr<const ChoiceNames> names;  // Operation::item, as in Member
  // Operation::nodes; Operation::here: for each member of the set in question its node.
  std::shared_ptr<const Members> members;
  Function function = Function::truth;  // Operation::call
  Code code = {};                       // Operation::call
  std::vector<Node> operands;           // of nodes: the predicates in [ ]

  bool literal() const { return operation == Operation::number || operation == Operation::text; }
};

}  // namespace genpyo::validators
