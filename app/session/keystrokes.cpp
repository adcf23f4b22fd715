#include "app/session/keystrokes.h"

#include "app/session/walk.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

using forms::ItemType;
using forms::Missing;

std::string padded(int code, int width) {
  const std::string digits = std::to_string(code);
  const auto wanted = static_cast<std::size_t>(width);
  return digits.size() >= wanted ? digits : std::string(wanted - digits.size(), '0') + digits;
}

std::string keys_for_codes(const forms::Item& item, const forms::ChoiceList& choices,
                           const forms::Codes& codes) {
  std::string keys;
  for (const int code : codes) keys += padded(code, choices.width());
  if (item.type == ItemType::select_multiple) keys += '\n';
  return keys;
}

std::string keys_for_missing(const forms::ChoiceList* choices, const forms::Mark& mark,
                             Missing kind) {
  switch (kind) {
    case Missing::dont_know: return "-";
    case Missing::illegible: return "*";
    case Missing::not_applicable: return "/";
    case Missing::several_marks: {
      std::string keys = "+";
      if (choices == nullptr) return keys + '\n';
      for (const int code : mark.several) keys += padded(code, choices->width());
      return keys + '\n';
    }
    default: return "\n";
  }
}

// The way into a skipped question: back to the one before it, then down through what is skipped.
std::size_t chords_into(const forms::Form& form, ItemIndex asked_before, ItemIndex item) {
  std::size_t chords = 1;
  for (auto at = next_on_paper(form, asked_before); at; at = next_on_paper(form, *at)) {
    ++chords;
    if (*at == item) break;
  }
  return chords;
}

void count_item(const forms::Form& form, ItemIndex index, const forms::Mark& mark,
                Keystrokes& count) {
  const forms::Item& item = form.items[index];
  const std::size_t pressed = forms::grapheme_ends(keys_for(form, index, mark)).size();
  const bool is_text = std::holds_alternative<std::string>(mark.content);
  count.letters += is_text ? pressed - 1 : 0;
  count.keys += is_text ? 1 : pressed;
  if (std::holds_alternative<Missing>(mark.content)) return;
  ++count.items;
  const bool several = item.type == ItemType::select_multiple;
  count.variables += several ? form.choices_of(item)->choices.size() : 1;
}

}  // namespace

std::string keys_for(const forms::Form& form, ItemIndex index, const forms::Mark& mark) {
  const forms::Item& item = form.items[index];
  const forms::ChoiceList* choices = form.choices_of(item);
  if (const auto* kind = std::get_if<Missing>(&mark.content)) {
    return keys_for_missing(choices, mark, *kind);
  }
  if (const auto* codes = std::get_if<forms::Codes>(&mark.content)) {
    return keys_for_codes(item, *choices, *codes);
  }
  return forms::plain_text(mark.content) + '\n';
}

Keystrokes count_keystrokes(const forms::Form& form, const forms::Case& sheet,
                            const validators::Evaluation& evaluation) {
  Keystrokes count;
  ItemIndex asked_before = 0;
  for (ItemIndex item = 0; item < form.items.size(); ++item) {
    if (!form.items[item].asked()) continue;
    const forms::Mark& mark = sheet.marks[item];
    if (evaluation.items[item].relevant) {
      count_item(form, item, mark, count);
      asked_before = item;
    } else if (mark.keyed()) {
      count_item(form, item, mark, count);
      count.keys += chords_into(form, asked_before, item);
    }
  }
  return count;
}

}  // namespace genpyo::session
