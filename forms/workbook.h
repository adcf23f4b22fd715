// Workbook: sheets of texts with their places, from .xlsx or from CSV files in a folder.
//
// A number is written as a person would ("1", not 1.0), a date as ISO 8601, TRUE and FALSE in
// capitals, a formula as its last result. Rows and cells without text are not there. Only the
// sheets asked for are read: what else lies in the file costs nothing. Bounded: 64 MiB of file,
// 256 MiB of a sheet's XML, and what the reading says of cells and text in all.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.h"

namespace genpyo::forms {

struct Cell {
  int column = 0;  // from 1
  std::string text;
};

struct SheetRow {
  int row = 0;  // from 1, as the spreadsheet program counts
  std::vector<Cell> cells;  // in the order of the columns
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  // in their order
};

struct Workbook {
  std::string file;                 // as messages name it
  std::vector<std::string> names;   // of all sheets, in their order
  std::vector<Sheet> sheets;        // those that were asked for
  const Sheet* find(std::string_view lower_case_name) const;  // null when it is not there
};

struct WorkbookReading {
  bool verbatim = false;  // each text as its cell has it; else without blanks at its ends and control characters
  std::size_t most_cells = 1'000'000;
  std::size_t most_text_bytes = 64u << 20;
};

// `wanted` in small letters; the names in the file may have capitals. Where the workbook has a
// single sheet, it is read whatever its name. Fails with one sentence.
Result<Workbook> read_workbook(std::string_view bytes, const std::string& file,
                               const std::vector<std::string>& wanted, const WorkbookReading& reading = {});

// The sheets NAME.csv of a folder; those that are not there are left out.
Result<Workbook> read_csv_workbook(const std::string& folder, const std::vector<std::string>& wanted);

}  // namespace genpyo::forms
