#include "typist.h"

#include "app/session/keystrokes.h"
#include "app/session/walk.h"
#include "forms/text.h"

namespace genpyo::support {
namespace {

using forms::Missing;
using session::Key;
using session::keys_for;

}  // namespace

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
