// Codes that were added while texts were coded: out with `export`, back with `import`, with their
// labels or not at all.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/session/described_codes.h"
#include "app/session/history.h"
#include "app/session/strings.h"
#include "codes_fixture.h"
#include "way_back.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;

Outcome import_into(const Folder& folder, const std::string& file, const std::string& db) {
  return run_genpyo({"import", folder.file("form.yaml"), folder.file(file), "--db", folder.file(db), "--language", "en", "--operator", "importer"});
}

// The manifest says something else of the codes.
void describe(const Folder& folder, const std::string& out, const nlohmann::json& codes) {
  auto manifest = nlohmann::json::parse(content_of(folder.file(out + "/manifest.json")));
  manifest["added_codes"] = codes;
  write_file(folder.file(out + "/manifest.json"), manifest.dump());
}

}  // namespace

TEST_CASE("codes that were added while texts were coded come back from every format with their labels") {
  const auto more = GENERATE(Arguments{}, Arguments{"--layer", "marks"}, Arguments{"--multiple", "codes"}, Arguments{"--language", "en"});
  const Folder folder;
  make_coded(folder);
  export_all(folder, "a.db", "out", joined({"--format", "csv,xlsx,sav,dta,json,sqlite"}, more));
  const std::string before = content_of(folder.file("out/office.csv"));
  CHECK(before.find(more == Arguments{"--multiple", "codes"} ? "1 4 5" : "why_code_4,why_code_5,why_code_6") != before.npos);
  for (const std::string format : {"csv", "xlsx", "sav", "dta", "json", "sqlite"}) {
    const Outcome back = import_into(folder, "out/office." + format, format + ".db");
    INFO(format << '\n' << back.out << back.err);
    REQUIRE(back.status <= 1);
    export_all(folder, format + ".db", format, joined({"--format", "csv"}, more));
    CHECK(content_of(folder.file(format + "/office.csv")) == before);
    CHECK(content_of(folder.file(format + "/office_codebook.csv")) == content_of(folder.file("out/office_codebook.csv")));
    const auto added = added_in(folder.file(format + ".db"));
    REQUIRE(added.size() == 3);
    CHECK(added[1].label == "=SUM(1), \"顔の見える\" 関係; '他");
    CHECK(added[1].operator_name == "importer");
  }
}

TEST_CASE("a code comes back as a line of the journal beside an answer that bears it, and the form stays as it was") {
  const Folder folder;
  make_coded(folder);
  export_all(folder, "a.db", "out", {"--format", "csv"});
  REQUIRE(import_into(folder, "out/office.csv", "b.db").status <= 1);
  auto store = store::Store::open_read_only(folder.file("b.db"));
  const auto survey = office_survey();
  std::vector<std::string> lines;
  for (const std::string id : {"11-001", "11-002", "11-003", "12-001"}) {
    const auto history = store->history(survey->form, id, "");
    for (const store::Entry& entry : *history) {
      if (entry.subject == "code:why_code") lines.push_back(id + " " + entry.text + " / " + entry.reason);
    }
  }
  CHECK(lines == std::vector<std::string>{"11-001 4 長年の付き合い / import of office.csv",
                                          "11-001 5 =SUM(1), \"顔の見える\" 関係; '他 / import of office.csv",
                                          "11-001 6 その他 / import of office.csv"});
  session::HistoryLine line;
  line.reason = "import of office.csv";
  CHECK(session::reason_of(line, "ja", *session::Strings::load(GENPYO_SOURCE)) == "office.csv の取り込み");
  CHECK(*store->archived_text(store->form_hashes()->front()) == survey->form.text);
  CHECK(store->audit()->findings.empty());
}

