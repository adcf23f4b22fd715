// CaseList: which cases the start screen shows, and which sheet most likely comes next. Pure.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "forms/frame.h"
#include "store/store.h"

namespace genpyo::session {

// The groups of the start screen's list.
enum class Standing { all, open, closed };

// An organization as the form calls it in this language; `in_frame` where the form has no word for it.
std::string organization_in(const forms::Form& form, int number, const std::string& in_frame, std::string_view language);

// The organization's name for each case; "" where the frame does not know it.
std::vector<std::string> organizations_of(const std::vector<store::CaseSummary>& cases, const forms::Form& form,
                                          const forms::Frame& frame, std::string_view language);

// Whether what is typed finds a case: its id begins with it, the hyphen left out or not, in digits
// of any width ("1100" finds "11-001"), or its organization's name contains it.
bool finds(std::string_view typed, std::string_view id, std::string_view organization);

// Whether what is typed is meant as a number (digits and hyphens only).
bool is_number(std::string_view typed);

// Indices of the cases to show. `organizations` has one for each case.
std::vector<std::size_t> shown_cases(const std::vector<store::CaseSummary>& cases,
                                     const std::vector<std::string>& organizations,
                                     Standing standing, std::string_view typed);

// The first sheet that was sent and is not there yet, after the case worked on last (`last`; "" =
// the one that was changed last): of its organization, else of those after it, then of those
// before. "" when the frame knows none.
std::string next_number(const std::vector<store::CaseSummary>& cases, const forms::Frame& frame,
                        std::string_view last);

}  // namespace genpyo::session
