#include "forms/sha256.h"

#include <gcrypt.h>

#include <new>

#include "forms/digest.h"

namespace genpyo::forms {
namespace {

constexpr std::size_t length = 32;

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.hex();
}

struct Sha256::State {
  gcry_md_hd_t sum = nullptr;
  ~State() { gcry_md_close(sum); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  greet_libgcrypt();
  // Of a digest that the library has it fails for want of memory alone.
  if (gcry_md_open(&state_->sum, GCRY_MD_SHA256, 0) != 0) throw std::bad_alloc();
}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { gcry_md_write(state_->sum, bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  return forms::hex({reinterpret_cast<const char*>(gcry_md_read(state_->sum, GCRY_MD_SHA256)), length});
}

}  // namespace genpyo::forms
