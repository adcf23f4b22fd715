// When the world says no: another kiosk has the case, the disk refuses. Nothing accepted is lost,
// what is typed stays, and the next key goes on.
#include <signal.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "session_fixture.h"
#include "tests/store/child.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using forms::Codes;
using forms::Value;
using session::Key;

const forms::Mark& mark(const session::State& state, const char* name) {
  return state.current.marks[*state.survey->form.find(name)];
}

// Another kiosk: opens the case, keys one answer, and at the second go leaves it.
void key_elsewhere(const std::string& database, const store::Parent& parent) {
  const auto session = start(database, small_survey());
  key(*session, "11-001\n2");
  parent.tell("open in process " + std::to_string(getpid()));
  parent.wait_for_go();
  press(*session, Key::escape);
  parent.tell("left");
  parent.wait_for_go();
}

}  // namespace

TEST_CASE("a case that is open at another kiosk is looked at, says where, and is taken up when left there") {
  const Folder folder;
  store::Child other([&](const store::Parent& parent) { key_elsewhere(folder.file("a.db"), parent); });
  const std::string open = other.line();
  REQUIRE(open.starts_with("open in "));
  const auto session = start(folder.file("a.db"), small_survey());
  const session::State& state = session->state();
  key(*session, "11-001\n");
  CHECK(state.screen == session::Screen::entry);
  CHECK(state.read_only);
  CHECK(state.open_at.ends_with(open.substr(8)));
  CHECK(mark(state, "asked").content == Value(Codes{2}));
  key(*session, "1");
  CHECK(state.notice.key == "notice.case_open_at");
  CHECK_FALSE(mark(state, "kinds").keyed());
  press(*session, Key::letter_r, true);
  CHECK(state.read_only);

  other.go();
  REQUIRE(other.line() == "left");
  press(*session, Key::letter_r, true);
  CHECK_FALSE(state.read_only);
  CHECK(state.open_at.empty());
  key(*session, "01\n");
  CHECK(mark(state, "kinds").content == Value(Codes{1}));
  other.go();
}

TEST_CASE("a case held elsewhere can be left and opened again") {
  const Folder folder;
  store::Child other([&](const store::Parent& parent) { key_elsewhere(folder.file("a.db"), parent); });
  REQUIRE(other.line().starts_with("open in "));
  const auto session = start(folder.file("a.db"), small_survey());
  key(*session, "11-001\n");
  press(*session, Key::escape);
  CHECK(session->state().screen == session::Screen::start);
  REQUIRE(session->state().cases.size() == 1);
  CHECK_FALSE(session->state().cases[0].open_at.empty());
  other.go();
  REQUIRE(other.line() == "left");
  key(*session, "11-001\n");
  CHECK_FALSE(session->state().read_only);
  other.go();
}

TEST_CASE("a hold that was lost and is nobody's is taken up again by itself") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey());
  key(*session, "11-001\n");
  auto other = store::Store::open(folder.file("a.db"), still_clock, "other");
  REQUIRE(other);
  REQUIRE(other->release("11-001"));
  key(*session, "1");
  CHECK(mark(session->state(), "asked").content == Value(Codes{1}));
  REQUIRE(other->release("11-001"));
  session->apply(session::Tick{});
  CHECK(session->state().notice.kind != session::Notice::Kind::failure);
  CHECK(other->holder("11-001")->here);
}

TEST_CASE("what was changed elsewhere meanwhile is read anew, and what is being typed stays") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey());
  const session::State& state = session->state();
  key(*session, "11-001\n");
  press(*session, Key::f4);
  key(*session, "4\n12");
  auto other = store::Store::open(folder.file("a.db"), still_clock, "other");
  REQUIRE(other);
  const auto stored = other->read(state.survey->form, "11-001");
  store::Change change;
  change.subject = "asked";
  change.mark.content = Codes{2};
  REQUIRE(other->save(state.survey->form, "11-001", stored->revision, {change}));
  press(*session, Key::enter);
  CHECK(state.notice.kind == session::Notice::Kind::failure);
  CHECK_FALSE(state.trouble.empty());
  press(*session, Key::letter_r, true);
  CHECK(state.trouble.empty());
  CHECK(mark(state, "asked").content == Value(Codes{2}));
  CHECK(state.draft.text() == "12");
  press(*session, Key::enter);
  CHECK(mark(state, "days").content == Value(std::int64_t{12}));
}

namespace {

// A full disk as the process meets it: no file may grow, until it is gone.
class FullDisk {
 public:
  FullDisk() {
    signal(SIGXFSZ, SIG_IGN);
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const rlimit none{1, before_.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &none) == 0);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
};

// A second later at every look, so that the hold's renewal has something to write.
store::Clock going_clock() {
  return [seconds = 10]() mutable { return "2018-03-01T09:30:" + std::to_string(++seconds) + ".000Z"; };
}

}  // namespace

TEST_CASE("a disk that refuses is told in one sentence, the draft stays, and the next key goes on when it is back") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey(), going_clock());
  const session::State& state = session->state();
  key(*session, "11-001\n");
  press(*session, Key::f4);
  key(*session, "4\n12");
  auto full = std::make_unique<FullDisk>();
  press(*session, Key::enter);
  CHECK(state.notice.kind == session::Notice::Kind::failure);
  CHECK_FALSE(state.trouble.empty());
  CHECK_FALSE(mark(state, "days").keyed());
  CHECK(state.draft.text() == "12");
  session->apply(session::Tick{});  // still so
  CHECK_FALSE(state.trouble.empty());
  full.reset();
  session->apply(session::Tick{});
  CHECK(state.trouble.empty());
  CHECK(state.notice.key == "notice.works_again");
  press(*session, Key::enter);
  CHECK(mark(state, "days").content == Value(std::int64_t{12}));
}

TEST_CASE("nobody is held before a disk that refuses: the second Esc leaves without what was typed") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey());
  key(*session, "11-001\n");
  press(*session, Key::f4);
  key(*session, "4\n12");
  auto full = std::make_unique<FullDisk>();
  press(*session, Key::escape);
  CHECK(session->state().screen == session::Screen::entry);
  CHECK(session->state().notice.key == "notice.leave_unsaved");
  CHECK(session->state().draft.text() == "12");
  press(*session, Key::escape);
  CHECK(session->state().screen == session::Screen::start);
  full.reset();
  key(*session, "11-001\n");
  CHECK_FALSE(session->state().read_only);
  CHECK_FALSE(mark(session->state(), "days").keyed());
}
