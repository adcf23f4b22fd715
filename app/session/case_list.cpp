#include "app/session/case_list.h"

#include <algorithm>
#include <set>

#include "forms/text.h"

namespace genpyo::session {
namespace {

std::string without_hyphens(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '-');
  return plain;
}

forms::CaseNumber number_of(std::string_view id) {
  return forms::read_case_number({}, id).number;  // organization 0 where it is no number
}

bool is_of(const store::CaseSummary& each, Standing standing) {
  switch (standing) {
    case Standing::all: return true;
    case Standing::open: return each.state == forms::CaseState::open;
    case Standing::closed: return each.state == forms::CaseState::closed;
  }
  return true;
}

std::string changed_last(const std::vector<store::CaseSummary>& cases) {
  const auto newest = std::max_element(
      cases.begin(), cases.end(),
      [](const auto& a, const auto& b) { return a.changed_at < b.changed_at; });
  return newest == cases.end() ? "" : newest->id;
}

// The organization's first serial after `after` that is not there; "" when none is left.
std::string absent_in(const forms::FrameRow& row, int after, const std::set<std::string>& present) {
  for (int serial = after + 1; serial <= row.clinics + row.hospitals; ++serial) {
    const std::string id = forms::CaseNumber{row.number, serial}.text();
    if (!present.contains(id)) return id;
  }
  return "";
}

}  // namespace

std::string organization_in(const forms::Form& form, int number, const std::string& in_frame, std::string_view language) {
  const auto item = form.organization();
  const forms::Choice* choice = item ? form.choices_of(form.items[*item])->find(number) : nullptr;
  return choice == nullptr ? in_frame : choice->label.in(language);
}

std::vector<std::string> organizations_of(const std::vector<store::CaseSummary>& cases, const forms::Form& form,
                                          const forms::Frame& frame, std::string_view language) {
  std::vector<std::string> names;
  names.reserve(cases.size());
  for (const store::CaseSummary& each : cases) {
    const forms::FrameRow* row = frame.find(number_of(each.id).organization);
    const bool named = row != nullptr && row->columns.contains("organization");
    names.push_back(named ? organization_in(form, row->number, row->columns.at("organization"), language) : "");
  }
  return names;
}

bool is_number(std::string_view typed) {
  const std::string plain = forms::plain_forms(typed);
  return std::all_of(plain.begin(), plain.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

bool finds(std::string_view typed, std::string_view id, std::string_view organization) {
  const std::string plain = forms::plain_forms(typed);
  if (id.starts_with(plain) || without_hyphens(id).starts_with(without_hyphens(plain))) return true;
  if (is_number(typed)) return false;
  return forms::nfkc(organization).find(forms::nfkc(typed)) != std::string::npos;
}

std::vector<std::size_t> shown_cases(const std::vector<store::CaseSummary>& cases,
                                     const std::vector<std::string>& organizations,
                                     Standing standing, std::string_view typed) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (is_of(cases[i], standing) && finds(typed, cases[i].id, organizations[i])) shown.push_back(i);
  }
  return shown;
}

std::string next_number(const std::vector<store::CaseSummary>& cases, const forms::Frame& frame,
                        std::string_view last) {
  if (cases.empty() || frame.rows.empty()) return "";
  std::set<std::string> present;
  for (const store::CaseSummary& each : cases) present.insert(each.id);
  const forms::CaseNumber from = number_of(last.empty() ? changed_last(cases) : std::string(last));
  const forms::FrameRow* here = frame.find(from.organization);
  const std::size_t start = here == nullptr ? 0 : static_cast<std::size_t>(here - frame.rows.data());
  if (here != nullptr) {
    if (std::string next = absent_in(*here, from.serial, present); !next.empty()) return next;
  }
  for (std::size_t step = here == nullptr ? 0 : 1; step <= frame.rows.size(); ++step) {
    const forms::FrameRow& row = frame.rows[(start + step) % frame.rows.size()];
    if (std::string next = absent_in(row, 0, present); !next.empty()) return next;
  }
  return "";
}

}  // namespace genpyo::session
