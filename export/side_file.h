// A list beside a dataset (changes.csv, texts_for_review.csv): CSV in UTF-8 for whoever reads the
// profile's files. For a spreadsheet (excel, legacy) with BOM, CRLF and no text that begins like a
// formula; never in CP932, since what stands on a sheet need not be in it.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "export/dataset.h"

namespace genpyo::exports {

// Whether a spreadsheet would take the text for a formula (= + - @ or a control character in front,
// in an input method's width too), or for one that we have guarded (').
bool needs_guard(std::string_view text);

class SideFile {
 public:
  forms::Result<forms::Done> begin(const Dataset& dataset, FileSet& files, const std::string& name,
                                   std::initializer_list<std::string_view> header);
  void add(std::initializer_list<std::string_view> cells);

  // The same cell by cell, for a list with the same words in most of its lines: a text as it stands
  // on a sheet, or cells that were made once.
  void text(std::string_view cell);
  void made(std::string_view cells);
  void end_line();
  // Cells of a line as the file has them.
  std::string make(std::initializer_list<std::string_view> cells);

 private:
  void append(std::string& line, std::string_view cell);

  WholeFile* file_ = nullptr;
  std::string line_, scratch_;
  bool for_spreadsheets_ = false;
};

}  // namespace genpyo::exports
