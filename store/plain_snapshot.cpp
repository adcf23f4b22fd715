#include "store/plain_snapshot.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>

#include "forms/text.h"

namespace genpyo::store {
namespace {

// Each reader takes what it reads from the front of `rest`, and says whether it was there.

// A literal, whose length the compiler knows.
template <std::size_t Size>
bool take(std::string_view& rest, const char (&wanted)[Size]) {
  if (rest.size() < Size - 1 || std::memcmp(rest.data(), wanted, Size - 1) != 0) return false;
  rest.remove_prefix(Size - 1);
  return true;
}

// Up to the quote that ends it; nothing in it is escaped, and all of it is UTF-8.
bool take_text(std::string_view& rest, std::string_view& text) {
  bool is_ascii = true;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const auto byte = static_cast<unsigned char>(rest[at]);
    if (byte == '"') {
      text = rest.substr(0, at);
      rest.remove_prefix(at + 1);
      return is_ascii || forms::is_utf8(text);
    }
    if (byte < 0x20 || byte == '\\') return false;
    is_ascii = is_ascii && byte < 0x80;
  }
  return false;
}

// JSON has no number with a 0 in front.
template <typename Number>
bool take_number(std::string_view& rest, Number& number) {
  const std::size_t first = rest.starts_with('-') ? 1 : 0;
  if (rest.size() > first + 1 && rest[first] == '0' && rest[first + 1] >= '0' && rest[first + 1] <= '9') return false;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc{}) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return true;
}

// From behind the bracket to behind the other.
bool take_codes(std::string_view& rest, forms::Codes& codes) {
  codes.clear();
  do {
    if (!take_number(rest, codes.emplace_back())) return false;
  } while (take(rest, ","));
  return take(rest, "]");
}

// The alternative of the case before, where it is the same: its memory is taken over.
template <typename T>
T& held(forms::Value& value) {
  if (auto* same = std::get_if<T>(&value)) return *same;
  return value.emplace<T>();
}

bool take_missing(std::string_view& rest, forms::Value& value) {
  std::string_view name;
  if (!take_text(rest, name)) return false;
  const auto kind = forms::missing_named(name);
  if (kind) value = *kind;
  return kind && take(rest, "}");
}

template <typename T>
bool take_read(std::string_view& rest, forms::Value& value, std::optional<T> (*read)(std::string_view)) {
  std::string_view written;
  if (!take_text(rest, written)) return false;
  const auto found = read(written);
  if (found) value = *found;
  return found && take(rest, "}");
}

// What has a name: what is no answer, a date, a decimal.
bool take_named(std::string_view& rest, forms::Mark& mark) {
  if (take(rest, "\"missing\":\"no_answer\"}")) {  // what half of a file consists of
    mark.content = forms::Missing::no_answer;
    return true;
  }
  if (take(rest, "\"missing\":\"")) return take_missing(rest, mark.content);
  if (take(rest, "\"date\":\"")) return take_read<forms::PartialDate>(rest, mark.content, forms::read_edtf);
  if (take(rest, "\"decimal\":\"")) return take_read<forms::Decimal>(rest, mark.content, forms::read_decimal);
  return take(rest, "\"codes\":[") && take_codes(rest, mark.several) && take(rest, ",\"missing\":\"") &&
         take_missing(rest, mark.content);
}

bool take_content(std::string_view& rest, forms::Mark& mark) {
  if (take(rest, "{")) return take_named(rest, mark);
  if (take(rest, "[")) return take_codes(rest, held<forms::Codes>(mark.content));
  if (take(rest, "\"")) {
    std::string_view text;
    if (!take_text(rest, text)) return false;
    held<std::string>(mark.content).assign(text);
    return true;
  }
  return take_number(rest, held<std::int64_t>(mark.content));
}

// What was keyed is nearly always a single key.
bool take_one_key(std::string_view& rest, std::string& raw) {
  if (rest.size() < 3 || rest[1] != '"' || rest[2] != '}') return false;
  const char key = rest[0];
  if (key < 0x20 || key > 0x7E || key == '"' || key == '\\') return false;
  raw.resize(1);
  raw[0] = key;
  rest.remove_prefix(3);
  return true;
}

bool take_mark(std::string_view& rest, forms::Mark& mark) {
  std::string_view raw;
  mark.several.clear();
  if (!take_content(rest, mark) || !take(rest, ",\"raw\":\"")) return false;
  if (take_one_key(rest, mark.raw)) return true;
  if (!take_text(rest, raw)) return false;
  mark.raw.assign(raw);
  return take(rest, "}");
}

bool take_confirmed(std::string_view& rest, forms::Case& into) {
  if (take(rest, "]")) return true;
  do {
    std::string_view key;
    if (!take(rest, "\"") || !take_text(rest, key)) return false;
    into.confirmed.emplace(key);
  } while (take(rest, ","));
  return take(rest, "]");
}

void forget(forms::Mark& mark) {
  mark.content = forms::Missing::not_keyed;
  mark.several.clear();
  mark.raw.clear();
}

}  // namespace

PlainSnapshot::PlainSnapshot(const forms::Form& form) {
  std::vector<std::pair<std::string_view, forms::ItemIndex>> names;
  for (forms::ItemIndex item = 0; item < form.items.size(); ++item) names.emplace_back(form.items[item].name, item);
  std::sort(names.begin(), names.end());
  for (const auto& [name, item] : names) places_.emplace_back("\"" + std::string(name) + "\":{\"content\":", item);
}

// All of it in one function, so that `rest` can stay in registers: it moves four times an item.
[[gnu::flatten]] bool PlainSnapshot::read_marks(std::string_view& rest, forms::Case& into) const {
  bool has_more = !rest.starts_with('}');
  for (const auto& [opening, item] : places_) {
    if (!has_more || !rest.starts_with(opening)) {
      forget(into.marks[item]);
      continue;
    }
    rest.remove_prefix(opening.size());
    if (!take_mark(rest, into.marks[item])) return false;
    has_more = take(rest, ",");
  }
  return !has_more && take(rest, "}");
}

bool PlainSnapshot::read(std::string_view snapshot, forms::Case& into) const {
  into.marks.resize(places_.size());
  into.notes.clear();
  into.confirmed.clear();
  into.overridden.clear();
  std::string_view rest = snapshot;
  return take(rest, "{\"confirmed\":[") && take_confirmed(rest, into) && take(rest, ",\"marks\":{") &&
         read_marks(rest, into) && rest == ",\"notes\":{},\"overridden\":{}}";
}

}  // namespace genpyo::store
