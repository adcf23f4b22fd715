// Diagnostic: a mistake in a form, told to its author: place, code, fault, repair.
//
// Reading a form never throws and never stops at the first fault: it returns the form and all
// that is wrong with it. The catalogue below is the single list of what can be wrong.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace genpyo::forms {

// Where in a file; line and column count from 1, 0 = the file as a whole. Of a workbook: the sheet,
// the row and the column; not empty, the sheet makes the place read survey.xlsx:survey!D12.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  std::string sheet = {};
};

enum class Fault {
  not_yaml = 1,             // FORM-001 the file cannot be read as YAML
  unknown_key = 2,          // FORM-002
  missing_key = 3,          // FORM-003
  wrong_kind = 4,           // FORM-004 a list where a text belongs, and the like
  illegal_name = 5,         // FORM-005
  duplicate_name = 6,       // FORM-006
  unknown_list = 7,         // FORM-007
  unknown_type = 8,         // FORM-008
  duplicate_code = 9,       // FORM-009
  bad_code = 10,            // FORM-010 a choice's name is not a number from 0 to 999
  expression_syntax = 11,   // FORM-011
  unknown_name = 12,        // FORM-012 an expression names an item that is not there
  cycle = 13,               // FORM-013
  unknown_function = 14,    // FORM-014
  wrong_arguments = 15,     // FORM-015 number of arguments, or a type that cannot work
  unknown_code = 16,        // FORM-016 an expression asks for a code that the list lacks
  bad_value = 17,           // FORM-017 a word that is not one of those allowed here
  missing_label = 18,       // FORM-018 a label lacks one of the form's languages
  unknown_block = 19,       // FORM-019 an extraction or table names no item or grid
  too_large = 20,           // FORM-020 over a bound (file size, depth, items)
  not_on_paper = 21,        // FORM-021 a warning: paper cannot hold what this asks for
  structure = 22,           // FORM-022 of a workbook: groups that do not open and close in pairs, columns twice
  renamed = 23,             // FORM-023 a warning: a name that had to be changed
  left_out = 24,            // FORM-024 a warning: what is not taken over
  // What the prover found (validators/prover.h): warnings.
  never_asked = 25,         // FORM-025 no answers lead to the item
  skips_contradict = 26,    // FORM-026 two skips that no case passes together
  never_fails = 27,         // FORM-027 a check or constraint that says nothing
  never_passes = 28,        // FORM-028 a check or constraint that nothing satisfies
  exclusion_needed = 29,    // FORM-029 a rule wants an excluding choice beside another
  // What a form's destinations cannot hold (app/cli/form_limits.h): warnings and notes.
  missing_code = 30,        // FORM-030 an answer that an export profile writes for a missing kind
  cut_elsewhere = 31,       // FORM-031 a name or label that SPSS, Stata or Excel cannot keep whole
  no_room = 32,             // FORM-032 what does not fit its place on paper
  codes_out_of_order = 33,  // FORM-033 the numbers of choices do not ascend down the page
};

// A warning tells the author something; the form is used all the same. A note is told to those who
// ask: nothing is wrong, and something is good to know.
enum class Level { error, warning, note };

struct Diagnostic {
  Fault fault;
  Place place;
  std::string message;  // a sentence: what is wrong, naming it
  std::string repair;   // what to do; may be empty only where the message says it
  Level level = Level::error;
};

// Of a spreadsheet's column: A is 1, Z 26, AA 27; "" for 0.
std::string column_letters(int column);

// "form.yaml:41:14", "survey.xlsx:survey!D12", "survey.xlsx:survey!12" (a row), "form.yaml".
std::string to_text(const Place& place);

// "FORM-012"
std::string code_of(Fault fault);

// "form.yaml:41:14: FORM-012: relevant names "staff_doctor", which no item has. Did you mean
// "staff_doctors" (line 17)?"
std::string to_text(const Diagnostic& diagnostic);

// A word of the author's in quotes: at most 60 characters of it, and no control character, so that
// a hostile file can neither flood nor command a terminal.
std::string quoted(std::string_view word);

// The candidate nearest to `word` by edit distance (Damerau-Levenshtein, at most a third of the
// word's length, at least 1), or "" if none is near: for «Did you mean …?».
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// The same of many words against one list, in a file that may hold any number of wrong ones: a word
// is looked for once, and after the first 200, which nobody reads to the end, none.
class NearestNames {
 public:
  explicit NearestNames(std::vector<std::string> candidates) : candidates_(std::move(candidates)) {}
  std::string to(const std::string& word);

 private:
  std::vector<std::string> candidates_;
  std::map<std::string, std::string> found_;
};

}  // namespace genpyo::forms
