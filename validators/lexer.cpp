#include "validators/lexer.h"

#include <optional>

namespace genpyo::validators {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The end of the UTF-8 character that begins at `offset`, so that a message shows it whole.
std::size_t character_end(std::string_view text, std::size_t offset) {
  ++offset;
  while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80)
    ++offset;
  return offset;
}

// Of 3 mod4, where mod ends: ODK's engines ask for no blank between an operator and a digit.
std::optional<std::size_t> operator_end(std::string_view name) {
  for (const std::string_view one : {"and", "or", "div", "mod"})
    if (name.size() > one.size() && name.starts_with(one) && is_digit(name[one.size()]))
      return one.size();
  return std::nullopt;
}

bool ends_a_value(const Token& token) {
  switch (token.kind) {
    case Token::Kind::number:
    case Token::Kind::text:
    case Token::Kind::reference:
    case Token::Kind::dot: return true;
    case Token::Kind::symbol: return token.body == ")" || token.body == "]" || token.body == "..";
    default: return false;
  }
}

}  // namespace

Token Lexer::token(Token::Kind kind, std::size_t end) {
  Token made{kind, text_.substr(at_, end - at_), at_, end};
  at_ = end;
  operator_may_follow_ = ends_a_value(made);
  return made;
}

Token Lexer::next() {
  while (is_space(at(at_))) ++at_;
  if (at_ >= text_.size()) return token(Token::Kind::end, at_);
  const char c = text_[at_];
  if (c == '\'' || c == '"') return quoted();
  if (c == '$') return reference();
  if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) return number();
  if (c == '.' && at(at_ + 1) == '.') return token(Token::Kind::symbol, at_ + 2);
  if (c == '.') return token(Token::Kind::dot, at_ + 1);
  if (is_letter(c)) return name();
  return symbol();
}

Token Lexer::quoted() {
  const std::size_t close = text_.find(text_[at_], at_ + 1);
  if (close == std::string_view::npos) return token(Token::Kind::fault, text_.size());
  Token made = token(Token::Kind::text, close + 1);
  made.body = made.body.substr(1, made.body.size() - 2);
  return made;
}

Token Lexer::reference() {
  const std::size_t close = at(at_ + 1) == '{' ? text_.find('}', at_) : std::string_view::npos;
  if (close == std::string_view::npos) return token(Token::Kind::fault, at_ + 1);
  Token made = token(Token::Kind::reference, close + 1);
  made.body = made.body.substr(2, made.body.size() - 3);
  return made;
}

Token Lexer::number() {
  std::size_t end = at_;
  while (is_digit(at(end))) ++end;
  if (at(end) == '.') {
    ++end;
    while (is_digit(at(end))) ++end;
  }
  return token(Token::Kind::number, end);
}

// A hyphen and a dot belong to the name (count-selected), as in XPath; so does a prefix (jr:).
Token Lexer::name() {
  std::size_t end = at_;
  while (is_letter(at(end)) || is_digit(at(end)) || at(end) == '-' || at(end) == '.' ||
         (at(end) == ':' && is_letter(at(end + 1))))
    ++end;
  if (operator_may_follow_) end = operator_end(text_.substr(at_, end - at_)).value_or(end - at_) + at_;
  return token(Token::Kind::name, end);
}

Token Lexer::symbol() {
  const char c = text_[at_];
  const bool equals_follow = at(at_ + 1) == '=';
  if ((c == '!' || c == '<' || c == '>') && equals_follow)
    return token(Token::Kind::symbol, at_ + 2);
  if (std::string_view("+-*=<>(),/[]").find(c) != std::string_view::npos)
    return token(Token::Kind::symbol, at_ + 1);
  return token(Token::Kind::fault, character_end(text_, at_));
}

}  // namespace genpyo::validators
