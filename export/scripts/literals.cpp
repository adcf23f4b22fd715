#include "export/scripts/literals.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "export/whole_text.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_piece = 80;  // a line of SPSS syntax may have 251 bytes

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character <= 0x9F); }

// Unicode's category Cf and the separators of lines, as far as they are in use.
bool is_unseen(char32_t character) {
  return is_control(character) || character == 0xAD || character == 0x61C || (character >= 0x200B && character <= 0x200F) ||
         (character >= 0x2028 && character <= 0x202E) || (character >= 0x2060 && character <= 0x206F) || character == 0xFEFF ||
         (character >= 0xFFF9 && character <= 0xFFFB) || (character >= 0xE0000 && character <= 0xE007F);
}

std::string escape(char32_t character) {
  char escaped[12];
  const char* format = character > 0xFFFF ? "\\U%08x" : "\\u%04x";
  std::snprintf(escaped, sizeof escaped, format, static_cast<unsigned>(character));
  return escaped;
}

bool needs_code(char32_t character) {
  return character == 0 || (is_unseen(character) && character != U'\n' && character != U'\r' && character != U'\t');
}

bool is_special_in_stata(char32_t character) {
  return is_unseen(character) || std::u32string_view(U"\"`$\\").find(character) != std::u32string_view::npos;
}

std::string function_of(char32_t character) {
  return (character < 0x80 ? "char(" : "uchar(") + std::to_string(static_cast<unsigned>(character)) + ')';
}

}  // namespace

std::string escaped_literal(std::string_view text) {
  const std::vector<char32_t> characters = forms::code_points(text);
  const bool in_ascii = std::any_of(characters.begin(), characters.end(), needs_code);
  std::string out = "\"";
  for (const char32_t character : characters) {
    if (character == U'\n') out += "\\n";
    else if (character == U'\r') out += "\\r";
    else if (character == U'\t') out += "\\t";
    else if (character == 0) out += escape(0xFFFD);
    else if (needs_code(character) || (in_ascii && character >= 0x80)) out += escape(character);
    else {
      if (character == U'"' || character == U'\\') out += '\\';
      forms::append_utf8(out, character);
    }
  }
  return out + '"';
}

bool is_plain_in_stata(std::string_view text) {
  for (const std::string_view comment : {"//", "/*", "*/"}) {
    if (text.find(comment) != std::string_view::npos) return false;
  }
  const std::vector<char32_t> characters = forms::code_points(text);
  return std::none_of(characters.begin(), characters.end(), is_special_in_stata);
}

std::string stata_expression(std::string_view text) {
  if (is_plain_in_stata(text)) return '"' + std::string(text) + '"';
  std::string out;
  bool is_open = false;
  for (const char32_t character : forms::code_points(text)) {
    const bool is_special = is_special_in_stata(character) || character == U'/';
    if (is_special && is_open) out += '"';
    if (!out.empty() && (is_special || !is_open)) out += " + ";
    if (is_special) {
      out += function_of(character == 0 ? U'\uFFFD' : character);
    } else {
      if (!is_open) out += '"';
      forms::append_utf8(out, character);
    }
    is_open = !is_special;
  }
  return is_open ? out + '"' : out;
}

std::string spss_literal(std::string_view text) {
  std::string out;
  do {
    const std::string_view piece = cut_at_bytes(text, longest_piece);
    out += out.empty() ? "'" : " +\n    '";
    for (const char byte : piece) {
      const bool is_blank = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
      if (byte == '\'') out += '\'';
      out += is_blank ? ' ' : byte;
    }
    out += '\'';
    text.remove_prefix(piece.size());
  } while (!text.empty());
  return out;
}

}  // namespace genpyo::exports
