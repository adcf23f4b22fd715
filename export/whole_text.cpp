#include "export/whole_text.h"

#include <algorithm>

#include "forms/text.h"

namespace genpyo::exports {
namespace {

bool has_nul(std::string_view text, Nul nul) {
  return nul == Nul::replaced && text.find('\0') != std::string_view::npos;
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

}  // namespace

std::string_view cut_at_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && !begins_character(text[most])) --most;
  return text.substr(0, most);
}

std::string_view cut_at_characters(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at) {
    if (begins_character(text[at]) && count++ == most) break;
  }
  return text.substr(0, at);
}

std::string_view whole_text(std::string_view text, Nul nul, std::string& scratch) {
  if (!has_nul(text, nul) && forms::is_utf8(text)) return text;
  scratch.clear();
  for (const char32_t code_point : forms::code_points(text)) {
    forms::append_utf8(scratch, code_point == 0 && nul == Nul::replaced ? U'\uFFFD' : code_point);
  }
  return scratch;
}

std::string_view alteration_of(std::string_view text, Nul nul) {
  if (!forms::is_utf8(text)) return "broken bytes became U+FFFD";
  return has_nul(text, nul) ? "NUL became U+FFFD" : "";
}

}  // namespace genpyo::exports
