#include "forms/read_value.h"

#include <algorithm>
#include <optional>

#include "forms/read_date.h"
#include "forms/read_time.h"
#include "forms/text.h"

namespace genpyo::forms {
namespace {

using Outcome = std::variant<Mark, Misread>;

constexpr std::size_t longest_text = 32'767;  // bytes: what one cell of a workbook holds
constexpr std::int64_t largest_figure = 9'999'999'999;

// The key of a missing kind, as it is typed and shown; "" where it has none.
std::string_view sign_of(Missing kind) {
  switch (kind) {
    case Missing::dont_know: return "-";
    case Missing::illegible: return "*";
    case Missing::not_applicable: return "/";
    case Missing::several_marks: return "+";
    case Missing::not_keyed:
    case Missing::no_answer:
    case Missing::page_absent: return "";
  }
  return "";
}

std::optional<Missing> missing_of(std::string_view text) {
  if (text.empty()) return Missing::no_answer;
  for (const Missing kind : all_missing) {
    if (text == sign_of(kind)) return kind;
  }
  return std::nullopt;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool has_control(std::string_view text) {
  for (const char32_t code_point : code_points(text)) {
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    if (control && code_point != U'\n' && code_point != U'\t') return true;
  }
  return false;
}

std::string_view without_line_end(std::string_view text) {
  const auto last = text.find_last_not_of("\r\n");
  return last == std::string_view::npos ? "" : text.substr(0, last + 1);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

// "12,345" → "12345"; nothing when the commas do not part thousands, or other signs stand there.
std::optional<std::string> figure_digits(std::string_view text) {
  std::string digits;
  bool first = true;
  for (std::size_t comma = text.find(',');; comma = text.find(',')) {
    const std::string_view group = text.substr(0, comma);
    const bool alone = first && comma == std::string_view::npos;
    const bool sized = first ? group.size() <= 3 : group.size() == 3;
    if (!all_digits(group) || (!alone && !sized)) return std::nullopt;
    digits += group;
    if (comma == std::string_view::npos) return digits;
    text.remove_prefix(comma + 1);
    first = false;
  }
}

Outcome read_figure(std::string_view text, Mark mark) {
  const auto digits = figure_digits(text);
  if (!digits) return Misread::not_a_figure;
  std::int64_t figure = 0;
  for (const char digit : *digits) {
    figure = figure * 10 + (digit - '0');
    if (figure > largest_figure) return Misread::figure_too_large;
  }
  mark.content = figure;
  return mark;
}

Misread misread_of(DateFault::Kind kind) {
  switch (kind) {
    case DateFault::Kind::no_form: return Misread::not_a_date;
    case DateFault::Kind::no_such_day: return Misread::no_such_day;
    case DateFault::Kind::outside_era: return Misread::outside_era;
    case DateFault::Kind::old_calendar: return Misread::old_calendar;
  }
  return Misread::not_a_date;
}

Outcome read_date_marked(std::string_view text, Mark mark) {
  const auto reading = read_date(text);
  if (const auto* why = std::get_if<DateFault>(&reading)) return misread_of(why->kind);
  mark.content = std::get<WrittenDate>(reading).date;
  return mark;
}

// The code that is written as `token`, when the list has it: its digits, else a choice's name.
std::optional<int> find_code(const ChoiceList* choices, std::string_view token) {
  if (choices == nullptr) return std::nullopt;
  if (all_digits(token)) {
    int code = 0;
    for (const char digit : token) code = std::min(code * 10 + (digit - '0'), 10'000);
    if (choices->find(code) != nullptr) return code;
  }
  const auto named =
      std::find_if(choices->choices.begin(), choices->choices.end(),
                   [token](const Choice& choice) { return choice.name == token; });
  return named == choices->choices.end() ? std::nullopt : std::optional(named->code);
}

// Codes between spaces, commas and semicolons, as they stand there; nothing at an unknown one.
std::optional<Codes> read_codes(const ChoiceList* choices, std::string_view text) {
  Codes codes;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" ,;"), text.size()));
    if (text.empty()) break;
    const std::string_view token = text.substr(0, text.find_first_of(" ,;"));
    const auto code = find_code(choices, token);
    if (!code) return std::nullopt;
    codes.push_back(*code);
    text.remove_prefix(token.size());
  }
  return codes;
}

// Ascending, each once.
void put_in_order(Codes& codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
}

Outcome read_rank(const ChoiceList* choices, std::string_view text, Mark mark) {
  const auto codes = read_codes(choices, text);
  if (!codes || codes->empty()) return Misread::unknown_code;
  Codes each = *codes;
  put_in_order(each);
  if (each.size() < codes->size()) return Misread::ranked_twice;
  mark.content = plain_text(*codes);
  return mark;
}

Outcome read_decimal_marked(std::string_view text, Mark mark) {
  const bool below = text.starts_with('-');
  const std::string_view amount = text.substr(below ? 1 : 0);
  const auto point = std::min(amount.find('.'), amount.size());
  const auto whole = figure_digits(amount.substr(0, point));
  if (!whole) return Misread::not_a_figure;
  const auto decimal =
      read_decimal((below ? "-" : "") + *whole + std::string(amount.substr(point)));
  if (!decimal) return whole->size() > 9 ? Misread::figure_too_large : Misread::not_a_figure;
  mark.content = *decimal;
  return mark;
}

Outcome read_clock(std::optional<std::string> time, Misread otherwise, Mark mark) {
  if (!time) return otherwise;
  mark.content = std::move(*time);
  return mark;
}

Outcome read_choices_marked(const Item& item, const ChoiceList* choices, std::string_view text,
                            Mark mark) {
  const bool several = text.starts_with('+');
  if (several) text.remove_prefix(1);
  auto codes = read_codes(choices, text);
  if (!codes || codes->empty()) return Misread::unknown_code;
  put_in_order(*codes);
  if (several) {
    mark.content = Missing::several_marks;
    mark.several = std::move(*codes);
    return mark;
  }
  if (item.type == ItemType::select_one && codes->size() > 1) return Misread::several_codes;
  mark.content = std::move(*codes);
  return mark;
}

Outcome read_text(std::string_view text, Mark mark) {
  if (text.empty()) {
    mark.content = Missing::no_answer;
  } else {
    mark.content = std::string(text);
  }
  return mark;
}

// As an input method or a spreadsheet may write it, in the forms that are read here.
std::string plain_entry(std::string_view text) {
  std::string plain = plain_forms(text);
  for (const std::string_view comma : {"、", "､"}) {
    for (auto at = plain.find(comma); at != std::string::npos; at = plain.find(comma, at)) {
      plain.replace(at, comma.size(), " ");
    }
  }
  return std::string(trimmed(plain));
}

}  // namespace

