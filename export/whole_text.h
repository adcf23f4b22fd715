// A text as files of UTF-8 can hold it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace genpyo::exports {

enum class Nul { kept, replaced };

// The text itself where it is valid UTF-8 (and has no NUL, where none may be); else a copy in
// `scratch` in which U+FFFD stands for each broken byte (and NUL), so that it stays visible.
std::string_view whole_text(std::string_view text, Nul nul, std::string& scratch);

// The beginning of a valid UTF-8 text: at most so many bytes (or characters), and no half character.
std::string_view cut_at_bytes(std::string_view text, std::size_t most);
std::string_view cut_at_characters(std::string_view text, std::size_t most);

// How a text was altered, for the remarks; "" where it was not.
std::string_view alteration_of(std::string_view text, Nul nul);

}  // namespace genpyo::exports
