#include "export/workbook.h"

#include <xlsxwriter.h>

#include <cstdio>
#include <utility>

#include "forms/text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_cell = 32'767;  // characters, as Excel counts them (UTF-16)

std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char32_t code_point : forms::code_points(text)) length += code_point > 0xFFFF ? 2 : 1;
  return length;
}

}  // namespace

struct WorkbookFile::Book {
  std::string path, part, fault;
  lxw_workbook* workbook = nullptr;  // freed by workbook_close, and by nothing else
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;

  void note(std::string sentence) {
    if (fault.empty()) fault = std::move(sentence);
  }
  ~Book() {
    if (workbook == nullptr) return;
    workbook_close(workbook);
    std::remove(part.c_str());
  }
};

WorkbookFile::WorkbookFile(std::string path) : book_(std::make_unique<Book>()) {
  book_->path = std::move(path);
  book_->part = book_->path + ".part";
  book_->workbook = workbook_new(book_->part.c_str());
  if (book_->workbook == nullptr) {
    book_->note("there is no memory for it.");
    return;
  }
  lxw_doc_properties properties{};
  properties.created = 1'514'764'800;  // 2018-01-01: not the day it was written, for equal bytes
  workbook_set_properties(book_->workbook, &properties);
  book_->bold = workbook_add_format(book_->workbook);
  format_set_bold(book_->bold);
}

WorkbookFile::WorkbookFile(WorkbookFile&&) noexcept = default;
WorkbookFile& WorkbookFile::operator=(WorkbookFile&&) noexcept = default;
WorkbookFile::~WorkbookFile() = default;

void WorkbookFile::add_sheet(const std::string& name) {
  if (book_->workbook == nullptr) return;
  book_->sheet = workbook_add_worksheet(book_->workbook, name.c_str());
  if (book_->sheet == nullptr) return book_->note("Cannot add the sheet " + name + ".");
  worksheet_freeze_panes(book_->sheet, 1, 0);
}

void WorkbookFile::text(unsigned row, unsigned column, std::string_view text) {
  if (book_->sheet == nullptr || text.empty()) return;
  if (!forms::is_utf8(text)) return book_->note("A text is not UTF-8.");
  if (utf16_length(text) > longest_cell) return book_->note("A text is longer than a cell holds (32,767 characters).");
  const lxw_error error = worksheet_write_string(book_->sheet, row, static_cast<lxw_col_t>(column), std::string(text).c_str(), nullptr);
  if (error != LXW_NO_ERROR) book_->note(std::string("A cell cannot be written: ") + lxw_strerror(error));
}

void WorkbookFile::number(unsigned row, unsigned column, double number) {
  if (book_->sheet == nullptr) return;
  const lxw_error error = worksheet_write_number(book_->sheet, row, static_cast<lxw_col_t>(column), number, nullptr);
  if (error != LXW_NO_ERROR) book_->note(std::string("A cell cannot be written: ") + lxw_strerror(error));
}

void WorkbookFile::heading(unsigned column, std::string_view text) {
  if (book_->sheet == nullptr) return;
  worksheet_write_string(book_->sheet, 0, static_cast<lxw_col_t>(column), std::string(text).c_str(), book_->bold);
}

void WorkbookFile::width(unsigned column, double characters) {
  if (book_->sheet == nullptr) return;
  worksheet_set_column(book_->sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), characters, nullptr);
}

forms::Result<forms::Done> WorkbookFile::finish() {
  const auto said = [this](const std::string& what) {
    return forms::Failure{"Cannot write " + book_->path + ": " + what};
  };
  if (!book_->fault.empty()) return said(book_->fault);
  const lxw_error error = workbook_close(std::exchange(book_->workbook, nullptr));
  if (error != LXW_NO_ERROR) {
    std::remove(book_->part.c_str());
    return said(std::string(lxw_strerror(error)) + " Check the folder and the room on the disk.");
  }
  if (std::rename(book_->part.c_str(), book_->path.c_str()) != 0) {
    std::remove(book_->part.c_str());
    return said("it cannot be given its name.");
  }
  return forms::Done{};
}

}  // namespace genpyo::exports
