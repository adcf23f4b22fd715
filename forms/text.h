// Text as users write it: Unicode through ICU, behind plain UTF-8 functions.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace genpyo::forms {

bool is_utf8(std::string_view text);

// Full-width and other compatibility forms to their plain ones: １２ → 12, ﾊ → ハ.
std::string nfkc(std::string_view text);

// What an input method types for ASCII, and nothing else, to ASCII: １２ → 12, 　 → space, the
// dashes － − ー → "-". Unlike NFKC it never makes 102 of 10², or 12 of ①②.
std::string plain_forms(std::string_view text);

// The code points of a valid UTF-8 text; a broken byte becomes U+FFFD.
std::vector<char32_t> code_points(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);

// Byte offsets at which a line may end (the end of the text included), Japanese strict rules
// (禁則, ICU "ja@lb=strict").
std::vector<std::size_t> line_breaks(std::string_view text);

// Byte offsets after each grapheme, for a cursor that moves as a person sees characters.
std::vector<std::size_t> grapheme_ends(std::string_view text);

// Byte offsets after each word and after each run of blanks between words: Japanese by ICU's
// dictionary.
std::vector<std::size_t> word_ends(std::string_view text);

// CP932 (Windows-31J) → UTF-8. False when a byte sequence is not CP932; `out` is then unspecified.
bool from_cp932(std::string_view bytes, std::string& out);

// UTF-8 → CP932 (Windows-31J). False when a character is not in it (not_in_cp932 says which); `out`
// is then unspecified.
bool to_cp932(std::string_view text, std::string& out);

// Byte offsets of the characters that CP932 (Windows-31J) cannot hold as they are; a broken byte
// is one too.
std::vector<std::size_t> not_in_cp932(std::string_view text);

// Whether the whole text matches the pattern (ICU regular expressions), in bounded time. A
// pattern that is wrong, or needs too long, does not match.
bool matches(std::string_view text, std::string_view pattern);

}  // namespace genpyo::forms
