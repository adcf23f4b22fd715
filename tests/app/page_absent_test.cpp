// A page that never arrived, and the seven kinds of missing for every type of item.
#include <catch2/catch.hpp>

#include "session_fixture.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using forms::Missing;
using forms::Value;
using session::Key;

struct Opened {
  Folder folder;
  std::unique_ptr<session::Session> session;
  explicit Opened(std::unique_ptr<session::Survey> survey) : session(start(folder.file("a.db"), std::move(survey))) {
    key(*session, "11-001\n");
  }
  const session::State& state() const { return session->state(); }
  std::size_t page() const { return *state().layout->page_of(state().cursor); }
  std::size_t absent_on(std::size_t page) const {
    std::size_t count = 0;
    for (const paper::Block& block : state().layout->pages[page].blocks) {
      count += forms::is_missing(state().current.marks[block.item].content, Missing::page_absent) ? 1u : 0u;
    }
    return count;
  }
  std::int64_t lines_of_journal() const {
    auto store = store::Store::open_read_only(folder.file("a.db"));
    return store->audit()->entries;
  }
};

}  // namespace

TEST_CASE("Ctrl and Delete marks what is asked on the page, goes to the next, and one undo takes it back") {
  const Opened opened(real_survey());
  press(*opened.session, Key::page_down);
  REQUIRE(opened.page() == 1);
  const forms::ItemIndex before = opened.state().cursor;
  press(*opened.session, Key::delete_, true);
  CHECK(opened.state().notice.key == "notice.page_absent");
  CHECK(opened.page() == 2);
  const std::size_t marked = opened.absent_on(1);
  CHECK(marked > 3);
  CHECK(opened.absent_on(0) == 0);
  for (const paper::Block& block : opened.state().layout->pages[1].blocks) {
    if (opened.state().layout->page_of(block.item) != 1u || !opened.state().evaluation.items[block.item].relevant) continue;
    CHECK(opened.state().current.marks[block.item].keyed());
  }
  CHECK(opened.state().undoable == 1);
  press(*opened.session, Key::letter_z, true);
  CHECK(opened.absent_on(1) == 0);
  CHECK(opened.state().cursor == before);
  press(*opened.session, Key::letter_y, true);
  CHECK(opened.absent_on(1) == marked);
}

TEST_CASE("a page with a mark on it is asked about once more, and the mark stays") {
  const Opened opened(small_survey());
  key(*opened.session, "1");
  press(*opened.session, Key::delete_, true);
  CHECK(opened.absent_on(0) == 0);
  CHECK(opened.state().notice.key == "notice.page_has_marks");
  press(*opened.session, Key::delete_, true);
  CHECK(opened.absent_on(0) == 4);  // reason, kinds, days, remark
  CHECK(opened.state().current.marks[0].content == Value(forms::Codes{1}));
}

TEST_CASE("the question once more counts only when nothing else came between") {
  const Opened opened(small_survey());
  key(*opened.session, "1");
  press(*opened.session, Key::delete_, true);
  key(*opened.session, "1");
  press(*opened.session, Key::delete_, true);
  CHECK(opened.absent_on(0) == 0);
}

TEST_CASE("what is being typed on a page says that the page is there") {
  const Opened opened(small_survey());
  press(*opened.session, Key::f4);
  key(*opened.session, "4\n12");
  press(*opened.session, Key::delete_, true);
  CHECK(opened.absent_on(0) == 0);
  press(*opened.session, Key::delete_, true);
  const auto days = *opened.state().survey->form.find("days");
  CHECK(opened.state().current.marks[days].content == Value(std::int64_t{12}));
  CHECK(opened.absent_on(0) == 3);  // asked, kinds, remark: reason is not asked
}

TEST_CASE("an absent page is one transaction of as many lines, all with their reason") {
  const Opened opened(small_survey());
  const std::int64_t before = opened.lines_of_journal();
  press(*opened.session, Key::delete_, true);
  CHECK(opened.lines_of_journal() == before + static_cast<std::int64_t>(opened.absent_on(0)));
  auto store = store::Store::open_read_only(opened.folder.file("a.db"));
  CHECK(store->history(opened.state().survey->form, "11-001", "kinds")->back().reason == "page absent");
}

TEST_CASE("a page with nothing left to key is said to have nothing left") {
  const Opened opened(small_survey());
  press(*opened.session, Key::delete_, true);
  press(*opened.session, Key::escape);  // the closing dialog
  press(*opened.session, Key::delete_, true);
  CHECK(opened.state().notice.key == "notice.page_nothing_left");
}

TEST_CASE("a closed case has no page marked absent") {
  const Opened opened(small_survey());
  key(*opened.session, "2");
  key(*opened.session, "01\n20\n\n\n");
  key(*opened.session, "11-001\n");
  press(*opened.session, Key::delete_, true);
  CHECK(opened.state().notice.key == "notice.case_closed");
  CHECK(opened.absent_on(0) == 0);
}

TEST_CASE("every missing kind has one key for every type of item, and Delete takes each back") {
  struct OneKey { Missing kind; session::Chord chord; };
  const OneKey keys[] = {{Missing::no_answer, {Key::enter}},
                         {Missing::dont_know, {Key::minus, true}},
                         {Missing::illegible, {Key::asterisk, true}},
                         {Missing::not_applicable, {Key::slash, true}},
                         {Missing::page_absent, {Key::period, true}}};
  const Opened opened(small_survey());
  for (const char* name : {"asked", "kinds", "days", "remark"}) {
    const forms::ItemIndex item = *opened.state().survey->form.find(name);
    for (const OneKey& each : keys) {
      CAPTURE(name, session::key_name(each.chord));
      opened.session->apply(session::GoTo{item});
      opened.session->apply(session::Press{each.chord});
      CHECK(opened.state().current.marks[item].content == Value(each.kind));
      opened.session->apply(session::GoTo{item});
      press(*opened.session, Key::delete_);
      CHECK(opened.state().current.marks[item].content == Value(Missing::not_keyed));
    }
  }
}
