#include "app/session/date_keying.h"

#include <algorithm>
#include <string>

#include "forms/text.h"

namespace genpyo::session {
namespace {

constexpr std::size_t most_bytes = 40;  // 令和元年12月31日 has 22
constexpr std::string_view signs = "/-.*? ";
constexpr std::u32string_view beginnings =
    U"0123456789MTSHRXmtshrx明治大正昭和平成令㍾㍽㍼㍻㋿元年月日西暦不";

bool is_sign(std::string_view character) {
  return character.size() == 1 && signs.find(character) != std::string_view::npos;
}

bool is_of_dates(std::string_view character) {
  if (is_sign(character)) return true;
  const auto points = forms::code_points(character);  // several, when pasted
  return std::all_of(points.begin(), points.end(), [](char32_t point) {
    return beginnings.find(point) != std::u32string_view::npos;
  });
}

}  // namespace

bool belongs_to_date(const Draft& draft, std::string_view character) {
  if (draft.text().starts_with('+')) return false;
  if (!draft.empty()) return true;
  return character != "-" && character != "*" && character != "/" && character != "+" &&
         character != ".";
}

Keyed type_date(const Draft& draft, bool refused, std::string_view typed) {
  const std::string character = forms::plain_forms(typed);
  Keyed keyed;
  keyed.draft = refused && !is_sign(character) ? Draft() : draft;
  const bool fits = keyed.draft.text().size() + character.size() <= most_bytes;
  if (!fits || !is_of_dates(character) || !keyed.draft.insert(character)) {
    keyed.draft = draft;
    keyed.misread = forms::Misread::not_a_date;
  }
  return keyed;
}

}  // namespace genpyo::session
