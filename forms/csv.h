// CSV (RFC 4180) with the place of every cell.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.h"

namespace genpyo::forms::csv {

struct Row {
  int line = 0;  // of the file, from 1: where the row begins
  std::vector<std::string> cells;
};

struct Table {
  std::vector<std::string> header;
  std::vector<Row> rows;
};

// UTF-8 (with or without BOM), else CP932; CRLF, LF; quotes; no NUL, no cell over 1 MiB, no row
// whose number of cells differs from the header's. Fails with one sentence that names the line.
Result<Table> parse(std::string_view bytes);

// One cell as RFC 4180 wants it, quoted only where it must be.
std::string quote(std::string_view cell);
// The same, at the end of a line.
void append_quoted(std::string& line, std::string_view cell);

}  // namespace genpyo::forms::csv
