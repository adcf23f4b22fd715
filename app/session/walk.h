// Walk: where the cursor goes. Pure functions over a form and its evaluation.
#pragma once
#include <optional>
#include <string_view>

#include "forms/form.h"
#include "forms/paper/layout.h"
#include "validators/evaluation.h"

namespace genpyo::session {

using forms::ItemIndex;

// The next item that the form asks, after (before) `from`; nullopt past the end.
std::optional<ItemIndex> next_asked(const forms::Form& form, const validators::Evaluation& evaluation,
                                    ItemIndex from);
std::optional<ItemIndex> previous_asked(const forms::Form& form,
                                        const validators::Evaluation& evaluation, ItemIndex from);
std::optional<ItemIndex> first_asked(const forms::Form& form, const validators::Evaluation& evaluation);

// The next item on the paper, asked or skipped.
std::optional<ItemIndex> next_on_paper(const forms::Form& form, ItemIndex from);

// The next item with something open (not keyed, or a violation that is not settled), going round
// past the end; nullopt when nothing is open.
std::optional<ItemIndex> next_open(const validators::Evaluation& evaluation, ItemIndex from);

// The first item that stops the closing: not keyed, or hard and not settled.
std::optional<ItemIndex> first_blocking(const validators::Evaluation& evaluation);

// The first asked item of the next page that has one (of the page before).
std::optional<ItemIndex> turn_page(const paper::Layout& layout, const forms::Form& form,
                                   const validators::Evaluation& evaluation, ItemIndex from, bool forward);

// 問 by its number as typed ("11-1", "問11-1", "7(3)"), else the next item after `from` whose label
// contains the word, in any language.
std::optional<ItemIndex> find_question(const forms::Form& form, ItemIndex from, std::string_view typed);

// Where a case is taken up again: after the item that was marked last (at it, where more choices
// may follow), or at the first one.
ItemIndex resume_at(const forms::Form& form, const validators::Evaluation& evaluation,
                    std::string_view last_item);

}  // namespace genpyo::session
