// Skips: the way through the form as a page prints it: who answers a question
// (【問11で3を選んだ方】), and where a choice leads (→問12へ). Only conditions that a respondent
// can follow are printed: an item compared with one choice, or several such with "and". What is more
// involved is left to the form's hints.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"

namespace genpyo::paper {

// An item is asked where `item` holds (or, negated, does not hold) the choice `code`.
struct Condition {
  forms::ItemIndex item = 0;
  int code = 0;
  bool negated = false;
  friend bool operator==(const Condition&, const Condition&) = default;
};

// All of which must hold: from `${x} = 3`, `${x} != 'no'`, `selected(${x}, 3)` joined by "and". Empty
// when the rule is empty or not of this kind.
std::vector<Condition> conditions_of(const forms::Form& form, const forms::Rule& rule);

// 【問11で3を選んだ方】 or "".
std::string condition_words(const forms::Form& form, const forms::Rule& rule,
                            std::string_view language);

// The select of which this item is the line to write on (その他の内容): the question before it.
std::optional<forms::ItemIndex> written_beside(const forms::Form& form, forms::ItemIndex item);

// For a select_one that is followed by questions which only some of its choices ask: by code, the
// printed number of the question to go to. Empty when all choices lead to the same.
std::map<int, std::string> destinations(const forms::Form& form, forms::ItemIndex select);

// The printed number of an item, that of its grid before it: 問7(1).
std::string full_number(const forms::Form& form, const forms::Item& item);

}  // namespace genpyo::paper
