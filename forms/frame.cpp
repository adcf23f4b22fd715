#include "forms/frame.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <set>

#include "forms/csv.h"
#include "forms/diagnostic.h"
#include "forms/text.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_rows = 10'000;
constexpr int largest_organization = 99;
constexpr int largest_serial = 999;

constexpr std::array needed_columns = {"number"sv, "organization"sv, "clinics"sv, "hospitals"sv};

std::optional<int> whole_number(std::string_view text, int largest) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || number < 0 || number > largest) return std::nullopt;
  return number;
}

// The number of sheets sent; an empty cell is none.
std::optional<int> sheets(std::string_view cell) {
  return cell.empty() ? 0 : whole_number(cell, largest_serial);
}

Failure at_line(int line, const std::string& sentence) {
  return {"Line " + std::to_string(line) + ": " + sentence};
}

Result<FrameRow> read_row(const std::vector<std::string>& header, const csv::Row& row) {
  FrameRow read;
  for (std::size_t column = 0; column < header.size(); ++column) {
    read.columns[header[column]] = row.cells[column];
  }
  const auto number = whole_number(read.columns["number"], largest_organization);
  if (!number || *number == 0) {
    return at_line(row.line, "the organization's number " + quoted(read.columns["number"]) +
                                 " is not a number from 1 to 99.");
  }
  const auto clinics = sheets(read.columns["clinics"]);
  const auto hospitals = sheets(read.columns["hospitals"]);
  if (!clinics || !hospitals || *clinics + *hospitals > largest_serial) {
    return at_line(row.line,
                   "clinics and hospitals must be numbers of sheets, or empty, and at "
                   "most 999 together.");
  }
  read.number = *number;
  read.clinics = *clinics;
  read.hospitals = *hospitals;
  return read;
}

// A serial of three digits may follow without a dash: "11001"; of fewer, only behind one.
std::optional<CaseNumber> parts_of(std::string_view text) {
  const auto dash = text.find('-');
  const bool dashed = dash != std::string_view::npos;
  if (!dashed && text.size() != 5) return std::nullopt;
  const auto organization = whole_number(text.substr(0, dashed ? dash : 2), largest_organization);
  const auto serial = whole_number(text.substr(dashed ? dash + 1 : 2), largest_serial);
  if (!organization || !serial || *organization == 0 || *serial == 0) return std::nullopt;
  return CaseNumber{*organization, *serial};
}

std::string plain_number(std::string_view text) {
  const std::string plain = plain_forms(text);
  const auto first = plain.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

}  // namespace

const FrameRow* Frame::find(int number) const {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [number](const FrameRow& row) { return row.number == number; });
  return found == rows.end() ? nullptr : &*found;
}

Result<Frame> parse_frame(std::string_view csv) {
  const auto table = csv::parse(csv);
  if (!table) return table.failure();
  for (const std::string_view column : needed_columns) {
    if (std::find(table->header.begin(), table->header.end(), column) == table->header.end()) {
      return Failure{"The frame has no column " + quoted(column) + ". Add it to the header."};
    }
  }
  if (table->rows.size() > most_rows)
    return Failure{"The frame has over 10,000 rows. It must have one for each organization."};
  Frame frame;
  std::set<int> numbers;
  for (const csv::Row& row : table->rows) {
    const auto read = read_row(table->header, row);
    if (!read) return read.failure();
    if (!numbers.insert(read->number).second) {
      return at_line(row.line, "the organization " + std::to_string(read->number) +
                                   " stands in the frame twice. Remove one of the rows.");
    }
    frame.rows.push_back(*read);
  }
  return frame;
}

std::string CaseNumber::text() const {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02d-%03d", organization, serial);
  return text.data();
}

CaseNumberReading read_case_number(const Frame& frame, std::string_view text) {
  const auto number = parts_of(plain_number(text));
  if (!number) return {{}, CaseNumberFault::malformed};
  if (frame.rows.empty()) return {*number, CaseNumberFault::none};
  const FrameRow* row = frame.find(number->organization);
  if (row == nullptr) return {*number, CaseNumberFault::not_in_frame};
  const int sent = row->clinics + row->hospitals;
  if (sent == 0) return {*number, CaseNumberFault::not_surveyed};
  if (number->serial > sent) return {*number, CaseNumberFault::beyond_frame};
  return {*number, CaseNumberFault::none};
}

}  // namespace genpyo::forms
