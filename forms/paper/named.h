// Named: ${name} in a form's own words. On a blank sheet it stands for the question of that name, on
// a screen for its answer.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "forms/form.h"

namespace genpyo::paper {

// Each ${name} of an item replaced by what `words` says of it; any other stays as it is.
std::string with_names(std::string_view text, const forms::Form& form,
                       const std::function<std::string(forms::ItemIndex)>& words);

// How a question is called on paper: its number, else its label in quotes, else a line.
std::string called(const forms::Form& form, forms::ItemIndex item, std::string_view language);

// Whether some label names another question.
bool has_names(const forms::Form& form);

// The form with its labels as a blank sheet prints them.
forms::Form with_printed_names(forms::Form form);

}  // namespace genpyo::paper
