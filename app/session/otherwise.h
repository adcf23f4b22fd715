// Otherwise: what would follow if the cursor's item held another answer, in the few lines that a
// person reads: answers with one effect stand together, and what changes nothing is said once.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/session/strings.h"
#include "forms/case.h"
#include "validators/what_if.h"

namespace genpyo::session {

// One answer; of whole figures all those tried from one to another, without the one that is keyed.
struct Span {
  forms::Value first, last;
  std::size_t tried = 1;
};

// Answers that all lead to the same.
struct Outcome {
  std::vector<Span> answers;
  validators::Alternative effect;  // of each of them; its own value is the first one
};

// Of one item: the cursor's, or one that its rules rest on. Of the latter only what they do to the
// cursor's item is kept.
struct Otherwise {
  forms::ItemIndex item = 0;
  std::vector<Outcome> outcomes;              // in the order of their first answers
  std::vector<Span> no_difference;            // of the cursor's item only
  std::size_t untried = 0;                    // answers that were too many to try
};

// The cursor's item first (absent where it is never keyed), then those with an outcome.
// Pure; takes some milliseconds at most whatever the form: the larger it is, the fewer answers are
// tried.
std::vector<Otherwise> otherwise(const validators::Program& program, const forms::Case& current,
                                 forms::ItemIndex item, forms::Date today);

// "2 いいえ、無回答"; of many choices the numbers alone: "1–4、9". "30–32 … 1200 人": of the figures
// beyond 32 those at the borders were tried. Beside a select_multiple that is answered, what is
// added and taken away: "+2 乙、−3 丙".
std::string answers_in_words(const std::vector<Span>& answers, const forms::Value& now,
                             const forms::Form& form, forms::ItemIndex item, std::string_view language,
                             const Strings& strings);

// The questions as the paper numbers them, neighbours as from … to: "問12、問14–問15-3 (23 項目)".
std::string questions_in_words(const std::vector<forms::ItemIndex>& items, const forms::Form& form,
                               std::string_view language, const Strings& strings);

struct ToldViolation {
  forms::Severity severity = forms::Severity::hard;
  std::string sentence;
};

// A sentence each, hard ones first; the marks that nothing asks for in one sentence together.
std::vector<ToldViolation> violations_in_words(const std::vector<validators::Violation>& violations,
                                               const forms::Form& form, std::string_view language,
                                               const Strings& strings);

// The tables of these extractions: "II-2-8、II-5-1".
std::string tables_in_words(const std::vector<std::size_t>& extractions, const forms::Form& form,
                            std::string_view language, const Strings& strings);

}  // namespace genpyo::session
