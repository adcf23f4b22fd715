#include "export/workbook.h"

#include <cstdio>
#include <ctime>
#include <utility>

#include "export/excel_text.h"
#include "export/workbook_book.h"

namespace genpyo::exports {
namespace {

// Rows that wait on the disk: the library does not say when there was no room for them.
bool is_whole(const lxw_workbook& workbook) {
  for (const lxw_worksheet* sheet = STAILQ_FIRST(workbook.worksheets); sheet != nullptr; sheet = STAILQ_NEXT(sheet, list_pointers)) {
    std::FILE* rows = sheet->optimize_tmpfile;
    if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0)) return false;
  }
  return true;
}

std::time_t moment_of(const std::string& utc) {
  std::tm parts{};
  const int read = std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
                               &parts.tm_hour, &parts.tm_min, &parts.tm_sec);
  constexpr std::time_t unknown = 1'514'764'800;  // 2018-01-01
  if (read != 6) return unknown;
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return timegm(&parts);
}

}  // namespace

void WorkbookFile::Book::note(std::string sentence) {
  if (fault.empty()) fault = std::move(sentence);
}

void WorkbookFile::Book::note(lxw_error error) {
  if (error != LXW_NO_ERROR) note(std::string("A cell cannot be written: ") + lxw_strerror(error));
}

const char* WorkbookFile::Book::cell(std::string_view text) {
  if (sheet == nullptr) return nullptr;
  if (!fits_cell(text)) {
    note("A text is not UTF-8, or longer than a cell holds (32,767 characters).");
    return nullptr;
  }
  ended.assign(escaped(text, scratch));
  return ended.c_str();
}

WorkbookFile::Book::~Book() {
  if (workbook == nullptr) return;
  workbook_close(workbook);
  std::remove(part.c_str());
}

WorkbookFile::WorkbookFile(std::string path, WorkbookOptions options) : book_(std::make_unique<Book>()) {
  book_->path = std::move(path);
  book_->part = book_->path + (options.in_place ? "" : ".part");
  const auto slash = book_->path.rfind('/');
  book_->folder = slash == std::string::npos ? "." : book_->path.substr(0, slash + 1);
  lxw_workbook_options its{};
  its.constant_memory = options.row_by_row ? LXW_TRUE : LXW_FALSE;
  its.tmpdir = book_->folder.data();  // the disk that has room for the file, and no other
  book_->workbook = workbook_new_opt(book_->part.c_str(), &its);
  if (book_->workbook == nullptr) {
    book_->note("there is no memory for it.");
    return;
  }
  lxw_doc_properties properties{};
  properties.created = moment_of(options.made);
  workbook_set_properties(book_->workbook, &properties);
  const auto format = [&] { return workbook_add_format(book_->workbook); };
  book_->bold = format();
  format_set_bold(book_->bold);
  book_->wrapped = format();
  format_set_text_wrap(book_->wrapped);
  format_set_align(book_->wrapped, LXW_ALIGN_VERTICAL_TOP);
  book_->link = format();
  format_set_underline(book_->link, LXW_UNDERLINE_SINGLE);
  format_set_font_color(book_->link, 0x0B4F8A);
  book_->date = format();
  format_set_num_format(book_->date, "yyyy-mm-dd");
}

WorkbookFile::WorkbookFile(WorkbookFile&&) noexcept = default;
WorkbookFile& WorkbookFile::operator=(WorkbookFile&&) noexcept = default;
WorkbookFile::~WorkbookFile() = default;

void WorkbookFile::add_sheet(const std::string& name) {
  if (book_->workbook == nullptr) return;
  book_->sheet = workbook_add_worksheet(book_->workbook, name.c_str());
  if (book_->sheet == nullptr) return book_->note("Cannot add the sheet " + name + ".");
  worksheet_freeze_panes(book_->sheet, 1, 0);
  worksheet_set_landscape(book_->sheet);
  worksheet_set_paper(book_->sheet, 9);  // A4
  worksheet_fit_to_pages(book_->sheet, 1, 0);
}

void WorkbookFile::text(unsigned row, unsigned column, std::string_view text) {
  if (text.empty()) return;
  if (const char* cell = book_->cell(text)) {
    book_->note(worksheet_write_string(book_->sheet, row, static_cast<lxw_col_t>(column), cell, nullptr));
  }
}

void WorkbookFile::wrapped(unsigned row, unsigned column, std::string_view text) {
  if (text.empty()) return;
  if (const char* cell = book_->cell(text)) {
    book_->note(worksheet_write_string(book_->sheet, row, static_cast<lxw_col_t>(column), cell, book_->wrapped));
  }
}

void WorkbookFile::number(unsigned row, unsigned column, double number) {
  if (book_->sheet == nullptr) return;
  book_->note(worksheet_write_number(book_->sheet, row, static_cast<lxw_col_t>(column), number, nullptr));
}

void WorkbookFile::number(unsigned row, unsigned column, double number, int decimals) {
  if (book_->sheet == nullptr) return;
  lxw_format*& format = book_->decimals.at(static_cast<std::size_t>(decimals));
  if (format == nullptr) {
    format = workbook_add_format(book_->workbook);
    const std::string digits(static_cast<std::size_t>(decimals), '0');
    format_set_num_format(format, digits.empty() ? "0" : ("0." + digits).c_str());
  }
  book_->note(worksheet_write_number(book_->sheet, row, static_cast<lxw_col_t>(column), number, format));
}

void WorkbookFile::date(unsigned row, unsigned column, const forms::Date& date) {
  if (book_->sheet == nullptr) return;
  lxw_datetime moment{date.year, date.month, date.day, 0, 0, 0};
  book_->note(worksheet_write_datetime(book_->sheet, row, static_cast<lxw_col_t>(column), &moment, book_->date));
}

void WorkbookFile::link(unsigned row, unsigned column, const std::string& sheet, std::string_view text) {
  const char* cell = book_->cell(text);
  if (cell == nullptr) return;
  std::string name;  // as a formula has it
  for (const char byte : sheet) name += byte == '\'' ? "''" : std::string(1, byte);
  const std::string target = "internal:'" + name + "'!A1";
  book_->note(worksheet_write_url_opt(book_->sheet, row, static_cast<lxw_col_t>(column), target.c_str(), book_->link, cell, nullptr));
}

void WorkbookFile::heading(unsigned column, std::string_view text) {
  if (const char* cell = book_->cell(text)) {
    book_->note(worksheet_write_string(book_->sheet, 0, static_cast<lxw_col_t>(column), cell, book_->bold));
  }
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
  if (!is_whole(*book_->workbook)) return said("the disk is full, make room and try again.");
  const lxw_error error = workbook_close(std::exchange(book_->workbook, nullptr));
  if (error != LXW_NO_ERROR) {
    std::remove(book_->part.c_str());
    return said(std::string(lxw_strerror(error)) + " Check the folder and the room on the disk.");
  }
  if (book_->part != book_->path && std::rename(book_->part.c_str(), book_->path.c_str()) != 0) {
    std::remove(book_->part.c_str());
    return said("it cannot be given its name.");
  }
  return forms::Done{};
}

}  // namespace genpyo::exports
