// Going through the whole file must give what reading each case by itself gives.
#include <catch2/catch.hpp>

#include "store/store.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;
using Action = Entry::Action;

namespace {

void import_cases(Store& store, const std::vector<Store::NewCase>& cases) {
  const auto hash = store.archive(small_form());
  REQUIRE(hash);
  REQUIRE(store.import(small_form(), *hash, cases));
}

std::vector<forms::Case> all_of(Store& store, const forms::Form& form = small_form()) {
  std::vector<forms::Case> cases;
  REQUIRE(store.each(form, true, [&](const forms::Case& each) { cases.push_back(each); }));
  return cases;
}

std::string sentence_of(Store& store, const forms::Form& form = small_form()) {
  const auto walk = store.each(form, true, [](const forms::Case&) {});
  return walk ? "" : walk.failure().sentence;
}

}  // namespace

TEST_CASE("A walk gives every case by its number, as reading it alone does", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  Change several = marked("founder", forms::Missing::several_marks, "+1 3");
  several.mark.several = {1, 3};
  import_cases(store, {{"11-002", {marked("nurses", std::int64_t{-7}, "-7"), marked("services", forms::Codes{1, 5, 999}, "1 5 999"),
                                   changed(Action::note, "nurses", "\"crossed\" out\n"), changed(Action::confirm, "check:many_nurses"),
                                   changed(Action::close)}},
                       {"11-001", {several, marked("remark", std::string("髙橋 \\ 𠮷"), ""),
                                   changed(Action::override_, "constraint:nurses", "", "by telephone")}},
                       {"11-003", {marked("remark", forms::Missing::no_answer, ""), marked("founder", forms::Missing::illegible, "*"),
                                   marked("clinic_name", forms::PartialDate{1964, 4, {}}, "1964-04")}},
                       {"11-004", {}}});

  const auto cases = all_of(store);

  REQUIRE(cases.size() == 4);
  for (std::size_t index = 0; index < cases.size(); ++index) {
    CHECK(cases[index].id == "11-00" + std::to_string(index + 1));
    CHECK(cases[index] == store.read(small_form(), cases[index].id)->current);
  }
}

TEST_CASE("A walk gives what was keyed whatever the one key was", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  std::vector<Store::NewCase> cases;
  for (int key = 1; key < 128; ++key) {
    cases.push_back({std::to_string(1000 + key), {marked("nurses", std::int64_t{1}, std::string(1, static_cast<char>(key)))}});
  }
  import_cases(store, cases);

  std::string keyed;
  for (const forms::Case& each : all_of(store)) {
    CHECK(each == store.read(small_form(), each.id)->current);
    for (const forms::Mark& mark : each.marks) keyed += mark.raw;
  }

  REQUIRE(keyed.size() == 127);
  for (int key = 1; key < 128; ++key) CHECK(keyed[static_cast<std::size_t>(key - 1)] == static_cast<char>(key));
}

TEST_CASE("A case of a walk has nothing of the one before it", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  Change several = marked("founder", forms::Missing::several_marks, "+1 3");
  several.mark.several = {1, 3};
  import_cases(store, {{"11-001", {several, marked("services", forms::Codes{1, 5}, "1 5"), marked("remark", std::string("a long text that is kept"), "raw"),
                                   changed(Action::confirm, "check:many_nurses")}},
                       {"11-002", {marked("founder", forms::Codes{2}, "2")}},
                       {"11-003", {marked("services", forms::Codes{5}, "5"), changed(Action::note, "nurses", "crossed out")}},
                       {"11-004", {marked("remark", std::string("short"), "")}}});

  for (const forms::Case& each : all_of(store)) {
    INFO(each.id);
    CHECK(each == store.read(small_form(), each.id)->current);
  }
}

TEST_CASE("A walk passes over open cases and counts them", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  import_cases(store, {{"11-001", {changed(Action::close)}}, {"11-002", {}}, {"11-003", {changed(Action::close)}}});
  std::string taken;

  const auto walk = store.each(small_form(), false, [&](const forms::Case& each) { taken += each.id + " "; });

  REQUIRE(walk);
  CHECK(taken == "11-001 11-003 ");
  CHECK(walk->taken == 2);
  CHECK(walk->left_out == 1);
}