TEST_CASE("a dataset without its manifest has its labels from itself, and where it has none each cell says so") {
  const auto more = GENERATE(Arguments{}, Arguments{"--multiple", "codes"});
  const bool is_column = !more.empty();
  const Folder folder;
  make_coded(folder);
  export_all(folder, "a.db", "out", joined({"--format", "csv,xlsx,sav,dta,json,sqlite"}, more));
  fs::remove(folder.file("out/manifest.json"));
  for (const std::string format : {"csv", "xlsx", "json", "sqlite"}) {
    const Outcome back = import_into(folder, "out/office." + format, format + ".db");
    INFO(format << '\n' << back.out << back.err);
    REQUIRE(back.status <= 1);
    export_all(folder, format + ".db", format, joined({"--format", "csv"}, more));
    CHECK(content_of(folder.file(format + "/office_codebook.csv")) == content_of(folder.file("out/office_codebook.csv")));
    CHECK(content_of(folder.file(format + "/office.csv")) == content_of(folder.file("out/office.csv")));
  }
  for (const std::string format : {"sav", "dta"}) {
    const Outcome back = import_into(folder, "out/office." + format, format + ".db");
    INFO(format << '\n' << back.err);
    CHECK(back.status == 2);
    CHECK_FALSE(fs::exists(folder.file(format + ".db")));
    const std::string file = folder.file("out/office." + format);
    CHECK_THAT(back.err, Catch::Contains(file + (is_column ? ":2: why_code: “4 5” is not" : ":2: why_code_4: “4” is not")));
    CHECK_THAT(back.err, Catch::Contains(file + (is_column ? ":3: why_code: “4” is not" : ":3: why_code_4: “4” is not")));
    CHECK_THAT(back.err, Catch::Contains("lay the manifest.json of the export beside the file"));
    CHECK(back.err.find(file + ":4: ") == std::string::npos);
  }
}

TEST_CASE("a CSV without its codebook, and one keyed by hand, cannot say what an added code means") {
  const Folder folder;
  make_coded(folder);
  write_file(folder.file("keyed.csv"), "case_id,why,why_code\n11-001,a,1 4\n11-002,b,x\n11-003,c,1 2\n");
  const Outcome back = import_into(folder, "keyed.csv", "b.db");
  INFO(back.err);
  CHECK(back.status == 2);
  CHECK_THAT(back.err, Catch::Contains("keyed.csv:2: why_code: “4” is not in the form’s list"));
  CHECK_THAT(back.err, Catch::Contains("keyed.csv:3: why_code: There is no choice with the number “x”"));
  CHECK_FALSE(fs::exists(folder.file("b.db")));
}

TEST_CASE("added codes come back from every profile of CSV and of workbooks") {
  const auto profile = GENERATE(Arguments{"excel"}, Arguments{"legacy", "--wider"}, Arguments{"labels"});
  const auto more = GENERATE(Arguments{}, Arguments{"--multiple", "codes"});
  const Folder folder;
  make_coded(folder, {{"11-002", {2, 4}, {{4, "長年の付き合い"}}}, {"11-001", {1, 4, 5}, {{5, "=1+1 他"}}}});
  export_all(folder, "a.db", "plain", {"--format", "csv"});
  export_all(folder, "a.db", "out", joined(joined({"--format", "csv,xlsx", "--profile"}, profile), more));
  for (const std::string format : {"csv", "xlsx"}) {
    const Outcome back = import_into(folder, "out/office." + format, format + ".db");
    INFO(profile.front() << ' ' << format << '\n' << back.out << back.err);
    REQUIRE(back.status <= 1);
    export_all(folder, format + ".db", format, {"--format", "csv"});
    CHECK(content_of(folder.file(format + "/office.csv")) == content_of(folder.file("plain/office.csv")));
    CHECK(content_of(folder.file(format + "/office_codebook.csv")) == content_of(folder.file("plain/office_codebook.csv")));
  }
}

TEST_CASE("a code that means something else in the database is told at each cell, and overwrites nothing") {
  const auto format = GENERATE("csv", "xlsx", "sav", "dta", "json", "sqlite");
  const Folder folder;
  make_coded(folder);
  fill(folder.file("b.db"), {{"12-002", 2, 1, 1, "会議"}});
  code(folder.file("b.db"), {{"12-002", {4}, {{4, "会議で"}}}});
  const std::string before = content_of(folder.file("b.db"));
  export_all(folder, "a.db", "out", {"--format", with_csv(format)});
  const std::string file = std::string("out/office.") + format;
  const Outcome back = import_into(folder, file, "b.db");
  INFO(back.out << back.err);
  CHECK(back.status == 2);
  for (const char* line : {":2: ", ":3: "}) {
    CHECK_THAT(back.err, Catch::Contains(folder.file(file) + line + "why_code: Code 4 is “長年の付き合い” in the file, but is “会議で” already."));
  }
  const auto added = added_in(folder.file("b.db"));
  REQUIRE(added.size() == 1);
  CHECK(added.front().label == "会議で");
  CHECK(store::Store::open_read_only(folder.file("b.db"))->cases()->size() == 1);
}

