#include "export/whole_text.h"

#include <algorithm>

#include "forms/text.h"

namespace genpyo::exports {
namespace {

bool has_nul(std::string_view text, Nul nul) {
  return nul == Nul::replaced && text.find('\0') != std::string_view::npos;
}

}  // namespace

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
