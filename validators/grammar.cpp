#include "validators/grammar.h"

#include <array>
#include <vector>

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

// From loosest to tightest, as XPath 1.0 §3.
const std::array<std::vector<Operator>, tightest_level> precedence = {{
    {{"or", Operation::disjunction}},
    {{"and", Operation::conjunction}},
    {{"=", Operation::equal}, {"!=", Operation::not_equal}},
    {{"<", Operation::less},
     {"<=", Operation::at_most},
     {">", Operation::greater},
     {">=", Operation::at_least}},
    {{"+", Operation::add}, {"-", Operation::subtract}},
    {{"*", Operation::multiply}, {"div", Operation::divide}, {"mod", Operation::modulo}},
}};

}  // namespace

const Operator* operator_at(std::size_t level, const Token& token) {
  if (token.kind != Token::Kind::symbol && token.kind != Token::Kind::name) return nullptr;
  for (const Operator& candidate : precedence[level])
    if (candidate.sign == token.body) return &candidate;
  return nullptr;
}

bool is_logical(Operation operation) {
  return operation == Operation::conjunction || operation == Operation::disjunction;
}

Type type_of(Operation operation) {
  const bool arithmetic = operation == Operation::add || operation == Operation::subtract ||
                          operation == Operation::multiply || operation == Operation::divide ||
                          operation == Operation::modulo;
  return arithmetic ? Type::number : Type::boolean;
}

Type type_of(const forms::Item& item) {
  switch (item.type) {
    case forms::ItemType::integer:
    case forms::ItemType::decimal: return Type::number;
    case forms::ItemType::select_one:
    case forms::ItemType::select_multiple: return Type::choices;
    default: return Type::string;
  }
}

// `if` and `coalesce` end with the two operands of which one is taken.
Type type_of(const Expression::Node& call) {
  const auto& operands = call.operands;
  switch (call.function) {
    case Function::choice:
    case Function::coalesce: {
      const Type last = operands.back().type;
      return operands[operands.size() - 2].type == last ? last : Type::string;
    }
    case Function::negation:
    case Function::truth:
    case Function::falsehood:
    case Function::selected:
    case Function::regex: return Type::boolean;
    default: return Type::number;
  }
}

}  // namespace genpyo::validators
