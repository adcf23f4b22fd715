// Case: one sheet as keyed so far. Marks are what the sheet says, verbatim; values follow from
// them by the form's rules (validators) and are never stored in their place.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "forms/form.h"
#include "forms/value.h"

namespace genpyo::forms {

struct Mark {
  Value content = Missing::not_keyed;
  Codes several;    // the choices marked, where the content is Missing::several_marks
  std::string raw;  // what was keyed, e.g. "07" or "*"
  friend bool operator==(const Mark&, const Mark&) = default;
  bool keyed() const { return !is_missing(content, Missing::not_keyed); }
};

enum class CaseState { open, closed };

struct Case {
  std::string id;  // "11-001"
  int pass = 1;    // 1 = first keying; a second pass is keyed without sight of the first
  CaseState state = CaseState::open;
  std::vector<Mark> marks;                   // by ItemIndex, as many as the form has items
  std::map<ItemIndex, std::string> notes;    // a clerk's remark on an item
  std::set<std::string> confirmed;           // soft violations that a clerk confirmed, by key
  std::map<std::string, std::string> overridden;  // hard ones a supervisor passed, with the reason
  friend bool operator==(const Case&, const Case&) = default;
};

// A case of which nothing has been keyed.
Case blank_case(const Form& form, std::string id);

}  // namespace genpyo::forms
