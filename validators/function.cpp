#include "validators/function.h"

#include <array>

namespace genpyo::validators {
namespace {

// A rule is at most 4,096 bytes, so nothing has more arguments than that.
constexpr std::size_t any = 4096;

constexpr std::array catalogue = {
    FunctionEntry{Function::negation, "not", 1, 1, "not(condition)"},
    FunctionEntry{Function::truth, "true", 0, 0, "true()"},
    FunctionEntry{Function::falsehood, "false", 0, 0, "false()"},
    FunctionEntry{Function::selected, "selected", 2, 2, "selected(${item}, code)"},
    FunctionEntry{Function::count_selected, "count-selected", 1, 1, "count-selected(${item})"},
    FunctionEntry{Function::choice, "if", 3, 3, "if(condition, then, else)"},
    FunctionEntry{Function::coalesce, "coalesce", 2, 2, "coalesce(value, value if blank)"},
    FunctionEntry{Function::sum, "sum", 1, any, "sum(${item}, …)"},
    FunctionEntry{Function::minimum, "min", 1, any, "min(${item}, …)"},
    FunctionEntry{Function::maximum, "max", 1, any, "max(${item}, …)"},
    FunctionEntry{Function::whole, "int", 1, 1, "int(number)"},
    FunctionEntry{Function::round, "round", 1, 1, "round(number)"},
    FunctionEntry{Function::string_length, "string-length", 1, 1, "string-length(${item})"},
    FunctionEntry{Function::regex, "regex", 2, 2, "regex(${item}, 'pattern')"},
};

}  // namespace

const FunctionEntry* function_named(std::string_view name) {
  for (const FunctionEntry& entry : catalogue)
    if (entry.name == name) return &entry;
  return nullptr;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const FunctionEntry& entry : catalogue) names.emplace_back(entry.name);
  return names;
}

}  // namespace genpyo::validators
