#include "app/session/command.h"

#include <algorithm>
#include <array>

namespace genpyo::session {
namespace {

constexpr std::uint8_t everywhere = on_start | on_entry | in_dialog | in_office | in_comparison;

constexpr std::array table = {
    CommandRow{Command::accept, {Key::enter}, everywhere | at_gate, "command.accept", true},
    CommandRow{Command::back, {Key::up}, everywhere | at_gate, "command.back", true},
    CommandRow{Command::back, {Key::enter, false, true}, on_entry | in_office, "command.back", true},
    CommandRow{Command::forward, {Key::down}, everywhere | at_gate, "command.forward", true},
    CommandRow{Command::enter_skipped, {Key::down, true}, on_entry, "command.enter_skipped", true},
    CommandRow{Command::page_back, {Key::page_up}, on_entry | in_dialog | in_office | in_comparison, "command.page_back", true},
    CommandRow{Command::page_forward, {Key::page_down}, on_entry | in_dialog | in_office | in_comparison, "command.page_forward", true},
    CommandRow{Command::undo, {Key::letter_z, true}, on_entry | in_dialog, "command.undo", true},
    CommandRow{Command::redo, {Key::letter_y, true}, on_entry | in_dialog, "command.redo", true},
    CommandRow{Command::erase_back, {Key::backspace}, everywhere | at_gate, "command.erase_back", false},
    CommandRow{Command::erase_forward, {Key::delete_}, everywhere | at_gate, "command.erase_forward", true},
    CommandRow{Command::cursor_left, {Key::left}, everywhere, "command.cursor_left", false},
    CommandRow{Command::cursor_right, {Key::right}, everywhere, "command.cursor_right", false},
    CommandRow{Command::cursor_home, {Key::home}, everywhere, "command.cursor_home", false},
    CommandRow{Command::cursor_end, {Key::end}, everywhere, "command.cursor_end", false},
    CommandRow{Command::word_left, {Key::left, true}, everywhere, "command.word_left", true},
    CommandRow{Command::word_right, {Key::right, true}, everywhere, "command.word_right", true},
    CommandRow{Command::text_home, {Key::home, true}, everywhere, "command.text_home", false},
    CommandRow{Command::text_end, {Key::end, true}, everywhere, "command.text_end", false},
    CommandRow{Command::select_left, {Key::left, false, true}, everywhere, "command.select", true},
    CommandRow{Command::select_right, {Key::right, false, true}, everywhere, "command.select", true},
    CommandRow{Command::select_word_left, {Key::left, true, true}, everywhere, "command.select", false},
    CommandRow{Command::select_word_right, {Key::right, true, true}, everywhere, "command.select", false},
    CommandRow{Command::select_home, {Key::home, false, true}, everywhere, "command.select", false},
    CommandRow{Command::select_end, {Key::end, false, true}, everywhere, "command.select", false},
    CommandRow{Command::select_text_home, {Key::home, true, true}, everywhere, "command.select", false},
    CommandRow{Command::select_text_end, {Key::end, true, true}, everywhere, "command.select", false},
    CommandRow{Command::select_all, {Key::letter_a, true}, everywhere, "command.select_all", true},
    CommandRow{Command::copy, {Key::letter_c, true}, everywhere, "command.copy", true},
    CommandRow{Command::cut, {Key::letter_x, true}, everywhere, "command.cut", true},
    CommandRow{Command::line_up, {Key::up}, in_lines, "command.line_up", false},
    CommandRow{Command::line_down, {Key::down}, in_lines, "command.line_down", false},
    CommandRow{Command::select_up, {Key::up, false, true}, in_lines, "command.select", false},
    CommandRow{Command::select_down, {Key::down, false, true}, in_lines, "command.select", false},
    CommandRow{Command::line_break, {Key::enter, true}, in_lines, "command.line_break", true},
    CommandRow{Command::mark_dont_know, {Key::minus, true}, on_entry, "command.dont_know", true},
    CommandRow{Command::mark_illegible, {Key::asterisk, true}, on_entry, "command.illegible", true},
    CommandRow{Command::mark_not_applicable, {Key::slash, true}, on_entry, "command.not_applicable", true},
    CommandRow{Command::mark_several, {Key::plus, true}, on_entry, "command.several", true},
    CommandRow{Command::mark_page_absent, {Key::period, true}, on_entry, "command.item_absent", true},
    CommandRow{Command::page_is_absent, {Key::delete_, true}, on_entry, "command.page_absent", true},
    CommandRow{Command::help, {Key::f1}, everywhere, "command.help", true},
    CommandRow{Command::note, {Key::f2}, on_entry, "command.note", true},
    CommandRow{Command::why, {Key::f3}, on_entry, "command.why", true},
    CommandRow{Command::go_to, {Key::f4}, on_entry, "command.go_to", true},
    CommandRow{Command::confirm, {Key::f5}, on_entry, "command.confirm", true},
    CommandRow{Command::history, {Key::f6}, on_entry | in_dialog, "command.history", true},
    CommandRow{Command::form, {Key::f7}, everywhere, "command.form", true},
    CommandRow{Command::next_open, {Key::f8}, on_entry | in_comparison, "command.next_open", true},
    CommandRow{Command::close_case, {Key::f9}, on_entry | in_dialog, "command.close_case", true},
    CommandRow{Command::other_list, {Key::tab}, on_start | in_dialog | in_office, "command.other_list", true},
    CommandRow{Command::progress, {Key::f4}, on_start | in_office, "command.progress", true},
    CommandRow{Command::tables, {Key::f5}, on_start | in_office, "command.tables", true},
    CommandRow{Command::coding, {Key::f6}, on_start | in_office, "command.coding", true},
    CommandRow{Command::add_code, {Key::f2}, in_office, "command.add_code", true},
    CommandRow{Command::next_uncoded, {Key::f8}, in_office, "command.next_uncoded", true},
    CommandRow{Command::second_pass, {Key::f2}, on_start, "command.second_pass", true},
    CommandRow{Command::next_number, {Key::letter_n, true}, on_start, "command.next_number", true},
    CommandRow{Command::try_again, {Key::letter_r, true}, on_entry, "command.try_again", true},
    CommandRow{Command::leave, {Key::escape}, everywhere | at_gate, "command.leave", true},
    CommandRow{Command::language, {Key::letter_l, true}, everywhere | at_gate, "command.language", true},
    CommandRow{Command::paste, {Key::letter_v, true}, everywhere, "command.paste", true},
    CommandRow{Command::settings, {Key::f10}, everywhere, "command.settings", true},
    CommandRow{Command::switch_profile, {Key::f10, false, true}, everywhere, "command.switch_profile", true},
    CommandRow{Command::full_screen, {Key::f11}, everywhere, "command.full_screen", true},
    CommandRow{Command::zoom_in, {Key::page_up, true}, everywhere, "command.zoom_in", true},
    CommandRow{Command::zoom_out, {Key::page_down, true}, everywhere, "command.zoom_out", true},
    CommandRow{Command::zoom_whole, {Key::digit_0, true}, everywhere, "command.zoom_whole", true},
    CommandRow{Command::quit, {Key::letter_q, true}, everywhere | at_gate, "command.quit", true},
    CommandRow{Command::lock, {Key::f12}, everywhere, "command.lock", true},
};

std::string_view plain_name(Key key) {
  switch (key) {
    case Key::enter: return "Enter";
    case Key::escape: return "Esc";
    case Key::backspace: return "BackSpace";
    case Key::delete_: return "Delete";
    case Key::tab: return "Tab";
    case Key::left: return "←";
    case Key::right: return "→";
    case Key::up: return "↑";
    case Key::down: return "↓";
    case Key::home: return "Home";
    case Key::end: return "End";
    case Key::page_up: return "PgUp";
    case Key::page_down: return "PgDn";
    case Key::f1: return "F1";
    case Key::f2: return "F2";
    case Key::f3: return "F3";
    case Key::f4: return "F4";
    case Key::f5: return "F5";
    case Key::f6: return "F6";
    case Key::f7: return "F7";
    case Key::f8: return "F8";
    case Key::f9: return "F9";
    case Key::f10: return "F10";
    case Key::f11: return "F11";
    case Key::f12: return "F12";
    case Key::digit_0: return "0";
    case Key::letter_a: return "A";
    case Key::letter_c: return "C";
    case Key::letter_l: return "L";
    case Key::letter_n: return "N";
    case Key::letter_q: return "Q";
    case Key::letter_r: return "R";
    case Key::letter_v: return "V";
    case Key::letter_x: return "X";
    case Key::letter_y: return "Y";
    case Key::letter_z: return "Z";
    case Key::minus: return "-";
    case Key::asterisk: return "*";
    case Key::slash: return "/";
    case Key::plus: return "+";
    case Key::period: return ".";
  }
  return "";
}

}  // namespace

std::span<const CommandRow> command_table() { return table; }

namespace {

std::optional<Command> row_for(const Chord& chord, Where where) {
  for (const CommandRow& row : table) {
    if (row.chord == chord && (row.where & where) != 0) return row.command;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Command> command_for(const Chord& chord, Where where) {
  if (where == in_lines) {
    if (const auto own = row_for(chord, in_lines)) return own;
    where = on_entry;
  }
  return row_for(chord, where);
}

bool is_allowed(Command command, Where where) {
  return std::any_of(table.begin(), table.end(), [=](const CommandRow& row) {
    return row.command == command && (row.where & where) != 0;
  });
}

std::string key_name(const Chord& chord) {
  std::string name;
  if (chord.ctrl) name += "Ctrl+";
  if (chord.shift) name += "Shift+";
  return name.append(plain_name(chord.key));
}

}  // namespace genpyo::session
