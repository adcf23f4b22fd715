// Parser: from a rule's text to the tree of an expression, or to diagnostics for its author.
//
// A fault of syntax ends the parsing; wrong names, functions, arguments and codes are all told.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "validators/expression_node.h"
#include "validators/lexer.h"
#include "validators/rule_faults.h"

namespace genpyo::validators {

class Parser {
 public:
  using Node = Expression::Node;
  // Everything handed in must outlive the parser.
  Parser(std::string_view text, const forms::Form& form, std::optional<forms::ItemIndex> self,
         const Expression::Columns& columns, RuleFaults& faults);

  // Meaningful only when no fault was told.
  Node parse();

 private:
  Node binary(std::size_t level);
  Node unary();
  Node primary();
  Node parenthesis();
  Node literal();
  Node reference();
  Node own_value();
  Node name();
  Node call();
  void arguments(Node& node);
  void check_call(const Token& name, Node& node);
  void check_codes(const Node& select, const Node& code);
  Node item(const Token& token, forms::ItemIndex index);
  Node stand_in(const Token& token);
  Node join(Operation operation, Node left, Node right, bool chained);

  bool at(std::string_view symbol) const { return token_.is(Token::Kind::symbol, symbol); }
  void advance() { token_ = lexer_.next(); }
  void syntax(std::string_view expected);
  void stop();
  void too_deep(const Token& where);

  Lexer lexer_;
  Token token_;
  const forms::Form& form_;
  std::optional<forms::ItemIndex> self_;
  const Expression::Columns& columns_;
  RuleFaults& faults_;
  int depth_ = 0;         // of parentheses, arguments and signs that are open
  bool stopped_ = false;  // by a fault of syntax
};

}  // namespace genpyo::validators
