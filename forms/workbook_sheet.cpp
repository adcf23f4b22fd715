#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "forms/text.h"
#include "forms/workbook_parts.h"
#include "forms/xml.h"

namespace genpyo::forms::parts {
namespace {

using Event = xml::Scanner::Event;

constexpr int last_column = 16'384, last_row = 1'048'576;

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

// "AB12" → 28, 12; false when it is no such reference.
bool read_reference(std::string_view text, int& column, int& row) {
  int letters = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && letters < last_column; ++at) {
    letters = letters * 26 + (text[at] - 'A' + 1);
  }
  int number = 0;
  if (!read_number(text.substr(at), number) || letters < 1 || letters > last_column) return false;
  if (number < 1 || number > last_row) return false;
  column = letters;
  row = number;
  return true;
}

std::string plain(double number) {
  if (std::floor(number) == number && std::abs(number) < 1e15) {
    return std::to_string(static_cast<long long>(number));
  }
  std::array<char, 400> text{};  // the longest double without an exponent has 309 digits before its point
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

std::string clock_text(long seconds) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return text.data();
}

std::string trimmed(std::string text) {
  // A space that does not break is one for the eye only: in a name or rule it would be a riddle.
  for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0", at)) {
    text.replace(at, 2, " ");
  }
  constexpr std::string_view blanks = " \t\r\n\v\f";
  text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
  text.erase(text.find_last_not_of(blanks) + 1);
  return text;
}

// "_x000D_" is how a workbook writes a character that XML cannot hold; a control character says
// nothing in a form.
std::string without_escapes(std::string text) {
  for (std::size_t at = text.find("_x00"); at != std::string::npos; at = text.find("_x00", at + 1)) {
    if (at + 7 <= text.size() && text[at + 6] == '_') text.erase(at, 7);
  }
  std::erase_if(text, [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7F;
  });
  return text;
}

// The text that was written: each _xHHHH_ the character that it stands for.
std::string decoded(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    unsigned code = 0;
    const bool is_escape = text.compare(at, 2, "_x") == 0 && at + 7 <= text.size() && text[at + 6] == '_' &&
                           std::from_chars(&text[at + 2], &text[at + 6], code, 16).ptr == &text[at + 6];
    const bool is_character = is_escape && !(code >= 0xD800 && code < 0xE000);
    if (is_character) append_utf8(out, code);
    else out += text[at];
    at += is_character ? 7 : 1;
  }
  return out;
}

class SheetReader {
 public:
  SheetReader(std::string_view text, const Shared& shared, Room& room)
      : scanner_(text), shared_(shared), room_(room) {}

  Result<std::vector<SheetRow>> read() {
    for (Event event = scanner_.next(); event != Event::end; event = scanner_.next()) {
      if (event == Event::broken) return Failure{"the XML of a sheet is damaged or cut off. Save it again."};
      if (event == Event::open) open();
      if (event == Event::text && (in_value_ || in_string_)) value_ += scanner_.text();
      if (event == Event::close && !close()) {
        return Failure{"its sheets hold too many cells, or too much text. Delete what is no part of them, or take CSV."};
      }
    }
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const SheetRow& left, const SheetRow& right) { return left.row < right.row; });
    return std::move(rows_);
  }

 private:
  void open() {
    const std::string_view name = scanner_.name();
    if (name == "row") {
      int given = 0;
      row_ = read_number(scanner_.attribute("r"), given) && given >= 1 && given <= last_row ? given : row_ + 1;
      column_ = 0;
    } else if (name == "c") {
      ++column_;
      read_reference(scanner_.attribute("r"), column_, row_);
      type_ = scanner_.attribute("t");
      style_ = 0;
      read_number(scanner_.attribute("s"), style_);
      value_.clear();
      in_cell_ = true;
    } else if (in_cell_ && name == "rPh") {
      ++readings_;
    } else if (in_cell_ && name == "v") {
      in_value_ = true;
    } else if (in_cell_ && name == "t" && readings_ == 0) {
      in_string_ = true;
    }
  }

  // False when there is no room for more.
  bool close() {
    const std::string_view name = scanner_.name();
    if (name == "v") in_value_ = false;
    if (name == "t") in_string_ = false;
    if (name == "rPh" && readings_ > 0) --readings_;
    if (name != "c" || !in_cell_) return true;
    in_cell_ = false;
    return keep(shared_.verbatim ? decoded(text_of_cell()) : trimmed(without_escapes(text_of_cell())));
  }

  std::string text_of_cell() const {
    if (type_ == "s") {
      std::size_t index = 0;
      const bool known = read_number(std::string_view(value_), index) && index < shared_.strings.size();
      return known ? shared_.strings[index] : "";
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "str" || type_ == "inlineStr" || type_ == "d" || type_ == "e") return value_;
    double number = 0;
    const std::string text = trimmed(value_);
    if (!read_number(std::string_view(text), number) || !std::isfinite(number)) return text;
    const NumberKind kind = style_ < shared_.formats.size() ? shared_.formats[style_] : NumberKind::plain;
    return shown(number, kind, shared_.from_1904);
  }

  bool keep(std::string text) {
    if (text.empty()) return true;
    if (room_.cells == 0 || room_.bytes < text.size()) return false;
    --room_.cells;
    room_.bytes -= text.size();
    if (rows_.empty() || rows_.back().row != row_) rows_.push_back({row_, {}});
    rows_.back().cells.push_back({column_, std::move(text)});
    return true;
  }

  xml::Scanner scanner_;
  const Shared& shared_;
  Room& room_;
  std::vector<SheetRow> rows_;
  int row_ = 0, column_ = 0, readings_ = 0;
  std::size_t style_ = 0;
  std::string type_, value_;
  bool in_cell_ = false, in_value_ = false, in_string_ = false;
};

}  // namespace

std::string shown(double number, NumberKind kind, bool from_1904) {
  constexpr double last_day = 2'958'465;  // 9999-12-31
  if (kind == NumberKind::plain || number < 0 || number > last_day) return plain(number);
  const double days = std::floor(number);
  const long seconds = std::min(std::lround((number - days) * 86'400), 86'399L);
  if (kind == NumberKind::time && days == 0) return clock_text(seconds);
  using namespace std::chrono;
  // 1900-02-29, which never was, counts as a day: so day 60 and before lie one further.
  const sys_days origin = from_1904 ? sys_days{1904y / January / 1}
                                    : sys_days{days < 60 ? 1899y / December / 31 : 1899y / December / 30};
  const year_month_day day{origin + std::chrono::days(static_cast<int>(days))};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  if (seconds == 0 && kind != NumberKind::time) return text.data();
  return std::string(text.data()) + " " + clock_text(seconds);
}

Result<std::vector<SheetRow>> read_sheet(std::string_view xml, const Shared& shared, Room& room) {
  return SheetReader(xml, shared, room).read();
}

}  // namespace genpyo::forms::parts
