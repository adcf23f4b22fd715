// The tree of a compiled expression. Only this room includes it: the parser makes it, the
// calculation walks it, explain prints it.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "validators/expression.h"
#include "validators/function.h"

namespace genpyo::validators {

enum class Operation {
  number,  // a literal
  text,    // a literal
  item,    // ${name} or .
  column,  // a bare name, whose value is handed in
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

struct Expression::Node {
  Operation operation = Operation::number;
  Type type = Type::number;
  std::size_t begin = 0, end = 0;       // bytes of Expression::text()
  int height = 1;                       // levels of the tree from here down, bounded by the parser
  double number = 0;                    // Operation::number
  std::string text;                     // Operation::text
  forms::ItemIndex item = 0;            // Operation::item; Operation::column: which of them
  Function function = Function::truth;  // Operation::call
  std::vector<Node> operands;

  bool literal() const { return operation == Operation::number || operation == Operation::text; }
};

}  // namespace genpyo::validators
