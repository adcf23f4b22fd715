#include "export/report/workbook_cells.h"

#include <algorithm>
#include <charconv>

#include "export/excel_text.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_name = 31;
constexpr double least_width = 8, most_width = 60;

std::string legal(const std::string& wanted, std::size_t most) {
  std::string name;
  std::size_t units = 0;
  for (const char32_t code_point : forms::code_points(wanted)) {
    units += code_point > 0xFFFF ? 2 : 1;
    if (units > most) break;
    const bool bad = code_point < 0x20 || (code_point < 0x80 && std::string_view("[]:*?/\\'").find(static_cast<char>(code_point)) != std::string_view::npos);
    forms::append_utf8(name, bad ? U'_' : code_point);
  }
  return name.empty() ? "_" : name;
}

std::string in_small_letters(std::string name) {
  for (char& byte : name) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return name;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

}  // namespace

std::string SheetNames::take(const std::string& wanted) {
  const auto is_taken = [this](const std::string& name) {
    const std::string small = in_small_letters(name);
    return small == "history" || std::find(taken_.begin(), taken_.end(), small) != taken_.end();  // Excel's own
  };
  std::string name = legal(wanted, longest_name);
  for (int number = 2; is_taken(name); ++number) {
    const std::string behind = " " + std::to_string(number);
    name = legal(wanted, longest_name - behind.size()) + behind;
  }
  taken_.push_back(in_small_letters(name));
  return name;
}

std::optional<PrintedNumber> printed_number(std::string_view printed) {
  std::string_view digits = printed;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  const std::size_t point = digits.find('.');
  const std::string_view behind = point == digits.npos ? "" : digits.substr(point + 1);
  const bool is_number = is_digits(digits.substr(0, point)) && (point == digits.npos || is_digits(behind));
  if (!is_number || digits.size() > 16 || behind.size() > 9) return std::nullopt;  // what a number keeps
  PrintedNumber number{0, static_cast<int>(behind.size())};
  std::from_chars(printed.data(), printed.data() + printed.size(), number.value);
  return number;
}

CellSheet::CellSheet(WorkbookFile& file, const std::string& name, std::string whole_in)
    : file_(file), whole_in_(std::move(whole_in)) {
  file_.add_sheet(name);
}

void CellSheet::heads(const std::vector<std::string>& heads) {
  for (const std::string& head : heads) {
    widen(head);
    file_.heading(column_++, held(head));
  }
}

void CellSheet::next() {
  ++row_;
  column_ = 0;
}

void CellSheet::text(std::string_view text) {
  widen(text);
  file_.text(row_, column_++, held(text));
}

void CellSheet::wrapped(std::string_view text) {
  widen(text);
  file_.wrapped(row_, column_++, held(text));
}

void CellSheet::printed(std::string_view printed) {
  const auto number = printed_number(printed);
  if (!number) return text(printed);
  widen(printed);
  file_.number(row_, column_++, number->value, number->decimals);
}

void CellSheet::link(const std::string& sheet, const std::string& words) {
  widen(words);
  file_.link(row_, column_++, sheet, words);
}

void CellSheet::end() {
  for (unsigned column = 0; column < widths_.size(); ++column) file_.width(column, widths_[column]);
}

void CellSheet::widen(std::string_view text) {
  if (widths_.size() <= column_) widths_.resize(column_ + 1, least_width);
  if (widths_[column_] < most_width) widths_[column_] = std::min(most_width, std::max(widths_[column_], shown_width(text.substr(0, 400)) + 2));
}

std::string_view CellSheet::held(std::string_view text) {
  std::vector<std::string_view> how;
  const std::string_view kept = cell_text(text, scratch_, how);
  if (how.empty() || !how.back().starts_with("cut")) return kept;
  cut_.clear();
  std::size_t end = kept.size() - 200;  // more than the words that say so
  while (end > 0 && (kept[end] & 0xC0) == 0x80) --end;
  cut_.append(kept.substr(0, end)).append(whole_in_);
  return cut_;
}

}  // namespace genpyo::exports
