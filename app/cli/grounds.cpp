#include "app/cli/grounds.h"

#include <algorithm>

#include "app/session/frame_marks.h"

namespace genpyo::cli {
namespace {

constexpr int largest_serial = 999;
constexpr std::size_t most_numbers = 20'000;

// First the sheets that were sent, then those beyond them.
std::vector<forms::CaseNumber> numbers_of(const std::vector<forms::FrameRow>& rows) {
  std::vector<forms::CaseNumber> numbers;
  for (const bool sent : {true, false})
    for (const forms::FrameRow& row : rows) {
      const int sheets = row.clinics + row.hospitals;
      for (int serial = sent ? 1 : sheets + 1; serial <= (sent ? sheets : largest_serial); ++serial)
        if (numbers.size() < most_numbers) numbers.push_back({row.number, serial});
    }
  return numbers;
}

}  // namespace

Grounds::Grounds(const session::Survey& survey) : survey_(survey) {
  const auto looked_at = validators::frame_items_in_rules(*survey.program);
  std::vector<std::vector<forms::FrameRow>> rows;  // by ground
  for (const forms::FrameRow& row : survey.frame.rows) {
    if (row.clinics + row.hospitals == 0) continue;
    validators::Ground ground;
    for (const store::Change& change : session::frame_marks(survey, {row.number, 1})) {
      const forms::ItemIndex item = *survey.form.find(change.subject);
      if (std::binary_search(looked_at.begin(), looked_at.end(), item)) ground.emplace_back(item, change.mark);
    }
    const auto same = std::find(marks_.begin(), marks_.end(), ground);
    const auto at = static_cast<std::size_t>(same - marks_.begin());
    if (same == marks_.end()) {
      marks_.push_back(std::move(ground));
      rows.emplace_back();
    }
    rows[at].push_back(row);
  }
  for (const auto& of_one : rows) numbers_.push_back(numbers_of(of_one));
  if (numbers_.empty()) {
    std::vector<forms::FrameRow> free;
    for (int organization = 1; organization <= 20; ++organization)
      free.push_back({organization, largest_serial, 0, {}});
    numbers_.push_back(numbers_of(free));
  }
}

void Grounds::number(std::vector<validators::CoverCase>& cases) const {
  std::vector<std::size_t> used(numbers_.size(), 0);
  for (validators::CoverCase& each : cases) {
    const auto& numbers = numbers_[each.ground];
    const forms::CaseNumber number = numbers[std::min(used[each.ground]++, numbers.size() - 1)];
    each.current.id = number.text();
    for (const store::Change& change : session::frame_marks(survey_, number))
      each.current.marks[*survey_.form.find(change.subject)] = change.mark;
  }
}

}  // namespace genpyo::cli
