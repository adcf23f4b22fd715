// Inside: the session's own rooms. Only app/session/ includes this.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/session/session.h"
#include "app/session/walk.h"

namespace genpyo::session {

struct Session::Inside {
  explicit Inside(World given) : world(std::move(given)) {}

  World world;
  State state;

  // Definitions that cases of this file were keyed under, by hash; layouts by hash and language.
  std::map<std::string, std::unique_ptr<Survey>> archived;
  std::map<std::pair<std::string, std::string>, paper::Layout> layouts;

  // One mark that was changed, to be taken back.
  struct Step {
    forms::ItemIndex item;
    forms::Mark before, after;
  };
  std::vector<Step> undo_steps, redo_steps;
  std::string beyond_frame;  // a case number that was told to be beyond the frame: Enter again takes it

  // session.cpp
  void run(Command command);
  void tell(Notice::Kind kind, std::string key, std::vector<std::string> arguments = {});
  void fail(const forms::Failure& failure);
  forms::Result<forms::Done> read_cases();
  bool refresh_cases();  // false after telling why
  void switch_language();

  // text_entry.cpp
  void type(const std::string& utf8);
  Draft& draft_in_use();
  bool keys_into_item() const;  // rather than into a dialog or the start screen
  void cursor_key(Command command);
  void break_line();
  void copy();
  void cut();
  void place_caret(const PlaceCaret& caret);

  // start.cpp: the start screen
  void accept_case_number();
  void select_case(bool forward);
  void open_case(const std::string& id);
  void create_case(const forms::CaseNumber& number);
  void leave_case();
  const Survey* survey_of(const std::string& hash);  // null after telling why
  void use_layout();

  // entry.cpp: keying
  void type_character(std::string_view character);
  void accept();
  void mark_missing(forms::Missing kind);
  void start_several();
  void choose(forms::ItemIndex item, int code);
  void erase_forward();
  void undo_or_redo(std::vector<Step>& from, std::vector<Step>& to, bool backward);
  void go_to(forms::ItemIndex item);
  void move(Command command);
  bool may_change();
  // Before the cursor goes elsewhere: what was typed and not yet accepted is accepted. False when
  // it is no answer: told once, and given up when asked again.
  bool settle_draft();
  // Saves, and only then shows: false when the store said no.
  bool save(const std::vector<store::Change>& changes, forms::Case after);
  bool save_mark(forms::ItemIndex item, const forms::Mark& mark, const std::string& reason);
  void go_on();

  // dialogs.cpp
  void open_dialog(Dialog dialog);
  void accept_dialog();
  void confirm();
  void close_or_reopen();
};

}  // namespace genpyo::session
