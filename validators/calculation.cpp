#include "validators/calculation.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "validators/coercion.h"
#include "validators/instant.h"

namespace genpyo::validators {
namespace {

using Type = Expression::Type;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool truth_of(double number) { return number != 0 && !std::isnan(number); }

bool is_figure(const forms::Value& value) {
  return std::holds_alternative<std::int64_t>(value) ||
         std::holds_alternative<forms::Decimal>(value);
}

bool is_blank(const forms::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? text->empty() : !forms::is_answer(value);
}

std::string_view name_of(int code, const ChoiceNames& names) {
  for (const auto& [known, name] : names)
    if (known == code) return name;
  return {};
}

void append_digits(std::string& text, std::int64_t number) {
  char digits[24];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

// The choices' names into `text`, whose memory is taken over.
void name(const forms::Codes& codes, const ChoiceNames* names, std::string& text) {
  text.clear();
  for (const int code : codes) {
    if (!text.empty()) text += ' ';
    if (names == nullptr) append_digits(text, code);
    else text += name_of(code, *names);
  }
}

// A text as a number, a date as days: ODK's engines compare and add dates so.
double number_of_text(std::string_view text, const forms::Zone* zone) {
  if (may_be_instant(text)) {
    const double instant = read_instant(text, zone);
    if (!std::isnan(instant)) return instant / day_length;
  }
  return to_number(text);
}

double number_of_date(const forms::PartialDate& date, const forms::Zone* zone) {
  if (!date.year || !date.month || !date.day) return not_a_number;
  return instant_of({*date.year, *date.month, *date.day}, zone) / day_length;
}

const Expression::Node& nothing() {
  static const Expression::Node blank = [] {
    Expression::Node node;
    node.operation = Operation::text;
    node.type = Type::string;
    return node;
  }();
  return blank;
}

}  // namespace

double Calculation::number_of(const forms::Value& value, const ChoiceNames* names) const {
  if (const auto* figure = std::get_if<std::int64_t>(&value)) return static_cast<double>(*figure);
  if (const auto* codes = std::get_if<forms::Codes>(&value)) {
    if (codes->size() != 1) return not_a_number;
    return names == nullptr ? codes->front() : to_number(name_of(codes->front(), *names));
  }
  if (const auto* text = std::get_if<std::string>(&value))
    return number_of_text(*text, circumstances_.zone);
  if (const auto* decimal = std::get_if<forms::Decimal>(&value)) return nearest_double(*decimal);
  if (const auto* date = std::get_if<forms::PartialDate>(&value))
    return number_of_date(*date, circumstances_.zone);
  return not_a_number;
}

std::string_view Calculation::text_of(const forms::Value& value, const ChoiceNames* names,
                                      std::string& buffer) const {
  if (const auto* held = std::get_if<std::string>(&value)) return *held;
  if (std::holds_alternative<forms::Missing>(value)) return {};
  if (const auto* figure = std::get_if<std::int64_t>(&value)) {
    buffer.clear();
    append_digits(buffer, *figure);
    return buffer;
  }
  if (const auto* codes = std::get_if<forms::Codes>(&value)) {
    name(*codes, names, buffer);
    return buffer;
  }
  // 1.50 is the number 1.5 wherever the language has it.
  if (const auto* decimal = std::get_if<forms::Decimal>(&value))
    return buffer = to_text(nearest_double(*decimal));
  return buffer = forms::plain_text(value);
}

// Follows `if`, `coalesce` and `once` to the operand that they stand for; its kind is then known.
// Whoever needs it twice keeps it: asked again at every level, a nest of 64 would never end.
const Expression::Node& Calculation::followed(const Node& node) const {
  if (exhausted()) return nothing();
  const Node* current = &node;
  while (current->operation == Operation::call) {
    const auto& operands = current->operands;
    if (current->function == Function::choice) {
      current = boolean(operands[0]) ? &operands[1] : &operands[2];
    } else if (current->function == Function::coalesce || current->function == Function::once) {
      const Node& first = taken(operands[0]);
      const bool none = current->function == Function::coalesce && is_no_number(first);
      if (!blank(first) && !none) return first;
      current = &operands[1];
    } else {
      break;
    }
  }
  return *current;
}

std::string_view Calculation::column(const Node& node) const {
  return node.item < circumstances_.columns.size() ? circumstances_.columns[node.item]
                                                   : std::string_view();
}

Type Calculation::type(const Node& node) const {
  const Node& of = taken(node);
  if (of.operation == Operation::item && is_figure(value(of))) return Type::number;
  if (is_set(of)) {
    const Member* member = first(of);
    const bool figure = member != nullptr && member->item && is_figure(values_[*member->item].value);
    return figure ? Type::number : of.type;
  }
  return of.type;
}

bool Calculation::blank(const Node& node) const {
  const Node& of = taken(node);
  switch (of.operation) {
    case Operation::text: return of.text.empty();
    case Operation::column: return column(of).empty();
    case Operation::item: return is_blank(value(of));
    case Operation::here: return blank(here(of));
    default: break;
  }
  if (is_set(of)) {
    const Member* member = first(of);
    return member == nullptr || blank(*member);
  }
  if (of.operation != Operation::call || of.code.text == nullptr) return false;
  std::string buffer;
  return of.code.text(*this, of, buffer).empty();
}

// What was computed to NaN: a blank to coalesce, as to JavaRosa.
bool Calculation::is_no_number(const Node& node) const {
  const bool computed = node.type == Type::number && node.operation != Operation::item &&
                        node.operation != Operation::here && !is_set(node);
  return computed && std::isnan(number(node));
}

bool Calculation::missing(const Node& node) const {
  const Node& of = taken(node);
  if (of.operation == Operation::item || is_set(of)) return blank(of);
  return of.code.instant != nullptr && !of.operands.empty() && blank(of.operands[0]);
}

double Calculation::number(const Node& node) const {
  const Node& of = taken(node);
  const auto left = [&] { return number(of.operands[0]); };
  const auto right = [&] { return number(of.operands[1]); };
  switch (of.operation) {
    case Operation::number: return of.number;
    case Operation::text: return number_of_text(of.text, circumstances_.zone);
    case Operation::column: return number_of_text(column(of), circumstances_.zone);
    case Operation::item: return number_of(value(of), of.names.get());
    case Operation::here: return number(here(of));
    case Operation::negate: return -left();
    case Operation::add: return left() + right();
    case Operation::subtract: return left() - right();
    case Operation::multiply: return left() * right();
    case Operation::divide: return left() / right();
    case Operation::modulo: return std::fmod(left(), right());
    default: break;
  }
  if (is_set(of)) {
    const Member* member = first(of);
    return member == nullptr ? not_a_number : number(*member);
  }
  if (of.code.number != nullptr) return of.code.number(*this, of);
  if (of.code.instant != nullptr) return of.code.instant(*this, of) / day_length;
  if (of.code.text != nullptr) {
    std::string buffer;
    return number_of_text(of.code.text(*this, of, buffer), circumstances_.zone);
  }
  return boolean(of) ? 1 : 0;
}

bool Calculation::boolean(const Node& node) const {
  const Node& of = taken(node);
  const auto holds = [this](const Node& operand) { return boolean(operand); };
  switch (of.operation) {
    case Operation::text: return !of.text.empty();
    case Operation::column: return !column(of).empty();
    case Operation::item:
      return is_figure(value(of)) ? truth_of(number(of)) : !is_blank(value(of));
    case Operation::here: return !blank(of);
    case Operation::equal: return equal(of.operands[0], of.operands[1], true);
    case Operation::not_equal: return equal(of.operands[0], of.operands[1], false);
    case Operation::less:
    case Operation::at_most: return in_order(of, of.operands[0], of.operands[1]);
    case Operation::greater:
    case Operation::at_least: return in_order(of, of.operands[1], of.operands[0]);
    case Operation::conjunction: return std::all_of(of.operands.begin(), of.operands.end(), holds);
    case Operation::disjunction: return std::any_of(of.operands.begin(), of.operands.end(), holds);
    default: break;
  }
  if (is_set(of)) return first(of) != nullptr;
  if (of.code.truth != nullptr) return of.code.truth(*this, of);
  if (of.code.text != nullptr) return !blank(of);
  return truth_of(number(of));
}

std::string_view Calculation::text(const Node& node, std::string& buffer) const {
  const Node& of = taken(node);
  switch (of.operation) {
    case Operation::text: return of.text;
    case Operation::column: return column(of);
    case Operation::item: return text_of(value(of), of.names.get(), buffer);
    case Operation::here: return text(here(of), buffer);
    default: break;
  }
  if (is_set(of)) {
    const Member* member = first(of);
    return member == nullptr ? std::string_view() : text(*member, buffer);
  }
  if (of.code.text != nullptr) return of.code.text(*this, of, buffer);
  if (of.code.instant != nullptr) {
    const double instant = of.code.instant(*this, of);
    if (std::isnan(instant) && !of.operands.empty() && blank(of.operands[0])) return {};
    return buffer = instant_text(instant, circumstances_.zone);
  }
  if (of.type == Type::boolean) return boolean(of) ? "true" : "false";
  return buffer = to_text(number(of));
}

Operand Calculation::operand(const Node& node) const {
  const Node& of = taken(node);
  const Type found = type(of);
  if (found == Type::boolean) return boolean(of);
  if (found == Type::number && !blank(of)) return number(of);
  if (found == Type::date && std::isnan(number(of))) return std::string();
  std::string buffer;
  return std::string(text(of, buffer));
}

double Calculation::instant(const Node& node) const {
  const Node& of = taken(node);
  if (of.code.instant != nullptr) return of.code.instant(*this, of);
  const Type found = type(of);
  if (found == Type::boolean) return not_a_number;
  return number(of) * day_length;
}

std::uint64_t Calculation::chance(const Node& node) const {
  // SplitMix64, so that neighbours in the text have nothing in common.
  std::uint64_t mixed = circumstances_.seed + 0x9E3779B97F4A7C15 * (node.begin + 1);
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
  return mixed ^ mixed >> 31;
}

}  // namespace genpyo::validators
