// Rules in words: 「問6が5(その他)のとき」, "when 問6 is 5 (Other)". A rule that is more than simple comparisons is
// told as written.
#pragma once
#include <string>
#include <string_view>

#include "forms/form.h"

namespace genpyo::exports {

// How an item is called on paper: its number with its grid's; its label where it has none.
std::string reference_to(const forms::Form& form, const forms::Item& item, std::string_view language);

// When the item is asked; "" where it always is.
std::string when_asked(const forms::Form& form, const forms::Item& item, std::string_view language);

// When a check applies.
std::string when_applied(const forms::Form& form, const std::string& rule, std::string_view language);

// What must hold; `self` is the item that `.` stands for, null in a check.
std::string what_must_hold(const forms::Form& form, const forms::Item* self, std::string_view rule, std::string_view language);

// Whom an extraction takes.
std::string extraction_in_words(const forms::Form& form, const forms::Extraction& extraction, std::string_view language);

// Where an item or a choice comes from; "" where the form says nothing.
std::string provenance_in_words(forms::Source source, std::string_view language);

}  // namespace genpyo::exports
