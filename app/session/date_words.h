// A date in words, in both calendars: 1964年4月1日(昭和39年), 1 April 1964 (Shōwa 39).
#pragma once
#include <string>
#include <string_view>

#include "app/session/strings.h"
#include "forms/partial_date.h"

namespace genpyo::session {

// What is unknown is shown as ?. Where the known parts leave two eras open, both are named.
std::string date_word(const forms::PartialDate& date, std::string_view language,
                      const Strings& strings);

}  // namespace genpyo::session
