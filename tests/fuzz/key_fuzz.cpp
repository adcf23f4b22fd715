// key_fuzz EVENTS [SEED]: random keys, clicks and texts into a session on the real form. Ends with 1,
// the seed and the last events when it crashes, loses a mark, or undo does not lead back to where
// the case was opened (an empty case, when it was new).
#include <deque>
#include <iostream>

#include "events.h"
#include "tests/app/session_fixture.h"
#include "witness.h"

namespace {

using namespace genpyo;
using session::Key;

constexpr std::size_t events_between_reads = 500, events_between_undoing = 2'000, events_told = 30;
// Typing that is not accepted yet is taken back before any mark.
constexpr std::size_t presses_of_typing = 1'000;

// A key accepts the draft before it, and does its own; a text may answer a question with each letter;
// with Ctrl a whole page may be marked absent, and that be taken back.
std::size_t most_changes(const session::Action& action, const forms::Form& form) {
  const auto* press = std::get_if<session::Press>(&action);
  const bool is_page = std::holds_alternative<session::Run>(action) || (press != nullptr && press->chord.ctrl);
  if (is_page) return form.items.size();
  const auto* type = std::get_if<session::Type>(&action);
  return type == nullptr ? 2 : type->utf8.size();
}

class Fuzz {
 public:
  explicit Fuzz(std::uint64_t seed)
      : session_(test::start(folder_.file("fuzz.db"), test::real_survey())),
        witness_(*session_, folder_.file("fuzz.db")),
        events_(seed) {}

  void run(std::size_t events) {
    for (std::size_t count = 1; count <= events; ++count) {
      apply(events_.next(session_->state()));
      if (count % events_between_reads == 0) witness_.compare_with_store();
      if (count % events_between_undoing == 0) undo_to_the_beginning();
    }
    witness_.compare_with_journal();
    std::cout << events << " events and " << extra_ << " to undo and redo: " << witness_.cases() << " cases, "
              << witness_.marks() << " changes of marks, " << undone_ << " times undone to the beginning ("
              << undone_to_empty_ << " to an empty case).\n";
  }

  const std::deque<std::string>& last() const { return last_; }

 private:
  void apply(const session::Action& action) {
    last_.push_back(fuzz::told(action));
    if (last_.size() > events_told) last_.pop_front();
    const bool was_open = is_open();
    session_->apply(action);
    const session::State& state = session_->state();
    if (is_open() && (!was_open || state.current.id != opened_.id)) opened_ = state.current;
    witness_.look(most_changes(action, state.survey->form));
  }

  bool is_open() const { return session_->state().screen == session::Screen::entry; }

  void press(Key key) {
    const bool ctrl = key == Key::letter_z || key == Key::letter_y;
    apply(session::Press{{key, ctrl}});
    ++extra_;
  }

  // Out of dialogs, back through all steps, forth through all, back again or not.
  void undo_to_the_beginning() {
    const session::State& state = session_->state();
    while (is_open() && state.dialog != session::Dialog::none) press(Key::escape);
    if (!is_open() || state.read_only) return;
    press(Key::delete_), press(Key::up), press(Key::up);  // a draft that is no answer is given up
    const auto before = fuzz::kept(state.current.marks);
    const std::size_t steps = state.undoable;
    undo_all();
    if (fuzz::kept(state.current.marks) != opened_.marks) throw std::runtime_error("undo does not lead back to the opening");
    ++undone_;
    undone_to_empty_ += opened_.marks == emptied().marks ? 1 : 0;
    const std::size_t bound = 2 * steps + presses_of_typing;
    for (std::size_t count = 0; state.redoable > 0 && count < bound; ++count) press(Key::letter_y);
    if (fuzz::kept(state.current.marks) != before) throw std::runtime_error("redo does not lead forth again");
    if (events_.chance(50)) undo_all();
  }

  void undo_all() {
    const session::State& state = session_->state();
    const std::size_t bound = 2 * state.undoable + presses_of_typing;
    for (std::size_t count = 0; state.undoable > 0 && count < bound; ++count) press(Key::letter_z);
    if (state.undoable != 0) throw std::runtime_error("undo does not come to an end");
  }

  // The present case with nothing on it but what the frame knows.
  forms::Case emptied() const {
    forms::Case empty = session_->state().current;
    for (forms::ItemIndex item = 0; item < empty.marks.size(); ++item) {
      if (session_->state().survey->form.items[item].frame_column.empty()) empty.marks[item] = {};
    }
    return empty;
  }

  test::Folder folder_;
  std::unique_ptr<session::Session> session_;
  fuzz::Witness witness_;
  fuzz::Events events_;
  forms::Case opened_;  // as it was when it was opened last
  std::deque<std::string> last_;
  std::size_t extra_ = 0, undone_ = 0, undone_to_empty_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  const std::size_t events = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
  const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 2018;
  if (events == 0) {
    std::cerr << "usage: key_fuzz EVENTS [SEED]\n";
    return 2;
  }
  Fuzz fuzz(seed);
  try {
    fuzz.run(events);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "seed " << seed << ": " << error.what() << "\nthe last events:\n";
    for (const std::string& told : fuzz.last()) std::cerr << "  " << told << '\n';
    return 1;
  }
}
