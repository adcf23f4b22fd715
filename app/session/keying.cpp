#include "app/session/keying.h"

#include <algorithm>
#include <string>

#include "app/session/date_keying.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

using forms::ItemType;
using forms::Mark;
using forms::Misread;
using forms::Missing;

constexpr std::size_t most_digits = 10;  // of a figure, as forms::read_value takes them

bool is_digit(std::string_view character) {
  return character.size() == 1 && character[0] >= '0' && character[0] <= '9';
}

std::optional<Missing> missing_key(std::string_view character) {
  if (character == "-") return Missing::dont_know;
  if (character == "*") return Missing::illegible;
  if (character == "/") return Missing::not_applicable;
  return std::nullopt;
}

Keyed refused_with(const Draft& draft, Misread why) {
  Keyed keyed;
  keyed.draft = draft;
  keyed.misread = why;
  return keyed;
}

Keyed taken(Mark mark, bool go_on) {
  Keyed keyed;
  keyed.mark = std::move(mark);
  keyed.go_on = go_on;
  return keyed;
}

Keyed read(const Place& place, const Draft& draft) {
  auto reading = forms::read_value(*place.item, place.choices, draft.text());
  if (const auto* why = std::get_if<Misread>(&reading)) return refused_with(draft, *why);
  return taken(std::get<Mark>(std::move(reading)), true);
}

Keyed kept(Draft draft) {
  Keyed keyed;
  keyed.draft = std::move(draft);
  return keyed;
}

// Adds or removes the choice whose number is in the draft; the cursor stays.
Keyed toggle(const Place& place, const Draft& draft) {
  auto reading = forms::read_value(*place.item, place.choices, draft.text());
  if (const auto* why = std::get_if<Misread>(&reading)) return refused_with(draft, *why);
  const auto* codes = std::get_if<forms::Codes>(&std::get<Mark>(reading).content);
  if (codes == nullptr) return taken(std::get<Mark>(std::move(reading)), true);  // "+": several marks
  Mark mark = *place.present;
  for (const int code : *codes) mark = toggled(mark, code);
  mark.raw = draft.text();
  return taken(std::move(mark), false);
}

// How many digits of the code that is being typed after "+" stand at the end.
std::size_t trailing_digits(const std::string& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(std::string_view(text).substr(text.size() - 1 - count, 1))) {
    ++count;
  }
  return count;
}

// In a draft that says «several marks», codes of full width are set apart by spaces.
Keyed type_several(const Place& place, Draft draft, std::string_view character) {
  Keyed keyed;
  if (!is_digit(character) || place.choices == nullptr) {
    return refused_with(draft, Misread::unknown_code);
  }
  const auto width = static_cast<std::size_t>(place.choices->width());
  if (trailing_digits(draft.text()) == width) draft.insert(" ");
  draft.insert(character);
  keyed.draft = std::move(draft);
  return keyed;
}

bool is_clock(ItemType type) { return type == ItemType::time || type == ItemType::date_time; }

// Codes of full width are set apart; a rank is taken by Enter, since it may end anywhere.
Keyed type_ranked(const Place& place, Draft draft, std::string_view digit) {
  const auto width = static_cast<std::size_t>(place.choices->width());
  if (trailing_digits(draft.text()) == width) draft.insert(" ");
  draft.insert(digit);
  return kept(std::move(draft));
}

// What belongs to a figure beside its digits: the point, and a sign in front.
bool belongs_to_figure(const Place& place, const Draft& draft, std::string_view character) {
  const std::string& text = draft.text();
  if (text.starts_with('+')) return false;
  if (place.item->type == ItemType::decimal) {
    const bool point = character == "." && !text.empty() && is_digit(text.substr(text.size() - 1)) &&
                       text.find('.') == std::string::npos;
    return point || (character == "-" && text.empty());
  }
  if (!is_clock(place.item->type) || text.empty()) return false;
  if (character == ":") return true;
  const bool of_days = character == "/" || character == "-" || character == " " ||
                       character == "T" || character == ".";
  return place.item->type == ItemType::date_time && of_days;
}

Keyed type_of_figure(const Place& place, Draft draft, std::string_view character) {
  constexpr std::size_t most = 30;  // 令和 is not keyed here: a day, a space, a time
  if (draft.text().size() >= most) {
    const bool clock = is_clock(place.item->type);
    return refused_with(draft, clock ? Misread::not_a_moment : Misread::figure_too_large);
  }
  draft.insert(character);
  return kept(std::move(draft));
}

