// Intake: rows of a file as sheets, read as a clerk would key them. Nothing is stored here.
#pragma once
#include <string>
#include <vector>

#include "app/session/survey.h"
#include "export/dataset_rows.h"
#include "forms/case.h"
#include "forms/csv.h"
#include "forms/date.h"
#include "forms/read_value.h"
#include "store/store.h"
#include "validators/evaluation.h"

namespace genpyo::session {

// A cell, or the header (line 1), that cannot be read. Then nothing of the file is taken.
struct CellFault {
  int line = 0;
  std::string column;
  std::string key;                     // of assets/strings
  std::vector<std::string> arguments;
};

struct IntakeCase {
  int line = 0;
  forms::Case current;
  validators::Evaluation evaluation;
  std::vector<store::Change> changes;  // the marks, in the order of the paper
};

struct Intake {
  std::vector<IntakeCase> cases;
  std::vector<CellFault> faults;            // not empty: `cases` is of no use
  std::vector<CellFault> remarks;           // to be looked at again, but taken: a serial beyond the frame
  std::vector<std::string> absent_columns;  // items that the file has no column for: no answer
};

// Header: `case_id` and names of items. An empty cell is no answer; on an item that the form does
// not ask of this case nothing is marked. What the frame knows of a case (organization, region) is
// taken from it where the cell is empty.
// `first`: marks that a case has where its row says nothing of them.
// From an export (exported.h) a cell may be a missing kind, and what is not keyed stays so; an item
// that the form does not ask is "not applicable" there, and nothing is marked on it either.
enum class Origin { keyed, exported };
Intake read_rows(const Survey& survey, const exports::DatasetRows& rows, forms::Date today,
                 Origin origin = Origin::keyed, const std::vector<store::Change>& first = {});
Intake read_rows(const Survey& survey, forms::csv::Table table, forms::Date today);

// The notice of assets/strings for a text that is no answer.
std::string notice_key(forms::Misread why);
// Its arguments: the text and, for a day outside of its era, how it should be written.
std::vector<std::string> notice_arguments(forms::Misread why, const std::string& text);

}  // namespace genpyo::session
