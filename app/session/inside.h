// Inside: the session's own rooms. Only app/session/ includes this.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session/occasion.h"
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

  // Marks that were changed at one go, to be taken back at one go.
  struct Remarked {
    forms::ItemIndex item;
    forms::Mark before, after;
  };
  using Step = std::vector<Remarked>;
  std::vector<Step> undo_steps, redo_steps;
  std::string beyond_frame;  // a case number that was told to be beyond the frame: Enter again takes it
  std::string last_case;     // that was open here: what lies next on the pile follows it
  // Of the notice that asked once more. When the same key comes and nothing else was said since,
  // it is meant.
  std::uint64_t asked_by = 0;

  Settings kept_settings;              // without what only the command line asked for
  std::set<std::string> known_doubts;  // violations that stood before the cursor came here
  std::string pin;                           // being typed at a gate
  std::optional<std::int64_t> last_key;      // when, by the entrance's clock
  static constexpr std::size_t most_typed = 400;

  std::optional<forms::ItemIndex> keying_anew;  // a difference of the passes, from the sheet
  bool closes_again = false;  // settling opened the case, and the rules have not let it close yet

  Screen came_from = Screen::start;  // where leaving a case leads
  struct Held {
    std::string id;
    bool closed = false;
    validators::Evaluation evaluation;
  };
  std::vector<Held> at_hand;                       // of the tables screen: what its filters choose from
  std::map<std::string, CodingRecord> records;  // of the coding screen, by case: not for every coder's eyes
  std::vector<CodedAnswer> answers;             // likewise, all of them

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
  void draft_changed();  // on the start screen or in a dialog: what follows from it
  void break_line();
  void copy();
  void cut();
  void place_caret(const PlaceCaret& caret);

  // start.cpp: the start screen
  void accept_case_number();
  void open_found(const std::string& typed);
  void select_case(bool forward);
  void list_cases();  // anew: what `shown`, `selected` and `next_number` follow from has changed
  void show_other_cases();
  void take_next_number();
  void open_case(const std::string& id, int pass = store::first_pass);
  std::optional<std::string> load_case(const std::string& id, int pass);  // gives its last item; none after telling why
  void create_case(const forms::CaseNumber& number);
  void leave_case();
  const Survey* survey_of(const std::string& hash);  // null after telling why
  Occasion occasion() const;
  // The case's end, where the form asks for it, and that it is closed; `after` as it is then.
  std::vector<store::Change> closing(forms::Case& after, const std::string& reason) const;
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
  // Asks once: false the first time, and true when the same is asked for again at once.
  bool meant(std::string key, std::vector<std::string> arguments = {});
  // Saves, and only then shows: false when the store said no.
  bool save(const std::vector<store::Change>& changes, forms::Case after);
  bool save_mark(forms::ItemIndex item, const forms::Mark& mark, const std::string& reason);
  bool save_step(Step step, const std::string& reason);  // the same for several marks, as one
  void go_on();

  // preferences.cpp: the settings
  void begin_settings();
  void set(Setting setting, std::size_t option);
  void step(Setting setting, int by, bool round);
  bool is_there(Setting setting, std::size_t option) const;  // a font may not be installed
  void tell_missing_font(paper::Typeface font);
  bool obey_preference(Command command);  // false when the command is about something else

  // doubts.cpp: guided
  void remember_doubts();
  bool asks_doubts();  // true when it asks: the cursor stays
  void answer_doubts(bool as_on_paper);
  void type_in_dialog(std::string_view character);
  // doorway.cpp
  bool stopped_by_gate(const Action& action);  // true: the action is dealt with
  bool lock_is_due(bool is_tick);
  void lock();
  void open_gate(Purpose purpose);
  void close_gate();
  void choose_person(std::size_t index);
  void back_to_names();
  void ask_pin();
  bool read_wait();  // false after telling why
  void tell_wait();
  void tick_at_gate();
  void type_at_gate(const std::string& utf8);
  void type_pin(const std::string& characters);
  void erase_digit();
  void run_at_gate(Command command);
  void accept_at_gate();
  bool pin_is_right();
  void pass_gate();
  void quit();
  void leave_program();
  // page_absent.cpp
  void mark_page_absent();

  // trouble.cpp: a disk that says no, a case that is open elsewhere
  forms::Result<std::int64_t> keep(const std::vector<store::Change>& changes);
  void tell_trouble(const forms::Failure& failure);
  void trouble_is_over();
  void look_where_open();
  void take_up_again();
  void renew_hold();
  bool leave_settled();  // false: told that something typed is not kept, and that the key again leaves

  // second_pass.cpp
  std::string chosen_case();
  void key_second_pass();
  bool may_key_second(const Comparison& comparison) const;
  void stay_on_start(const std::string& id);
  std::optional<Comparison> read_comparison(const std::string& id);
  void read_passes();
  void close_second_pass();
  void enter_comparison();
  void tell_standing();
  void choose_difference(std::size_t at);
  void first_unsettled();
  bool run_in_comparison(Command command);  // false when the command is about something else
  void type_in_comparison(const std::string& utf8);
  void propose(Settled proposed);
  void settle_difference();
  bool may_settle();
  bool save_settled(forms::ItemIndex item, const forms::Mark& mark, const std::string& reason);
  void key_anew();
  void back_to_comparison(bool accepted);

  // dialogs.cpp
  void open_dialog(Dialog dialog);
  void accept_dialog();
  void confirm();
  void pass_with_reason();
  void close_or_reopen();

  // office.cpp: what the survey office's screens have in common
  bool run_in_office(Command command);  // false when the command is about something else
  void type_in_office(const std::string& utf8);
  void touch(const Touch& touched);
  void enter(Screen screen);
  void back_to_start();
  // Every case of the survey's form, evaluated. False after telling why.
  bool for_each_case(const std::function<void(const store::CaseSummary&, const forms::Case&,
                                              const validators::Evaluation&)>& use,
                     const std::function<void(const store::CaseSummary&)>& of_other_form);
  bool enter_progress();
  void run_in_progress(Command command);

  // tables_room.cpp
  bool enter_tables();
  void tabulate();
  void compose_table(const exports::Tabulation& tabulation, const std::vector<exports::Figure>& figures);
  void begin_grid();
  void show_behind();
  void run_in_tables(Command command);
  void touch_tables(const Touch& touched);
  void move_in_tables(std::ptrdiff_t rows, std::ptrdiff_t columns);
  void turn_filter(std::ptrdiff_t by);
  void open_behind();
  bool is_let_in(const Held& held_case) const;

  // coding.cpp
  bool enter_coding();
  bool read_answers();
  void show_pass();
  void find_answers();
  void run_in_coding(Command command);
  void type_in_coding(const std::string& utf8);
  void touch_coding(const Touch& touched);
  void step_answer(std::ptrdiff_t by);
  void first_uncoded();
  void next_uncoded();
  void accept_answer();
  void toggle_code(std::string_view digit);
  void take_codes(const forms::Codes& codes);
  bool save_codes(const forms::Codes& codes, const std::string& subject, const std::string& reason);
  bool keep_coding(const std::string& case_id, const store::Change& change);
  void other_pass();
  bool may_see(CodingPass pass) const;
  void other_coded_item(bool forward);
  void begin_new_code();
  void accept_new_code();
  const forms::Item& coded() const { return state.survey->form.items[state.coding.items[state.coding.item]]; }

  // browse.cpp: the dialogs with a list
  void open_history();
  void show_history(bool of_case);
  void accept_history();
  void open_form();
  void pick(std::size_t line);
  void pick_near(std::ptrdiff_t lines);
  void find_in_form();
  void accept_form();
};

}  // namespace genpyo::session
