// Lexer: an expression's tokens, with their place in the text. It cannot fail: what is no token
// comes out as Kind::fault, and the parser tells the author.
#pragma once
#include <cstddef>
#include <string_view>

namespace genpyo::validators {

struct Token {
  enum class Kind {
    number,     // 12, 1.5, .5
    text,       // 'a' or "a"; `body` is what stands between the quotes
    reference,  // ${name}; `body` is the name
    dot,
    name,    // a function, or the operators and, or, div, mod
    symbol,  // + - * = != < <= > >= ( ) , / [ ] ..
    end,
    fault,  // an unfinished quote or ${, or a character that has no place here
  };
  Kind kind = Kind::end;
  std::string_view body;
  std::size_t begin = 0, end = 0;  // bytes of the text

  bool is(Kind of, std::string_view with) const { return kind == of && body == with; }
};

class Lexer {
 public:
  // `text` must outlive the lexer and its tokens.
  explicit Lexer(std::string_view text) : text_(text) {}
  Token next();

 private:
  Token token(Token::Kind kind, std::size_t end);
  Token quoted();
  Token reference();
  Token number();
  Token name();
  Token symbol();
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::string_view text_;
  std::size_t at_ = 0;
  bool operator_may_follow_ = false;
};

}  // namespace genpyo::validators