TEST_CASE("A walk that is stopped reads no further case", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  import_cases(store, {{"11-001", {changed(Action::close)}}, {"11-002", {}}, {"11-003", {changed(Action::close)}}});
  std::string taken;

  const auto walk = store.each(small_form(), true, [&](const forms::Case& each) { taken += each.id + " "; }, [&] { return taken.size() > 8; });

  REQUIRE(walk);
  CHECK(taken == "11-001 11-002 ");
  CHECK(walk->taken == 2);
}

TEST_CASE("A walk ends with one sentence at a record that nobody here wrote", "[store]") {
  const std::string snapshot = GENERATE(
      as<std::string>(), "", "{", "[]", "null", "{}", std::string(5000, '['),
      R"({"confirmed":[],"marks":[],"notes":{},"overridden":{}})",
      R"({"confirmed":[1],"marks":{},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{},"notes":{"nurses":1},"overridden":{}})",
      R"({"confirmed":[],"marks":{},"notes":{},"overridden":{"a":null}})",
      R"({"confirmed":[],"marks":{"nurses":{"content":7}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"nurses":{"content":7.5,"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"nurses":{"content":9223372036854775808,"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"founder":{"content":[],"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"founder":{"content":[2147483648],"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"founder":{"content":{"missing":"gone"},"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"nurses":{"content":07,"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"nurses":{"content":7,"raw":""},},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"founder":{"content":[1],"raw":""}"nurses":{"content":7,"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{"founder":{"content":[1,],"raw":""}},"notes":{},"overridden":{}})",
      R"({"confirmed":["a",],"marks":{},"notes":{},"overridden":{}})",
      R"({"confirmed":[],"marks":{},"notes":{},"overridden":{}}})",
      "{\"confirmed\":[],\"marks\":{\"nurses\":{\"content\":7,\"raw\":\"a\nb\"}},\"notes\":{},\"overridden\":{}}",
      "{\"confirmed\":[],\"marks\":{\"nurses\":{\"content\":7,\"raw\":\"\xed\xa0\x80\"}},\"notes\":{},\"overridden\":{}}",
      "{\"confirmed\":[],\"marks\":{},\"notes\":{\"nurses\":\"\xff\"},\"overridden\":{}}");
  const Folder folder;
  const std::string path = folder.file("survey.db");
  {
    Store store = open_at(path);
    import_cases(store, {{"11-001", {}}});
  }
  REQUIRE(tamper(path, "UPDATE case_pass SET snapshot = CAST(x'" + [&] {
            std::string hex;
            for (const unsigned char c : snapshot) hex += "0123456789abcdef"[c / 16], hex += "0123456789abcdef"[c % 16];
            return hex;
          }() + "' AS TEXT)").empty());

  Store again = open_at(path);

  CHECK(sentence_of(again) == "The record of case 11-001 is damaged; run genpyo audit --rebuild.");
  CHECK_FALSE(again.read(small_form(), "11-001"));
}

TEST_CASE("A walk with another form than the case's is refused", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  import_cases(store, {{"11-001", {marked("nurses", std::int64_t{7}, "7")}}});
  forms::Form other = small_form();
  other.items[2].name = "doctors";

  CHECK(sentence_of(store, other) == "Case 11-001 was keyed under another form than clinic 1; open it with that one.");
}

TEST_CASE("The forms in use are those that have cases, with the number that a walk takes", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  CHECK(store.forms_in_use()->empty());
  import_cases(store, {{"11-001", {}}, {"11-002", {changed(Action::close)}}, {"11-003", {}}});
  forms::Form unused = small_form();
  unused.version = "2";
  unused.text += "version: 2\n";
  REQUIRE(store.archive(unused));

  const auto uses = store.forms_in_use();

  REQUIRE(uses->size() == 1);
  CHECK(uses->front().version == "1");
  CHECK(uses->front().cases == store.each(small_form(), true, [](const forms::Case&) {})->taken);
  CHECK(uses->front().closed == store.each(small_form(), false, [](const forms::Case&) {})->taken);
}
