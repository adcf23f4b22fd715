// Keystrokes: what a clerk keys for a sheet, and how many keys that is. Pure: a clerk who makes no
// mistake, on a keypad; a chord (Ctrl+↓) is one key.
#pragma once
#include <cstddef>
#include <string>

#include "forms/case.h"
#include "forms/form.h"
#include "validators/evaluation.h"

namespace genpyo::session {

// What is keyed for one item, key by key: digits - * / + or the letters of a text, and '\n' for
// Enter. (In a text - * / + are keyed with Ctrl.)
std::string keys_for(const forms::Form& form, forms::ItemIndex item, const forms::Mark& mark);

// All keys of one sheet, from its first question to the last. Not counted: case number and closing,
// which are the same for every form.
struct Keystrokes {
  std::size_t keys = 0;     // whatever is pressed, also for a blank or a dash; no letters of texts
  std::size_t letters = 0;  // of texts: an input method needs more or fewer keys than these

  std::size_t items = 0;      // questions and rows of grids that have an answer
  std::size_t variables = 0;  // what they are in the dataset: a several-mark item counts its choices
};
Keystrokes count_keystrokes(const forms::Form& form, const forms::Case& sheet,
                            const validators::Evaluation& evaluation);

}  // namespace genpyo::session
