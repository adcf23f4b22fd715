#include "validators/parser.h"

#include <algorithm>
#include <utility>

#include "validators/coercion.h"
#include "validators/grammar.h"

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

constexpr int most_levels = 64;

}  // namespace

Parser::Parser(std::string_view text, const forms::Form& form, std::optional<forms::ItemIndex> self,
               const Expression::Columns& columns, RuleFaults& faults)
    : lexer_(text),
      token_(lexer_.next()),
      form_(form),
      self_(self),
      columns_(columns),
      faults_(faults) {}

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
  node.operation = Operation::item;
  node.item = index;
  node.type = type_of(form_.items[index]);
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
  if (const auto index = form_.find(token.body)) return item(token, *index);
  faults_.unknown_name(token);
  return stand_in(token);
}

Parser::Node Parser::own_value() {
  const Token token = token_;
  advance();
  if (self_) return item(token, *self_);
  faults_.no_own_value(token);
  return stand_in(token);
}

Parser::Node Parser::name() {
  Lexer ahead = lexer_;
  if (ahead.next().is(Token::Kind::symbol, "(")) return call();
  const auto column = std::find(columns_.begin(), columns_.end(), token_.body);
  if (column == columns_.end()) {
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

Parser::Node Parser::call() {
  const Token name = token_;
  advance();
  Node node;
  node.operation = Operation::call;
  node.begin = name.begin;
  arguments(node);
  check_call(name, node);
  return node;
}

void Parser::arguments(Node& node) {
  const Token open = token_;
  advance();
  if (++depth_ > most_levels) too_deep(open);
  while (!at(")") && !stopped_) {
    node.operands.push_back(binary(0));
    node.height = std::max(node.height, node.operands.back().height + 1);
    if (at(")")) break;
    if (!at(",")) syntax("\",\" or \")\"");
    advance();
    if (at(")")) syntax("a value");
  }
  if (node.height > most_levels) too_deep(open);
  --depth_;
  node.end = token_.end;
  advance();
}

void Parser::check_call(const Token& name, Node& node) {
  if (stopped_) return;
  const FunctionEntry* entry = function_named(name.body);
  if (entry == nullptr) return faults_.unknown_function(name);
  const std::size_t given = node.operands.size();
  if (given < entry->least || given > entry->most)
    return faults_.wrong_number_of_arguments(name, *entry, given);
  node.function = entry->function;
  node.type = type_of(node);
  if (node.function != Function::selected && node.function != Function::count_selected) return;
  const Node& select = node.operands[0];
  if (select.operation == Operation::item && select.type != Type::choices)
    faults_.not_a_select(select.begin, name.body, form_.items[select.item]);
  if (node.function == Function::selected) check_codes(select, node.operands[1]);
}

// A code that the list lacks can never be equal: the author mistyped it. '' asks for a blank.
void Parser::check_codes(const Node& select, const Node& code) {
  if (stopped_ || select.operation != Operation::item || select.type != Type::choices ||
      !code.literal())
    return;
  const forms::Item& item = form_.items[select.item];
  const forms::ChoiceList* list = form_.choices_of(item);
  if (list == nullptr || (code.operation == Operation::text && code.text.empty())) return;
  const std::string written = code.operation == Operation::text ? code.text : to_text(code.number);
  for (std::size_t begin = 0; begin <= written.size();) {
    const std::size_t end = std::min(written.find(' ', begin), written.size());
    const std::string word = written.substr(begin, end - begin);
    const bool known =
        std::any_of(list->choices.begin(), list->choices.end(),
                    [&](const auto& choice) { return std::to_string(choice.code) == word; });
    if (!known) return faults_.unknown_code(code.begin, item, word);
    begin = end + 1;
  }
}

}  // namespace genpyo::validators
