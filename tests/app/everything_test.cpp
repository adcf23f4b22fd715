// The form that uses everything, from the keypad to the dataset.
#include <catch2/catch.hpp>

#include "export/csv.h"
#include "forms/csv.h"
#include "forms/form_reader.h"
#include "forms/paper/layout.h"
#include "forms/read_value.h"
#include "store/store.h"
#include "tests/app/session_fixture.h"
#include "tests/export/scratch_folder.h"

using namespace genpyo;
using namespace genpyo::test;
using forms::Missing;
using forms::Value;

namespace {

std::unique_ptr<session::Survey> everything() {
  auto survey = session::load_survey(GENPYO_SOURCE "/tests/support/everything", GENPYO_SOURCE);
  if (!survey) throw std::runtime_error(survey.failure().sentence);
  return std::move(*survey);
}

// One sheet: agreed, Kansai, Osaka, 60.5 kg, 1.60 m, 7:05, examined, pain 2.5, grapes before
// apples, a card; not alone: 70 and at work for the usual hours, 9, and nobody more.
constexpr const char* keys =
    "1" "2" "3" "60.5\n" "1.60\n" "0705\n" "2018/4/1 14:30\n" "2.5\n" "31\n" "A-7\n"
    "2" "70\n" "1" "\n" "9\n" "\n" "thanks\n";

std::unique_ptr<session::Session> keyed(const std::string& database) {
  auto session = start(database, everything());
  key(*session, "11001\n");
  key(*session, keys);
  return session;
}

std::string value_in(const session::State& state, const std::string& name) {
  const Value& value = state.evaluation.items[state.survey->form.find(name).value()].value;
  const auto* missing = std::get_if<Missing>(&value);
  return missing != nullptr ? std::string(forms::name_of(*missing)) : forms::plain_text(value);
}

// The cells of the one case, by column.
std::map<std::string, std::string> exported(const session::State& state) {
  const exports::ScratchFolder folder;
  auto dataset = exports::CsvDataset::create(folder.path(), state.survey->form, {});
  REQUIRE(dataset);
  dataset->add(state.current, state.evaluation);
  REQUIRE(dataset->finish());
  const auto table = forms::csv::parse(exports::content_of(folder.file("everything.csv")));
  REQUIRE(table);
  REQUIRE(table->rows.size() == 1);
  std::map<std::string, std::string> cells;
  for (std::size_t column = 0; column < table->header.size(); ++column) {
    cells[table->header[column]] = table->rows[0].cells[column];
  }
  return cells;
}

}  // namespace

TEST_CASE("a form that uses everything has one warning and no fault") {
  const auto survey = everything();
  CHECK(survey->diagnostics.empty());
  REQUIRE(survey->warnings.size() == 1);
  CHECK(forms::to_text(survey->warnings[0]).find("FORM-021: warning: paper cannot hold the type "
                                                 "image") != std::string::npos);
}

TEST_CASE("a sheet of every type is keyed with the keypad alone, and the cursor passes the rest") {
  const Folder folder;
  const auto session = keyed(folder.file("survey.db"));
  const session::State& state = session->state();
  CHECK(state.evaluation.not_keyed.empty());
  CHECK(state.evaluation.violations.empty());
  const std::map<std::string, std::string> expected = {
      {"agreed", "1"},        {"region", "2"},      {"city", "3"},        {"weight", "60.5"},
      {"height", "1.60"},     {"bmi", "23.6"},      {"rises", "07:05"},   {"examined", "2018-04-01T14:30"},
      {"pain", "2.5"},        {"card", "A-7"},      {"fruits", "grape apple"},
      {"age_1", "70"},        {"works_1", "1"},     {"hours_1", "40"},    {"age_2", "9"},
      {"works_2", "not_applicable"},                {"age_3", "no_answer"},
      {"works_3", "not_applicable"},                {"oldest", "70"},     {"remark", "thanks"}};
  for (const auto& [name, value] : expected) {
    CAPTURE(name);
    CHECK(value_in(state, name) == value);
  }
}

