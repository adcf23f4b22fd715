#include "app/session/draft.h"

#include <algorithm>
#include <vector>

#include "forms/text.h"

namespace genpyo::session {

namespace {

// The end of the grapheme before `offset`, 0 when there is none.
std::size_t grapheme_before(const std::string& text, std::size_t offset) {
  std::size_t before = 0;
  for (const std::size_t end : forms::grapheme_ends(text)) {
    if (end >= offset) break;
    before = end;
  }
  return before;
}

std::size_t grapheme_after(const std::string& text, std::size_t offset) {
  for (const std::size_t end : forms::grapheme_ends(text)) {
    if (end > offset) return end;
  }
  return text.size();
}

}  // namespace

bool is_text(std::string_view character) {
  const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
  return forms::is_utf8(character) && std::none_of(character.begin(), character.end(), is_control);
}

bool Draft::insert(std::string_view utf8) {
  if (text_.size() + utf8.size() > most_bytes) return false;
  text_.insert(cursor_, utf8);
  cursor_ += utf8.size();
  return true;
}

void Draft::erase_back() {
  const std::size_t start = grapheme_before(text_, cursor_);
  text_.erase(start, cursor_ - start);
  cursor_ = start;
}

void Draft::erase_forward() { text_.erase(cursor_, grapheme_after(text_, cursor_) - cursor_); }

void Draft::left() { cursor_ = grapheme_before(text_, cursor_); }

void Draft::right() { cursor_ = grapheme_after(text_, cursor_); }

void Draft::clear() {
  text_.clear();
  cursor_ = 0;
}

}  // namespace genpyo::session
