// Whatever export wrote, on its way back in: the same, or a reason cell by cell.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "forms/csv.h"
#include "forms/read_value.h"
#include "tests/export/hostile_texts.h"
#include "way_back.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

void export_whole(const Folder& folder, const std::string& db, const std::string& out, const Arguments& more) {
  export_all(folder, db, out, joined({"--identifying"}, more));
}

Outcome import_into(const Folder& folder, const std::string& form, const std::string& file, const std::string& db) {
  const Outcome back = run_genpyo({"import", form, folder.file(file), "--db", folder.file(db), "--language", "en"});
  INFO(back.out << back.err);
  REQUIRE(back.status <= 1);
  return back;
}

// The variables of the cells in which two files differ, and which `told` does not name. A format
// without lines numbers its rows; in CSV each begins at a line.
std::set<std::string> differences(const std::string& before, const std::string& after, const std::string& told) {
  const auto left = forms::csv::parse(before), right = forms::csv::parse(after);
  REQUIRE(left);
  REQUIRE(right);
  REQUIRE(left->header == right->header);
  REQUIRE(left->rows.size() == right->rows.size());
  std::set<std::string> found;
  for (std::size_t row = 0; row < left->rows.size(); ++row) {
    for (std::size_t column = 0; column < left->header.size(); ++column) {
      if (left->rows[row].cells[column] == right->rows[row].cells[column]) continue;
      const auto is_told = [&](int line) {
        return told.find(":" + std::to_string(line) + ": " + left->header[column] + ": soft") != std::string::npos;
      };
      const std::string &was = left->rows[row].cells[column], &is = right->rows[row].cells[column];
      const bool only_blanks = was.starts_with(is) && was.find_first_not_of(' ', is.size()) == was.npos;
      if (only_blanks && is_told(1)) continue;
      if (!is_told(static_cast<int>(row) + 2) && !is_told(left->rows[row].line)) found.insert(left->header[column]);
    }
  }
  return found;
}

const char* const kinds_form = R"(form_id: kinds
version: "1"
title: {ja: 種類, en: Kinds}
choices:
  fruit:
    - {name: 1, label: {ja: りんご, en: Apple}}
    - {name: 2, label: {ja: なし, en: Pear}}
    - {name: 10, label: {ja: いちじく, en: Fig}}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: weight, type: decimal, label: {ja: 重さ, en: Weight}}
      - {name: count, type: integer, label: {ja: 数, en: Count}}
      - {name: day, type: date, label: {ja: 日, en: Day}}
      - {name: words, type: text, label: {ja: 言葉, en: Words}}
      - {name: best, type: select_one fruit, label: {ja: 一番, en: Best}}
      - {name: liked, type: select_multiple fruit, label: {ja: 好き, en: Liked}}
      - {name: ranked, type: rank fruit, label: {ja: 順, en: Ranked}}
)";

const char* const kinds_rows =
    "case_id,weight,count,day,words,best,liked,ranked\n"
    "01-001,-2,0,1964-04-XX,-2,1,1 10,10 1 2\n"
    "01-002,*,-,/,,+1 2,+,2 10 1\n"
    "01-003,36.5,*,1964-04-01,=1,10,2,-\n"
    "01-004,-,9999999999,,'quoted,*,-,*\n"
    "01-005,0.000001,7,1700-01-01,\"  one\ntwo\t\",/,,\n"
    "01-006,123456.789012345,,1964-XX-XX,\"a,b;\"\"c\"\"\",2,1 2 10,1 2 10\n";

}  // namespace

