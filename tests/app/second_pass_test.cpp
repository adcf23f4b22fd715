// The second pass: keyed blind, compared, settled.
#include <catch2/catch.hpp>

#include <random>

#include "app/session/error_rates.h"
#include "app/session/intake.h"
#include "door_fixture.h"
#include "tests/support/typist.h"

using namespace genpyo;
using namespace genpyo::test;
using session::Key;
using session::Screen;
using session::Settled;

namespace {

constexpr const char* id = "11-001";

// 問1 yes, 問2 yes, 問3 1 and 2, 問4 the days, 問5 empty; left open, or closed.
void key_sheet(session::Session& session, const std::string& days, const char* asked = "1") {
  key(session, std::string(asked) + (*asked == '1' ? "1" : "") + "0102\n" + days + "\n\n");
}

struct Twice {
  Twice() {
    key(*session, "11001\n");
    key_sheet(*session, "4");
    key(*session, "\n");  // closed
    key(*session, "11001");
    press(*session, Key::f2);
  }
  const session::State& state() const { return session->state(); }
  store::Store reader() const { return std::move(*store::Store::open_read_only(folder.file("a.db"))); }
  std::vector<store::Entry> history(std::string_view item = "") const {
    auto store = reader();
    return *store.history(small_survey()->form, id, item);
  }
  forms::Case first() const {
    auto store = reader();
    return store.read(small_survey()->form, id)->current;
  }

  Folder folder;
  std::unique_ptr<session::Session> session = start(folder.file("a.db"), small_survey());
};

}  // namespace

TEST_CASE("a second pass begins empty and shows nothing of the first") {
  Twice twice;
  REQUIRE(twice.state().screen == Screen::entry);
  CHECK(twice.state().current.pass == store::second_pass);
  for (const forms::Mark& mark : twice.state().current.marks) CHECK_FALSE(mark.keyed());
  CHECK(twice.state().comparison.items.empty());
  press(*twice.session, Key::f6);
  press(*twice.session, Key::f6);
  REQUIRE(twice.state().history_of_case);
  for (const auto& line : twice.state().history) CHECK(line.pass == store::second_pass);
}

TEST_CASE("two equal passes agree and nothing is left to settle") {
  Twice twice;
  key_sheet(*twice.session, "04");  // the same figure, keyed otherwise
  key(*twice.session, "\n");
  REQUIRE(twice.state().screen == Screen::comparison);
  CHECK(twice.state().comparison.items.size() == 5);
  CHECK(twice.state().comparison.differences.empty());
  CHECK(twice.state().notice.key == "notice.passes_agree");
  key(*twice.session, "\n");
  CHECK(twice.state().screen == Screen::start);
}

TEST_CASE("what differs is settled as a new mark of the first pass, and the case stays closed") {
  Twice twice;
  key_sheet(*twice.session, "9");
  key(*twice.session, "\n");
  REQUIRE(twice.state().comparison.differences.size() == 1);
  const auto& difference = twice.state().comparison.difference(0);
  CHECK(difference.first.content == forms::Value(std::int64_t{4}));
  CHECK(difference.second.content == forms::Value(std::int64_t{9}));
  const std::size_t lines = twice.history().size();

  key(*twice.session, "2");
  CHECK(twice.history().size() == lines);  // nothing before Enter
  key(*twice.session, "\n");

  CHECK(twice.state().comparison.left() == 0);
  CHECK(twice.first().marks[3].content == forms::Value(std::int64_t{9}));
  CHECK(twice.first().state == forms::CaseState::closed);
  const auto history = twice.history("days");
  CHECK(history.back().reason == "second pass: second taken");
  CHECK(history.back().pass == store::first_pass);
  CHECK(history.front().mark.content == forms::Value(std::int64_t{4}));  // still told
  auto store = twice.reader();
  CHECK(store.audit()->findings.empty());
}

TEST_CASE("keeping the first is a decision that the journal tells too") {
  Twice twice;
  key_sheet(*twice.session, "*");
  key(*twice.session, "\n1\n");
  CHECK(twice.state().comparison.left() == 0);
  CHECK(twice.state().comparison.difference(0).settled == Settled::first);
  CHECK(twice.history("days").back().reason == "second pass: first kept");
}

TEST_CASE("an error is what the case came not to have, and nobody's while it is not settled") {
  Twice twice;
  key_sheet(*twice.session, "9");
  key(*twice.session, "\n");
  session::ErrorRates before, after;
  before.add(twice.state().comparison);
  CHECK(before.by_item[3].undecided == 2);
  CHECK(before.by_item[3].errors == 0);
  key(*twice.session, "2\n");
  after.add(twice.state().comparison);
  CHECK(after.by_item[3].errors == 1);
  CHECK(after.by_item[3].undecided == 0);
  CHECK(after.by_operator["tester"].keyed == 10);
  CHECK(after.by_operator["tester"].errors == 1);
  CHECK(after.unsettled == 0);
}

TEST_CASE("a difference keyed anew from the sheet leads back to the comparison") {
  Twice twice;
  key_sheet(*twice.session, "9");
  key(*twice.session, "\n3");
  REQUIRE(twice.state().screen == Screen::entry);
  CHECK(twice.state().current.pass == store::first_pass);
  key(*twice.session, "7\n");
  REQUIRE(twice.state().screen == Screen::comparison);
  CHECK(twice.state().comparison.difference(0).settled == Settled::anew);
  CHECK(twice.first().marks[3].content == forms::Value(std::int64_t{7}));
  CHECK(twice.first().state == forms::CaseState::closed);
}

