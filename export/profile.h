// Profile: for whom text files are written, and so their bytes and the codes of what is missing.
//
//   analysis  UTF-8, LF; missing kinds -1 … -7
//   excel     the same codes; UTF-8 with BOM, CRLF; a text that a spreadsheet would take for a
//             formula begins with an apostrophe
//   legacy    CP932, CRLF; 無回答 9, 99, 999 … by the variable's width, 非該当 8, 88, 888 …, and
//             不明 7, 判読不能 6, 複数回答 5, 頁欠落 4, 未入力 3 likewise
//   labels    UTF-8, LF; words in place of codes, in one language
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "forms/missing.h"

namespace genpyo::exports {

struct Profile {
  enum class Kind { analysis, excel, legacy, labels };
  Kind kind = Kind::analysis;
  std::string language = "ja";  // of labels
  bool wider = false;           // of legacy: where a code would be an answer, it takes more digits
};

std::string_view name_of(Profile::Kind kind);
std::optional<Profile::Kind> profile_named(std::string_view name);

// The digit that stands for the kind, `width` (at least 1) times: 9, 99, 999 …
std::int64_t legacy_code(forms::Missing kind, int width);

}  // namespace genpyo::exports
