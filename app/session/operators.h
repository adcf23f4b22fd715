// Operators: who may key, as kept in a file of their own beside the database.
//
//   operators:
//     - {name: "佐藤", role: supervisor, pin: "$argon2id$v=19$…"}
//
// Made by `genpyo operators`; whoever can write this file can come in, so it belongs to its owner
// alone (mode 0600).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.h"

namespace genpyo::session {

struct Operator {
  std::string name;
  bool supervisor = false;  // may pass what a clerk may not, and unlock for anybody
  std::string pin_hash;
};

inline constexpr std::size_t most_operators = 999;

// 1 to 40 characters that can be seen, no blanks around them, and not only digits: those choose by
// the number in the list.
bool is_operator_name(std::string_view name);

// All or nothing: a file that is not wholly understood lets nobody in. `file` is for the sentence.
forms::Result<std::vector<Operator>> parse_operators(std::string_view text, const std::string& file);
forms::Result<std::vector<Operator>> read_operators(const std::string& path);

std::string to_text(const std::vector<Operator>& operators);

}  // namespace genpyo::session