TEST_CASE("the sample comes back by import from every format, whole") {
  const auto more = GENERATE(Arguments{}, Arguments{"--layer", "marks"}, Arguments{"--multiple", "codes"},
                             Arguments{"--multiple", "codes", "--layer", "marks"}, Arguments{"--derive"});
  const Folder folder;
  REQUIRE(run_genpyo({"import", "home_care_2018", sample, "--db", folder.file("a.db")}).status <= 1);
  export_whole(folder, "a.db", "out", joined({"--format", "csv,xlsx,sav,dta,json,sqlite"}, more));
  for (const std::string format : {"csv", "xlsx", "sav", "dta", "json", "sqlite"}) {
    INFO(format);
    const Outcome back = import_into(folder, "home_care_2018", "out/home_care_2018." + format, format + ".db");
    CHECK(back.err.find("129 cases imported, 121 closed") != std::string::npos);
    export_whole(folder, format + ".db", format, joined({"--format", "csv"}, more));
    CHECK((content_of(folder.file("out/home_care_2018.csv")) == content_of(folder.file(format + "/home_care_2018.csv"))));
  }
}

TEST_CASE("every kind of answer and of missing value comes back from every format") {
  const auto more = GENERATE(Arguments{}, Arguments{"--multiple", "codes"});
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  write_file(folder.file("in.csv"), kinds_rows);
  import_into(folder, folder.file("form.yaml"), "in.csv", "a.db");
  export_whole(folder, "a.db", "out", joined({"--format", "csv,xlsx,sav,dta,json,sqlite"}, more));
  for (const std::string format : {"csv", "xlsx", "sav", "dta", "json", "sqlite"}) {
    INFO(format);
    const Outcome back = import_into(folder, folder.file("form.yaml"), "out/kinds." + format, format + ".db");
    CHECK(back.out.find(":3: best: soft: Several marks") != std::string::npos);
    export_whole(folder, format + ".db", format, joined({"--format", "csv"}, more));
    CHECK(differences(content_of(folder.file("out/kinds.csv")), content_of(folder.file(format + "/kinds.csv")), back.out).empty());
  }
}

TEST_CASE("every profile of CSV and of workbooks comes back, words too") {
  const auto profile = GENERATE(Arguments{"analysis"}, Arguments{"excel"}, Arguments{"legacy", "--wider"}, Arguments{"labels"});
  const auto more = GENERATE(Arguments{}, Arguments{"--multiple", "codes", "--language", "en"});
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  write_file(folder.file("in.csv"), kinds_rows);
  import_into(folder, folder.file("form.yaml"), "in.csv", "a.db");
  export_whole(folder, "a.db", "plain", {"--format", "csv"});
  export_whole(folder, "a.db", "out", joined(joined({"--format", "csv,xlsx", "--profile"}, profile), more));
  for (const std::string format : {"csv", "xlsx"}) {
    INFO(profile.front() << " " << format);
    const Outcome back = import_into(folder, folder.file("form.yaml"), "out/kinds." + format, format + ".db");
    export_whole(folder, format + ".db", format, {"--format", "csv"});
    CHECK(differences(content_of(folder.file("plain/kinds.csv")), content_of(folder.file(format + "/kinds.csv")), back.out).empty());
  }
}

TEST_CASE("words of a ranking stand in the order of rank") {
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  write_file(folder.file("in.csv"), kinds_rows);
  import_into(folder, folder.file("form.yaml"), "in.csv", "a.db");
  export_whole(folder, "a.db", "out", {"--profile", "labels", "--language", "en", "--multiple", "codes", "--format", "csv"});
  const std::string csv = content_of(folder.file("out/kinds.csv"));
  CHECK_THAT(csv, Catch::Contains("Apple; Fig,Fig; Apple; Pear,"));
  CHECK_THAT(csv, Catch::Contains(",Pear; Fig; Apple,"));
}

