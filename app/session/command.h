// The keyboard as one table: from it keys are obeyed, the help is made and buttons are named.
// Whatever a key does stands here and nowhere else.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace genpyo::session {

// Keys that are not characters. Characters (digits, letters, - * / +) are typed, see action.h.
enum class Key {
  enter, escape, backspace, delete_, tab, left, right, up, down, home, end, page_up, page_down,
  f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
  digit_0, letter_a, letter_c, letter_l, letter_n, letter_q, letter_r, letter_v, letter_x, letter_y, letter_z,  // with Ctrl
  minus, asterisk, slash, plus,                      // with Ctrl, of the keypad or above the letters
  period,                                            // likewise
};

struct Chord {
  Key key;
  bool ctrl = false;
  bool shift = false;
  friend bool operator==(const Chord&, const Chord&) = default;
};

enum class Command {
  accept, back, forward, enter_skipped, page_back, page_forward,
  undo, redo, erase_back, erase_forward, cursor_left, cursor_right, cursor_home, cursor_end,
  word_left, word_right, text_home, text_end, select_left, select_right, select_word_left,
  select_word_right, select_home, select_end, select_text_home, select_text_end, select_all,
  line_up, line_down, select_up, select_down, line_break, copy, cut,
  mark_dont_know, mark_illegible, mark_not_applicable, mark_several,
  help, note, why, go_to, confirm, next_open, close_case, leave, language, paste, quit,
  settings, switch_profile, full_screen, zoom_in, zoom_out, zoom_whole, lock,
  mark_page_absent, page_is_absent,  // the item; every item of its page
  history, form, other_list, next_number, try_again,
  progress, tables, coding, add_code, next_uncoded,  // the survey office
  second_pass,
};

// Where a command is allowed.
// In a text of several lines a key may mean something else than in the rest of the entry screen.
enum Where : std::uint8_t { on_start = 1, on_entry = 2, in_dialog = 4, at_gate = 8, in_lines = 16, in_office = 32,
                           in_comparison = 64 };

struct CommandRow {
  Command command;
  Chord chord;
  std::uint8_t where;          // a sum of Where
  std::string_view string_key; // of assets/strings: what it does, for help and buttons
  bool in_help;                // false for plain cursor keys
};

std::span<const CommandRow> command_table();
std::optional<Command> command_for(const Chord& chord, Where where);
bool is_allowed(Command command, Where where);
std::string key_name(const Chord& chord);  // "F9", "Ctrl+Z", "PgUp": the same in every language

}  // namespace genpyo::session
