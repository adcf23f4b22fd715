#include "forms/digest.h"

#include <gcrypt.h>

#include <array>
#include <cstdint>
#include <utility>

namespace genpyo::forms {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::pair<std::string_view, int>, 5> algorithms = {{
    {"MD5", GCRY_MD_MD5},
    {"SHA-1", GCRY_MD_SHA1},
    {"SHA-256", GCRY_MD_SHA256},
    {"SHA-384", GCRY_MD_SHA384},
    {"SHA-512", GCRY_MD_SHA512},
}};

}  // namespace

void greet_libgcrypt() {
  static const bool begun = [] {
    gcry_check_version(nullptr);
    gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
    gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
    return true;
  }();
  static_cast<void>(begun);
}

std::optional<std::string> digest(std::string_view bytes, std::string_view algorithm) {
  for (const auto& [name, code] : algorithms) {
    if (name != algorithm) continue;
    greet_libgcrypt();
    std::string out(gcry_md_get_algo_dlen(code), '\0');
    gcry_md_hash_buffer(code, out.data(), bytes.data(), bytes.size());
    return out;
  }
  return std::nullopt;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char byte : bytes) {
    out += digits[static_cast<unsigned char>(byte) >> 4];
    out += digits[static_cast<unsigned char>(byte) & 15];
  }
  return out;
}

std::string base64(std::string_view bytes) {
  std::string out;
  for (std::size_t begin = 0; begin < bytes.size(); begin += 3) {
    std::uint32_t three = 0;
    for (std::size_t next = begin; next < begin + 3; ++next)
      three = three << 8 | (next < bytes.size() ? static_cast<unsigned char>(bytes[next]) : 0U);
    for (std::size_t sign = 0; sign < 4; ++sign)
      out += begin + sign > bytes.size() ? '=' : alphabet[three >> (18 - 6 * sign) & 63];
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  bool ended = false;
  for (const char sign : text) {
    if (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t') continue;
    if (sign == '=') {
      ended = true;
      continue;
    }
    const std::size_t value = alphabet.find(sign);
    if (ended || value == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 255);
  }
  if (held == 6) return std::nullopt;  // one sign is left over: no byte ends so
  return out;
}

}  // namespace genpyo::forms
