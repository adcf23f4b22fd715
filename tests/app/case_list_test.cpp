// The start screen's list: groups, finding as one types, and the number that comes next.
#include "app/session/case_list.h"

#include <catch2/catch.hpp>

#include "session_fixture.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using session::Standing;

store::CaseSummary summary(const char* id, forms::CaseState state, const char* changed_at) {
  store::CaseSummary each;
  each.id = id;
  each.state = state;
  each.changed_at = changed_at;
  return each;
}

const forms::Frame& frame() {
  static const auto parsed = forms::parse_frame(
      "number,organization,clinics,hospitals\n1,釜石医師会,1,\n2,鶴岡地区医師会,3,\n3,みぶの会,,\n4,板橋区医師会,2,1\n");
  return *parsed;
}

const std::vector<store::CaseSummary>& cases() {
  static const std::vector<store::CaseSummary> all = {
      summary("02-001", forms::CaseState::closed, "2018-03-01"),
      summary("02-003", forms::CaseState::open, "2018-03-03"),
      summary("04-001", forms::CaseState::open, "2018-03-02")};
  return all;
}

using Indices = std::vector<std::size_t>;

Indices shown(Standing standing, const char* typed) {
  return session::shown_cases(cases(), session::organizations_of(cases(), {}, frame(), "ja"), standing, typed);
}

}  // namespace

TEST_CASE("an organization is called as the form calls it in the language of the screen") {
  forms::Form form;
  form.lists = {{"organizations", {{2, forms::Label({{"ja", "鶴岡地区医師会"}, {"en", "Tsuruoka District"}})}}}};
  form.items.resize(1);
  form.items[0].frame_column = "number";
  form.items[0].choices = 0;
  CHECK(session::organization_in(form, 2, "鶴岡", "en") == "Tsuruoka District");
  CHECK(session::organization_in(form, 4, "板橋", "en") == "板橋");  // the form has no word for it
  CHECK(session::organization_in({}, 2, "鶴岡", "en") == "鶴岡");
}

TEST_CASE("a case is found by how its number begins, hyphen or not, in digits of any width") {
  CHECK(session::finds("", "11-001", ""));
  CHECK(session::finds("11-0", "11-001", ""));
  CHECK(session::finds("1100", "11-001", ""));
  CHECK(session::finds("１１００", "11-001", ""));
  CHECK_FALSE(session::finds("12", "11-001", ""));
  CHECK_FALSE(session::finds("11-0012", "11-001", ""));
}

TEST_CASE("a case is found by a word of its organization's name, but a number is never a word") {
  CHECK(shown(Standing::all, "鶴岡") == Indices{0, 1});
  CHECK(shown(Standing::all, "医師会") == Indices{0, 1, 2});
  CHECK(shown(Standing::all, "東京").empty());
  CHECK_FALSE(session::finds("2", "11-001", "第2病院"));
}

TEST_CASE("the list shows the open cases, the closed ones, or all") {
  CHECK(shown(Standing::all, "") == Indices{0, 1, 2});
  CHECK(shown(Standing::open, "") == Indices{1, 2});
  CHECK(shown(Standing::closed, "") == Indices{0});
  CHECK(shown(Standing::open, "02") == Indices{1});
}

TEST_CASE("next comes the first sheet of the same organization that is not there, then of the others") {
  CHECK(session::next_number(cases(), frame(), "02-001") == "02-002");
  CHECK(session::next_number(cases(), frame(), "02-003") == "04-002");  // past the one not surveyed
  CHECK(session::next_number(cases(), frame(), "04-001") == "04-002");
  CHECK(session::next_number(cases(), frame(), "") == "04-002");        // 02-003 was changed last
  CHECK(session::next_number({}, frame(), "").empty());
  CHECK(session::next_number(cases(), {}, "02-001").empty());
}

TEST_CASE("the search for what comes next goes round the frame, back to what was left out") {
  std::vector<store::CaseSummary> all = cases();
  for (const char* id : {"04-002", "04-003"}) all.push_back(summary(id, forms::CaseState::open, ""));
  CHECK(session::next_number(all, frame(), "04-003") == "01-001");
  all.push_back(summary("01-001", forms::CaseState::open, ""));
  CHECK(session::next_number(all, frame(), "04-003") == "02-002");
  all.push_back(summary("02-002", forms::CaseState::open, ""));
  CHECK(session::next_number(all, frame(), "04-003").empty());
}

TEST_CASE("on the start screen a word finds a case, Tab changes the group, Ctrl+N fills in what is next") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), real_survey());
  for (const char* id : {"02-001\n", "11-001\n"}) {
    key(*session, id);
    press(*session, session::Key::escape);
  }
  const session::State& state = session->state();
  CHECK(state.next_number == "11-002");
  session->apply(session::Type{"鶴岡"});
  REQUIRE(state.shown.size() == 1);
  press(*session, session::Key::tab);
  CHECK(state.standing == Standing::open);
  press(*session, session::Key::tab);
  CHECK(state.shown.empty());  // none is closed
  press(*session, session::Key::enter);
  CHECK(state.notice.key == "notice.no_case_found");
  press(*session, session::Key::tab);
  press(*session, session::Key::enter);
  CHECK(state.screen == session::Screen::entry);
  CHECK(state.current.id == "02-001");
  press(*session, session::Key::escape);
  press(*session, session::Key::letter_n, true);
  CHECK(state.screen == session::Screen::start);  // in the box only
  CHECK(state.case_number.text() == "02-002");
}

TEST_CASE("a word that finds several cases opens none of them until one is chosen") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), real_survey());
  for (const char* id : {"02-001\n", "02-002\n"}) {
    key(*session, id);
    press(*session, session::Key::escape);
  }
  session->apply(session::Type{"鶴岡"});
  press(*session, session::Key::enter);
  CHECK(session->state().notice.key == "notice.several_cases");
  press(*session, session::Key::down);
  press(*session, session::Key::down);
  press(*session, session::Key::enter);
  CHECK(session->state().current.id == "02-002");
}

TEST_CASE("typing after a choice from the list means the number that is typed") {
  const Folder folder;
  const auto session = start(folder.file("a.db"), small_survey());
  key(*session, "11-001\n");
  press(*session, session::Key::escape);
  press(*session, session::Key::down);
  REQUIRE(session->state().selected == 0u);
  key(*session, "11-002\n");
  CHECK(session->state().current.id == "11-002");
}
