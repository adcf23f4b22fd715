// A session on a small form or on the real one, with a database in a folder of its own.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "app/session/session.h"
#include "forms/form_reader.h"

namespace genpyo::test {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "genpyo_app_XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

inline const paper::FontSet& fonts() {
  static const auto opened = paper::FontSet::open();
  if (!opened) throw std::runtime_error(opened.failure().sentence);
  return *opened;
}

// A clock that stands still: the tests do not ask for today.
inline std::string still_clock() { return "2018-03-01T09:30:00.000Z"; }

inline std::unique_ptr<session::Session> start(const std::string& database, std::unique_ptr<session::Survey> survey,
                                               store::Clock clock = still_clock) {
  auto store = store::Store::open(database, std::move(clock), "tester");
  if (!store) throw std::runtime_error(store.failure().sentence);
  session::World world{std::move(*store), std::move(survey), &fonts(), [] { return forms::Date{2018, 3, 1}; },
                       [](const std::string& utc) { return utc; }, "tester", database, "ja"};
  auto session = session::Session::start(std::move(world));
  if (!session) throw std::runtime_error(session.failure().sentence);
  return std::move(*session);
}

// The small form of the session's tests: one of each type, a skip, a grid, checks.
inline constexpr const char* small_yaml = R"(
form_id: small
version: "1"
title: {ja: 小さな調査, en: A small survey}
choices:
  yes_no:
    - {name: 1, label: {ja: はい, en: "Yes"}}
    - {name: 2, label: {ja: いいえ, en: "No"}}
  many:
    - {name: 1, label: {ja: 甲, en: A}}
    - {name: 2, label: {ja: 乙, en: B}}
    - {name: 12, label: {ja: 特にない, en: None}, exclusive: true}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: asked, type: select_one yes_no, number: 問1, label: {ja: 有無, en: Present}}
      - {name: reason, type: select_one yes_no, number: 問2, relevant: "${asked} = 1", label: {ja: 理由, en: Reason}}
      - {name: kinds, type: select_multiple many, number: 問3, label: {ja: 種類, en: Kinds}}
      - {name: days, type: integer, number: 問4, constraint: . <= 31, label: {ja: 日数, en: Days}, constraint_message: {ja: 31日まで, en: At most 31}}
      - {name: remark, type: text, number: 問5, label: {ja: 意見, en: Remark}}
checks:
  - name: few_days
    severity: soft
    constraint: ${days} > 0
    message: {ja: 0日です, en: No day}
)";

inline std::unique_ptr<session::Survey> small_survey() {
  return session::make_survey(small_yaml, "small.yaml");
}

inline std::unique_ptr<session::Survey> real_survey() {
  auto survey = session::load_survey("home_care_2018", GENPYO_SOURCE);
  if (!survey) throw std::runtime_error(survey.failure().sentence);
  return std::move(*survey);
}

// Presses and types: digits, '\n' for Enter.
inline void key(session::Session& session, const std::string& characters) {
  for (const char character : characters) {
    if (character == '\n') session.apply(session::Press{{session::Key::enter}});
    else session.apply(session::Type{std::string(1, character)});
  }
}
inline void press(session::Session& session, session::Key pressed, bool ctrl = false) {
  session.apply(session::Press{{pressed, ctrl}});
}

}  // namespace genpyo::test