TEST_CASE("every hostile text comes back from every format, or is told at its cell") {
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  const forms::Item words = exports::item("words", forms::ItemType::text, {});
  std::string rows = "case_id,words\n", refused;
  std::size_t keyed = 0, not_keyed = 0;
  for (const exports::HostileText& each : exports::hostile_texts()) {
    if (std::holds_alternative<forms::Mark>(forms::read_value(words, nullptr, each.text))) {
      rows += "01-" + std::to_string(101 + keyed++) + "," + forms::csv::quote(each.text) + "\n";
      continue;
    }
    ++not_keyed;
    const nlohmann::json dataset = {{"cases", {{{"case_id", "01-001"}, {"words", each.text}}}}};
    write_file(folder.file("no.json"), dataset.dump(-1, ' ', false, nlohmann::json::error_handler_t::ignore));
    if (each.text.find('\xFF') != std::string::npos || each.text.find('\xED') != std::string::npos) continue;  // no JSON can say it
    const Outcome no = run_genpyo({"import", folder.file("form.yaml"), folder.file("no.json"), "--db", folder.file("no.db")});
    INFO(each.name);
    CHECK(no.status == 2);
    CHECK_THAT(no.err, Catch::Contains("no.json:2: words: "));
  }
  CHECK(keyed > 15);
  CHECK(not_keyed >= 4);
  write_file(folder.file("in.csv"), rows);
  import_into(folder, folder.file("form.yaml"), "in.csv", "a.db");
  export_whole(folder, "a.db", "out", {"--format", "csv,xlsx,sav,dta,json,sqlite"});
  for (const std::string format : {"csv", "xlsx", "sav", "dta", "json", "sqlite"}) {
    INFO(format);
    const Outcome back = import_into(folder, folder.file("form.yaml"), "out/kinds." + format, format + ".db");
    CHECK((back.out.find("blanks at the end are lost") != std::string::npos) == (format == "sav"));
    export_whole(folder, format + ".db", format, {"--format", "csv"});
    CHECK(differences(content_of(folder.file("out/kinds.csv")), content_of(folder.file(format + "/kinds.csv")), back.out).empty());
  }
}

TEST_CASE("a text has its missing kinds back, a page that is absent too, and what is not keyed stays so") {
  const auto format = GENERATE("csv", "xlsx", "sav", "dta", "json", "sqlite");
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  write_file(folder.file("kinds.json"), R"({"form_id":"kinds","cases":[
{"case_id":"01-001","weight":{"missing":"page_absent"},"count":{"missing":"not_keyed"},"day":{"missing":"not_keyed"},
 "words":{"missing":"illegible"},"best":{"missing":"page_absent"},"liked":{"missing":"not_keyed"},
 "ranked":{"missing":"not_keyed"}}]})");
  const Outcome first = import_into(folder, folder.file("form.yaml"), "kinds.json", "a.db");
  CHECK(first.err.find("1 cases imported, 0 closed") != std::string::npos);
  export_whole(folder, "a.db", "out", {"--layer", "marks", "--format", with_csv(format)});
  import_into(folder, folder.file("form.yaml"), std::string("out/kinds.") + format, "b.db");
  export_whole(folder, "b.db", "again", {"--layer", "marks", "--format", "csv"});
  CHECK(content_of(folder.file("again/kinds.csv")) ==
        "case_id,weight,weight_missing,count,day,day_missing,words,words_missing,best,liked_1,liked_2,liked_10,ranked,ranked_missing\n"
        "01-001,,-7,-1,,-1,,-4,-7,-1,-1,-1,,-1\n");
}

TEST_CASE("a file is known by its first bytes where its name says nothing") {
  const auto format = GENERATE("csv", "xlsx", "sav", "dta", "json", "sqlite");
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  write_file(folder.file("in.csv"), "case_id,count\n01-001,3\n");
  import_into(folder, folder.file("form.yaml"), "in.csv", "a.db");
  export_whole(folder, "a.db", "out", {"--format", with_csv(format)});
  fs::rename(folder.file(std::string("out/kinds.") + format), folder.file("out/kinds.bak"));
  const Outcome back = import_into(folder, folder.file("form.yaml"), "out/kinds.bak", "b.db");
  CHECK(back.err.find("1 cases imported") != std::string::npos);
}

