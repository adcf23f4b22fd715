// XLSForm's metadata: filled by the program, once when a case is begun and again when it is closed.
#include "app/session/occasion.h"

#include <catch2/catch.hpp>

#include "session_fixture.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using forms::Missing;
using forms::Value;

std::string form_of(const char* items) {
  return R"(
form_id: meta
version: "1"
title: {en: Metadata}
default_language: en
survey:
  - section: one
    label: {en: One}
    items:
)" + std::string(items);
}

const std::string with_metadata = form_of(R"(
      - {name: begun, type: start}
      - {name: ended, type: end}
      - {name: day, type: today}
      - {name: device, type: deviceid}
      - {name: by, type: username}
      - {name: own, type: username, calculation: "'nobody'"}
      - {name: n, type: integer, number: "1", label: {en: Figure}}
)");

struct Kiosk {
  Folder folder;
  std::string now = "2018-02-28T23:30:00.000Z";
  std::unique_ptr<session::Session> session;
  explicit Kiosk(const std::string& form = with_metadata) {
    auto store = store::Store::open(folder.file("a.db"), [this] { return now; }, "佐藤");
    session::World world{std::move(*store), session::make_survey(form, "meta.yaml"), &fonts(),
                         [] { return forms::Date{2018, 3, 1}; },
                         [](const std::string& utc) { return utc == "2018-02-28T23:30:00.000Z" ? "2018-03-01T08:30:00.000" : "2018-03-01T18:45:00.000"; },
                         "佐藤", folder.file("a.db"), "en"};
    world.now = [this] { return now; };
    world.machine = "kiosk-2";
    session = std::move(*session::Session::start(std::move(world)));
    key(*session, "11-001\n");
  }
  // What the dataset says, from the file.
  Value stored(const char* name) const {
    auto store = store::Store::open_read_only(folder.file("a.db"));
    const auto survey = session::make_survey(with_metadata, "meta.yaml");
    const auto read = store->read(survey->form, "11-001");
    REQUIRE(read);
    return validators::evaluate(*survey->program, read->current, {2020, 1, 1}).items[*survey->form.find(name)].value;
  }
  void close() {
    press(*session, session::Key::f9);
    key(*session, "\n");
  }
};

}  // namespace

TEST_CASE("a case that is begun says when, on which day, on which machine and by whom") {
  const Kiosk kiosk;
  REQUIRE(kiosk.session->state().screen == session::Screen::entry);
  CHECK(kiosk.stored("begun") == Value("2018-03-01T08:30:00.000+09:00"));
  CHECK(kiosk.stored("day") == Value("2018-03-01"));
  CHECK(kiosk.stored("device") == Value("kiosk-2"));
  CHECK(kiosk.stored("by") == Value("佐藤"));
  CHECK(kiosk.stored("own") == Value("nobody"));  // what the author calculates goes before
  CHECK(kiosk.stored("ended") == Value(Missing::no_answer));
}

TEST_CASE("nobody is asked for metadata and a case can be closed without") {
  const Kiosk kiosk;
  const auto& state = kiosk.session->state();
  REQUIRE(state.evaluation.not_keyed.size() == 1);
  CHECK(state.cursor == *state.survey->form.find("n"));
  CHECK(state.layout->pages.size() == 1);
  for (const paper::Box& box : state.layout->pages[0].boxes) CHECK(box.item == state.cursor);
}

TEST_CASE("a case that was closed is taken up again where it was keyed last, not where the program filled its end") {
  const Kiosk kiosk(form_of(R"(
      - {name: a, type: integer, number: "1", label: {en: A}}
      - {name: b, type: integer, number: "2", label: {en: B}}
      - {name: c, type: integer, number: "3", label: {en: C}}
      - {name: ended, type: end}
)"));
  const auto& state = kiosk.session->state();
  key(*kiosk.session, "1\n2\n3\n");
  press(*kiosk.session, session::Key::f9);
  key(*kiosk.session, "\n");
  REQUIRE(state.screen != session::Screen::entry);
  key(*kiosk.session, "11-001\n");
  REQUIRE(state.screen == session::Screen::entry);
  CHECK(state.cursor == *state.survey->form.find("c"));
}

TEST_CASE("closing a case says when, and closing it anew says it anew") {
  Kiosk kiosk;
  key(*kiosk.session, "5\n");
  kiosk.close();
  CHECK(kiosk.stored("ended") == Value("2018-03-01T08:30:00.000+09:00"));
  key(*kiosk.session, "11-001\n");
  kiosk.now = "2018-03-01T09:45:00.000Z";
  kiosk.close();  // opens it again
  kiosk.close();
  CHECK(kiosk.stored("ended") == Value("2018-03-01T18:45:00.000+09:00"));
  CHECK(kiosk.stored("begun") == Value("2018-03-01T08:30:00.000+09:00"));
  auto store = store::Store::open_read_only(kiosk.folder.file("a.db"));
  const auto survey = session::make_survey(with_metadata, "meta.yaml");
  const auto lines = store->history(survey->form, "11-001", "ended");
  REQUIRE(lines);
  CHECK(lines->size() == 2);  // each closing is a line of the journal
  CHECK(store->audit()->findings.empty());
}

TEST_CASE("a time is told with its offset from UTC on either side and over midnight") {
  using session::with_offset;
  CHECK(with_offset("2018-03-01T09:30:00.000Z", "2018-03-01T18:30:00.000") == "2018-03-01T18:30:00.000+09:00");
  CHECK(with_offset("2018-03-01T02:00:00.000Z", "2018-02-28T22:30:00.000") == "2018-02-28T22:30:00.000-03:30");
  CHECK(with_offset("2018-12-31T20:00:00.000Z", "2019-01-01T09:00:00.000") == "2019-01-01T09:00:00.000+13:00");
  CHECK(with_offset("2018-03-01T09:30:00.000Z", "2018-03-01T09:30:00.000") == "2018-03-01T09:30:00.000+00:00");
  for (const char* unreadable : {"", "2018", "2018-03-01Txx:30:00.000", "2018-03-01T09:30:00.000Z"})
    CHECK(with_offset("2018-03-01T09:30:00.000Z", unreadable) == "2018-03-01T09:30:00.000Z");
}
