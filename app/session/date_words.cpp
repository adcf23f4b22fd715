#include "app/session/date_words.h"

#include "forms/era.h"

namespace genpyo::session {
namespace {

std::string era_word(const forms::EraYear& year, std::string_view language,
                     const Strings& strings) {
  const std::string name =
      strings.text(language, std::string("date.era.") + forms::letter_of(year.era));
  const std::string number =
      year.year == 1 ? strings.text(language, "date.first_year") : std::to_string(year.year);
  return strings.text(language, "date.era_year", {name, number});
}

std::string western_word(const forms::PartialDate& date, std::string_view language,
                         const Strings& strings) {
  const std::string unknown = strings.text(language, "date.unknown");
  const std::string month =
      date.month ? strings.text(language, "date.month." + std::to_string(*date.month)) : unknown;
  return strings.text(language, "date.western",
                      {date.year ? std::to_string(*date.year) : unknown, month,
                       date.day ? std::to_string(*date.day) : unknown});
}

}  // namespace

std::string date_word(const forms::PartialDate& date, std::string_view language,
                      const Strings& strings) {
  std::string eras;
  for (const forms::EraYear& year : forms::era_years_of(date)) {
    if (!eras.empty()) eras += strings.text(language, "date.era_between");
    eras += era_word(year, language, strings);
  }
  const std::string western = western_word(date, language, strings);
  return eras.empty() ? western : strings.text(language, "date.both", {western, eras});
}

}  // namespace genpyo::session
