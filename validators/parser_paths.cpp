// Paths: /data/household/age, ../age, current()/../age, instance('list')/root/item[…]/label.
//
// An item's name is unique in a form, so a path is its last name; groups on the way do not matter.
#include <utility>

#include "validators/parser.h"

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

}  // namespace

Parser::Node Parser::path() {
  const Token begin = token_;
  if (at("/")) return steps(begin, 0, "");
  int levels = 0;
  std::string_view name;
  if (!step(name, levels)) return {};
  if (at("/")) return steps(begin, levels, "");
  Node node;
  if (levels == 0) return named(begin, name);
  references_.resolve_parent(levels, node);
  node.begin = begin.begin;
  node.end = begin.end;
  return node;
}

Parser::Node Parser::current_path() {
  const Token begin = token_;
  advance();
  advance();
  if (!at(")")) syntax("\")\"");
  const std::size_t end = token_.end;
  advance();
  std::vector<Within> outside;  // current() is the rule's own item, also inside [ ]
  std::swap(outside, within_);
  Node node;
  if (at("/")) {
    node = steps(begin, 0, "");
  } else if (self_) {
    node = item(begin, *self_);
    node.end = end;
  } else {
    faults_.no_own_value(begin);
    node = stand_in(begin);
  }
  std::swap(outside, within_);
  return node;
}

Parser::Node Parser::instance_path() {
  const Token begin = token_;
  advance();
  advance();
  if (token_.kind != Token::Kind::text) syntax("a list's name in quotes");
  const Token list = token_;
  advance();
  if (!at(")")) syntax("\")\"");
  advance();
  Node known;
  if (!stopped_ && !references_.resolve_list(list.body, "name", known)) faults_.unknown_list(list);
  if (!stopped_ && !at("/")) syntax("\"/root/item\"");
  return steps(begin, 0, list.body);
}

// One step; false when there is none. `levels` counts the way up.
bool Parser::step(std::string_view& name, int& levels) {
  if (at("..")) {
    ++levels;
    name = {};
  } else if (token_.kind == Token::Kind::name && !followed_by("(")) {
    name = token_.body;
  } else if (token_.kind != Token::Kind::dot) {
    syntax("a name");
    return false;
  }
  advance();
  return true;
}

// From the first / on. After a predicate its set is kept, and a further name is looked for beside
// each of its nodes.
Parser::Node Parser::steps(const Token& begin, int levels, std::string_view list) {
  std::string_view name;
  Token last = begin;
  std::optional<Node> set;
  while (at("/") && !stopped_) {
    advance();
    last = token_;
    if (!step(name, levels)) return {};
    if (!at("[")) continue;
    Node chosen;
    if (!list.empty())
      references_.resolve_list(list, "name", chosen);
    else
      chosen = named(last, name);
    set = predicates(std::move(chosen), list);
    set->end = token_.begin;
    name = {};
  }
  Node node;
  if (set) {
    node = name.empty() ? std::move(*set) : chosen_beside(std::move(*set), list, last, name);
  } else if (!list.empty()) {
    const bool column = name == "label";
    if (!references_.resolve_list(list, column ? "label" : "name", node)) node = stand_in(begin);
  } else if (name.empty()) {
    references_.resolve_parent(levels, node);
  } else {
    node = named(last, name);
  }
  node.begin = begin.begin;
  node.end = last.end;
  return node;
}

Parser::Node Parser::predicates(Node set, std::string_view list) {
  if (set.operation == Operation::item)  // one node is a set, too
    references_.resolve_place(set.item, set);
  if (set.members == nullptr) set.members = std::make_shared<const Members>();
  while (at("[") && !stopped_) {
    const Token open = token_;
    advance();
    if (++depth_ > most_levels) too_deep(open);
    within_.push_back({set.members, list});
    set.operands.push_back(binary(0));
    within_.pop_back();
    --depth_;
    set.height = std::max(set.height, set.operands.back().height + 1);
    if (!at("]")) syntax("an operator or \"]\"");
    advance();
  }
  set.operation = Operation::nodes;
  set.type = Type::nodes;
  if (set.height > most_levels) too_deep(token_);
  return set;
}

Parser::Node Parser::chosen_beside(Node set, std::string_view list, const Token& token,
                                   std::string_view name) {
  if (list.empty()) {
    set.members = references_.beside(*set.members, name);
  } else {
    Node column;
    set.members = references_.resolve_list(list, name, column) ? column.members : nullptr;
  }
  if (set.members != nullptr) return set;
  if (!stopped_) faults_.unknown_name(token);
  return stand_in(token);
}

// Inside [ ] a name is first looked for in the instance that is looked at.
bool Parser::named_within(std::string_view name, Node& node) const {
  if (within_.empty()) return false;
  const Within& inner = within_.back();
  Node column;
  if (inner.list.empty())
    node.members = references_.beside(*inner.set, name);
  else if (references_.resolve_list(inner.list, name, column))
    node.members = column.members;
  if (node.members == nullptr) return false;
  node.operation = Operation::here;
  node.type = Type::string;
  return true;
}

Parser::Node Parser::named(const Token& token, std::string_view name) {
  Node node;
  node.begin = token.begin;
  node.end = token.end;
  if (named_within(name, node) || references_.resolve(name, whole_, node)) return node;
  Token wrong = token;
  wrong.body = name;
  if (!stopped_) faults_.unknown_name(wrong);
  return stand_in(token);
}

}  // namespace genpyo::validators
