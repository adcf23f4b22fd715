#include "app/session/frame_marks.h"

#include "forms/read_value.h"

namespace genpyo::session {

std::vector<store::Change> frame_marks(const Survey& survey, const forms::CaseNumber& number) {
  std::vector<store::Change> changes;
  const forms::FrameRow* row = survey.frame.find(number.organization);
  if (row == nullptr) return changes;
  for (const forms::Item& item : survey.form.items) {
    const auto cell = row->columns.find(item.frame_column);
    if (item.frame_column.empty() || cell == row->columns.end() || cell->second.empty()) continue;
    auto reading = forms::read_value(item, survey.form.choices_of(item), cell->second);
    if (auto* mark = std::get_if<forms::Mark>(&reading)) {
      changes.push_back({store::Entry::Action::mark, item.name, std::move(*mark), "", "from the frame"});
    }
  }
  return changes;
}

}  // namespace genpyo::session