Outcome read_value(const Item& item, const ChoiceList* choices, std::string_view text) {
  if (text.size() > longest_text) return Misread::text_too_long;
  const std::string_view entry = without_line_end(text);
  if (!is_utf8(entry) || has_control(entry)) return Misread::not_text;
  Mark mark;
  mark.raw = text;
  const bool in_letters = item.type == ItemType::text || item.type == ItemType::calculate;
  if (in_letters) return read_text(entry, std::move(mark));
  if (!item.has_value()) return Misread::not_text;
  const std::string plain = plain_entry(entry);
  if (const auto kind = missing_of(plain)) {
    mark.content = *kind;
    return mark;
  }
  switch (item.type) {
    case ItemType::integer: return read_figure(plain, std::move(mark));
    case ItemType::decimal: return read_decimal_marked(plain, std::move(mark));
    case ItemType::date: return read_date_marked(plain, std::move(mark));
    case ItemType::time: return read_clock(read_time(plain), Misread::not_a_time, std::move(mark));
    case ItemType::date_time:
      return read_clock(read_moment(plain), Misread::not_a_moment, std::move(mark));
    case ItemType::rank: return read_rank(choices, plain, std::move(mark));
    default: break;
  }
  return read_choices_marked(item, choices, plain, std::move(mark));
}

Mark mark_missing(Missing kind) { return {kind, {}, std::string(sign_of(kind))}; }

std::string ranked_names(const ChoiceList& choices, std::string_view codes) {
  std::string names;
  for (const int code : read_codes(&choices, codes).value_or(Codes{})) {
    names += (names.empty() ? "" : " ") + choices.find(code)->name;
  }
  return names;
}

std::string to_draft(const Item& item, const Mark& mark) {
  const auto* kind = std::get_if<Missing>(&mark.content);
  if (kind == nullptr) return plain_text(mark.content);
  if (item.type == ItemType::text) return "";
  return std::string(sign_of(*kind)) + plain_text(mark.several);
}

}  // namespace genpyo::forms
