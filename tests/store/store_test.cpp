#include "store/store.h"

#include <catch2/catch.hpp>

#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;
using Action = Entry::Action;

TEST_CASE("A case is read back as it was marked, every kind of value", "[store]") {
  const forms::Form form = small_form();
  const auto content = GENERATE(
      forms::Value(std::int64_t{0}), forms::Value(std::int64_t{-9223372036854775807 - 1}),
      forms::Value(std::int64_t{9223372036854775807}), forms::Value(forms::Codes{1, 5, 999}),
      forms::Value(std::string("髙橋 \"𠮷\"\n\\ {}[],':")), forms::Value(std::string()),
      forms::Value(std::string("7")), forms::Value(forms::PartialDate{1964, 4, 1}),
      forms::Value(forms::PartialDate{{}, {}, 31}), forms::Value(std::string("1964-04-01")),
      forms::Value(forms::Missing::no_answer), forms::Value(forms::Missing::dont_know),
      forms::Value(forms::Missing::illegible), forms::Value(forms::Missing::several_marks),
      forms::Value(forms::Missing::not_applicable), forms::Value(forms::Missing::page_absent));
  const Folder folder;
  {
    Store store = open_at(folder.file("survey.db"));
    const auto hash = store.archive(form);
    REQUIRE(hash);
    REQUIRE(store.create(form, *hash, "11-001", {marked("remark", content, "as keyed")}));
  }

  Store again = open_at(folder.file("survey.db"));
  const auto stored = again.read(form, "11-001");

  REQUIRE(stored);
  forms::Case expected = forms::blank_case(form, "11-001");
  expected.marks[3] = {content, {}, "as keyed"};
  CHECK(stored->current == expected);
  CHECK(stored->revision == 2);
  CHECK(stored->last_item == "remark");
  CHECK(again.history(form, "11-001", "remark")->at(0).mark == expected.marks[3]);
}

TEST_CASE("Several marks keep the codes that were marked", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  Change change = marked("founder", forms::Missing::several_marks, "+1 3");
  change.mark.several = {1, 3};

  REQUIRE(store.save(small_form(), "11-001", 3, {change}));

  CHECK(store.read(small_form(), "11-001")->current.marks[0] == change.mark);
}

TEST_CASE("Saves one after another, through two doors in turn, lose nothing", "[store]") {
  const forms::Form form = small_form();
  const Folder folder;
  Store one = store_with_a_case(folder.file("survey.db"));
  REQUIRE(one.save(form, "11-001", 3, {marked("nurses", std::int64_t{1}, "1")}));
  REQUIRE(one.save(form, "11-001", 4, {marked("remark", std::string("first"), "first")}));
  REQUIRE(one.release("11-001"));
  {
    Store other = open_at(folder.file("survey.db"));
    REQUIRE(other.acquire("11-001"));
    REQUIRE(other.save(form, "11-001", 5, {marked("nurses", std::int64_t{2}, "2")}));
    REQUIRE(other.release("11-001"));
  }
  REQUIRE(one.acquire("11-001"));
  REQUIRE(one.save(form, "11-001", 6, {marked("remark", std::string("last"), "last")}));

  const auto stored = one.read(form, "11-001");
  CHECK(stored->current.marks[*form.find("nurses")].content == forms::Value(std::int64_t{2}));
  CHECK(stored->current.marks[3].content == forms::Value(std::string("last")));
}

TEST_CASE("A save gives the next revision and moves everything of the case", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));

  const auto revision = store.save(
      small_form(), "11-001", 3,
      {marked("nurses", std::int64_t{70}, "70"), changed(Action::note, "nurses", "corrected twice"),
       changed(Action::confirm, "check:many_nurses"),
       changed(Action::override_, "constraint:nurses", "", "by telephone"),
       changed(Action::close)});

  REQUIRE(revision);
  CHECK(*revision == 8);
  const auto stored = store.read(small_form(), "11-001");
  CHECK(stored->revision == 8);
  CHECK(stored->last_item == "nurses");
  CHECK(stored->current.marks[2] == forms::Mark{std::int64_t{70}, {}, "70"});
  CHECK(stored->current.notes == std::map<forms::ItemIndex, std::string>{{2, "corrected twice"}});
  CHECK(stored->current.confirmed == std::set<std::string>{"check:many_nurses"});
  CHECK(stored->current.overridden.at("constraint:nurses") == "by telephone");
  CHECK(stored->current.state == forms::CaseState::closed);
}

TEST_CASE("A mark is taken back, a note removed and a case reopened by further lines", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  REQUIRE(store.save(small_form(), "11-001", 3,
                     {changed(Action::note, "founder", "?"), changed(Action::close)}));

  REQUIRE(store.save(small_form(), "11-001", 5,
                     {marked("founder", forms::Missing::not_keyed, ""),
                      changed(Action::note, "founder", ""), changed(Action::reopen)}));

  const auto stored = store.read(small_form(), "11-001");
  CHECK_FALSE(stored->current.marks[0].keyed());
  CHECK(stored->current.notes.empty());
  CHECK(stored->current.state == forms::CaseState::open);
  CHECK(store.cases()->at(0).keyed == 1);
  CHECK(store.history(small_form(), "11-001", "")->size() == 8);
}

