// Progress of a survey: of the sheets that were sent, how many are back, keyed and closed, and how
// many the tables may rest on, by organization and in all.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/form.h"
#include "forms/frame.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

struct ProgressRow {
  int number = 0;            // the organization's in the frame; 0 for all, and for cases of none
  std::string organization;  // its name; "" likewise
  std::int64_t sent = 0;     // by the frame
  std::int64_t back = 0;     // there is a case
  std::int64_t keyed = 0;    // nothing that the form asks is left to key
  std::int64_t closed = 0;
  std::vector<std::int64_t> in;  // by index of Form::extractions
};

struct Progress {
  ProgressRow all;
  std::vector<ProgressRow> rows;  // in the order of the frame; last the cases of none, where there are any
  bool has_frame = false;         // without one nobody knows what was sent
};

// Per cent of a whole, exact, with one decimal; "" of nothing.
std::string percent_of(std::int64_t part, std::int64_t whole);
// The same as a share from 0 to 1, for a bar: more than all is all.
double share_of(std::int64_t part, std::int64_t whole);

// Add every case, open ones too, then ask.
class ProgressCount {
 public:
  ProgressCount(const forms::Form& form, const forms::Frame& frame);
  void add(const std::string& case_id, forms::CaseState state, const validators::Evaluation& evaluation);
  // A case whose answers cannot be counted here (keyed under another definition): it is back.
  void add_uncounted(const std::string& case_id, forms::CaseState state);
  Progress progress() const;

 private:
  ProgressRow& row_of(const std::string& case_id);

  Progress progress_;
  ProgressRow strangers_;
};

}  // namespace genpyo::exports
