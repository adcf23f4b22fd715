// A workbook (.xlsx) as it is written: sheets of texts and figures, row by row. The same cells give
// the same bytes. The only room that knows libxlsxwriter.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "forms/result.h"

namespace genpyo::exports {

class WorkbookFile {
 public:
  // Appears under its name when finished, never before; one that is not finished leaves nothing.
  explicit WorkbookFile(std::string path);
  WorkbookFile(WorkbookFile&&) noexcept;
  WorkbookFile& operator=(WorkbookFile&&) noexcept;
  ~WorkbookFile();

  // What follows goes onto this sheet; at most 31 characters, none of []:*?/\ in its name.
  void add_sheet(const std::string& name);
  // Rows and columns from 0. A text of more than a cell holds (32,767 characters), or that is not
  // UTF-8, is told by finish.
  void text(unsigned row, unsigned column, std::string_view text);
  void number(unsigned row, unsigned column, double number);
  void heading(unsigned column, std::string_view text);  // in row 0: bold, and stays in sight
  void width(unsigned column, double characters);

  forms::Result<forms::Done> finish();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace genpyo::exports
