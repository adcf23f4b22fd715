#include "export/progress/progress.h"

#include <algorithm>

#include "export/tables/exact.h"

namespace genpyo::exports {
namespace {

using Status = validators::ExtractionState::Status;

std::string name_in(const forms::FrameRow& row) {
  const auto name = row.columns.find("organization");
  return name == row.columns.end() ? "" : name->second;
}

void count(ProgressRow& row, const validators::Evaluation& evaluation) {
  row.keyed += evaluation.not_keyed.empty() ? 1 : 0;
  for (std::size_t i = 0; i < row.in.size() && i < evaluation.extractions.size(); ++i) {
    row.in[i] += evaluation.extractions[i].status == Status::in ? 1 : 0;
  }
}

void count(ProgressRow& row, forms::CaseState state) {
  ++row.back;
  row.closed += state == forms::CaseState::closed ? 1 : 0;
}

}  // namespace

std::string percent_of(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? rounded({100 * part, whole}, 1) : "";
}

double share_of(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return 0;
  return std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0.0, 1.0);
}

ProgressCount::ProgressCount(const forms::Form& form, const forms::Frame& frame) {
  progress_.has_frame = !frame.rows.empty();
  progress_.all.in.resize(form.extractions.size());
  strangers_.in.resize(form.extractions.size());
  for (const forms::FrameRow& each : frame.rows) {
    ProgressRow row;
    row.number = each.number;
    row.organization = name_in(each);
    row.sent = std::int64_t{each.clinics} + each.hospitals;
    row.in.resize(form.extractions.size());
    progress_.all.sent += row.sent;
    progress_.rows.push_back(std::move(row));
  }
}

ProgressRow& ProgressCount::row_of(const std::string& case_id) {
  const auto reading = forms::read_case_number({}, case_id);
  if (reading.fault == forms::CaseNumberFault::malformed) return strangers_;
  const auto found = std::find_if(progress_.rows.begin(), progress_.rows.end(), [&](const ProgressRow& row) {
    return row.number == reading.number.organization;
  });
  return found == progress_.rows.end() ? strangers_ : *found;
}

void ProgressCount::add(const std::string& case_id, forms::CaseState state,
                        const validators::Evaluation& evaluation) {
  add_uncounted(case_id, state);
  count(row_of(case_id), evaluation);
  count(progress_.all, evaluation);
}

void ProgressCount::add_uncounted(const std::string& case_id, forms::CaseState state) {
  count(row_of(case_id), state);
  count(progress_.all, state);
}

Progress ProgressCount::progress() const {
  Progress result = progress_;
  if (strangers_.back > 0 && result.has_frame) result.rows.push_back(strangers_);
  return result;
}

}  // namespace genpyo::exports
