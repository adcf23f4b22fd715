// The parts of an .xlsx file, one function each (ECMA-376 part 1, 18). Internal to workbook*.cpp.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.h"
#include "forms/workbook.h"

namespace genpyo::forms::parts {

// How a number is shown: what matters is whether it is a day or a time.
enum class NumberKind { plain, date, time, date_time };

struct SheetEntry {
  std::string name;
  std::string relation;  // rId…
};
struct BookEntries {
  std::vector<SheetEntry> sheets;
  bool from_1904 = false;  // days count from 1904-01-01, as old Macintoshes did
};

// What all sheets share.
struct Shared {
  std::vector<std::string> strings;
  std::vector<NumberKind> formats;  // by a cell's style
  bool from_1904 = false;
  bool verbatim = false;
};

// How much may still be kept of all sheets together.
struct Room {
  std::size_t cells = 1'000'000;
  std::size_t bytes = 64u << 20;
};

Result<BookEntries> read_book(std::string_view xml);
// The target of each relation by its id, as paths in the archive ("xl/worksheets/sheet1.xml").
Result<std::vector<std::pair<std::string, std::string>>> read_relations(std::string_view xml);
Result<std::vector<std::string>> read_strings(std::string_view xml);
Result<std::vector<NumberKind>> read_formats(std::string_view xml);
Result<std::vector<SheetRow>> read_sheet(std::string_view xml, const Shared& shared, Room& room);

// A number as its cell shows it: "12", "0.5", "2018-03-01", "09:30:00", "2018-03-01 09:30:00".
std::string shown(double number, NumberKind kind, bool from_1904);

}  // namespace genpyo::forms::parts
