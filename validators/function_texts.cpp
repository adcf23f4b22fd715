#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "forms/digest.h"
#include "forms/text.h"
#include "validators/calculation.h"
#include "validators/function.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

// The text of an operand, held as long as it is.
class Text {
 public:
  Text(const Calculation& calculation, const Node& node) : view_(calculation.text(node, held_)) {}
  Text(const Text&) = delete;
  operator std::string_view() const { return view_; }
  std::string_view view() const { return view_; }

 private:
  std::string held_;
  std::string_view view_;
};

std::string_view string(const Calculation& calculation, const Node& call, std::string& buffer) {
  return calculation.text(call.operands[0], buffer);
}

// Of all operands from `first` on, sets node by node, with `between` between them.
std::string_view joined(const Calculation& calculation, const Node& call, std::size_t first,
                        std::string_view between, std::string& buffer) {
  std::string out, part;
  bool begun = false;
  for (std::size_t index = first; index < call.operands.size(); ++index)
    calculation.each(call.operands[index], [&](const auto& one) {
      if (begun) out += between;
      begun = true;
      out += calculation.text(one, part);
    });
  return buffer = std::move(out);
}

std::string_view concat(const Calculation& calculation, const Node& call, std::string& buffer) {
  return joined(calculation, call, 0, "", buffer);
}

std::string_view join(const Calculation& calculation, const Node& call, std::string& buffer) {
  return joined(calculation, call, 1, Text(calculation, call.operands[0]), buffer);
}

double string_length(const Calculation& calculation, const Node& call) {
  const Text text(calculation, call.operands[0]);
  return static_cast<double>(forms::code_points(text).size());
}

std::string_view part_of(const std::u32string_view text, std::string& buffer) {
  buffer.clear();
  for (const char32_t character : text) forms::append_utf8(buffer, character);
  return buffer;
}

std::u32string characters(std::string_view text) {
  const std::vector<char32_t> points = forms::code_points(text);
  return {points.begin(), points.end()};
}

// Indices from 0, the end not included; below 0 from the text's end.
std::string_view substr(const Calculation& calculation, const Node& call, std::string& buffer) {
  const std::u32string text = characters(Text(calculation, call.operands[0]));
  const auto length = static_cast<double>(text.size());
  const auto index = [&](std::size_t operand, double otherwise) {
    if (call.operands.size() <= operand) return otherwise;
    const double wanted = std::trunc(calculation.number(call.operands[operand]));
    if (std::isnan(wanted)) return 0.0;
    return std::clamp(wanted < 0 ? length + wanted : wanted, 0.0, length);
  };
  const double begin = index(1, 0), end = index(2, length);
  if (begin >= end) return {};
  return part_of(std::u32string_view(text).substr(static_cast<std::size_t>(begin),
                                                  static_cast<std::size_t>(end - begin)),
                 buffer);
}

// XPath 1.0 §4.2: positions from 1, rounded; those at or after the first and before first + length.
std::string_view substring(const Calculation& calculation, const Node& call, std::string& buffer) {
  const std::u32string text = characters(Text(calculation, call.operands[0]));
  const auto rounded = [&](std::size_t operand) {
    return std::floor(calculation.number(call.operands[operand]) + 0.5);
  };
  const double first = rounded(1);
  const double past =
      call.operands.size() > 2 ? first + rounded(2) : static_cast<double>(text.size()) + 1;
  std::u32string taken;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const auto position = static_cast<double>(index + 1);
    if (position >= first && position < past) taken += text[index];
  }
  return part_of(taken, buffer);
}

std::string_view substring_before(const Calculation& calculation, const Node& call,
                                  std::string& buffer) {
  const Text text(calculation, call.operands[0]);
  const std::size_t at = text.view().find(Text(calculation, call.operands[1]));
  return buffer = at == std::string_view::npos ? "" : std::string(text.view().substr(0, at));
}

std::string_view substring_after(const Calculation& calculation, const Node& call,
                                 std::string& buffer) {
  const Text text(calculation, call.operands[0]), mark(calculation, call.operands[1]);
  const std::size_t at = text.view().find(mark);
  if (at == std::string_view::npos) return {};
  return buffer = std::string(text.view().substr(at + mark.view().size()));
}

std::string_view translate(const Calculation& calculation, const Node& call, std::string& buffer) {
  const std::u32string text = characters(Text(calculation, call.operands[0]));
  const std::u32string from = characters(Text(calculation, call.operands[1]));
  const std::u32string to = characters(Text(calculation, call.operands[2]));
  std::u32string out;
  for (const char32_t character : text) {
    const std::size_t at = from.find(character);
    if (at == std::u32string::npos)
      out += character;
    else if (at < to.size())
      out += to[at];
  }
  return part_of(out, buffer);
}

std::string_view normalize_space(const Calculation& calculation, const Node& call,
                                 std::string& buffer) {
  const Text text(calculation, call.operands[0]);
  std::string out;
  any_word(text, [&](std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
    return false;
  });
  return buffer = std::move(out);
}

bool contains(const Calculation& calculation, const Node& call) {
  return Text(calculation, call.operands[0])
             .view()
             .find(Text(calculation, call.operands[1])) != std::string_view::npos;
}

bool starts_with(const Calculation& calculation, const Node& call) {
  return Text(calculation, call.operands[0]).view().starts_with(Text(calculation, call.operands[1]));
}

bool ends_with(const Calculation& calculation, const Node& call) {
  return Text(calculation, call.operands[0]).view().ends_with(Text(calculation, call.operands[1]));
}