TEST_CASE("what was keyed is read back from the file as it was, decimals with their zeros") {
  const Folder folder;
  const forms::Case before = keyed(folder.file("survey.db"))->state().current;
  auto store = store::Store::open_read_only(folder.file("survey.db"));
  REQUIRE(store);
  const auto survey = everything();
  const auto stored = store->read(survey->form, "11-001");
  REQUIRE(stored);
  CHECK(stored->current.marks == before.marks);
  CHECK(forms::plain_text(before.marks[survey->form.find("height").value()].content) == "1.60");
  const auto report = store->audit();
  REQUIRE(report);
  CHECK(report->findings.empty());
}

TEST_CASE("the dataset has a column for all that has a value, with why there is none beside it") {
  const Folder folder;
  const auto cells = exported(keyed(folder.file("survey.db"))->state());
  const std::map<std::string, std::string> expected = {
      {"weight", "60.5"}, {"weight_missing", ""},  {"bmi", "23.6"},      {"fruits", "grape apple"},
      {"city", "3"},      {"hours_1", "40"},       {"hours_2", "-6"},    {"age_3", "-2"},
      {"rises", "07:05"}, {"start", ""},           {"start_missing", "-2"}};
  for (const auto& [column, cell] : expected) {
    CAPTURE(column);
    REQUIRE(cells.contains(column));
    CHECK(cells.at(column) == cell);
  }
  for (const std::string column : {"welcome", "drawing", "age", "member"}) {
    CHECK_FALSE(cells.contains(column));
  }
}

TEST_CASE("the sheet has one place for each item that is asked, and none for what is calculated") {
  const auto survey = everything();
  const std::string language = GENERATE("ja", "en");
  const paper::Layout layout = paper::lay_out(survey->form, fonts(), language);
  std::set<forms::ItemIndex> boxes;
  for (const paper::Page& page : layout.pages) {
    for (const paper::Box& box : page.boxes) boxes.insert(box.item);
  }
  for (forms::ItemIndex index = 0; index < survey->form.items.size(); ++index) {
    const forms::Item& item = survey->form.items[index];
    CAPTURE(language, item.name);
    CHECK(boxes.contains(index) == item.asked());
    CHECK(layout.page_of(index).has_value() == item.printed());
  }
}

TEST_CASE("a label that names another question has its answer on screen and its name on paper") {
  const auto survey = everything();
  const forms::ItemIndex hours = survey->form.find("hours_1").value();
  CHECK(survey->form.items[hours].label.in("en") == "Hours a week (at the age of ${age_1})");
  const paper::Layout layout = paper::lay_out(survey->form, fonts(), "en");
  std::string words;
  for (const auto& text : layout.pages[*layout.page_of(hours)].printed.texts) words += text.utf8;
  CHECK(words.find("at the age of “Age”") != std::string::npos);
  CHECK(words.find("${") == std::string::npos);
}

TEST_CASE("all seven missing kinds are kept on every type that is keyed") {
  const Folder folder;
  const auto session = start(folder.file("survey.db"), everything());
  const forms::Form& form = session->state().survey->form;
  for (forms::ItemIndex index = 0; index < form.items.size(); ++index) {
    const forms::Item& item = form.items[index];
    if (!item.asked() || item.type == forms::ItemType::text) continue;
    for (const Missing kind : {Missing::no_answer, Missing::dont_know, Missing::illegible,
                               Missing::several_marks, Missing::not_applicable}) {
      const forms::Mark mark = forms::mark_missing(kind);
      const auto read = forms::read_value(item, form.choices_of(item), forms::to_draft(item, mark));
      CAPTURE(item.name, forms::name_of(kind));
      REQUIRE(std::holds_alternative<forms::Mark>(read));
      CHECK(std::get<forms::Mark>(read).content == Value(kind));
    }
  }
}
