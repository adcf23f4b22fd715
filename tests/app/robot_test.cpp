// A robot keys every sheet of the sample without a window: what is stored equals what was keyed.
// And a kiosk that is killed loses nothing that was accepted.
#include <signal.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <random>

#include "app/session/intake.h"
#include "app/session/keystrokes.h"
#include "session_fixture.h"
#include "tests/support/typist.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;

constexpr forms::Date day{2018, 3, 1};

std::vector<forms::Case> sample_sheets(const session::Survey& survey) {
  const auto bytes = forms::read_file(std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv", 8u << 20);
  if (!bytes) throw std::runtime_error(bytes.failure().sentence);
  const auto table = forms::csv::parse(*bytes);
  if (!table) throw std::runtime_error(table.failure().sentence);
  session::Intake intake = session::read_rows(survey, *table, day);
  if (!intake.faults.empty()) throw std::runtime_error(intake.faults.front().column + " cannot be read");
  std::vector<forms::Case> sheets;
  for (session::IntakeCase& taken : intake.cases) {
    for (std::size_t item = 0; item < survey.form.items.size(); ++item) {
      if (!survey.form.items[item].codes_of.empty()) taken.current.marks[item] = {};  // not keyed from paper
    }
    sheets.push_back(std::move(taken.current));
  }
  return sheets;
}

std::vector<forms::Value> contents(const forms::Case& current) {
  std::vector<forms::Value> values;
  for (const forms::Mark& mark : current.marks) values.push_back(mark.content);
  return values;
}

}  // namespace

TEST_CASE("a robot keys all sheets of the sample and every one is stored as keyed") {
  const Folder folder;
  const auto survey = real_survey();
  const auto sheets = sample_sheets(*survey);
  REQUIRE(sheets.size() == 129);
  {
    const auto session = start(folder.file("a.db"), real_survey());
    support::Typist typist(*session);
    for (const forms::Case& sheet : sheets) {
      INFO(sheet.id);
      typist.open(sheet.id);
      REQUIRE(typist.key(sheet));
      REQUIRE(contents(session->state().current) == contents(sheet));
      press(*session, session::Key::escape);
      press(*session, session::Key::escape);
    }
  }
  auto store = store::Store::open_read_only(folder.file("a.db"));
  REQUIRE(store);
  for (const forms::Case& sheet : sheets) {
    auto stored = store->read(survey->form, sheet.id);
    REQUIRE(stored);
    CHECK(contents(stored->current) == contents(sheet));
  }
  auto audit = store->audit();
  REQUIRE(audit);
  CHECK(audit->findings == std::vector<std::string>{});
}

namespace {

// Keys the sheet in a process of its own and tells through the pipe how many items were accepted.
[[noreturn]] void key_and_tell(const std::string& database, const forms::Case& sheet, int pipe) {
  const auto session = start(database, real_survey());
  key(*session, sheet.id + "\n");
  const session::State& state = session->state();
  while (state.dialog == session::Dialog::none) {
    key(*session, session::keys_for(state.survey->form, state.cursor, sheet.marks[state.cursor]));
    const char accepted = 'x';
    if (write(pipe, &accepted, 1) != 1) _exit(1);
  }
  pause();  // until killed
  _exit(0);
}

// Lets the child accept so many items, kills it without a word, waits for its end.
void kill_after(const std::string& database, const forms::Case& sheet, int accepted) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    close(ends[0]);
    key_and_tell(database, sheet, ends[1]);
  }
  close(ends[1]);
  char told = 0;
  for (int count = 0; count < accepted; ++count) REQUIRE(read(ends[0], &told, 1) == 1);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  close(ends[0]);
}

}  // namespace

TEST_CASE("after kill -9 the case opens where it was with everything before it") {
  const auto survey = real_survey();
  forms::Case sheet;
  for (const forms::Case& candidate : sample_sheets(*survey)) {
    if (candidate.id == "11-001") sheet = candidate;
  }
  REQUIRE(sheet.id == "11-001");
  for (forms::Mark& mark : sheet.marks) {  // texts in ASCII only: this robot types bytes
    if (std::holds_alternative<std::string>(mark.content)) mark = forms::mark_missing(forms::Missing::no_answer);
  }
  std::mt19937 random(20180301);
  for (int round = 0; round < 50; ++round) {
    const int accepted = 1 + static_cast<int>(random() % 60);
    INFO("killed after " << accepted << " items");
    const Folder folder;
    kill_after(folder.file("a.db"), sheet, accepted);

    const auto session = start(folder.file("a.db"), real_survey());
    key(*session, "11-001\n");
    const session::State& state = session->state();
    CHECK_FALSE(state.read_only);
    int stored = 0;
    for (forms::ItemIndex item = 0; item < state.cursor; ++item) {
      if (!state.survey->form.items[item].asked() || !state.evaluation.items[item].relevant) continue;
      CHECK(state.current.marks[item].content == sheet.marks[item].content);
      ++stored;
    }
    CHECK(stored >= accepted - 1);  // a several-mark item is taken up again at itself
  }
}
