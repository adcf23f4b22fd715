// Grammar: the operators, how tightly they bind, and the type of what they and the functions give.
#pragma once
#include <cstddef>
#include <string_view>

#include "validators/expression_node.h"
#include "validators/lexer.h"

namespace genpyo::validators {

struct Operator {
  std::string_view sign;
  Operation operation;
};

// Levels 0 (or) to 5 (*), the sign of a number binds tighter still.
inline constexpr std::size_t tightest_level = 6;

// The operator of this level that the token is, or null.
const Operator* operator_at(std::size_t level, const Token& token);

bool is_logical(Operation operation);  // and, or

Expression::Type type_of(Operation operation);  // of an operator
Expression::Type type_of(const forms::Item& item);
// Its operands must be there.
Expression::Type type_of(const Expression::Node& call, const FunctionEntry& entry);

}  // namespace genpyo::validators
