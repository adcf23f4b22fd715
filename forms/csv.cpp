#include "forms/csv.h"

#include <algorithm>
#include <optional>
#include <set>

#include "forms/diagnostic.h"
#include "forms/text.h"

namespace genpyo::forms::csv {
namespace {

constexpr std::size_t longest_cell = 1 << 20;
constexpr std::size_t most_columns = 10'000;

std::string at_line(int line, const std::string& sentence) {
  return "Line " + std::to_string(line) + ": " + sentence;
}

// Reads row after row; `fault` is the sentence of the first thing that is wrong.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  const std::string& fault() const { return fault_; }

  // Keeps at most `most` cells but counts all. False at a fault.
  bool read_row(Row& row, std::size_t most, std::size_t& count) {
    row = {line_, {}};
    count = 0;
    do {
      std::string cell;
      if (!(next_is('"') ? read_quoted(cell) : read_plain(cell))) return false;
      if (++count <= most) row.cells.push_back(std::move(cell));
    } while (take(','));
    if (at_end() || take_line_end()) return true;
    return fail(line_, "text stands behind a closing quote. Put the whole cell in quotes.");
  }

 private:
  bool next_is(char wanted) const { return !at_end() && text_[at_] == wanted; }
  bool next_is_line_end() const {
    return next_is('\n') || text_.substr(at_, 2) == std::string_view("\r\n");
  }
  bool take(char wanted) {
    if (!next_is(wanted)) return false;
    ++at_;
    return true;
  }
  bool take_line_end() {
    if (!next_is_line_end()) return false;
    at_ += next_is('\n') ? 1 : 2;
    ++line_;
    return true;
  }
  bool fail(int line, const std::string& sentence) {
    fault_ = at_line(line, sentence);
    return false;
  }
  bool append(std::string& cell) {
    if (cell.size() == longest_cell) {
      return fail(line_, "a cell is longer than 1 MiB. Is a closing quote missing?");
    }
    cell += text_[at_++];
    return true;
  }

  bool read_plain(std::string& cell) {
    while (!at_end() && !next_is(',') && !next_is_line_end()) {
      if (next_is('"')) {
        return fail(line_,
                    "a quote stands inside a cell that does not begin with one. Put the "
                    "whole cell in quotes and write \"\" for the quote.");
      }
      if (!append(cell)) return false;
    }
    return true;
  }

  bool read_quoted(std::string& cell) {
    const int begin = line_;
    ++at_;
    while (!at_end()) {
      if (take('"') && !next_is('"')) return true;  // "" inside is one quote
      if (next_is('\n')) ++line_;
      if (!append(cell)) return false;
    }
    return fail(begin,
                "the quote that begins here is never closed. Close it, or write \"\" for a "
                "quote inside a cell.");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::string fault_;
};

std::string trimmed(std::string_view cell) {
  const auto first = cell.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "";
  return std::string(cell.substr(first, cell.find_last_not_of(" \t") - first + 1));
}

// What is wrong with the header, or "".
std::string header_fault(const std::vector<std::string>& header, int line) {
  std::set<std::string_view> seen;
  for (std::size_t column = 0; column < header.size(); ++column) {
    if (header[column].empty()) {
      return at_line(line, "column " + std::to_string(column + 1) +
                               " of the header has no name. Name it, or remove the column.");
    }
    if (!seen.insert(header[column]).second) {
      return at_line(line, "the header names " + quoted(header[column]) +
                               " twice. Rename or remove one of the columns.");
    }
  }
  return "";
}

// The bytes as UTF-8 without a BOM; nothing when they are neither UTF-8 nor CP932.
std::optional<std::string> decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return std::string(bytes);
  std::string text;
  if (!from_cp932(bytes, text)) return std::nullopt;
  return text;
}

Result<Table> read_table(std::string_view text) {
  Scanner scanner(text);
  Table table;
  Row row;
  std::size_t count = 0;
  if (scanner.at_end()) return Failure{"The file is empty. Its first line must name the columns."};
  if (!scanner.read_row(row, most_columns, count)) return Failure{scanner.fault()};
  if (count > most_columns)
    return Failure{"Line 1: the header has over 10,000 columns. Is this a CSV file?"};
  for (const std::string& cell : row.cells) table.header.push_back(trimmed(cell));
  if (const auto fault = header_fault(table.header, row.line); !fault.empty())
    return Failure{fault};

  const std::size_t expected = table.header.size();
  while (!scanner.at_end()) {
    if (!scanner.read_row(row, expected, count)) return Failure{scanner.fault()};
    // Spreadsheets leave empty lines behind; in a single column one is an empty cell.
    if (expected > 1 && count == 1 && row.cells[0].empty()) continue;
    if (count != expected) {
      return Failure{at_line(row.line, "the number of cells is " + std::to_string(count) +
                                           ", but the header has " + std::to_string(expected) +
                                           ". Look for a missing or unquoted comma.")};
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Result<Table> parse(std::string_view bytes) {
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
    const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<long>(nul), '\n');
    return Failure{at_line(static_cast<int>(lines) + 1,
                           "a NUL byte: this is not text. Save the file as CSV (UTF-8).")};
  }
  const auto text = decoded(bytes);
  if (!text) {
    return Failure{"The file is neither UTF-8 nor CP932 (Shift_JIS). Save it as CSV (UTF-8)."};
  }
  return read_table(*text);
}

std::string quote(std::string_view cell) {
  std::string quoted;
  append_quoted(quoted, cell);
  return quoted;
}

void append_quoted(std::string& line, std::string_view cell) {
  const auto needs_quotes = [](char byte) { return byte == ',' || byte == '"' || byte == '\r' || byte == '\n'; };
  if (std::none_of(cell.begin(), cell.end(), needs_quotes)) {
    line += cell;
    return;
  }
  line += '"';
  for (const char byte : cell) {
    if (byte == '"') line += '"';
    line += byte;
  }
  line += '"';
}

}  // namespace genpyo::forms::csv