Misread misread_in(const Place& place) {
  switch (place.item->type) {
    case ItemType::date: return Misread::not_a_date;
    case ItemType::time: return Misread::not_a_time;
    case ItemType::date_time: return Misread::not_a_moment;
    default: return place.choices == nullptr ? Misread::not_a_figure : Misread::unknown_code;
  }
}

Keyed type_digit(const Place& place, Draft draft, std::string_view digit) {
  if (place.item->type == ItemType::rank) return type_ranked(place, std::move(draft), digit);
  if (place.item->type == ItemType::decimal || is_clock(place.item->type))
    return type_of_figure(place, std::move(draft), digit);
  if (place.item->type == ItemType::integer) {
    if (draft.text().size() >= most_digits) return refused_with(draft, Misread::figure_too_large);
    draft.insert(digit);
    Keyed keyed;
    keyed.draft = std::move(draft);
    return keyed;
  }
  draft.insert(digit);
  if (draft.text().size() >= static_cast<std::size_t>(place.choices->width())) {
    return place.item->type == ItemType::select_one ? read(place, draft) : toggle(place, draft);
  }
  Keyed keyed;
  keyed.draft = std::move(draft);
  return keyed;
}

Keyed erase(const Place& place, Draft draft) {
  Keyed keyed;
  if (draft.empty() && place.present->keyed()) return taken(forms::mark_missing(Missing::not_keyed), false);
  draft.erase_back();
  if (draft.text().ends_with(' ')) draft.erase_back();
  keyed.draft = std::move(draft);
  return keyed;
}

// One character, or all that was pasted at once.
Keyed type_text(Draft draft, std::string_view text) {
  const bool is_control = text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x20;
  if (is_control || !forms::is_utf8(text)) return refused_with(draft, Misread::not_text);
  if (!draft.insert(text)) return refused_with(draft, Misread::text_too_long);
  Keyed keyed;
  keyed.draft = std::move(draft);
  return keyed;
}

}  // namespace

Keyed type_into(const Place& place, const Draft& draft, bool refused, std::string_view typed) {
  if (place.item->type == ItemType::text) return type_text(draft, typed);
  const std::string character = forms::nfkc(typed);
  if (place.item->type == ItemType::date && belongs_to_date(draft, character)) {
    return type_date(draft, refused, character);
  }
  Draft base = refused ? Draft() : draft;
  if (belongs_to_figure(place, base, character))
    return type_of_figure(place, std::move(base), character);
  if (base.erase_selection() && character == ".") return kept(std::move(base));
  if (character == ".") return erase(place, base);
  if (base.empty()) {
    if (const auto kind = missing_key(character)) {
      Mark mark = forms::mark_missing(*kind);
      mark.raw = character;
      return taken(std::move(mark), true);
    }
    if (character == "+") {
      Keyed keyed;
      keyed.draft = Draft("+");
      return keyed;
    }
  }
  if (base.text().starts_with('+')) return type_several(place, base, character);
  if (is_digit(character)) return type_digit(place, base, character);
  return refused_with(base, misread_in(place));
}

Keyed accept_draft(const Place& place, const Draft& draft) {
  const bool is_text = place.item->type == ItemType::text;
  const auto* present_text = std::get_if<std::string>(&place.present->content);
  const bool unchanged = is_text && present_text != nullptr && *present_text == draft.text();
  const bool untouched = draft.empty() && place.present->keyed() && present_text == nullptr;
  if (unchanged || untouched) {
    Keyed keyed;
    keyed.go_on = true;
    return keyed;
  }
  if (draft.empty() && place.standing != nullptr && forms::is_answer(*place.standing))
    return taken({*place.standing, {}, forms::plain_text(*place.standing)}, true);
  if (draft.empty()) return taken(forms::mark_missing(Missing::no_answer), true);
  return place.item->type == ItemType::select_multiple ? toggle(place, draft) : read(place, draft);
}

Draft draft_for(const forms::Item& item, const Mark& present) {
  const auto* text = std::get_if<std::string>(&present.content);
  return item.type == ItemType::text && text != nullptr ? Draft(*text) : Draft();
}

Mark toggled(const Mark& present, int code) {
  forms::Codes codes;
  if (const auto* marked = std::get_if<forms::Codes>(&present.content)) codes = *marked;
  const auto place = std::lower_bound(codes.begin(), codes.end(), code);
  if (place != codes.end() && *place == code) {
    codes.erase(place);
  } else {
    codes.insert(place, code);
  }
  Mark mark;
  if (!codes.empty()) mark.content = std::move(codes);
  mark.raw = std::to_string(code);
  return mark;
}

}  // namespace genpyo::session
