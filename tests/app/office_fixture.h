// A session on a small survey with a frame, tables and a free text that is coded afterwards.
#pragma once
#include <string>
#include <vector>

#include "people.h"
#include "session_fixture.h"

namespace genpyo::test {

inline constexpr const char* office_yaml = R"(
form_id: office
version: "1"
title: {ja: 小さな調査, en: A small survey}
choices:
  region:
    - {name: 1, label: {ja: 北, en: North}}
    - {name: 2, label: {ja: 南, en: South}}
  yes_no:
    - {name: 1, label: {ja: はい, en: "Yes"}}
    - {name: 2, label: {ja: いいえ, en: "No"}}
  features:
    - {name: 1, label: {ja: 病院, en: Hospital}}
    - {name: 2, label: {ja: 多職種, en: Professions}}
    - {name: 3, label: {ja: 行政, en: Authorities}}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: region, type: select_one region, label: {ja: 地域, en: Region}, frame: region}
      - {name: cooperates, type: select_one yes_no, number: 問1, label: {ja: 連携, en: Cooperation}}
      - {name: days, type: integer, number: 問2, label: {ja: 日数, en: Days}}
      - {name: why, type: text, number: 問3, label: {ja: 理由, en: Reason}}
      - {name: why_code, type: select_multiple features, label: {ja: 理由の分類, en: Reason (coded)}, codes_of: why}
extractions:
  - name: complete
    label: {ja: 回答した方のみ, en: Complete}
    answered: [days]
    tables: [T-2]
)";

inline constexpr const char* office_tables = R"(
tables:
  - {table: T-1, kind: counts, title: {ja: 連携の有無, en: Cooperation}, rows: [cooperates], decimals: 1}
  - {table: T-2, kind: statistics, title: {ja: 日数, en: Days}, rows: [days], extraction: complete, decimals: 1}
)";

inline std::unique_ptr<session::Survey> office_survey() {
  auto survey = session::make_survey(office_yaml, "office.yaml");
  if (!survey->diagnostics.empty()) throw std::runtime_error(forms::to_text(survey->diagnostics.front()));
  auto frame = forms::parse_frame("number,organization,clinics,hospitals,region\n11,北医師会,4,,1\n12,南医師会,3,1,2\n");
  if (!frame) throw std::runtime_error(frame.failure().sentence);
  survey->frame = *frame;
  return survey;
}

struct Sheet {
  std::string id;
  int region = 1, cooperates = 1;
  std::int64_t days = 1;
  std::string why = {};
  bool closed = true;
};

// Four sheets: three of the north, one of the south that is still open.
inline std::vector<Sheet> office_sheets() {
  return {{"11-001", 1, 1, 10, "病院の連携室が窓口です"},
          {"11-002", 1, 2, 4, "訪問看護師と毎朝会います"},
          {"11-003", 1, 1, 1, ""},
          {"12-001", 2, 1, 7, "市役所の会議で知り合いました", false}};
}

// Puts the sheets into the database, as an import would.
inline void fill(const std::string& database, const std::vector<Sheet>& sheets = office_sheets()) {
  const auto survey = office_survey();
  auto opened = store::Store::open(database, still_clock, "import");
  if (!opened) throw std::runtime_error(opened.failure().sentence);
  auto hash = opened->archive(survey->form);
  std::vector<store::Store::NewCase> cases;
  const auto mark = [](const char* item, forms::Value value) {
    store::Change change;
    change.subject = item;
    change.mark.content = std::move(value);
    return change;
  };
  for (const Sheet& sheet : sheets) {
    std::vector<store::Change> changes = {mark("region", forms::Codes{sheet.region}), mark("cooperates", forms::Codes{sheet.cooperates}),
                                          mark("days", sheet.days)};
    if (!sheet.why.empty()) changes.push_back(mark("why", sheet.why));
    else changes.push_back(mark("why", forms::Missing::no_answer));
    if (sheet.closed) changes.push_back({store::Entry::Action::close, "", {}, "", ""});
    cases.push_back({sheet.id, std::move(changes)});
  }
  if (auto done = opened->import(survey->form, *hash, cases); !done) throw std::runtime_error(done.failure().sentence);
}

// The office over a filled database; restart() is the program ended and started anew.
class Office {
 public:
  explicit Office(std::vector<session::Operator> operators = {}, const std::vector<Sheet>& sheets = office_sheets())
      : operators_(std::move(operators)) {
    fill(database(), sheets);
    restart();
  }
  void restart(const std::string& operator_name = "tester") {
    session.reset();
    auto store = store::Store::open(database(), still_clock, operator_name);
    if (!store) throw std::runtime_error(store.failure().sentence);
    session::World world{std::move(*store), office_survey(), &fonts(), [] { return forms::Date{2018, 3, 1}; },
                         [](const std::string& utc) { return utc; }, operator_name, database(), "ja"};
    world.tables_of = [](const forms::Form& form) -> forms::Result<exports::TablesDefinition> {
      return exports::read_tables(office_tables, "tables.yaml", form).definition;
    };
    world.entrance.operators = operators_;
    auto started = session::Session::start(std::move(world));
    if (!started) throw std::runtime_error(started.failure().sentence);
    session = std::move(*started);
  }
  void type(const std::string& characters) { key(*session, characters); }
  void write(const std::string& text) { session->apply(session::Type{text}); }
  void press(session::Key pressed, bool ctrl = false) { test::press(*session, pressed, ctrl); }
  const session::State& state() const { return session->state(); }
  const session::CodingRoom& coding() const { return state().coding; }
  std::string database() const { return folder_.file("a.db"); }
  store::Store reader() const {
    auto opened = store::Store::open_read_only(database());
    if (!opened) throw std::runtime_error(opened.failure().sentence);
    return std::move(*opened);
  }
  forms::Codes codes_in_force(const std::string& id) const {
    const auto survey = office_survey();
    const auto read = reader().read(survey->form, id);
    const auto* codes = std::get_if<forms::Codes>(&read->current.marks[*survey->form.find("why_code")].content);
    return codes == nullptr ? forms::Codes{} : *codes;
  }

  std::unique_ptr<session::Session> session;

 private:
  Folder folder_;
  std::vector<session::Operator> operators_;
};

}  // namespace genpyo::test
