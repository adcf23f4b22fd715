// Calculated: what a calculation or a default gives, as a value of its item. The one place where the
// type of a computed value is settled.
#pragma once
#include <optional>
#include <string_view>

#include "forms/form.h"
#include "forms/value.h"
#include "validators/expression.h"

namespace genpyo::validators {

// Whether a default is an expression: it names an item, calls a function or is a text in quotes.
// Else it is the answer itself ("yes", "3", "2018-04-01").
bool is_expression(std::string_view default_value);

// Of a calculate: a whole number as a figure, any other as a decimal of at most 15 digits, a text
// that is a date (1964-04-01) as a date, else a text; true and false as these words. Of any other
// type: the answer that the text would be if it were keyed; in an integer what stands behind the
// point is cut off, as ODK has it. Nothing for '', for what is no number, and for what is no answer
// of the type.
std::optional<forms::Value> value_of(const Operand& result, const forms::Item& item,
                                     const forms::ChoiceList* choices);

}  // namespace genpyo::validators
