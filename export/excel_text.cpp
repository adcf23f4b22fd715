#include "export/excel_text.h"

#include <algorithm>
#include <cctype>

#include "export/whole_text.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_cell = 32'767;
constexpr std::size_t escape_room = 7;  // of _x0041_, and of what is put before it

// XML 1.0 has no U+FFFE and no U+FFFF: EF BF BE, EF BF BF.
std::size_t non_character(std::string_view text, std::size_t from = 0) {
  for (auto at = text.find("\xEF\xBF", from); at != text.npos; at = text.find("\xEF\xBF", at + 2)) {
    if (at + 2 < text.size() && (text[at + 2] == '\xBE' || text[at + 2] == '\xBF')) return at;
  }
  return text.npos;
}

bool is_escape(std::string_view text, std::size_t at) {
  if (at + escape_room > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.begin() + static_cast<std::ptrdiff_t>(at) + 6,
                     [](unsigned char byte) { return std::isxdigit(byte) != 0; });
}

// Where a cell is full: the end of the text, or of what fits. Written escapes take room too.
std::size_t end_of_cell(std::string_view text) {
  if (text.size() * 2 <= longest_cell) return text.size();
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    units += bytes == 4 ? 2 : 1;
    if (byte == '_' && is_escape(text, at)) units += escape_room - 1;
    if (units > longest_cell) return at;
    at += bytes;
  }
  return text.size();
}

}  // namespace

std::string_view cell_text(std::string_view text, std::string& scratch, std::vector<std::string_view>& how) {
  if (const auto altered = alteration_of(text, Nul::replaced); !altered.empty()) {
    how.push_back(altered);
    text = whole_text(text, Nul::replaced, scratch);
  }
  if (auto at = non_character(text); at != text.npos) {
    how.push_back("a character that XML lacks became U+FFFD");
    std::string copy(text);
    for (; at != copy.npos; at = non_character(copy, at + 3)) copy[at + 2] = '\xBD';
    scratch = std::move(copy);
    text = scratch;
  }
  const std::size_t end = end_of_cell(text);
  if (end < text.size()) how.push_back("cut: a cell holds 32,767 characters");
  return text.substr(0, end);
}

bool fits_cell(std::string_view text) {
  return forms::is_utf8(text) && text.find('\0') == text.npos && non_character(text) == text.npos &&
         end_of_cell(text) == text.size();
}

std::string_view escaped(std::string_view text, std::string& scratch) {
  std::size_t at = text.find("_x");
  while (at != text.npos && !is_escape(text, at)) at = text.find("_x", at + 1);
  if (at == text.npos) return text;
  scratch.assign(text.substr(0, at));
  for (; at < text.size(); ++at) {
    if (is_escape(text, at)) scratch += "_x005F";
    scratch += text[at];
  }
  return scratch;
}

double shown_width(std::string_view text) {
  double width = 0, widest = 0;
  for (const char32_t code_point : forms::code_points(text)) {
    if (code_point == U'\n') width = 0;
    else width += code_point >= 0x1100 && !(code_point >= 0xFF61 && code_point <= 0xFFDC) ? 2 : 1;
    widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace genpyo::exports
