// SHA-256 (FIPS 180-4) through libgcrypt, which knows the processor's own instructions for it; as 64 lower-case hexadecimal digits.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace genpyo::forms {

std::string sha256_hex(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  std::string hex();  // the last act

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace genpyo::forms