std::string_view digest(const Calculation& calculation, const Node& call, std::string& buffer) {
  const auto bytes = forms::digest(Text(calculation, call.operands[0]),
                                   Text(calculation, call.operands[1]));
  if (!bytes) return {};
  const bool as_hex = call.operands.size() > 2 && Text(calculation, call.operands[2]).view() == "hex";
  return buffer = as_hex ? forms::hex(*bytes) : forms::base64(*bytes);
}

std::string_view base64_decode(const Calculation& calculation, const Node& call,
                               std::string& buffer) {
  const auto bytes = forms::from_base64(Text(calculation, call.operands[0]));
  if (!bytes || !forms::is_utf8(*bytes)) return {};
  return buffer = *bytes;
}

// Version 4 of RFC 9562, from the chance that is handed in; with a length just so many digits.
std::string_view uuid(const Calculation& calculation, const Node& call, std::string& buffer) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::string_view shape = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  constexpr double most_digits = 1000;
  std::mt19937_64 chance(calculation.chance(call));
  std::string out;
  if (!call.operands.empty()) {
    const double length = std::clamp(calculation.number(call.operands[0]), 0.0, most_digits);
    for (double count = 1; count <= length; ++count) out += digits[chance() % 16];
    return buffer = std::move(out);
  }
  for (const char sign : shape) {
    if (sign == 'x')
      out += digits[chance() % 16];
    else
      out += sign == 'y' ? digits[8 + chance() % 4] : sign;
  }
  return buffer = std::move(out);
}

// The parser put the form's version into the call.
std::string_view version(const Calculation&, const Node& call, std::string&) { return call.text; }

using TextCode = std::string_view (*)(const Calculation&, const Node&, std::string&);

constexpr FunctionEntry entry(Function function, std::string_view name, std::size_t least,
                              std::size_t most, std::string_view usage, std::string_view meaning,
                              std::string_view example, std::string_view gives, TextCode code) {
  return {function, name,    least,   most,  Type::string,  Takes::anything,
          usage,    meaning, example, gives, {.text = code}};
}

constexpr FunctionEntry test(Function function, std::string_view name, std::string_view usage,
                             std::string_view meaning, std::string_view example,
                             bool (*code)(const Calculation&, const Node&)) {
  return {function, name,    2,       2,      Type::boolean,  Takes::anything,
          usage,    meaning, example, "true", {.truth = code}};
}

}  // namespace

std::span<const FunctionEntry> text_functions() {
  using F = Function;
  static constexpr std::array table = {
      entry(F::string, "string", 1, 1, "string(value)",
            "As text: a number without exponent, a date as 2018-04-01.", "string(0.50)", "0.5",
            string),
      entry(F::concat, "concat", 0, any_number, "concat(value, …)",
            "One after the other; of a set all its nodes.", "concat('a', 1, true())", "a1true",
            concat),
      entry(F::join, "join", 1, any_number, "join(between, value, …)",
            "One after the other with a text between; of a set all its nodes.",
            "join(' / ', 'a', 'b')", "a / b", join),
      FunctionEntry{F::string_length, "string-length", 1, 1, Type::number, Takes::anything,
                    "string-length(${item})", "How many characters.", "string-length('往診')", "2",
                    {.number = string_length}},
      entry(F::substr, "substr", 2, 3, "substr(text, begin, end)",
            "From an index to before another, counted from 0, below 0 from the text's end.",
            "substr('hello', 1, -1)", "ell", substr),
      entry(F::substring, "substring", 2, 3, "substring(text, first, length)",
            "From a place on, counted from 1, so many characters.", "substring('hello', 2, 3)",
            "ell", substring),
      entry(F::substring_before, "substring-before", 2, 2, "substring-before(text, mark)",
            "What stands before the first mark; blank when there is none.",
            "substring-before('11-001', '-')", "11", substring_before),
      entry(F::substring_after, "substring-after", 2, 2, "substring-after(text, mark)",
            "What stands after the first mark; blank when there is none.",
            "substring-after('11-001', '-')", "001", substring_after),
      entry(F::translate, "translate", 3, 3, "translate(text, from, to)",
            "Each character of the second text becomes that of the third, or goes where the third "
            "is shorter.",
            "translate('2019/01/02', '/', '-')", "2019-01-02", translate),
      entry(F::normalize_space, "normalize-space", 1, 1, "normalize-space(text)",
            "Without blanks around it, and one blank where there were several.",
            "normalize-space('  a   b ')", "a b", normalize_space),
      test(F::contains, "contains", "contains(text, part)", "Whether the part is in the text.",
           "contains('abc', 'b')", contains),
      test(F::starts_with, "starts-with", "starts-with(text, part)",
           "Whether the text begins with it.", "starts-with('abc', 'a')", starts_with),
      test(F::ends_with, "ends-with", "ends-with(text, part)", "Whether the text ends with it.",
           "ends-with('abc', 'c')", ends_with),
      entry(F::digest, "digest", 2, 3, "digest(text, 'SHA-256', 'hex')",
            "A fingerprint by MD5, SHA-1, SHA-256, SHA-384 or SHA-512, in base64 unless hex is "
            "asked for.",
            "digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72", digest),
      entry(F::base64_decode, "base64-decode", 1, 1, "base64-decode(text)",
            "The text that was written in Base64; blank when it is none.",
            "base64-decode('44GC')", "あ", base64_decode),
      entry(F::uuid, "uuid", 0, 1, "uuid()",
            "A random identifier, or so many random digits. The same case gives the same one each "
            "time.",
            "", "", uuid),
      entry(F::version, "version", 0, 0, "version()", "The form's version.", "", "", version),
  };
  return table;
}

}  // namespace genpyo::validators
