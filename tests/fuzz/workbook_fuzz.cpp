// Any bytes as a workbook. So that the fuzzer need not guess checksums, bytes that begin with P are
// a zip file as they are; others are the XML of one sheet or, behind a tab, cells of CSV-like rows.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "forms/workbook_parts.h"
#include "forms/xlsform.h"
#include "validators/program.h"

using namespace genpyo;

namespace {

forms::Result<std::string> nothing_beside(const std::string&) { return forms::Failure{"nothing."}; }

void read(const forms::Workbook& book) {
  const forms::FormReading reading = forms::read_xlsform(book, nothing_beside);
  for (const forms::Diagnostic& diagnostic : reading.diagnostics) {
    if (forms::to_text(diagnostic).empty()) std::abort();
  }
  validators::compile(reading.form);
}

// Rows end with a line feed, cells with a tab, sheets with a form feed.
forms::Workbook cells_of(std::string_view text) {
  forms::Workbook book{"fuzz.xlsx", {}, {}};
  constexpr const char* names[] = {"survey", "choices", "settings", "entities"};
  for (const char* name : names) {
    const std::size_t length = std::min(text.find('\f'), text.size());
    forms::Sheet sheet{name, {}};
    forms::SheetRow row{1, {{1, ""}}};
    for (const char byte : text.substr(0, length)) {
      if (byte == '\n' || byte == '\t') {
        const int column = row.cells.back().column;
        if (row.cells.back().text.empty()) row.cells.pop_back();
        if (byte == '\n') {
          const int number = row.row;
          if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
          row = {number + 1, {{1, ""}}};
        } else {
          row.cells.push_back({column + 1, ""});
        }
      } else {
        row.cells.back().text += byte;
      }
    }
    if (row.cells.back().text.empty()) row.cells.pop_back();
    if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
    book.names.emplace_back(name);
    book.sheets.push_back(std::move(sheet));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return book;
}

// What is refused is refused with a sentence.
template <typename Reading>
void check(const Reading& reading) {
  if (!reading && reading.failure().sentence.empty()) std::abort();
}

void read_xml(std::string_view xml) {
  const forms::parts::Shared shared{{"survey", "type", "text"}, {forms::parts::NumberKind::date}, false};
  forms::parts::Room room;
  check(forms::parts::read_sheet(xml, shared, room));
  check(forms::parts::read_strings(xml));
  check(forms::parts::read_formats(xml));
  check(forms::parts::read_book(xml));
  check(forms::parts::read_relations(xml));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("P")) {
    const auto book = forms::read_workbook(bytes, "fuzz.xlsx", forms::xlsform_sheets());
    check(book);
    if (book) read(*book);
  } else if (bytes.starts_with("<")) {
    read_xml(bytes);
  } else {
    read(cells_of(bytes));
  }
  return 0;
}
