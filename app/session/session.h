// Session: from an action to the next state, with everything on disk before it is seen.
//
//   action ─► text → mark ─► a copy of the case with it ─► evaluate (pure) ─► store.save ─► state
//
// The state changes only when the save succeeded, so what is seen is what is stored. It knows no
// window, no clock of its own and no drawing: all of entry is tested without a screen.
#pragma once
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "app/session/action.h"
#include "app/session/entrance.h"
#include "app/session/state.h"
#include "export/tables/tables.h"
#include "forms/date.h"
#include "forms/paper/font.h"
#include "store/store.h"

namespace genpyo::session {

// The world, handed in.
struct World {
  store::Store store;
  std::unique_ptr<Survey> survey;               // what new cases are keyed under
  const paper::FontSet* fonts = nullptr;        // must outlive the session
  std::function<forms::Date()> today;
  // A time as stored (UTC) as the clock on the wall has it, in the same form: for people to read.
  std::function<std::string(const std::string&)> local_time;
  std::string operator_name;
  std::string database;
  std::string language = "ja";          // for this run, whatever the settings say; "" = as they say
  Settings settings = {};               // as they were kept
  bool full_screen = false;             // for this run, likewise
  // Keeps the settings for the next time, as text; empty = they are not kept.
  std::function<forms::Result<forms::Done>(const std::string&)> keep_settings = {};
  std::set<paper::Typeface> missing_fonts = {};    // of the settings' options
  // The tables that a form declares; empty = there are none.
  std::function<forms::Result<exports::TablesDefinition>(const forms::Form&)> tables_of = {};
  Entrance entrance = {};                          // with operators, one has to sign in first
  // The present time as stored (UTC), and this machine's name, for forms that ask for them; where
  // they are empty such an item stays blank.
  std::function<std::string()> now = {};
  std::string machine = {};
};

class Session {
 public:
  // Archives the form and reads the cases. Fails when the store says no.
  static forms::Result<std::unique_ptr<Session>> start(World world);
  ~Session();

  const State& state() const;
  void apply(const Action& action);

 private:
  struct Inside;
  explicit Session(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace genpyo::session
