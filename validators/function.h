// Function: the catalogue of functions that an expression may call.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace genpyo::validators {

enum class Function {
  negation,        // not(a)
  truth,           // true()
  falsehood,       // false()
  selected,        // selected(${select}, code): one of the codes taken
  count_selected,  // count-selected(${select})
  choice,          // if(condition, a, b): only the side taken is computed
  coalesce,        // coalesce(a, b): a, or b where a is blank
  sum,             // sum, min, max (a, b, …): a blank is absent, as ODK has it for sets of nodes;
  minimum,         // of nothing but blanks the sum is 0, the smallest and largest NaN
  maximum,
  whole,          // int(a): towards zero
  round,          // round(a): floor(a + 0.5), as XPath
  string_length,  // in characters
  regex,          // regex(a, pattern): the whole text matches
};

struct FunctionEntry {
  Function function;
  std::string_view name;
  std::size_t least, most;  // how many arguments
  std::string_view usage;   // shown to who called it wrongly
};

// Null when there is no such function.
const FunctionEntry* function_named(std::string_view name);
std::vector<std::string> function_names();

}  // namespace genpyo::validators
