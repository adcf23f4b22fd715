// Occasion: when, where and by whom a case is keyed: what XLSForm's start, end, today, deviceid and
// username ask for. Nobody keys these, and no sheet has them: like what the frame knows they are
// marks that the program makes, each a line of the journal.
#pragma once
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "forms/form.h"
#include "store/store.h"

namespace genpyo::session {

// What is "" stays blank.
struct Occasion {
  std::string now;      // with its offset from UTC: "2018-03-01T18:30:00.000+09:00"
  forms::Date today;
  std::string machine;
  std::string operator_name;
};

// A time as stored (UTC) and the same as the clock on the wall has it, in one text; the former where
// either cannot be read.
std::string with_offset(const std::string& utc, const std::string& local);

// Of a case that is begun: all but its end. An item with a calculation is left to that.
std::vector<store::Change> marks_at_start(const forms::Form& form, const Occasion& occasion);
// Of a case that is closed: its end. The marks are put into `closed` too.
std::vector<store::Change> marks_at_end(const forms::Form& form, const Occasion& occasion, forms::Case& closed);

}  // namespace genpyo::session
