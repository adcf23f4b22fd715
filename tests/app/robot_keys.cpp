// robot_keys CASE KEYED_CSV: keys one sheet of the sample into a session of its own, without a
// window and with the numeric keypad alone (texts are left blank), then prints the keys as xdotool
// names, one a line, and writes the sheet as keyed to KEYED_CSV. The window's robot sends the same.
#include <fstream>
#include <iostream>
#include <map>

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

forms::Case sheet_of(const session::Survey& survey, const std::string& id) {
  const auto bytes = forms::read_file(std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv", 8u << 20);
  if (!bytes) throw std::runtime_error(bytes.failure().sentence);
  const auto table = forms::csv::parse(*bytes);
  if (!table) throw std::runtime_error(table.failure().sentence);
  for (session::IntakeCase& taken : session::read_rows(survey, *table, {2018, 3, 1}).cases) {
    if (taken.current.id != id) continue;
    for (forms::ItemIndex item = 0; item < survey.form.items.size(); ++item) {
      forms::Mark& mark = taken.current.marks[item];
      if (!survey.form.items[item].codes_of.empty()) mark = {};
      if (std::holds_alternative<std::string>(mark.content)) mark = forms::mark_missing(forms::Missing::no_answer);
    }
    return taken.current;
  }
  throw std::runtime_error("the sample has no case " + id);
}

void write_keyed(const session::Survey& survey, const forms::Case& keyed, const std::string& path) {
  std::ofstream file(path);
  file << "case_id";
  for (const forms::Item& item : survey.form.items) file << ',' << item.name;
  file << '\n' << keyed.id;
  for (forms::ItemIndex item = 0; item < keyed.marks.size(); ++item) {
    file << ',' << forms::csv::quote(forms::to_draft(survey.form.items[item], keyed.marks[item]));
  }
  file << '\n';
}

int run(const std::string& id, const std::string& keyed_csv) {
  const test::Folder folder;
  const auto survey = test::real_survey();
  const forms::Case sheet = sheet_of(*survey, id);
  const auto session = test::start(folder.file("robot.db"), test::real_survey());
  support::Typist typist(*session);
  typist.open(id);
  if (!typist.key(sheet)) throw std::runtime_error("the session never came to the end of the sheet");
  for (const support::Stroke& stroke : typist.strokes()) {
    if (stroke.text.empty()) throw std::runtime_error("the sheet needs a key that the keypad lacks");
    std::cout << keypad_name(stroke.text) << '\n';
  }
  write_keyed(*survey, session->state().current, keyed_csv);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: robot_keys CASE KEYED_CSV\n";
    return 2;
  }
  try {
    return run(arguments[1], arguments[2]);
  } catch (const std::exception& error) {
    std::cerr << "robot_keys: " << error.what() << '\n';
    return 3;
  }
}
