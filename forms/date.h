// Date: a day of the Gregorian calendar. Time itself is never read below `app`: it is handed in.
#pragma once

namespace genpyo::forms {

struct Date {
  int year = 0;
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to 31
  friend bool operator==(const Date&, const Date&) = default;
};

}  // namespace genpyo::forms
