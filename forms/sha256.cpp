#include "forms/sha256.h"

#include <sodium.h>

namespace genpyo::forms {

namespace {

using Digest = unsigned char[crypto_hash_sha256_BYTES];

std::string hex_of(const Digest& digest) {
  std::string hex(2 * sizeof digest + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest, sizeof digest);
  hex.pop_back();  // the terminator that sodium_bin2hex writes
  return hex;
}

const unsigned char* start_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest, start_of(bytes), bytes.size());
  return hex_of(digest);
}

struct Sha256::State {
  crypto_hash_sha256_state sodium;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->sodium); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { crypto_hash_sha256_update(&state_->sodium, start_of(bytes), bytes.size()); }

std::string Sha256::hex() {
  Digest digest;
  crypto_hash_sha256_final(&state_->sodium, digest);
  return hex_of(digest);
}

}  // namespace genpyo::forms
