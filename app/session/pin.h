// PIN: 4 to 12 digits, so that the keypad is enough. What is kept of it is an Argon2id hash with
// salt and costs in it, as libsodium's crypto_pwhash_str writes it.
#pragma once
#include <string>
#include <string_view>

#include "forms/result.h"

namespace genpyo::session {

inline constexpr std::size_t shortest_pin = 4, longest_pin = 12;

bool is_pin(std::string_view text);

// About a tenth of a second and 64 MiB, now and whenever the hash is compared. Fails when the
// memory is not there.
forms::Result<std::string> hash_pin(std::string_view pin);

// Whether the text is a hash whose comparison costs no more than 256 MiB and 16 passes: a file
// made by somebody else must not stop the kiosk.
bool is_pin_hash(std::string_view text);

bool pin_matches(std::string_view pin, const std::string& hash);

// Overwrites the text in memory and empties it.
void forget(std::string& pin);

}  // namespace genpyo::session
