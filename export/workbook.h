// A workbook (.xlsx) as it is written: sheets of texts and figures, row by row, and charts upon
// them. The same cells give the same bytes. The only room that knows libxlsxwriter.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forms/date.h"
#include "forms/result.h"

namespace genpyo::exports {

struct WorkbookOptions {
  // Written under its own name at once: it is a part, and whoever named it gives it its last name.
  bool in_place = false;
  // Each row after the one before, none taken back: memory does not grow with them. No charts.
  bool row_by_row = false;
  std::string made = "2018-01-01T00:00:00.000Z";  // not the day it was written, for equal bytes
};

// A native chart of what stands on a sheet: rows of labels, and a column of figures for each series.
struct WorkbookChart {
  enum class Kind {
    bars,       // horizontal
    bands,      // horizontal, each row 100 per cent
    columns,    // side by side
    histogram,  // columns that touch
  };
  struct Series {
    unsigned column = 0;  // its name stands in `head_row`
    std::uint32_t colour = 0, letters = 0;  // 0xRRGGBB
  };
  Kind kind = Kind::bars;
  std::string title, labels_title, values_title;  // labels_title may be empty
  std::string sheet;                 // where it stands
  unsigned head_row = 0, first_row = 0, last_row = 0, label_column = 0;
  std::vector<Series> series;        // with names in a legend where there are several
  double most = 0;                   // at the end of the axis; 0 = as the figures ask
  unsigned row = 0, column = 0;      // the cell of its top left corner
  unsigned down = 0;                 // pixels below it
  unsigned width = 0, height = 0;    // pixels
};

class WorkbookFile {
 public:
  // Appears under its name when finished, never before; one that is not finished leaves nothing.
  explicit WorkbookFile(std::string path, WorkbookOptions options = {});
  WorkbookFile(WorkbookFile&&) noexcept;
  WorkbookFile& operator=(WorkbookFile&&) noexcept;
  ~WorkbookFile();

  // What follows goes onto this sheet; at most 31 characters, none of []:*?/\ in its name.
  void add_sheet(const std::string& name);
  // Rows and columns from 0. A text that a cell cannot hold (excel_text.h) is told by finish.
  void text(unsigned row, unsigned column, std::string_view text);
  void wrapped(unsigned row, unsigned column, std::string_view text);  // on several lines
  void number(unsigned row, unsigned column, double number);
  // With so many digits behind the point, 0 to 9, however many the number has.
  void number(unsigned row, unsigned column, double number, int decimals);
  // From 1900-03-01 on: before it the programs disagree which day a number is.
  void date(unsigned row, unsigned column, const forms::Date& date);
  void link(unsigned row, unsigned column, const std::string& sheet, std::string_view text);
  void heading(unsigned column, std::string_view text);  // in row 0: bold, and stays in sight
  void width(unsigned column, double characters);
  void chart(const WorkbookChart& chart);  // onto the sheet at hand

  forms::Result<forms::Done> finish();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace genpyo::exports
