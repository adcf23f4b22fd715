// Draft: the text being keyed into one place, with a cursor that moves by grapheme and word, a
// selection, and a history of its own. It is not an answer and is on no disk: it becomes a mark
// when it is accepted.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace genpyo::session {

class Draft {
 public:
  static constexpr std::size_t most_bytes = 32'767;  // what a cell of a workbook can hold

  struct Range {
    std::size_t begin = 0, end = 0;  // bytes
    bool empty() const { return begin == end; }
  };

  Draft() = default;
  explicit Draft(std::string text) : text_(std::move(text)), cursor_(text_.size()), anchor_(cursor_) {}

  const std::string& text() const { return text_; }
  std::size_t cursor() const { return cursor_; }  // byte offset, at the end of a grapheme
  bool empty() const { return text_.empty(); }
  Range selection() const;
  std::string selected() const;

  // False (and nothing changed) when the draft would be too full. Replaces what is selected.
  bool insert(std::string_view utf8);
  // What is selected, or else one character.
  void erase_back();
  void erase_forward();
  bool erase_selection();  // false when nothing is selected
  void clear() { *this = Draft(); }

  // With `select` the selection grows from where it began. Without, left and right go to the ends
  // of one that there is.
  void left(bool select = false);
  void right(bool select = false);
  void word_left(bool select = false);   // to the beginning of a word
  void word_right(bool select = false);
  void home(bool select = false) { place(0, select); }
  void end(bool select = false) { place(text_.size(), select); }
  void select_all();
  // Anywhere; within a grapheme its beginning is taken. `at_line_end`: where a line is broken
  // without a line feed, the cursor is at its right end and not before the next one.
  void place(std::size_t offset, bool select, bool at_line_end = false);
  bool at_line_end() const { return at_line_end_; }

  // How far from the left end ↑ and ↓ want to be, as long as nothing else moves the cursor.
  std::optional<double> column() const { return column_; }
  void keep_column(double column) { column_ = column; }

  // Typing is taken back by words, everything else at once. False when there is nothing.
  bool undo();
  bool redo();

 private:
  struct Edit {
    std::size_t at;
    std::string removed, inserted;
    bool grows;  // typing goes on in it
  };
  void replace(Range range, std::string_view with);
  void remember(Edit edit);
  void swap_in(std::size_t at, std::size_t length, const std::string& with);

  std::string text_;
  std::size_t cursor_ = 0, anchor_ = 0;  // what lies between them is selected
  bool at_line_end_ = false;
  std::optional<double> column_;
  std::vector<Edit> done_, undone_;
};

}  // namespace genpyo::session