TEST_CASE("a code that the database has with the same label is not added again") {
  const Folder folder;
  make_coded(folder);
  fill(folder.file("b.db"), {{"12-002", 2, 1, 1, "会議"}});
  code(folder.file("b.db"), {{"12-002", {4}, {{4, "長年の付き合い"}}}});
  export_all(folder, "a.db", "out", {"--format", "csv"});
  REQUIRE(import_into(folder, "out/office.csv", "b.db").status <= 1);
  const auto added = added_in(folder.file("b.db"));
  REQUIRE(added.size() == 3);
  CHECK(added[0].operator_name == "coder");
  CHECK(added[1].code == 5);
}

TEST_CASE("a code that the form has since got with another label is told, with the same label it is the form's") {
  const auto [label, status] = GENERATE(table<std::string, int>({{"長年の付き合い", 0}, {"つきあい", 2}}));
  const Folder folder;
  make_coded(folder, {{"11-002", {4}, {{4, "長年の付き合い"}}}});
  export_all(folder, "a.db", "out", {"--format", "csv"});
  std::string form = office_yaml;
  const std::string third = "    - {name: 3, label: {ja: 行政, en: Authorities}}\n";
  form.replace(form.find(third), third.size(), third + "    - {name: 4, label: {ja: " + label + ", en: Years}}\n");
  write_file(folder.file("form.yaml"), form);
  const Outcome back = import_into(folder, "out/office.csv", "b.db");
  INFO(back.out << back.err);
  CHECK(back.status == status);
  if (status == 0) CHECK(added_in(folder.file("b.db")).empty());
  else CHECK_THAT(back.err, Catch::Contains("office.csv:1: why_code: Code 4 is “長年の付き合い” in the file, but is “つきあい” already."));
}

