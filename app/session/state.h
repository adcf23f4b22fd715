// State: all that a face draws. A face reads it and can only push an Action.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/case_list.h"
#include "app/session/coding.h"
#include "app/session/comparison.h"
#include "app/session/draft.h"
#include "app/session/settings.h"
#include "app/session/gate.h"
#include "app/session/history.h"
#include "app/session/otherwise.h"
#include "app/session/survey.h"
#include "app/session/tables_room.h"
#include "export/progress/progress.h"
#include "forms/case.h"
#include "store/store.h"
#include "validators/evaluation.h"
#include "validators/explain.h"

namespace genpyo::session {

enum class Screen { start, entry, progress, tables, coding, comparison };

// Where the survey is looked at as a whole; no case is open there.
inline bool is_office(Screen screen) {
  return screen == Screen::progress || screen == Screen::tables || screen == Screen::coding;
}

inline bool has_case(Screen screen) { return screen == Screen::entry || screen == Screen::comparison; }

// What lies over the screen; every one is left with Esc.
enum class Dialog {
  none,
  help,       // F1
  note,       // F2: a text in `dialog_draft`
  why,        // F3: `explanation`, and below it `otherwise`
  go_to,      // F4: a number or a word in `dialog_draft`
  reason,     // F5 at a hard violation: why it is passed, in `dialog_draft`
  history,    // F6: `history`, of the cursor's item or of the whole case
  form,       // F7: the questionnaire with its rules; `dialog_draft` finds, `explanation` has the rules
  close,      // F9, or after the last item: what is open; Enter closes the case or goes there
  settings,   // F10: `setting` is the row that the keys change
  new_code,   // F2 while coding: the label of a code to be added, in `dialog_draft`
  doubt,      // guided: `doubts` are asked about, 1 yes, 2 no
};

// One sentence at the foot of the screen about the last key.
struct Notice {
  enum class Kind { none, accepted, refused, skipped, failure };
  Kind kind = Kind::none;
  std::string key;                      // of assets/strings; "" when `sentence` says all
  std::vector<std::string> arguments;
  std::string sentence;                 // a Failure's own words
  std::uint64_t number = 0;             // counts up: a face sees that a notice is new
};

// What was copied or cut. Only a face knows the clipboard: it puts there what is new.
struct Copied {
  std::string text;
  std::uint64_t number = 0;  // counts up
};

struct State {
  Screen screen = Screen::start;
  Dialog dialog = Dialog::none;
  std::string language = "ja";  // that of the settings
  Settings settings;
  std::set<paper::Typeface> missing_fonts;  // that are not installed
  std::string operator_name;
  std::string database;  // its path, for the start screen
  Notice notice;
  Copied copied;
  bool quit = false;

  // Where a PIN is asked, over all else; the last one is the one that is typed into.
  std::vector<Gate> gates;
  bool has_operators = false;  // then F12 locks
  bool supervisor = false;     // the operator is one

  // Start screen.
  std::vector<store::CaseSummary> cases;   // by id; changed_at as the clock on the wall has it
  std::vector<std::string> organizations;  // of each of them, from the frame; "" where it has none
  Standing standing = Standing::all;       // which of them the list shows
  std::vector<std::size_t> shown;          // indices into `cases`: of that standing, found by what is typed
  std::string next_number;                 // that most likely lies on top of the pile; "" when all are there
  Draft case_number;                       // being typed: a number, or a word of the organization's name
  std::optional<std::size_t> selected;     // index into `cases`, one of `shown`, after ↑ ↓

  // On the start screen the form that new cases are keyed under; then that of the case, as archived
  // with it.
  const Survey* survey = nullptr;

  // Entry screen.
  const paper::Layout* layout = nullptr;   // its pages in the present language
  forms::Case current;
  validators::Evaluation evaluation;
  std::int64_t revision = 0;
  forms::ItemIndex cursor = 0;
  Draft draft;                             // being typed into the cursor's item
  bool draft_refused = false;              // the next digit starts it anew
  std::size_t undoable = 0, redoable = 0;  // how far back and forth one can go
  bool read_only = false;                  // open elsewhere, or closed: keys move, nothing changes
  std::string open_at;                     // where it is open, when that is why: "kiosk-2, process 123"
  std::string trouble;                     // why nothing can be kept just now, a Failure's own words

  // The case's keyings; the comparison is empty while the second one is keyed.
  std::vector<PassSummary> passes;
  Comparison comparison;
  std::size_t difference = 0;              // on the screen of that name: the chosen one
  Settled proposed = Settled::no;          // there: what Enter settles it with

  // The survey office's screens, each as it was when it was entered.
  exports::Progress progress;
  std::size_t progress_row = 0;  // 0 = all, then progress.rows
  TablesRoom tables;
  CodingRoom coding;

  // Dialogs.
  Draft dialog_draft;
  std::vector<HistoryLine> history;        // newest first
  bool history_of_case = false;
  std::size_t picked = 0;                  // line of `history`; in the form, the item
  validators::Explanation explanation;
  std::vector<Otherwise> otherwise;        // as it was when F3 was pressed
  Setting setting = Setting::profile;
  std::vector<validators::Violation> doubts;
  bool soft_shown = false;  // heads-down: what is only to be confirmed was asked for
};

}  // namespace genpyo::session
