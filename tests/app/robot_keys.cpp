// robot_keys SHEETS KEYED_CSV: keys so many sheets of the sample into sessions of their own, without
// a window and with the numeric keypad alone, and closes each; then prints the keys as xdotool names,
// one a line, and writes the sheets as keyed to KEYED_CSV. The window's robot sends the same keys.
//
// Texts are left blank. Sheets that the keypad alone cannot key (a mark where nothing is asked wants
// Ctrl+↓) or that cannot be closed are passed over.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>

#include "app/session/intake.h"
#include "session_fixture.h"
#include "tests/support/typist.h"

namespace {

using namespace genpyo;

std::string keypad_name(const std::string& character) {
  static const std::map<std::string, std::string> names = {
      {"-", "KP_Subtract"}, {"*", "KP_Multiply"}, {"/", "KP_Divide"},
      {"+", "KP_Add"},      {".", "KP_Decimal"},  {"\n", "KP_Enter"}};
  const auto found = names.find(character);
  if (found != names.end()) return found->second;
  const bool is_digit = character.size() == 1 && character[0] >= '0' && character[0] <= '9';
  if (!is_digit) throw std::runtime_error("not a key of the keypad: " + character);
  return "KP_" + character;
}

std::vector<forms::Case> sample_sheets(const session::Survey& survey) {
  const auto bytes = forms::read_file(std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv", 8u << 20);
  if (!bytes) throw std::runtime_error(bytes.failure().sentence);
  const auto table = forms::csv::parse(*bytes);
  if (!table) throw std::runtime_error(table.failure().sentence);
  std::vector<forms::Case> sheets;
  for (session::IntakeCase& taken : session::read_rows(survey, *table, {2018, 3, 1}).cases) {
    for (forms::ItemIndex item = 0; item < survey.form.items.size(); ++item) {
      forms::Mark& mark = taken.current.marks[item];
      if (!survey.form.items[item].codes_of.empty()) mark = {};
      if (std::holds_alternative<std::string>(mark.content)) mark = forms::mark_missing(forms::Missing::no_answer);
    }
    sheets.push_back(std::move(taken.current));
  }
  return sheets;
}

struct Keyed {
  std::vector<std::string> keys;
  forms::Case sheet;  // as it was stored
};

// Nothing when the keypad cannot key the sheet to its end and close it.
std::optional<Keyed> key_on_keypad(const forms::Case& sheet) {
  const test::Folder folder;
  const auto session = test::start(folder.file("robot.db"), test::real_survey());
  support::Typist typist(*session);
  typist.open(sheet.id);
  if (!typist.key(sheet)) throw std::runtime_error("the session never came to the end of " + sheet.id);
  Keyed keyed{{}, session->state().current};
  typist.close();
  if (session->state().screen != session::Screen::start) return std::nullopt;
  for (const support::Stroke& stroke : typist.strokes()) {
    if (stroke.text.empty()) return std::nullopt;
    keyed.keys.push_back(keypad_name(stroke.text));
  }
  return keyed;
}

void write_header(std::ostream& csv, const forms::Form& form) {
  csv << "case_id";
  for (const forms::Item& item : form.items) csv << ',' << item.name;
  csv << '\n';
}

void write_row(std::ostream& csv, const forms::Form& form, const forms::Case& sheet) {
  csv << sheet.id;
  for (forms::ItemIndex item = 0; item < sheet.marks.size(); ++item) {
    csv << ',' << forms::csv::quote(forms::to_draft(form.items[item], sheet.marks[item]));
  }
  csv << '\n';
}

int run(int wanted, const std::string& keyed_csv) {
  const auto survey = test::real_survey();
  std::ofstream csv(keyed_csv);
  write_header(csv, survey->form);
  for (const forms::Case& sheet : sample_sheets(*survey)) {
    if (wanted == 0) return 0;
    const auto keyed = key_on_keypad(sheet);
    if (!keyed) continue;
    for (const std::string& name : keyed->keys) std::cout << name << '\n';
    write_row(csv, survey->form, keyed->sheet);
    --wanted;
  }
  if (wanted > 0) throw std::runtime_error("the sample has too few sheets for the keypad alone");
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const int wanted = count == 3 ? std::atoi(arguments[1]) : 0;
  if (wanted <= 0) {
    std::cerr << "usage: robot_keys SHEETS KEYED_CSV\n";
    return 2;
  }
  try {
    return run(wanted, arguments[2]);
  } catch (const std::exception& error) {
    std::cerr << "robot_keys: " << error.what() << '\n';
    return 3;
  }
}
