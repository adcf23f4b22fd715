#include "validators/parser.h"

#include <algorithm>
#include <utility>

#include "validators/coercion.h"
#include "validators/grammar.h"

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

}  // namespace

Parser::Parser(std::string_view text, const forms::Form& form, std::optional<forms::ItemIndex> self,
               const Expression::Columns& columns, RuleFaults& faults)
    : lexer_(text),
      token_(lexer_.next()),
      form_(form),
      self_(self),
      columns_(columns),
      faults_(faults),
      references_(form, self) {}

Parser::Node Parser::parse() {
  Node root = binary(0);
  if (token_.kind != Token::Kind::end) syntax("an operator or the end");
  return root;
}

// After a fault of syntax nothing more is read: what follows would only be told as further faults.
void Parser::stop() {
  stopped_ = true;
  lexer_ = Lexer("");
  token_ = Token();
}

void Parser::syntax(std::string_view expected) {
  if (!stopped_) faults_.syntax(token_, expected);
  stop();
}

void Parser::too_deep(const Token& where) {
  if (!stopped_) faults_.too_deep(where.begin, most_levels);
  stop();
}

Parser::Node Parser::join(Operation operation, Node left, Node right, bool chained) {
  const int height = std::max(chained ? left.height - 1 : left.height, right.height) + 1;
  const std::size_t begin = left.begin, end = right.end;
  Node node;
  if (chained)
    node = std::move(left);
  else
    node.operands.push_back(std::move(left));
  node.operands.push_back(std::move(right));
  node.operation = operation;
  node.type = type_of(operation);
  node.begin = begin;
  node.end = end;
  node.height = height;
  return node;
}

Parser::Node Parser::binary(std::size_t level) {
  if (level == tightest_level) return unary();
  Node left = binary(level + 1);
  bool chained = false;
  while (const Operator* found = operator_at(level, token_)) {
    const Token sign = token_;
    advance();
    Node right = binary(level + 1);
    if (found->operation == Operation::equal || found->operation == Operation::not_equal) {
      check_codes(left, right);
      check_codes(right, left);
    }
    left = join(found->operation, std::move(left), std::move(right), chained);
    chained = is_logical(found->operation);
    if (left.height > most_levels) too_deep(sign);
  }
  return left;
}

Parser::Node Parser::unary() {
  if (!at("-")) return primary();
  const Token sign = token_;
  advance();
  if (++depth_ > most_levels) too_deep(sign);
  Node operand = unary();
  --depth_;
  if (operand.operation == Operation::number) {
    operand.number = -operand.number;
    operand.begin = sign.begin;
    return operand;
  }
  Node node;
  node.operation = Operation::negate;
  node.begin = sign.begin;
  node.end = operand.end;
  node.height = operand.height + 1;
  node.operands.push_back(std::move(operand));
  return node;
}

Parser::Node Parser::primary() {
  switch (token_.kind) {
    case Token::Kind::number:
    case Token::Kind::text: return literal();
    case Token::Kind::reference: return reference();
    case Token::Kind::dot: return own_value();
    case Token::Kind::name: return name();
    default: break;
  }
  if (at("(")) return parenthesis();
  if (at("/") || at("..")) return path();
  syntax("a value");
  return {};
}

Parser::Node Parser::parenthesis() {
  const Token open = token_;
  advance();
  if (++depth_ > most_levels) too_deep(open);
  Node inner = binary(0);
  --depth_;
  if (!at(")")) syntax("an operator or \")\"");
  inner.begin = open.begin;
  inner.end = token_.end;
  advance();
  return inner;
}

Parser::Node Parser::literal() {
  Node node;
  node.begin = token_.begin;
  node.end = token_.end;
  if (token_.kind == Token::Kind::number) {
    node.number = to_number(token_.body);
  } else {
    node.operation = Operation::text;
    node.type = Type::string;
    node.text = token_.body;
  }
  advance();
  return node;
}

Parser::Node Parser::item(const Token& token, forms::ItemIndex index) {
  Node node;
  references_.resolve(index, node);
  node.begin = token.begin;
  node.end = token.end;
  return node;
}

// For what the author misnamed, so that the rest of the rule is still looked at. Not a literal:
// nothing is to be said of its value.
Parser::Node Parser::stand_in(const Token& token) {
  if (faults_.enough()) stop();
  Node node;
  node.operation = Operation::call;
  node.type = Type::boolean;
  node.begin = token.begin;
  node.end = token.end;
  return node;
}

Parser::Node Parser::reference() {
  const Token token = token_;
  advance();
  return named(token, token.body);
}

Parser::Node Parser::own_value() {
  const Token token = token_;
  if (followed_by("/")) return path();
  advance();
  if (!within_.empty()) {
    Node node;
    node.operation = Operation::here;
    node.type = Type::string;
    node.members = within_.back().set;
    node.begin = token.begin;
    node.end = token.end;
    return node;
  }
  if (self_) return item(token, *self_);
  faults_.no_own_value(token);
  return stand_in(token);
}

bool Parser::followed_by(std::string_view symbol) const {
  Lexer ahead = lexer_;
  return ahead.next().is(Token::Kind::symbol, symbol);
}

bool Parser::calls(std::string_view function) const {
  return token_.body == function && followed_by("(");
}

Parser::Node Parser::name() {
  if (calls("current")) return current_path();
  if (calls("instance")) return instance_path();
  if (followed_by("(")) return call();
  const auto column = std::find(columns_.begin(), columns_.end(), token_.body);
  if (column == columns_.end()) {
    if (!within_.empty() || followed_by("/")) return path();
    syntax("a value");
    return {};
  }
  Node node;
  node.operation = Operation::column;
  node.type = Type::string;
  node.item = static_cast<std::size_t>(column - columns_.begin());
  node.begin = token_.begin;
  node.end = token_.end;
  advance();
  return node;
}

}  // namespace genpyo::validators