TEST_CASE("a case that a settlement sets against a rule stays open and says so") {
  Twice twice;
  key_sheet(*twice.session, "40");
  REQUIRE(twice.state().dialog == session::Dialog::close);
  key(*twice.session, "\n2\n");
  CHECK(twice.state().notice.key == "notice.settled_but_open");
  CHECK(twice.first().state == forms::CaseState::open);
}

TEST_CASE("a second pass is taken up where it was left, and not before the first is keyed") {
  Twice twice;
  key(*twice.session, "1");
  press(*twice.session, Key::escape);
  key(*twice.session, "11001");
  press(*twice.session, Key::f2);
  CHECK(twice.state().current.pass == store::second_pass);
  CHECK(twice.state().cursor == 1);
  press(*twice.session, Key::escape);

  key(*twice.session, "11002\n1");
  press(*twice.session, Key::escape);
  key(*twice.session, "11002");
  press(*twice.session, Key::f2);
  CHECK(twice.state().screen == Screen::start);
  CHECK(twice.state().notice.key == "notice.first_pass_not_keyed");
}

TEST_CASE("who keyed the first pass does not key the second, but a supervisor may") {
  Door door;
  const auto sign_in = [&](const char* who, const char* pin) { door.type(std::string(who) + "\n" + pin + "\n"); };
  sign_in("1", "1234");
  door.open_a_case();
  key_sheet(*door.session, "4");
  door.type("\n");
  door.type("11001");
  door.press(Key::f2);
  CHECK(door.state().notice.key == "notice.keyed_first_pass");
  CHECK(door.state().screen == Screen::start);
  for (const auto& [who, pin] : {std::pair{"2", "2468"}, std::pair{"3", "9999"}}) {
    door.press(Key::f12);
    door.press(Key::escape);  // from the PIN of who was here to the names
    sign_in(who, pin);
    door.press(Key::f2);
    CHECK(door.state().screen == Screen::entry);
    CHECK(door.state().current.pass == store::second_pass);
    door.press(Key::escape);
    door.type("11001");
  }
}

TEST_CASE("a mark of the first pass is brought back by one key after it was settled") {
  Twice twice;
  key_sheet(*twice.session, "9");
  key(*twice.session, "\n2\n");
  press(*twice.session, Key::escape);
  key(*twice.session, "11001\n");
  press(*twice.session, Key::f9);
  key(*twice.session, "\n");  // open again
  twice.session->apply(session::GoTo{3});
  press(*twice.session, Key::f6);
  std::size_t line = 0;
  while (twice.state().history[line].after.raw != "4") ++line;
  twice.session->apply(session::Pick{line});
  key(*twice.session, "\n");
  CHECK(twice.first().marks[3].content == forms::Value(std::int64_t{4}));
}

TEST_CASE("a robot's typing errors in second passes are exactly what the comparison lists") {
  const Folder folder;
  const auto survey = real_survey();
  const auto bytes = forms::read_file(std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv", 8u << 20);
  session::Intake intake = session::read_rows(*survey, *forms::csv::parse(*bytes), {2018, 3, 1});
  const auto session = start(folder.file("a.db"), real_survey());
  const session::State& state = session->state();
  std::mt19937 random(20180301);
  for (std::size_t row = 0; row < 6; ++row) {
    forms::Case sheet = intake.cases[row * 20].current;
    INFO(sheet.id);
    for (std::size_t item = 0; item < survey->form.items.size(); ++item) {
      if (!survey->form.items[item].codes_of.empty()) sheet.marks[item] = {};
    }
    support::Typist typist(*session);
    typist.open(sheet.id);
    REQUIRE(typist.key(sheet));
    std::vector<forms::ItemIndex> figures, wrong;
    for (forms::ItemIndex item = 0; item < sheet.marks.size(); ++item) {
      const bool off_path = !state.evaluation.items[item].relevant;
      if (std::holds_alternative<std::int64_t>(sheet.marks[item].content) && !off_path) figures.push_back(item);
    }
    press(*session, Key::escape);
    press(*session, Key::escape);
    std::shuffle(figures.begin(), figures.end(), random);
    figures.resize(std::min<std::size_t>(figures.size(), 4));
    for (const forms::ItemIndex item : figures) {
      forms::Case slip = sheet;
      const std::int64_t figure = std::get<std::int64_t>(sheet.marks[item].content) + 1;
      slip.marks[item] = {figure, {}, std::to_string(figure)};
      const auto after = validators::evaluate(*survey->program, slip, {2018, 3, 1});
      const auto before = validators::evaluate(*survey->program, sheet, {2018, 3, 1});
      const bool same_path = std::equal(after.items.begin(), after.items.end(), before.items.begin(),
                                        [](const auto& one, const auto& other) { return one.relevant == other.relevant; });
      if (!same_path) continue;
      sheet = std::move(slip);
      wrong.push_back(item);
    }
    std::sort(wrong.begin(), wrong.end());
    REQUIRE_FALSE(wrong.empty());

    key(*session, sheet.id);
    press(*session, Key::f2);
    REQUIRE(state.current.pass == store::second_pass);
    REQUIRE(typist.key(sheet));
    key(*session, "\n");
    REQUIRE(state.screen == Screen::comparison);
    std::vector<forms::ItemIndex> found;
    for (const std::size_t at : state.comparison.differences) found.push_back(state.comparison.items[at].item);
    CHECK(found == wrong);
    press(*session, Key::escape);
  }
}
