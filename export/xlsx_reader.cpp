#include "export/xlsx_reader.h"

#include <map>

#include "forms/workbook.h"

namespace genpyo::exports {
namespace {

// 12,000 cases of 330 variables; a workbook of more is better handed over as CSV.
constexpr forms::WorkbookReading whole_datasets = {.verbatim = true, .most_cells = 4'000'000, .most_text_bytes = 256u << 20};

// In bytes. A text of so many characters may have been cut when it was written.
constexpr std::size_t fullest_cell = 32'767;

std::string place(const forms::SheetRow& row) { return "row " + std::to_string(row.row) + " of its sheet data"; }

forms::Result<std::vector<std::string>> names_of(const forms::Sheet& data) {
  std::vector<std::string> names;
  if (data.rows.empty() || data.rows.front().row != 1) {
    return forms::Failure{"the first row of its sheet data names no variables. Export it anew."};
  }
  for (const forms::Cell& cell : data.rows.front().cells) {
    if (cell.column != static_cast<int>(names.size()) + 1) {
      return forms::Failure{"the first row of its sheet data leaves a column without a name. Name it, or remove it."};
    }
    names.push_back(cell.text);
  }
  return names;
}

forms::Result<forms::Done> take_rows(forms::Sheet& data, std::size_t most_bytes, DatasetRows& read) {
  RowsRoom room(most_bytes);
  for (std::size_t index = 1; index < data.rows.size(); ++index) {
    forms::SheetRow& row = data.rows[index];
    if (!room.take_row(read.names.size())) return forms::Failure{"it is too large to be read. Export fewer cases at a time."};
    ReadRow taken{row.row, std::vector<ReadCell>(read.names.size())};
    for (forms::Cell& cell : row.cells) {
      const auto column = static_cast<std::size_t>(cell.column) - 1;
      if (column >= read.names.size()) return forms::Failure{place(row) + " has a cell beyond the last name. Remove it."};
      taken.cells[column].text = std::move(cell.text);
    }
    row.cells = {};
    read.rows.push_back(std::move(taken));
  }
  return forms::Done{};
}

// variable, code, kind, as xlsx_dictionary.cpp writes them.
void take_kinds(const forms::Sheet& missing, DatasetRows& read) {
  for (const forms::SheetRow& row : missing.rows) {
    std::string cells[3];
    for (const forms::Cell& cell : row.cells) {
      if (cell.column <= 3) cells[cell.column - 1] = cell.text;
    }
    if (const auto kind = forms::missing_named(cells[2])) read.kinds.push_back({cells[0], cells[1], *kind});
  }
}

// The sheets variables (name, …, label_ja …) and codes (variable, code, label_ja …).
void take_labels(const forms::Sheet& sheet, DatasetRows& read) {
  if (sheet.rows.empty()) return;
  std::map<int, std::string> heads;
  for (const forms::Cell& cell : sheet.rows.front().cells) heads[cell.column] = cell.text;
  for (std::size_t index = 1; index < sheet.rows.size(); ++index) {
    SaidLabel said;
    std::map<std::string, std::string> words;
    for (const forms::Cell& cell : sheet.rows[index].cells) {
      const std::string& head = heads[cell.column];
      if (cell.column == 1) said.variable = cell.text;
      else if (head == "code") said.code = code_in(cell.text);
      else if (cell.text.size() < fullest_cell) take_label(head, cell.text, words);
    }
    said.label = forms::Label(std::move(words));
    read.labels.push_back(std::move(said));
  }
}

}  // namespace

forms::Result<DatasetRows> read_xlsx(std::string_view bytes, const std::string& file, std::size_t most_bytes) {
  auto workbook = forms::read_workbook(bytes, file, {"data", "missing", "variables", "codes"}, whole_datasets);
  if (!workbook) return workbook.failure();
  const auto said = [&file](const forms::Failure& failure) {
    return forms::Failure{file + " cannot be read as a workbook of cases: " + failure.sentence};
  };
  DatasetRows read;
  for (forms::Sheet& sheet : workbook->sheets) {
    if (sheet.name == "missing") take_kinds(sheet, read);
    if (sheet.name == "variables" || sheet.name == "codes") take_labels(sheet, read);
    if (sheet.name != "data") continue;
    auto names = names_of(sheet);
    if (!names) return said(names.failure());
    read.names = std::move(*names);
    if (auto taken = take_rows(sheet, most_bytes, read); !taken) return said(taken.failure());
  }
  if (read.names.empty()) return said({"it has no sheet data. Name a dataset that export wrote."});
  return read;
}

}  // namespace genpyo::exports
