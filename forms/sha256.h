// SHA-256 (FIPS 180-4) through libsodium, as 64 lower-case hexadecimal digits.
#pragma once
#include <string>
#include <string_view>

namespace genpyo::forms {

std::string sha256_hex(std::string_view bytes);

}  // namespace genpyo::forms
