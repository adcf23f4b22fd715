#include "export/csv.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "export/csv_line.h"
#include "export/side_file.h"
#include "export/whole_text.h"
#include "forms/csv.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

using Kind = Profile::Kind;

constexpr std::size_t full_buffer = 1 << 16;

std::string_view line_end_of(Kind kind) { return kind == Kind::excel || kind == Kind::legacy ? "\r\n" : "\n"; }

std::string character_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
  const std::string bytes(text.substr(at, end - at));
  if (!forms::is_utf8(bytes)) return "a broken byte";
  const char32_t code_point = forms::code_points(bytes).front();
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code_point));
  return code_point < 0x20 ? std::string(name) : bytes + " (" + name + ")";
}

}  // namespace

void CsvWriter::look(const Dataset& dataset, const Row& row, Remarks& remarks) {
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const auto* text = std::get_if<std::string_view>(&row.cells[column]);
    if (text == nullptr) continue;
    const auto tell = [&](std::size_t at) {
      remarks.against(row.case_id, dataset.variables[column].name, "CP932 lacks " + character_at(*text, at));
    };
    for (auto nul = text->find('\0'); nul != std::string_view::npos; nul = text->find('\0', nul + 1)) tell(nul);
    if (!forms::to_cp932(*text, encoded_)) {
      for (const std::size_t at : forms::not_in_cp932(*text)) tell(at);
    }
  }
}

forms::Result<forms::Done> CsvWriter::begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                            Remarks& remarks) {
  dataset_ = &dataset;
  remarks_ = &remarks;
  CsvCodes codes = csv_codes(dataset, extents, remarks);
  columns_ = std::move(codes.columns);
  const std::string& form_id = dataset.form->form_id;
  auto codebook = files.add(form_id + "_codebook.csv");
  if (!codebook) return codebook.failure();
  auto data = files.add(form_id + ".csv");
  if (!data) return data.failure();
  data_ = *data;
  std::vector<std::string> header;
  for (const Variable& variable : dataset.variables) header.push_back(variable.name);
  const std::string_view line_end = line_end_of(profile_.kind);
  const std::string book = codebook_csv(*dataset.form, dataset.variables, codes.missing, line_end);
  if (profile_.kind == Kind::legacy) {
    for (const std::size_t at : forms::not_in_cp932(book)) {
      remarks.against("", "the codebook", "CP932 lacks " + character_at(book, at) + " of a label");
    }
  }
  for (WholeFile* file : {*codebook, data_}) {
    if (profile_.kind == Kind::excel) file->write("\xEF\xBB\xBF");
  }
  (*codebook)->write(in_bytes(book));
  data_->write(in_bytes(csv_line(header, line_end)));
  for (CsvColumn& column : columns_) {  // words are ready for the file, so that a row only copies
    for (std::string& word : column.missing) word = in_bytes(forms::csv::quote(word));
  }
  return forms::Done{};
}

std::string CsvWriter::in_bytes(const std::string& text) const {
  std::string bytes = text;
  if (profile_.kind == Kind::legacy) forms::to_cp932(text, bytes);
  return bytes;
}

void CsvWriter::add(const Row& row) {
  case_id_ = row.case_id;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    if (column != 0) line_ += ',';
    append(row.cells[column], column);
  }
  line_ += line_end_of(profile_.kind);
  if (line_.size() < full_buffer) return;
  data_->write(line_);
  line_.clear();
}

forms::Result<forms::Done> CsvWriter::finish() {
  data_->write(line_);
  line_.clear();
  return forms::Done{};
}

void CsvWriter::append(const Cell& cell, std::size_t column) {
  if (const auto* figure = std::get_if<std::int64_t>(&cell)) return append_figure(*figure, column);
  if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
    line_ += columns_[column].missing[static_cast<std::size_t>(*missing)];
    return;
  }
  if (const auto* text = std::get_if<std::string_view>(&cell)) return append_text(*text, column);
  if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) return append_decimal(*decimal, column);
  if (const auto* date = std::get_if<forms::PartialDate>(&cell)) line_ += forms::edtf(*date);
}

void CsvWriter::append_figure(std::int64_t figure, std::size_t column) {
  const CsvColumn& its = columns_[column];
  char digits[24];
  if (figure > its.nothing_above) {
    if (figure >= 0 && figure < 10) line_ += static_cast<char>('0' + figure);  // most of a file: codes, taken or not
    else line_.append(digits, std::to_chars(digits, digits + sizeof digits, figure).ptr);
    return;
  }
  for (const auto& [code, word] : its.words) {
    if (code == figure) return append_cell(word);
  }
  const std::string_view text(digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, figure).ptr - digits));
  if (std::find(its.codes_taken.begin(), its.codes_taken.end(), figure) != its.codes_taken.end()) {
    tell_collision(column, std::string(text));
  }
  line_ += text;
}

void CsvWriter::append_decimal(const forms::Decimal& decimal, std::size_t column) {
  std::int64_t whole = decimal.units, power = 1;
  for (int place = 0; place < decimal.scale; ++place) power *= 10;
  whole /= power;
  const auto& taken = columns_[column].codes_taken;
  if (decimal.units % power == 0 && std::find(taken.begin(), taken.end(), whole) != taken.end()) {
    tell_collision(column, std::to_string(whole));
  }
  line_ += forms::plain_text(decimal);
}

void CsvWriter::tell_collision(std::size_t column, const std::string& figure) {
  remarks_->against(case_id_, dataset_->variables[column].name,
                    "the answer " + figure + " is the code of a missing kind too" +
                        (profile_.kind == Kind::legacy ? ". Give its codes more digits with --wider." : "."));
}

void CsvWriter::append_text(std::string_view text, std::size_t column) {
  const CsvColumn& its = columns_[column];
  if (!its.words.empty()) return append_cell(words_of_codes(its, text));
  if (const auto how = alteration_of(text, Nul::replaced); !how.empty()) {
    remarks_->altered(case_id_, dataset_->variables[column].name, how);
    text = whole_text(text, Nul::replaced, scratch_);
  }
  if (profile_.kind == Kind::excel && needs_guard(text)) return append_cell('\'' + std::string(text));
  append_cell(text);
}

void CsvWriter::append_cell(std::string_view text) {
  if (profile_.kind == Kind::legacy) {
    if (!forms::to_cp932(text, encoded_)) return;  // `look` has stopped the export
    text = encoded_;
  }
  forms::csv::append_quoted(line_, text);
}

}  // namespace genpyo::exports
