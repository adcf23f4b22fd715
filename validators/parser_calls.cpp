// Calls: what a function's arguments may be, from the one table of functions.
#include <algorithm>
#include <cmath>

#include "validators/coercion.h"
#include "validators/instant.h"
#include "validators/parser.h"
#include "validators/grammar.h"
#include "validators/trace.h"

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

bool names_nodes(const Expression::Node& node) {
  return node.operation == Operation::item || node.operation == Operation::nodes ||
         node.operation == Operation::here || node.type == Type::nodes;
}

// '${name}', '/data/name' and 'name' all mean name.
std::string_view last_name(std::string_view text) {
  if (text.ends_with('}')) text.remove_suffix(1);
  const std::size_t before = text.find_last_of("/{ ");
  return before == std::string_view::npos ? text : text.substr(before + 1);
}

}  // namespace

Parser::Node Parser::call() {
  const Token name = token_;
  advance();
  const FunctionEntry* entry = function_named(name.body);
  Node node;
  node.operation = Operation::call;
  node.begin = name.begin;
  if (entry != nullptr) node.function = entry->function;
  const bool whole = whole_;
  arguments(entry, node);
  whole_ = whole;
  check_call(name, entry, node);
  return node;
}

void Parser::arguments(const FunctionEntry* entry, Node& node) {
  const Token open = token_;
  advance();
  if (++depth_ > most_levels) too_deep(open);
  const bool indexes = entry != nullptr && entry->function == Function::indexed_repeat;
  while (!at(")") && !stopped_) {
    // The item and the repeats, not the indices between them.
    if (indexes) whole_ = node.operands.empty() || node.operands.size() % 2 == 1;
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

void Parser::check_call(const Token& name, const FunctionEntry* entry, Node& node) {
  if (stopped_) return;
  if (entry == nullptr) return faults_.unknown_function(name);
  const std::size_t given = node.operands.size();
  const bool odd = entry->takes == Takes::pairs && given % 2 != 0;
  if (given < entry->least || given > entry->most || odd)
    return faults_.wrong_number_of_arguments(name, *entry, given);
  node.code = entry->code;
  if (entry->function == Function::version) node.text = form_.version;
  if (entry->function == Function::once) {
    Node own;
    if (self_) own = item(name, *self_);
    else own.operation = Operation::text;
    node.operands.insert(node.operands.begin(), std::move(own));
  }
  node.type = type_of(node, *entry);
  check_takes(name, *entry, node);
}

void Parser::check_takes(const Token& name, const FunctionEntry& entry, Node& node) {
  switch (entry.takes) {
    case Takes::select:
      check_select(name, node.operands[0]);
      if (node.function == Function::selected) check_codes(node.operands[0], node.operands[1]);
      break;
    case Takes::nodes: check_nodes(name, entry, node); break;
    case Takes::date:
    case Takes::trace: check_text(name, entry, node); break;
    case Takes::choices_of: find_choices(name, node); break;
    default: break;
  }
}

// A text may hold choices, too: what was computed with them.
void Parser::check_select(const Token& name, const Node& select) {
  const bool wrong = select.operation == Operation::item && select.type != Type::choices &&
                     form_.items[select.item].type != forms::ItemType::text;
  if (wrong) faults_.not_a_select(select.begin, name.body, form_.items[select.item]);
}

void Parser::check_nodes(const Token& name, const FunctionEntry& entry, Node& node) {
  if (node.operands.empty()) {
    // position() outside of [ ] is where the rule itself stands.
    if (within_.empty() && self_ && form_.items[*self_].repeat) {
      node.operands.emplace_back();
      references_.resolve_place(*self_, node.operands[0]);
    }
    return;
  }
  const bool indexes = entry.function == Function::indexed_repeat;
  for (std::size_t index = 0; index < node.operands.size(); ++index) {
    if (index > 0 && (!indexes || index % 2 == 0)) continue;  // an index, a seed
    Node& operand = node.operands[index];
    if (!names_nodes(operand)) return faults_.not_nodes(operand.begin, name.body, entry.usage);
    const bool as_set = entry.function == Function::position ||
                        entry.function == Function::randomize || indexes;
    if (as_set && operand.operation == Operation::item)
      references_.resolve_place(operand.item, operand);
    if (indexes && operand.operation != Operation::nodes)
      return faults_.not_nodes(operand.begin, name.body, entry.usage);
  }
}

// Written out, it can be looked at before anybody prints a sheet.
void Parser::check_text(const Token& name, const FunctionEntry& entry, const Node& node) {
  for (const Node& operand : node.operands) {
    if (operand.operation != Operation::text || operand.text.empty()) continue;
    const bool right = entry.takes == Takes::date
                           ? !std::isnan(read_instant(operand.text, nullptr)) ||
                                 !std::isnan(to_number(operand.text))
                           : read_trace(operand.text).has_value();
    const std::string what = entry.takes == Takes::date ? "no date" : "no points";
    if (!right) faults_.wrong_text(operand.begin, name.body, operand.text, what, entry.usage);
  }
}

void Parser::find_choices(const Token& name, Node& node) {
  Node& second = node.operands[1];
  std::optional<forms::ItemIndex> index;
  if (second.operation == Operation::item) index = second.item;
  if (second.operation == Operation::nodes && !second.members->empty())
    index = second.members->front().item;
  Node found;
  if (second.operation == Operation::text && references_.resolve(last_name(second.text), true, found)) {
    if (found.operation == Operation::item) index = found.item;
    else index = found.members->front().item;
  }
  const forms::ChoiceList* list = index ? form_.choices_of(form_.items[*index]) : nullptr;
  if (list == nullptr) return faults_.not_choices(second.begin, name.body);
  ChoiceNames names;
  for (const forms::Choice& choice : list->choices) names.emplace_back(choice.code, name_of(choice));
  node.names = std::make_shared<const ChoiceNames>(std::move(names));
  const std::size_t begin = second.begin, end = second.end;
  second = Node();
  References::resolve_choices(*list, "label", form_, second);
  second.begin = begin;
  second.end = end;
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
    const bool known = std::any_of(list->choices.begin(), list->choices.end(),
                                   [&](const auto& choice) { return name_of(choice) == word; });
    if (!known) return faults_.unknown_code(code.begin, item, word);
    begin = end + 1;
  }
}

}  // namespace genpyo::validators
