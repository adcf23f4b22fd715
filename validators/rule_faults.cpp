#include "validators/rule_faults.h"

#include <algorithm>

#include "validators/references.h"

namespace genpyo::validators {
namespace {

using forms::Fault;
using forms::quoted;

std::string did_you_mean(const std::string& near, const std::string& after) {
  return "Did you mean " + quoted(near) + after + "?";
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// Bytes of the first character of a UTF-8 text.
std::size_t first_character(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
  return bytes;
}

std::string_view line_of(std::string_view text, int line) {
  for (int passed = 1; passed < line && !text.empty(); ++passed)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

// Whether the rule stands in its line as it is: not over several lines, not folded or escaped. A
// form made without a text of its own is believed.
bool stands_in_its_line(const forms::Rule& rule, const forms::Form& form) {
  if (rule.place.column < 1 || rule.text.find('\n') != std::string::npos) return false;
  if (form.text.empty()) return true;
  std::string_view line = line_of(form.text, rule.place.line);
  for (int passed = 1; passed < rule.place.column && !line.empty(); ++passed)
    line.remove_prefix(first_character(line));
  return line.starts_with(rule.text);
}

std::string codes_text(const forms::ChoiceList& list) {
  std::string text;
  for (const forms::Choice& choice : list.choices)
    text += (text.empty() ? "" : ", ") + name_of(choice);
  return text;
}

}  // namespace

RuleFaults::RuleFaults(const forms::Rule& rule, const forms::Form& form, std::string_view role,
                       std::vector<forms::Diagnostic>& diagnostics)
    : rule_(rule), form_(form), role_(role), diagnostics_(diagnostics) {}

forms::Place RuleFaults::place(std::size_t offset) const {
  forms::Place place = rule_.place;
  if (!stands_in_its_line(rule_, form_)) return place;
  std::string_view before = std::string_view(rule_.text).substr(0, offset);
  for (; !before.empty(); before.remove_prefix(first_character(before))) ++place.column;
  return place;
}

void RuleFaults::tell(Fault fault, std::size_t offset, std::string message, std::string repair) {
  ++told_;
  diagnostics_.push_back({fault, place(offset), std::move(message), std::move(repair)});
}

void RuleFaults::syntax(const Token& found, std::string_view expected) {
  std::string what = "the end";
  std::string repair = "Write " + std::string(expected) + " there.";
  if (found.kind == Token::Kind::name && form_.find(found.body))
    repair = "An item is named ${" + std::string(found.body) + "}.";
  if (found.kind != Token::Kind::end)
    what = quoted(rule_.text.substr(found.begin, found.end - found.begin));
  if (found.kind == Token::Kind::fault) {
    const char first = found.body.front();
    if (first == '\'' || first == '"')
      repair = "Close the quote.";
    else if (first == '$')
      repair = "An item is named ${name}.";
    else if (static_cast<unsigned char>(first) >= 0x80)
      repair = "Outside quotes write half-width letters, figures and signs.";
  }
  tell(Fault::expression_syntax, found.begin,
       role_ + " cannot be read: expected " + std::string(expected) + ", found " + what + ".",
       repair);
}

void RuleFaults::unknown_name(const Token& reference) {
  std::vector<std::string> names;
  for (const forms::Item& item : form_.items)
    names.push_back(item.repeated_name.empty() ? item.name : item.repeated_name);
  for (const forms::Repeat& repeat : form_.repeats) names.push_back(repeat.name);
  std::string repair = "Name an item of this form.";
  const auto grid = std::find_if(form_.grids.begin(), form_.grids.end(),
                                 [&](const auto& block) { return block.name == reference.body; });
  const std::string near = forms::nearest(reference.body, names);
  if (grid != form_.grids.end() && !grid->rows.empty()) {
    repair = "It is a grid: name one of its rows, such as " +
             quoted(form_.items[grid->rows.front()].name) + ".";
  } else if (!near.empty()) {
    const auto item = form_.find(near);
    const int line = item ? form_.items[*item].place.line : 0;
    repair = did_you_mean(near, line > 0 ? " (line " + std::to_string(line) + ")" : "");
  }
  tell(Fault::unknown_name, reference.begin,
       role_ + " names " + quoted(reference.body) + ", which no item has.", repair);
}

void RuleFaults::no_own_value(const Token& dot) {
  tell(Fault::unknown_name, dot.begin,
       role_ + " says \".\", but the rule belongs to no single item.", "Name the item: ${name}.");
}

void RuleFaults::unknown_function(const Token& name) {
  const std::string near = forms::nearest(name.body, function_names());
  tell(Fault::unknown_function, name.begin,
       role_ + " calls " + quoted(name.body) + ", which is no function.",
       near.empty() ? "docs/expressions.md lists all there are." : did_you_mean(near, ""));
}

void RuleFaults::wrong_number_of_arguments(const Token& name, const FunctionEntry& entry,
                                           std::size_t given) {
  std::string takes = entry.least == 0 ? "none" : std::to_string(entry.least);
  if (entry.takes == Takes::pairs)
    takes = "two and then pairs";
  else if (entry.most == any_number)
    takes = "at least " + std::to_string(entry.least);
  else if (entry.most > entry.least)
    takes += (entry.most == entry.least + 1 ? " or " : " to ") + std::to_string(entry.most);
  tell(Fault::wrong_arguments, name.begin,
       role_ + " gives " + std::string(entry.name) + "() " + counted(given, "argument") +
           ", it takes " + takes + ".",
       "Write " + std::string(entry.usage) + ".");
}

void RuleFaults::not_nodes(std::size_t offset, std::string_view function, std::string_view usage) {
  tell(Fault::wrong_arguments, offset,
       role_ + " asks " + std::string(function) + "() of what names no item.",
       "Write " + std::string(usage) + ".");
}

void RuleFaults::not_choices(std::size_t offset, std::string_view function) {
  tell(Fault::wrong_arguments, offset,
       role_ + " asks " + std::string(function) + "() of what names no item with choices.",
       "Name a select_one or select_multiple.");
}

void RuleFaults::unknown_list(const Token& list) {
  std::vector<std::string> names;
  for (const forms::ChoiceList& known : form_.lists) names.push_back(known.name);
  const std::string near = forms::nearest(list.body, names);
  tell(Fault::unknown_list, list.begin,
       role_ + " names the list " + quoted(list.body) + ", which the form lacks.",
       near.empty() ? "Name a choice list of this form." : did_you_mean(near, ""));
}

void RuleFaults::wrong_text(std::size_t offset, std::string_view function, std::string_view text,
                            const std::string& what, std::string_view usage) {
  tell(Fault::wrong_arguments, offset,
       role_ + " gives " + std::string(function) + "() " + quoted(text) + ", which is " + what + ".",
       "Write " + std::string(usage) + ".");
}

void RuleFaults::not_a_select(std::size_t offset, std::string_view function,
                              const forms::Item& item) {
  tell(Fault::wrong_arguments, offset,
       role_ + " asks " + std::string(function) + "() of " + quoted(item.name) +
           ", which has no choices: it is of type " + std::string(forms::name_of(item.type)) + ".",
       "Name a select_one or select_multiple.");
}

void RuleFaults::unknown_code(std::size_t offset, const forms::Item& item, std::string_view code) {
  const forms::ChoiceList& list = *form_.choices_of(item);
  tell(Fault::unknown_code, offset,
       role_ + " compares " + quoted(item.name) + " with " + quoted(code) + ", which its list " +
           quoted(list.name) + " lacks.",
       "Its codes are " + codes_text(list) + ".");
}

void RuleFaults::too_long(std::size_t limit) {
  tell(Fault::too_large, 0,
       role_ + " has " + std::to_string(rule_.text.size()) + " bytes, more than " +
           std::to_string(limit) + ".",
       "Split it into several checks.");
}

void RuleFaults::too_deep(std::size_t offset, int limit) {
  tell(Fault::too_large, offset,
       role_ + " is nested deeper than " + std::to_string(limit) + " levels.",
       "Use sum() for long additions, or split the rule.");
}

}  // namespace genpyo::validators
