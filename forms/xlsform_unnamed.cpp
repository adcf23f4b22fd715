#include "forms/xlsform_unnamed.h"

#include <algorithm>

#include "forms/text.h"

namespace genpyo::forms::xlsform {
namespace {

bool is_between(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

bool is_kana_or_kanji(char32_t code) {
  return is_between(code, 0x3041, 0x30FF) || is_between(code, 0xFF66, 0xFF9D) ||  // ﾊﾝｶｸ
         is_between(code, 0x3400, 0x9FFF) || code == 0x3005;                      // 々
}

// Signs, digits and full-width forms are letters of no language.
bool is_other_letter(char32_t code) {
  return is_between(code | 0x20, 'a', 'z') || is_between(code, 0xC0, 0x1FFF) || is_between(code, 0xAC00, 0xD7A3);
}

bool names_no_language(const Column& column) { return column.language.empty() || column.language == "default"; }

}  // namespace

bool unnamed_is_japanese(const std::vector<const Records*>& sheets) {
  std::size_t japanese = 0, other = 0;
  for (const Records* records : sheets) {
    for (const Record& record : records->all()) {
      for (const Field& field : record.fields) {
        if (!is_translated(field.column->key) || !names_no_language(*field.column)) continue;
        const std::vector<char32_t> text = code_points(field.text);
        if (std::any_of(text.begin(), text.end(), is_kana_or_kanji)) ++japanese;
        else if (std::any_of(text.begin(), text.end(), is_other_letter)) ++other;
      }
    }
  }
  return japanese > other;
}

}  // namespace genpyo::forms::xlsform
