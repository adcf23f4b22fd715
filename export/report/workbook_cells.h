// What the sheets of tables.xlsx share: names that are legal and unique, columns as wide as their
// words, printed figures as numbers.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/workbook.h"

namespace genpyo::exports {

// Names of sheets: at most 31 characters without []:*?/\ and without an apostrophe at their ends,
// none twice whatever its capitals.
class SheetNames {
 public:
  std::string take(const std::string& wanted);

 private:
  std::vector<std::string> taken_;  // in small letters
};

// A number as a table prints it, "12" or "-0.25", and its decimals; nothing for any other text.
struct PrintedNumber {
  double value = 0;
  int decimals = 0;
};
std::optional<PrintedNumber> printed_number(std::string_view printed);

// A sheet that is filled row by row, from its heads on.
class CellSheet {
 public:
  // `whole_in` says where the whole of a text stands that a cell cannot hold.
  CellSheet(WorkbookFile& file, const std::string& name, std::string whole_in);

  void heads(const std::vector<std::string>& heads);
  void next();  // the row below; the first one is below the heads
  void text(std::string_view text);
  void wrapped(std::string_view text);
  void printed(std::string_view printed);  // a number where it is one
  void link(const std::string& sheet, const std::string& words);
  void skip() { ++column_; }
  void end();  // sets the widths

  unsigned row() const { return row_; }

 private:
  void widen(std::string_view text);
  std::string_view held(std::string_view text);

  WorkbookFile& file_;
  std::string whole_in_, scratch_, cut_;
  std::vector<double> widths_;
  unsigned row_ = 0, column_ = 0;
};

}  // namespace genpyo::exports
