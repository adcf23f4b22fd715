#include "events.h"

#include <iterator>

namespace genpyo::fuzz {
namespace {

using session::Action;
using session::Chord;
using session::Command;
using session::Key;

template <typename List>
const auto& one_of(sample::Draw& draw, const List& list) {
  return list[static_cast<std::size_t>(draw.below(static_cast<int>(std::size(list))))];
}

bool quits(const Chord& chord) { return chord.key == Key::letter_q; }

}  // namespace

Action Events::next(const session::State& state) {
  const bool is_over = state.dialog != session::Dialog::none;
  if (is_over && draw_.chance(20)) return session::Press{{Key::escape}};
  if (state.screen == session::Screen::start && draw_.chance(90)) return on_start(state);
  switch (draw_.pick({{0, 40}, {1, 8}, {2, 20}, {3, 17}, {4, 9}, {5, 4}, {6, 2}})) {
    case 0: return session::Type{std::to_string(draw_.below(10))};
    case 1: return session::Type{std::string(1, "-*/+."[draw_.below(5)])};
    case 2: return session::Press{{Key::enter}};
    case 3: return key();
    case 4: return click(state);
    case 5: return session::Type{text()};
    default: return draw_.chance(50) ? Action(session::Tick{}) : Action(session::Stir{});
  }
}

Action Events::on_start(const session::State& state) {
  if (draw_.chance(10)) return session::OpenCase{case_number()};
  if (state.case_number.empty()) return session::Type{case_number()};
  return session::Press{{draw_.chance(70) ? Key::enter : Key::escape}};
}

// A key of the table, now and then any key at all.
Action Events::key() {
  const auto table = session::command_table();
  Chord chord = one_of(draw_, table).chord;
  if (draw_.chance(20)) {
    chord.key = static_cast<Key>(draw_.below(static_cast<int>(Key::plus) + 1));
    chord.ctrl = draw_.chance(50), chord.shift = draw_.chance(30);
  }
  return session::Press{quits(chord) ? Chord{Key::tab} : chord};
}

Action Events::click(const session::State& state) {
  const auto item = static_cast<forms::ItemIndex>(draw_.below(static_cast<int>(state.survey->form.items.size()) + 2));
  if (draw_.chance(40)) return session::Choose{item, draw_.between(-1, 45)};
  if (draw_.chance(80)) return session::GoTo{item};
  const Command command = one_of(draw_, session::command_table()).command;
  return session::Run{command == Command::quit ? Command::help : command};
}

std::string Events::text() {
  static const char* const texts[] = {"１２",  "①",  "²",   "𠮷野家", "髙﨑", "が",  "👩‍👩‍👧‍👦", "\t",
                                      "\r\n", "ｶﾞ", "−１", "ー",     " ",    "",   "1,000",      "⒈",
                                      "\u202e",    "\u0001", "ﷺ", "Ω≈ç",   "山田", "0x1F", "'; DROP TABLE mark; --", "%s%n"};
  return draw_.chance(60) ? one_of(draw_, texts) : bytes();
}

// Bytes that are mostly no UTF-8; now and then very many.
std::string Events::bytes() {
  std::string all(static_cast<std::size_t>(draw_.chance(2) ? draw_.below(70'000) : draw_.below(12)), ' ');
  const bool is_text = draw_.chance(30);
  for (char& byte : all) byte = static_cast<char>(is_text ? draw_.between(32, 126) : draw_.below(256));
  return all;
}

std::string Events::case_number() {
  const std::string digits = std::to_string(1000 + draw_.between(1, 40)).substr(1);
  return draw_.chance(3) ? bytes() : "11" + digits;
}

std::string told(const Action& action) {
  if (const auto* type = std::get_if<session::Type>(&action)) {
    static const char* const hex = "0123456789abcdef";
    std::string all = "Type";
    for (const char byte : type->utf8.substr(0, 40)) {
      const auto value = static_cast<unsigned char>(byte);
      all += {' ', hex[value / 16], hex[value % 16]};
    }
    return all;
  }
  if (const auto* press = std::get_if<session::Press>(&action)) return "Press " + session::key_name(press->chord);
  if (const auto* run = std::get_if<session::Run>(&action)) return "Run " + std::to_string(static_cast<int>(run->command));
  if (const auto* go = std::get_if<session::GoTo>(&action)) return "GoTo " + std::to_string(go->item);
  if (const auto* choose = std::get_if<session::Choose>(&action)) {
    return "Choose " + std::to_string(choose->item) + " " + std::to_string(choose->code);
  }
  if (const auto* open = std::get_if<session::OpenCase>(&action)) return "OpenCase of " + std::to_string(open->case_id.size()) + " bytes";
  return std::holds_alternative<session::Stir>(action) ? "Stir" : "Tick";
}

}  // namespace genpyo::fuzz