TEST_CASE("what only bears the name of a format is refused by import with one sentence") {
  const auto [name, told] = GENERATE(table<std::string, std::string>({{"a.sav", "cannot be read as an SPSS file"},
                                                                      {"a.dta", "cannot be read as a Stata file"},
                                                                      {"a.xlsx", "is no archive"},
                                                                      {"a.json", "cannot be read as a JSON dataset"},
                                                                      {"a.SQLITE", "cannot be read as a SQLite dataset"}}));
  const Folder folder;
  write_file(folder.file(name), "case_id\n11-001\n");
  const Outcome outcome = run_genpyo({"import", "home_care_2018", folder.file(name), "--db", folder.file("a.db")});
  INFO(outcome.err);
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find(told) != std::string::npos);
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  CHECK_FALSE(fs::exists(folder.file("a.db")));
}

TEST_CASE("a dataset of another form, and one that was changed since, are refused cell by cell") {
  const Folder folder;
  write_file(folder.file("form.yaml"), kinds_form);
  const auto said = [&](const std::string& json) {
    write_file(folder.file("a.json"), json);
    const Outcome outcome = run_genpyo({"import", folder.file("form.yaml"), folder.file("a.json"), "--db", folder.file("a.db"), "--language", "en"});
    CHECK(outcome.status == 2);
    return outcome.err;
  };
  CHECK_THAT(said(R"({"form_id":"home","cases":[{"case_id":"01-001"}]})"), Catch::Contains("is a dataset of the form home"));
  CHECK_THAT(said(R"({"cases":[{"case_id":"01-001","cuont":1}]})"), Catch::Contains("a.json:1: cuont: The form has no item “cuont”. Did you mean “count”?"));
  CHECK_THAT(said(R"({"cases":[{"count":1}]})"), Catch::Contains("no case_id"));
  CHECK_THAT(said(R"({"cases":[{"case_id":"01-001","liked_1":3}]})"), Catch::Contains("a.json:2: liked_1: "));
  CHECK_THAT(said(R"({"cases":[{"case_id":"01-001","words":"a","words_missing":-2}]})"), Catch::Contains("a.json:2: words_missing: An answer"));
  CHECK_THAT(said(R"({"cases":[{"case_id":"01-001","words_missing":5}]})"), Catch::Contains("“5” is the code of no missing kind"));
}

TEST_CASE("a choice without a column, and a word that two choices share, are told and not guessed") {
  const Folder folder;
  std::string form = kinds_form;
  form.replace(form.find("en: Pear"), 8, "en: Apple");
  write_file(folder.file("form.yaml"), form);
  write_file(folder.file("manifest.json"), R"({"choices":{"profile":"labels","language":"en"}})");
  write_file(folder.file("kinds_codebook.csv"), "variable,item,number,type,kind,code\ncase_id,,,text,variable,\nbest,best,,select_one,variable,\n"
                                                "liked_1,liked,,select_multiple,variable,1\n");
  write_file(folder.file("kinds.csv"), "case_id,best,liked_1\n01-001,Apple,Chosen\n01-002,Fig,No answer\n");
  const Outcome back = import_into(folder, folder.file("form.yaml"), "kinds.csv", "a.db");
  CHECK_THAT(back.out, Catch::Contains("kinds.csv:2: best: soft: “Apple” does not say which answer it was"));
  CHECK_THAT(back.out, Catch::Contains("kinds.csv:1: liked_10: soft: No column “liked_10”"));
  export_whole(folder, "a.db", "out", {"--layer", "marks", "--format", "csv"});
  CHECK_THAT(content_of(folder.file("out/kinds.csv")), Catch::Contains("01-001,,-2,-2,,-2,,-2,-2,1,0,0,,-2\n01-002,,-2,-2,,-2,,-2,10,-2,-2,-2,,-2\n"));
}
