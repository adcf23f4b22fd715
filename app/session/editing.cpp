#include "app/session/editing.h"

#include <algorithm>

#include "forms/text.h"

namespace genpyo::session {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

std::string cleaned(std::string_view utf8, char32_t line_end) {
  std::string out;
  if (!forms::is_utf8(utf8)) return out;
  utf8 = utf8.substr(0, utf8.find_last_not_of("\r\n") + 1);
  char32_t before = 0;
  for (const char32_t c : forms::code_points(utf8)) {
    const bool ends_line = c == U'\r' || (c == U'\n' && before != U'\r');
    if (ends_line) forms::append_utf8(out, line_end);
    else if (c == U'\t') out += ' ';
    else if (!is_control(c)) forms::append_utf8(out, c);
    before = c;
  }
  return out;
}

bool selects(Command command) {
  switch (command) {
    case Command::select_left:
    case Command::select_right:
    case Command::select_word_left:
    case Command::select_word_right:
    case Command::select_home:
    case Command::select_end:
    case Command::select_text_home:
    case Command::select_text_end:
    case Command::select_up:
    case Command::select_down: return true;
    default: return false;
  }
}

// ↑ and ↓ go as straight as the characters allow.
bool move_by_line(Draft& draft, const paper::Written& lines, bool down, bool select) {
  const std::size_t line = lines.line_of(draft.cursor(), draft.at_line_end());
  if (down ? line + 1 == lines.lines() : line == 0) return false;
  const double column = draft.column().value_or(lines.x_of(line, draft.cursor()));
  const std::size_t target = down ? line + 1 : line - 1;
  const std::size_t offset = lines.offset_at(target, column);
  draft.place(offset, select, offset == lines.end(target));
  draft.keep_column(column);
  return true;
}

}  // namespace

void edit(Draft& draft, Command command) {
  const bool select = selects(command);
  switch (command) {
    case Command::erase_back: return draft.erase_back();
    case Command::erase_forward: return draft.erase_forward();
    case Command::cursor_left:
    case Command::select_left: return draft.left(select);
    case Command::cursor_right:
    case Command::select_right: return draft.right(select);
    case Command::word_left:
    case Command::select_word_left: return draft.word_left(select);
    case Command::word_right:
    case Command::select_word_right: return draft.word_right(select);
    case Command::cursor_home:
    case Command::select_home:
    case Command::text_home:
    case Command::select_text_home: return draft.home(select);
    case Command::cursor_end:
    case Command::select_end:
    case Command::text_end:
    case Command::select_text_end: return draft.end(select);
    case Command::select_all: return draft.select_all();
    default: return;
  }
}

bool edit_in_lines(Draft& draft, Command command, const paper::Written& lines) {
  const bool select = selects(command);
  const std::size_t line = lines.line_of(draft.cursor(), draft.at_line_end());
  switch (command) {
    case Command::line_up:
    case Command::select_up: return move_by_line(draft, lines, false, select);
    case Command::line_down:
    case Command::select_down: return move_by_line(draft, lines, true, select);
    case Command::cursor_home:
    case Command::select_home: draft.place(lines.begin(line), select); return true;
    case Command::cursor_end:
    case Command::select_end: draft.place(lines.end(line), select, true); return true;
    default: edit(draft, command); return true;
  }
}

std::string as_one_line(std::string_view utf8) { return cleaned(utf8, U' '); }

std::string as_lines(std::string_view utf8) { return cleaned(utf8, U'\n'); }

}  // namespace genpyo::session
