// What libxlsxwriter keeps of a workbook: shared by the files of the one room that knows it.
#pragma once
#include <xlsxwriter.h>

#include <array>
#include <string>

#include "export/workbook.h"

namespace genpyo::exports {

struct WorkbookFile::Book {
  std::string path, part, folder, fault;
  lxw_workbook* workbook = nullptr;  // freed by workbook_close, and by nothing else
  lxw_worksheet* sheet = nullptr;
  lxw_format *bold = nullptr, *wrapped = nullptr, *link = nullptr, *date = nullptr;
  std::array<lxw_format*, 10> decimals{};  // by digits behind the point, made when asked for
  std::string scratch, ended;

  void note(std::string sentence);
  void note(lxw_error error);
  // The text as the library takes it, ended by NUL; null where a cell cannot hold it, which is noted.
  const char* cell(std::string_view text);
  ~Book();
};

}  // namespace genpyo::exports