TEST_CASE("what could not have been added as a code is refused with one sentence each, and nothing is taken") {
  using Json = nlohmann::json;
  const auto [entry, told] = GENERATE(table<Json, std::string>({
      {Json{{"item", "why_code"}, {"code", -5}, {"label", "x"}}, "why_code: “-5 x” is said"},
      {Json{{"item", "why_code"}, {"code", 0}, {"label", "x"}}, "why_code: “0 x” is said"},
      {Json{{"item", "why_code"}, {"code", 1000}, {"label", "x"}}, "why_code: “1000 x” is said"},
      {Json{{"item", "why_code"}, {"code", 18446744073709551615u}, {"label", "x"}}, "why_code: “-1 x” is said"},
      {Json{{"item", "why_code"}, {"code", 1e300}, {"label", "x"}}, "why_code: “0 x” is said"},
      {Json{{"item", "why_code"}, {"code", "7"}, {"label", "x"}}, "why_code: “0 x” is said"},
      {Json{{"item", "why_code"}, {"code", 7}}, "why_code: “7 ” is said"},
      {Json{{"item", "why_code"}, {"code", 7}, {"label", "a\x1b[2Jb"}}, "why_code: “7 a[2Jb” is said"},
      {Json{{"item", "why_code"}, {"code", 7}, {"label", "a\nb"}}, "why_code: “7 a b” is said"},
      {Json{{"item", "why_code"}, {"code", 7}, {"label", std::string(1, '\0')}}, "why_code: “7 ” is said"},
      {Json{{"item", "why_code"}, {"code", 7}, {"label", std::string(32'768, 'a')}}, "why_code: “7 32768 bytes” is said"},
      {Json{{"item", "why_code"}, {"code", 4}, {"label", "another"}}, "why_code: Code 4 is “another” in the file, but is “長年の付き合い” already"},
      {Json{{"item", "days"}, {"code", 7}, {"label", "x"}}, "days: Code 7 is said"},
      {Json{{"item", "nobody\n"}, {"code", 7}, {"label", "x"}}, "nobody: Code 7 is said"},
      {Json("why_code"), ": Code 0 is said"},
  }));
  const Folder folder;
  make_coded(folder, {{"11-002", {4}, {{4, "長年の付き合い"}}}});
  export_all(folder, "a.db", "out", {"--format", "csv"});
  describe(folder, "out", {{{"item", "why_code"}, {"code", 4}, {"label", "長年の付き合い"}}, entry});
  const Outcome back = import_into(folder, "out/office.csv", "b.db");
  INFO(back.out << back.err);
  CHECK(back.status == 2);
  CHECK_THAT(back.err, Catch::Contains("office.csv:1: " + told));
  CHECK(std::count(back.err.begin(), back.err.end(), '\n') == 2);
  CHECK_FALSE(fs::exists(folder.file("b.db")));
}

TEST_CASE("ten thousand codes are told of in fifty lines, 999 are a list") {
  const Folder folder;
  make_coded(folder, {});
  export_all(folder, "a.db", "out", {"--format", "csv"});
  nlohmann::json codes = nlohmann::json::array();
  for (int code = 4; code <= 999; ++code) codes.push_back({{"item", "why_code"}, {"code", code}, {"label", "label " + std::to_string(code)}});
  describe(folder, "out", codes);
  CHECK(import_into(folder, "out/office.csv", "b.db").status <= 1);
  CHECK(added_in(folder.file("b.db")).size() == 996);
  for (int code = 1000; code < 10'996; ++code) codes.push_back({{"item", "why_code"}, {"code", code}, {"label", "x"}});
  describe(folder, "out", codes);
  const Outcome back = import_into(folder, "out/office.csv", "c.db");
  CHECK(back.status == 2);
  CHECK_THAT(back.err, Catch::Contains("… and 9946 more"));
  CHECK_FALSE(fs::exists(folder.file("c.db")));
}

TEST_CASE("the longest label that a coder can write comes back whole from every format") {
  std::string longest;
  while (longest.size() + 3 <= 32'767) longest += "長";
  const Folder folder;
  make_coded(folder, {{"11-002", {4}, {{4, longest}}}});
  export_all(folder, "a.db", "out", {"--format", "csv,xlsx,sav,dta,json,sqlite"});
  for (const std::string format : {"csv", "xlsx", "sav", "dta", "json", "sqlite"}) {
    const Outcome back = import_into(folder, "out/office." + format, format + ".db");
    INFO(format << '\n' << back.err);
    REQUIRE(back.status <= 1);
    REQUIRE(added_in(folder.file(format + ".db")).size() == 1);
    CHECK(added_in(folder.file(format + ".db")).front().label == longest);
  }
}

TEST_CASE("a label that a workbook had to cut is not taken for the code's") {
  const Folder folder;
  make_coded(folder, {{"11-002", {4}, {{4, std::string(32'767, 'a')}}}});
  export_all(folder, "a.db", "out", {"--format", "xlsx"});
  fs::remove(folder.file("out/manifest.json"));
  const Outcome back = import_into(folder, "out/office.xlsx", "b.db");
  CHECK(back.status == 2);
  CHECK_THAT(back.err, Catch::Contains("office.xlsx:3: why_code_4: “4” is not in the form’s list"));
  CHECK_FALSE(fs::exists(folder.file("b.db")));
}

TEST_CASE("an export without cases brings no codes, and says which") {
  const Folder folder;
  make_coded(folder, {});
  fs::remove(folder.file("a.db"));
  fill(folder.file("a.db"), {{"12-001", 2, 1, 7, "会議", false}});
  code(folder.file("a.db"), {{"12-001", {4}, {{4, "会議"}}}});
  REQUIRE(run_genpyo({"export", "--db", folder.file("a.db"), "-o", folder.file("out"), "--format", "csv"}).status == 0);  // closed ones
  const Outcome back = import_into(folder, "out/office.csv", "b.db");
  CHECK(back.status == 1);
  CHECK_THAT(back.out, Catch::Contains("office.csv:1: why_code: soft: No case came with the file, so code 4 “会議” was not added"));
}

TEST_CASE("what was added while an identifying text was coded leaves only with the identifying items") {
  std::string form = office_yaml;
  form.replace(form.find("codes_of: why"), 13, "codes_of: why, identifying: true");
  const std::vector<store::AddedCode> added = {{"why_code", 4, "山田先生", "coder", ""}, {"why_code", 4, "later", "coder", ""}, {"days", 9, "x", "coder", ""}};
  const auto survey = session::make_survey(form, "form.yaml", added);
  REQUIRE(survey->diagnostics.empty());
  CHECK(session::in_force(survey->form, added, false).empty());
  const auto leaving = session::in_force(survey->form, added, true);
  REQUIRE(leaving.size() == 1);
  CHECK(leaving.front().label == "山田先生");
}
