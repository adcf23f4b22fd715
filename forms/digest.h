// Digest: fingerprints of a text as the rule language knows them, and Base64.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace genpyo::forms {

// The bytes of MD5, SHA-1, SHA-256, SHA-384 or SHA-512; nothing for another name.
std::optional<std::string> digest(std::string_view bytes, std::string_view algorithm);

// The library behind it asks to be greeted before its first use, however often.
void greet_libgcrypt();

std::string hex(std::string_view bytes);     // lower case
std::string base64(std::string_view bytes);  // with = at the end
// Nothing when it is no Base64; blanks in it do not matter, nor does a missing = at the end.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace genpyo::forms