TEST_CASE("History tells who, when and why, of one item or of the case", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  Change correction = marked("nurses", std::int64_t{8}, "8");
  correction.reason = "misread";
  REQUIRE(store.save(small_form(), "11-001", 3,
                     {correction, changed(Action::confirm, "constraint:nurses")}));

  const auto of_item = store.history(small_form(), "11-001", "nurses");
  const auto of_case = store.history(small_form(), "11-001", "");

  REQUIRE(of_item->size() == 3);
  CHECK((*of_item)[0].mark.content == forms::Value(std::int64_t{7}));
  CHECK((*of_item)[1].mark.raw == "8");
  CHECK((*of_item)[1].reason == "misread");
  CHECK((*of_item)[1].operator_name == "clerk");
  CHECK((*of_item)[1].at == half_past_nine);
  CHECK((*of_item)[2].action == Action::confirm);
  CHECK(of_case->size() == 5);
  CHECK(of_case->front().action == Action::create);
  CHECK(store.history(small_form(), "11-001", "nurse").failure().sentence ==
        "Form clinic has no item nurse; check its name.");
}

TEST_CASE("The list of cases is in order of their numbers and says how far each is", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  const auto hash = store.archive(small_form());
  REQUIRE(store.import(small_form(), *hash,
                       {{"12-001", {marked("nurses", std::int64_t{0}, "0")}}, {"11-002", {}}}));
  REQUIRE(store.acquire("11-002"));

  const auto cases = store.cases();

  REQUIRE(cases->size() == 2);
  CHECK((*cases)[0].id == "11-002");
  CHECK((*cases)[0].keyed == 0);
  CHECK((*cases)[0].open_at.find(", process " + std::to_string(getpid())) != std::string::npos);
  CHECK((*cases)[1].id == "12-001");
  CHECK((*cases)[1].keyed == 1);
  CHECK((*cases)[1].open_at.empty());
  CHECK((*cases)[1].form_id == "clinic");
  CHECK((*cases)[1].form_hash == *hash);
  CHECK((*cases)[1].changed_at == half_past_nine);
  CHECK(*store.has("12-001"));
  CHECK_FALSE(*store.has("12-002"));
}

TEST_CASE("A case that exists is neither created nor imported again, and nothing of it is kept",
          "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  const std::string hash = store.form_hashes()->at(0);

  const auto created = store.create(small_form(), hash, "11-001", {});
  const auto imported = store.import(small_form(), hash, {{"11-002", {}}, {"11-001", {}}});

  CHECK(created.failure().sentence.find("Case 11-001 is in ") == 0);
  CHECK_FALSE(imported);
  CHECK_FALSE(*store.has("11-002"));
  CHECK(store.audit()->entries == 3);
}

TEST_CASE("What cannot be kept is refused whole, with the item's name", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  const auto refused =
      GENERATE(marked("nurse", std::int64_t{1}, "1"),           // no such item
               marked("remark", std::string("\xff\xfe"), "x"),  // not UTF-8
               marked("remark", std::string(100'001, 'a'), "x"),
               marked("services", forms::Codes{}, ""), changed(Action::note, "", "on no item"));

  const auto saved =
      store.save(small_form(), "11-001", 3, {marked("nurses", std::int64_t{8}, "8"), refused});

  REQUIRE_FALSE(saved);
  CHECK(saved.failure().sentence.find("Case 11-001, " + refused.subject + ": ") == 0);
  CHECK(store.read(small_form(), "11-001")->revision == 3);
  CHECK(store.audit()->findings.empty());
}

TEST_CASE("A case is not read with another form's items", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  forms::Form other = small_form();
  other.form_id = "hospital";
  other.items.erase(other.items.begin());

  CHECK(store.read(other, "11-001").failure().sentence ==
        "Case 11-001 was keyed under another form than hospital 1; open it with that one.");
  CHECK_FALSE(store.read(small_form(), "99-999"));
}

TEST_CASE("A case says which archived form it was keyed under", "[store]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  forms::Form next = small_form();
  next.text = "form_id: clinic\nversion: 2\n";
  const auto hash = store.archive(next);
  REQUIRE(store.create(next, *hash, "11-002", {}));

  CHECK(*store.archived_text(*store.form_of("11-001")) == small_form().text);
  CHECK(*store.form_of("11-002") == *hash);
  CHECK_FALSE(store.form_of("11-003"));
}

TEST_CASE("A form is archived once, by its text", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));

  const auto hash = store.archive(small_form());
  const auto again = store.archive(small_form());

  // sha256sum of "form_id: clinic\n"
  CHECK(*hash == "cf86c2e450b3a6f4c849341980a73dd1d89dd98fd030cc24d2a05ae5bc11dc9f");
  CHECK(*again == *hash);
  CHECK(store.form_hashes()->size() == 1);
  CHECK(*store.archived_text(*hash) == "form_id: clinic\n");
  CHECK_FALSE(store.archived_text("0"));
}
