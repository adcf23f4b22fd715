// Draft: the text being keyed into one place, with a cursor that moves by grapheme. It is not an
// answer and is on no disk: it becomes a mark when it is accepted.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace genpyo::session {

// Whether a character may stand in a draft: UTF-8, and no control character in it.
bool is_text(std::string_view character);

class Draft {
 public:
  static constexpr std::size_t most_bytes = 32'767;  // what a cell of a workbook can hold

  Draft() = default;
  explicit Draft(std::string text) : text_(std::move(text)), cursor_(text_.size()) {}

  const std::string& text() const { return text_; }
  std::size_t cursor() const { return cursor_; }  // byte offset, at the end of a grapheme
  bool empty() const { return text_.empty(); }

  // False (and nothing changed) when the draft is full.
  bool insert(std::string_view utf8);
  void erase_back();
  void erase_forward();
  void left();
  void right();
  void home() { cursor_ = 0; }
  void end() { cursor_ = text_.size(); }
  void clear();

 private:
  std::string text_;
  std::size_t cursor_ = 0;
};

}  // namespace genpyo::session
