// Frame: the sampling list (調査対象). One row an organization: what was sent where.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.h"

namespace genpyo::forms {

struct FrameRow {
  int number = 0;            // the organization's number, the OO of a case number
  int clinics = 0, hospitals = 0;  // sheets sent
  std::map<std::string, std::string> columns;  // every column of the file, by header
};

struct Frame {
  std::vector<FrameRow> rows;
  const FrameRow* find(int number) const;
};

// frame.csv: columns number, organization, clinics, hospitals, region … ; a sheet count that is
// empty means not surveyed (0).
Result<Frame> parse_frame(std::string_view csv);

// A case number: OO-SSS. Reads also "11001" and "11-1" (keypad shorthand) and full-width digits.
struct CaseNumber {
  int organization = 0;
  int serial = 0;
  std::string text() const;  // "11-001"
};

enum class CaseNumberFault {
  none,
  malformed,         // not OO-SSS
  not_in_frame,      // no such organization
  not_surveyed,      // an organization to which no sheet was sent
  beyond_frame,      // the serial is larger than the number of sheets sent: possible, but look again
};

struct CaseNumberReading {
  CaseNumber number;
  CaseNumberFault fault = CaseNumberFault::none;
};
// A form without a frame (no rows) takes every number.
CaseNumberReading read_case_number(const Frame& frame, std::string_view text);

}  // namespace genpyo::forms
