#include "typist.h"

#include <cassert>

#include "app/session/walk.h"
#include "forms/text.h"

namespace genpyo::support {
namespace {

using forms::ItemType;
using forms::Missing;
using session::Key;

std::string padded(int code, int width) {
  const std::string digits = std::to_string(code);
  return std::string(static_cast<std::size_t>(width) - digits.size(), '0') + digits;
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
      for (const int code : mark.several) keys += padded(code, choices->width());
      return keys + '\n';
    }
    default: return "\n";
  }
}

}  // namespace

std::string keys_for(const forms::Form& form, forms::ItemIndex index, const forms::Mark& mark) {
  const forms::Item& item = form.items[index];
  const forms::ChoiceList* choices = form.choices_of(item);
  if (const auto* kind = std::get_if<Missing>(&mark.content))
    return keys_for_missing(choices, mark, *kind);
  if (const auto* codes = std::get_if<forms::Codes>(&mark.content))
    return keys_for_codes(item, *choices, *codes);
  return forms::plain_text(mark.content) + '\n';
}

void Typist::type(const std::string& characters) {
  std::size_t start = 0;
  for (const std::size_t end : forms::grapheme_ends(characters)) {
    const std::string character = characters.substr(start, end - start);
    start = end;
    if (character == "\n") {
      session_.apply(session::Press{{Key::enter}});
    } else {
      session_.apply(session::Type{character});
    }
    strokes_.push_back({character, {Key::enter}});
  }
}

void Typist::press(session::Chord chord) {
  session_.apply(session::Press{chord});
  strokes_.push_back({"", chord});
}

void Typist::open(const std::string& case_number) { type(case_number + '\n'); }

void Typist::key_item(const forms::Case& sheet, forms::ItemIndex item) {
  type(keys_for(session_.state().survey->form, item, sheet.marks[item]));
}

// A mark that the paper has where nothing is asked: back to the question before it, then into it.
void Typist::key_off_path(const forms::Case& sheet, forms::ItemIndex after) {
  const session::State& state = session_.state();
  const forms::Form& form = state.survey->form;
  for (auto item = session::next_on_paper(form, after); item;
       item = session::next_on_paper(form, *item)) {
    if (state.evaluation.items[*item].relevant) return;
    if (forms::is_missing(sheet.marks[*item].content, Missing::not_keyed)) continue;
    if (state.dialog != session::Dialog::none) press({Key::escape});
    if (state.cursor != *item) {
      while (state.cursor > *item) press({Key::up});
      while (state.cursor < *item) press({Key::down, true});
    }
    key_item(sheet, *item);
  }
}

bool Typist::key(const forms::Case& sheet, std::size_t most) {
  const session::State& state = session_.state();
  for (std::size_t count = 0; count < most; ++count) {
    if (state.dialog == session::Dialog::close) return true;
    const forms::ItemIndex item = state.cursor;
    key_item(sheet, item);
    key_off_path(sheet, item);
  }
  return false;
}

}  // namespace genpyo::support
