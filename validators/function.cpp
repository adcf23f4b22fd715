#include "validators/function.h"

#include <array>

namespace genpyo::validators {

std::span<const FunctionGroup> function_groups() {
  static const std::array groups = {
      FunctionGroup{"Logic", logic_functions()},
      FunctionGroup{"Selects", select_functions()},
      FunctionGroup{"Repeats and sets", set_functions()},
      FunctionGroup{"Numbers", number_functions()},
      FunctionGroup{"Places", place_functions()},
      FunctionGroup{"Texts", text_functions()},
      FunctionGroup{"Dates and times", date_functions()},
  };
  return groups;
}

const FunctionEntry* function_named(std::string_view name) {
  for (const FunctionGroup& group : function_groups())
    for (const FunctionEntry& entry : group.entries)
      if (entry.name == name) return &entry;
  return nullptr;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const FunctionGroup& group : function_groups())
    for (const FunctionEntry& entry : group.entries) names.emplace_back(entry.name);
  return names;
}

}  // namespace genpyo::validators
