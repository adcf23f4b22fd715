// Function: the catalogue of functions that an expression may call. The one table behind the
// evaluation, the checks of a rule's text and docs/expressions.md.
//
// Each subject keeps its part of the table beside its code: function_numbers.cpp and so on.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "validators/expression.h"

namespace genpyo::validators {

class Calculation;

enum class Function {
  // logic
  negation, truth, falsehood, boolean, boolean_from_string,
  choice,    // if: only the side taken is computed
  coalesce, once, regex, checklist, weighted_checklist,
  // selects
  selected, selected_at, count_selected, choice_name,
  // sets of nodes
  count, count_non_empty, sum, minimum, maximum, position, last, indexed_repeat, randomize, current,
  instance, pulldata,
  // numbers
  number, whole, round, floor, ceiling, abs, pow, sqrt, exp, exp10, log, log10, pi, sin, cos, tan,
  asin, acos, atan, atan2, random, area, distance, geofence,
  // texts
  string, concat, join, string_length, substr, substring, substring_before, substring_after,
  translate, normalize_space, contains, starts_with, ends_with, digest, base64_decode, uuid,
  version,
  // dates
  today, now, date, date_time, decimal_date_time, decimal_time, format_date, format_date_time,
};

// Beyond what the number of arguments says.
enum class Takes {
  anything,
  select,         // the first argument is no item without choices
  nodes,          // the first argument names items: ${name} or a path
  pairs,          // after the first two, the arguments come in pairs
  date,           // a text that is written out must be a date
  trace,          // a text that is written out must be points
  choices_of,     // the second argument names a select, in quotes or not
  list,           // the first argument is the name of a choice list, in quotes
};

// How it is computed: one of them, for the type it gives; none where the calculation itself picks
// an operand (if, coalesce, once) or walks a set. A moment is a number: see instant.h.
struct Code {
  using Node = Expression::Node;
  double (*number)(const Calculation&, const Node&) = nullptr;
  bool (*truth)(const Calculation&, const Node&) = nullptr;
  // A view of an operand's value or of the buffer.
  std::string_view (*text)(const Calculation&, const Node&, std::string&) = nullptr;
  double (*instant)(const Calculation&, const Node&) = nullptr;
};

struct FunctionEntry {
  Function function;
  std::string_view name;
  std::size_t least, most;   // how many arguments
  Expression::Type type;     // of what it gives; of if, coalesce and once: that of their operands
  Takes takes;
  std::string_view usage;    // shown to who called it wrongly
  std::string_view meaning;  // a sentence for docs/expressions.md
  std::string_view example;  // an expression that needs no item …
  std::string_view gives;    // … and what it gives, as text
  Code code = {};
};

// A rule is at most 4,096 bytes, so nothing has more arguments than that.
inline constexpr std::size_t any_number = 4096;

struct FunctionGroup {
  std::string_view title;
  std::span<const FunctionEntry> entries;
};
std::span<const FunctionGroup> function_groups();

// Null when there is no such function.
const FunctionEntry* function_named(std::string_view name);
std::vector<std::string> function_names();

// The parts of the table.
std::span<const FunctionEntry> logic_functions();
std::span<const FunctionEntry> select_functions();
std::span<const FunctionEntry> set_functions();
std::span<const FunctionEntry> number_functions();
std::span<const FunctionEntry> place_functions();
std::span<const FunctionEntry> text_functions();
std::span<const FunctionEntry> date_functions();

}  // namespace genpyo::validators
