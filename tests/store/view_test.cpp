#include "store/view.h"

#include <catch2/catch.hpp>

#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;
using Rows = std::vector<std::string>;

TEST_CASE("A form's view has a row a case and a column an item", "[store][view]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store store = open_at(path);
  REQUIRE(store.import(
      small_form(), *store.archive(small_form()),
      {{"11-001",
        {marked("founder", forms::Codes{3}, "3"), marked("services", forms::Codes{1, 5, 12}, ""),
         marked("nurses", std::int64_t{0}, "0"), marked("remark", std::string("[1,2]"), ""),
         marked("clinic_name", std::string("secret"), "")}},
       {"11-002",
        {marked("founder", forms::Missing::several_marks, "+"),
         marked("services", forms::Missing::no_answer, ""),
         marked("nurses", forms::Missing::dont_know, "-"),
         marked("remark", forms::Missing::illegible, "*")}}}));

  CHECK(query(path,
              "SELECT case_id || '|' || state || '|' || founder || '|' || services || '|' || "
              "nurses || '|' || typeof(nurses) || '|' || remark FROM clinic_1 "
              "WHERE case_id = '11-001'") == Rows{"11-001|open|3|1 5 12|0|integer|[1,2]"});
  CHECK(query(path,
              "SELECT founder IS NULL AND services IS NULL AND nurses IS NULL AND "
              "remark IS NULL FROM clinic_1 WHERE case_id = '11-002'") == Rows{"1"});
  CHECK(query(path, "SELECT name FROM pragma_table_info('clinic_1')") ==
        Rows{"case_id", "state", "founder", "services", "nurses", "remark"});
}

TEST_CASE("A date is text in the view, and nothing where it is missing", "[store][view]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  forms::Form form = small_form();
  form.items.push_back(item("born", forms::ItemType::date));
  Store store = open_at(path);
  REQUIRE(store.import(form, *store.archive(form),
                       {{"11-001", {marked("born", forms::PartialDate{1964, 4, 1}, "S39.4.1")}},
                        {"11-002", {marked("born", forms::PartialDate{1964, 4, {}}, "1964/4/*")}},
                        {"11-003", {marked("born", forms::Missing::dont_know, "-")}}}));

  CHECK(query(path, "SELECT ifnull(born, 'null') FROM clinic_1 ORDER BY case_id") ==
        Rows{"1964-04-01", "1964-04-XX", "null"});
}

TEST_CASE("A definition changed under the same version keeps all its cases in one view",
          "[store][view]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store store = store_with_a_case(path);
  forms::Form changed = small_form();
  changed.text = "form_id: clinic\ntitle: another\n";
  changed.items.push_back(item("beds", forms::ItemType::integer));
  REQUIRE(store.create(changed, *store.archive(changed), "11-002",
                       {marked("beds", std::int64_t{19}, "19")}));

  CHECK(query(path, "SELECT case_id || ' ' || coalesce(beds, 'none') FROM clinic_1 ORDER BY 1") ==
        Rows{"11-001 none", "11-002 19"});
  CHECK(query(path, "SELECT nurses FROM clinic_1 WHERE case_id = '11-001'") == Rows{"7"});
}

TEST_CASE("Versions have views of their own", "[store][view]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store store = store_with_a_case(path);
  forms::Form next = small_form();
  next.version = "2018-04 β";
  next.text = "version: 2\n";

  REQUIRE(store.archive(next));

  CHECK(view_name(next) == "clinic_2018_04___");
  CHECK(query(path, "SELECT count(*) FROM clinic_2018_04___") == Rows{"0"});
  CHECK(query(path, "SELECT count(*) FROM clinic_1") == Rows{"1"});
}

TEST_CASE("Names of a form are data and never SQL", "[store][view]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store store = open_at(path);
  forms::Form form = small_form();
  form.version = "1'); DROP TABLE mark; --";
  form.items[2].name = "x' || (SELECT 1) || '";
  const auto hash = store.archive(form);
  REQUIRE(hash);

  REQUIRE(store.create(form, *hash, "11-001", {marked(form.items[2].name, std::int64_t{4}, "4")}));

  CHECK(query(path, "SELECT \"x' || (SELECT 1) || '\" FROM " + view_name(form)) == Rows{"4"});
  CHECK(store.audit()->findings.empty());
}

TEST_CASE("A form whose view cannot be made is not archived", "[store][view]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  forms::Form table = small_form();
  table.form_id = "Case";
  table.version = "Pass";
  forms::Form quoted = small_form();
  quoted.items[0].name = "a\"b";

  CHECK(store.archive(table).failure().sentence ==
        "The view of form Case would be named Case_Pass, which is a table of the database; rename "
        "the form.");
  CHECK(store.archive(quoted).failure().sentence ==
        "Form clinic has an item whose name cannot be a column; rename the item.");
  CHECK(store.form_hashes()->empty());
}
