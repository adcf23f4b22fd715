// Parser: from a rule's text to the tree of an expression, or to diagnostics for its author.
//
// A fault of syntax ends the parsing; wrong names, functions, arguments and codes are all told.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "validators/expression_node.h"
#include "validators/lexer.h"
#include "validators/references.h"
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
  // What the names inside [ ] are looked for in.
  struct Within {
    std::shared_ptr<const Members> set;
    std::string_view list;  // the choice list, where the set is its choices
  };

  Node binary(std::size_t level);
  Node unary();
  Node primary();
  Node parenthesis();
  Node literal();
  Node reference();
  Node own_value();
  Node name();
  Node call();
  bool calls(std::string_view function) const;  // the next tokens are function(
  bool followed_by(std::string_view symbol) const;

  // parser_paths.cpp
  Node path();
  Node current_path();
  Node instance_path();
  Node steps(const Token& begin, int levels, std::string_view list);
  bool step(std::string_view& name, int& levels);
  Node predicates(Node set, std::string_view list);
  Node named(const Token& token, std::string_view name);
  bool named_within(std::string_view name, Node& node) const;
  Node chosen_beside(Node set, std::string_view list, const Token& token, std::string_view name);

  // parser_calls.cpp
  void arguments(const FunctionEntry* entry, Node& node);
  void check_call(const Token& name, const FunctionEntry* entry, Node& node);
  void check_takes(const Token& name, const FunctionEntry& entry, Node& node);
  void check_select(const Token& name, const Node& select);
  void check_nodes(const Token& name, const FunctionEntry& entry, Node& node);
  void check_text(const Token& name, const FunctionEntry& entry, const Node& node);
  void find_choices(const Token& name, Node& node);
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
  References references_;
  std::vector<Within> within_;  // [ ] that are open, the innermost last
  bool whole_ = false;          // names mean all instances: inside indexed-repeat
  int depth_ = 0;               // of parentheses, arguments and signs that are open
  bool stopped_ = false;        // by a fault of syntax
};

inline constexpr int most_levels = 64;

}  // namespace genpyo::validators
