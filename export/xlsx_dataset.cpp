#include "export/xlsx_dataset.h"

#include <algorithm>
#include <cstdlib>

#include "export/excel_text.h"

namespace genpyo::exports {
namespace {

using Kind = Profile::Kind;

constexpr std::size_t most_columns = 16'384, kinds = forms::all_missing.size();
constexpr std::int64_t most_exact = 999'999'999'999'999;  // Excel keeps 15 digits

// Room for the name, and for a day or a few words.
double width_of(const Variable& variable) {
  const double least = variable.kind == Variable::Kind::text ? 20 : variable.kind == Variable::Kind::date ? 11 : 8;
  return std::max(least, shown_width(variable.name) + 2);
}

}  // namespace

forms::Result<forms::Done> XlsxWriter::begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                             Remarks& remarks) {
  dataset_ = &dataset;
  remarks_ = &remarks;
  if (dataset.variables.size() > most_columns) {
    remarks.against("", "the workbook", "a sheet has 16,384 columns, and there are more variables. Choose another format.");
    return forms::Done{};
  }
  codes_ = csv_codes(dataset, extents, remarks);
  missing_.resize(dataset.variables.size() * kinds);
  auto file = files.add(dataset.form->form_id + ".xlsx");
  if (!file) return file.failure();
  file_.emplace((*file)->part_path(), WorkbookOptions{.in_place = true, .row_by_row = true, .made = {}});
  file_->add_sheet("data");
  for (unsigned column = 0; column < dataset.variables.size(); ++column) {
    file_->heading(column, dataset.variables[column].name);
    file_->width(column, width_of(dataset.variables[column]));
    for (std::size_t kind = 0; kind < kinds && profile_.kind != Kind::labels; ++kind) {
      const std::string& code = codes_.columns[column].missing[kind];
      if (!code.empty()) missing_[column * kinds + kind] = std::strtod(code.c_str(), nullptr);
    }
  }
  return forms::Done{};
}

void XlsxWriter::add(const Row& row) {
  if (row_ == most_) {
    remarks_->against(row.case_id, "the workbook", "a sheet has 1,048,576 rows, and there are more cases. Choose another format.");
  }
  if (++row_ > most_) return;
  case_id_ = row.case_id;
  for (unsigned column = 0; column < row.cells.size(); ++column) write(row.cells[column], column);
}

forms::Result<forms::Done> XlsxWriter::finish() {
  add_dictionary(*file_, *dataset_, codes_.missing);
  return file_->finish();
}

void XlsxWriter::write(const Cell& cell, unsigned column) {
  if (const auto* figure = std::get_if<std::int64_t>(&cell)) return write_figure(*figure, column);
  if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
    const auto kind = static_cast<std::size_t>(*missing);
    if (const auto& code = missing_[column * kinds + kind]) return file_->number(row_, column, *code);
    return file_->text(row_, column, codes_.columns[column].missing[kind]);
  }
  if (const auto* text = std::get_if<std::string_view>(&cell)) return write_text(*text, column);
  if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) return write_decimal(*decimal, column);
  if (const auto* date = std::get_if<forms::PartialDate>(&cell)) write_date(*date, column);
}

void XlsxWriter::write_figure(std::int64_t figure, unsigned column) {
  for (const auto& [code, word] : codes_.columns[column].words) {
    if (code == figure) return file_->text(row_, column, word);
  }
  if (is_taken(figure, column)) {
    remarks_->against(case_id_, dataset_->variables[column].name,
                      "the answer " + std::to_string(figure) + " is the code of a missing kind too" +
                          (profile_.kind == Kind::legacy ? ". Give its codes more digits with --wider." : "."));
  }
  if (figure <= most_exact && figure >= -most_exact) return file_->number(row_, column, static_cast<double>(figure));
  tell_altered(column, "a text: a cell's number has 15 digits");
  file_->text(row_, column, std::to_string(figure));
}

void XlsxWriter::write_decimal(const forms::Decimal& decimal, unsigned column) {
  std::int64_t power = 1;
  for (int place = 0; place < decimal.scale; ++place) power *= 10;
  if (decimal.units % power == 0 && is_taken(decimal.units / power, column)) return write_figure(decimal.units / power, column);
  if (decimal.units <= most_exact && decimal.units >= -most_exact) {
    return file_->number(row_, column, forms::nearest_double(decimal));
  }
  tell_altered(column, "a text: a cell's number has 15 digits");
  file_->text(row_, column, forms::plain_text(decimal));
}

void XlsxWriter::write_date(const forms::PartialDate& date, unsigned column) {
  if (date.year && date.month && date.day) {
    const forms::Date day{*date.year, *date.month, *date.day};
    static const int first = forms::day_number({1900, 3, 1});
    if (forms::day_number(day) >= first) return file_->date(row_, column, day);
    tell_altered(column, "a text: a workbook's days begin in 1900");
  } else {
    tell_altered(column, "a text: a day of which a part is unknown");
  }
  file_->text(row_, column, forms::edtf(date));
}

void XlsxWriter::write_text(std::string_view text, unsigned column) {
  const CsvColumn& its = codes_.columns[column];
  if (!its.words.empty()) {  // "1 5 6" in words
    const std::string words = words_of_codes(its, text);
    return file_->text(row_, column, words);
  }
  how_.clear();
  text = cell_text(text, scratch_, how_);
  for (const std::string_view how : how_) tell_altered(column, how);
  file_->text(row_, column, text);
}

bool XlsxWriter::is_taken(std::int64_t figure, unsigned column) const {
  const auto& taken = codes_.columns[column].codes_taken;
  return std::find(taken.begin(), taken.end(), figure) != taken.end();
}

void XlsxWriter::tell_altered(unsigned column, std::string_view how) {
  remarks_->altered(case_id_, dataset_->variables[column].name, "xlsx: " + std::string(how));
}

}  // namespace genpyo::exports
