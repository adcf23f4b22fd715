#include "app/session/pin.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace genpyo::session {
namespace {

constexpr unsigned most_kibibytes = 256 * 1024, most_passes = 16;

bool ready() { return sodium_init() >= 0; }

// "m=65536,t=2,p=1$…": takes "m=" and its figure off the front. 0 when it is not there.
unsigned cost_named(std::string_view name, std::string_view& rest) {
  if (!rest.starts_with(name)) return 0;
  rest.remove_prefix(name.size());
  unsigned cost = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), cost);
  if (error != std::errc()) return 0;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return cost;
}

bool between(unsigned value, unsigned most) { return value >= 1 && value <= most; }

}  // namespace

bool is_pin(std::string_view text) {
  return text.size() >= shortest_pin && text.size() <= longest_pin &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

forms::Result<std::string> hash_pin(std::string_view pin) {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (!ready() || crypto_pwhash_str(hash.data(), pin.data(), pin.size(),
                                    crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                    crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return forms::Failure{"There is not memory enough to keep a PIN; close other programs."};
  }
  hash.resize(hash.find('\0'));
  return hash;
}

bool is_pin_hash(std::string_view text) {
  constexpr std::string_view beginning = "$argon2id$v=19$";
  if (!text.starts_with(beginning) || text.size() >= crypto_pwhash_STRBYTES) return false;
  std::string_view rest = text.substr(beginning.size());
  return between(cost_named("m=", rest), most_kibibytes) &&
         between(cost_named(",t=", rest), most_passes) && between(cost_named(",p=", rest), 1) &&
         rest.starts_with('$') && rest.find('$', 1) != std::string_view::npos;
}

bool pin_matches(std::string_view pin, const std::string& hash) {
  return ready() && is_pin_hash(hash) &&
         crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

void forget(std::string& pin) {
  sodium_memzero(pin.data(), pin.size());
  pin.clear();
}

}  // namespace genpyo::session
