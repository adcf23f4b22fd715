// Names as a statistics program takes them: plain letters, digits and _, short enough, not one of
// its own words, and unique even to a program that knows no capitals.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/dataset.h"

namespace genpyo::exports {

enum class Target { spss, stata };

// How much of a label a program keeps: SPSS counts bytes of UTF-8, Stata characters.
struct LabelRoom {
  std::size_t variable = 0, value = 0;
  bool in_characters = false;
};
inline constexpr LabelRoom spss_labels{255, 120, false}, stata_labels{80, 32'000, true};

// The beginning of a label that fits.
std::string_view fitted(std::string_view label, std::size_t most, const LabelRoom& room);

// The same of a variable's label, whose question gives way where the choice behind it would be cut:
// "Which of these do … : a nurse". A choice that leaves the question no room stands alone.
std::string fitted_label(const Variable& variable, const std::string& language, const LabelRoom& room);

// Of every variable, in their order. What could not stay as it is goes to `remarks`.
std::vector<std::string> names_for(Target target, const std::vector<Variable>& variables, Remarks& remarks);

}  // namespace genpyo::exports
