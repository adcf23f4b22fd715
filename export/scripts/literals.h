// A text as a literal of a program that somebody will run. Labels come from whoever wrote the form:
// none may end its literal, be taken for a macro or a comment, or turn a line around in an editor.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace genpyo::exports {

// "…" with backslashes, the same in R and in Python. Control characters, marks of direction and
// what else cannot be seen are \u…; so is then all that is not ASCII, since R mixes no two
// encodings in one literal. A NUL is U+FFFD.
std::string escaped_literal(std::string_view text);

// Whether Stata takes the text between plain quotes as it is: it has neither quotes nor macros
// (` $ \), comments (// /*) or what cannot be seen.
bool is_plain_in_stata(std::string_view text);

// An expression of Stata and of Mata whose value is the text, whatever it has: literals of what is
// harmless, joined with char(96), uchar(8238) …
std::string stata_expression(std::string_view text);

// '…' for SPSS, pieces of at most `longest_piece` bytes joined with + at the beginnings of lines. A
// control character, which no syntax file can hold, is a blank.
std::string spss_literal(std::string_view text);

}  // namespace genpyo::exports
