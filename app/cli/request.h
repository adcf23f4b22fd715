// Request: the command line, read. Which options belong to which command is in arguments.cpp.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace genpyo::cli {

// Exit status of the program, as documented in the README.
enum Exit { done = 0, findings = 1, usage = 2, world_said_no = 3 };

enum class CommandName {
  kiosk, check, convert, import, print, export_, tables, progress, compare, explain, audit, operators, eval
};

struct Request {
  CommandName command = CommandName::kiosk;
  std::string form;       // FORM: a name or a path, "" when not given
  std::string csv;        // import; check --data
  std::string database;   // --db, the default where not given
  std::string case_id;    // --case
  std::string item;       // explain
  std::string table, row; // explain --table --row
  std::string output;     // -o
  std::vector<std::string> formats = {"csv", "documents"};
  std::string profile = "analysis";
  std::string layer = "values";
  std::string multiple = "dichotomies";
  std::string language = "ja";
  std::string window_language;  // of the window; "" = as in the settings
  std::string operator_name;
  bool fullscreen = false;
  bool kiosk = false;          // kiosk --kiosk: nobody leaves without a PIN
  std::string operators_file;  // "" = beside the database, where there is one
  int lock_after = 5;          // minutes without a key; 0 = never
  std::string operators_verb;  // operators: add, list, remove
  bool supervisor = false;     // operators add
  bool blank = false;
  bool all = false;
  bool no_close = false;
  bool identifying = false;
  bool derive = false;  // export
  bool wider = false;   // export --profile legacy
  bool json = false;
  bool rebuild = false;
  bool keystrokes = false;  // check
  bool cover = false;       // check
  std::string scenarios;    // check --against
  bool notes = false;       // check
  std::string cross, by;    // tables: a cross table of two items instead of those declared
  std::string where;        // tables: only cases for which this rule holds
  std::string blanks;       // tables: "in" or "out" for all of them, "" = as declared
  int mask = 0;             // tables: counts from 1 to below it are hidden; 0 = none
  std::string expression, batch;   // eval: one of them
  std::string answers;             // eval: a JSON object
  std::string today, zone;         // eval: "" = the local day, UTC
};

// Reads the arguments. On --help, --version or a mistake everything is printed already and the
// exit status is given instead.
struct Parsing {
  std::optional<Request> request;
  int status = done;
};
Parsing parse_arguments(int count, const char* const* arguments);

}  // namespace genpyo::cli
