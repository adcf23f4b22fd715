// The way back in of an SPSS file that export wrote: the same as that of CSV.
#include <catch2/catch.hpp>

#include "program.h"
#include "session_fixture.h"

namespace {

using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

void export_all(const Folder& folder, const std::string& db, const std::string& out, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"export", "--db", folder.file(db), "--all", "--identifying", "-o", folder.file(out)};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Outcome outcome = run_genpyo(arguments);
  INFO(outcome.out << outcome.err);
  REQUIRE(outcome.status == 0);
}

TEST_CASE("an SPSS file comes back by import with the same marks as the CSV beside it") {
  const Folder folder;
  REQUIRE(run_genpyo({"import", "home_care_2018", sample, "--db", folder.file("a.db")}).status <= 1);
  const auto more = GENERATE(std::vector<std::string>{}, std::vector<std::string>{"--layer", "marks"},
                             std::vector<std::string>{"--multiple", "codes"}, std::vector<std::string>{"--derive"});
  std::vector<std::string> options = {"--format", "csv,sav"};
  options.insert(options.end(), more.begin(), more.end());
  export_all(folder, "a.db", "out", options);
  for (const std::string format : {"csv", "sav"}) {
    const Outcome back = run_genpyo({"import", "home_care_2018", folder.file("out/home_care_2018." + format), "--db", folder.file(format + ".db")});
    INFO(back.err);
    REQUIRE(back.status <= 1);
    CHECK(back.err.find("129 cases imported") != std::string::npos);
    export_all(folder, format + ".db", format, {"--layer", "marks"});
  }
  CHECK((content_of(folder.file("csv/home_care_2018.csv")) == content_of(folder.file("sav/home_care_2018.csv"))));
}

TEST_CASE("figures below 0, days known in part and texts like codes come back from an SPSS file") {
  const Folder folder;
  write_file(folder.file("form.yaml"), R"(form_id: kinds
version: "1"
title: {ja: 種類, en: Kinds}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: weight, type: decimal, label: {ja: 重さ, en: Weight}}
      - {name: day, type: date, label: {ja: 日, en: Day}}
      - {name: words, type: text, label: {ja: 言葉, en: Words}}
)");
  write_file(folder.file("in.csv"), "case_id,weight,day,words\n01-001,-2,1964-04-XX,-2\n01-002,*,/,\n01-003,36.5,1964-04-01,=1\n");
  const Outcome in = run_genpyo({"import", folder.file("form.yaml"), folder.file("in.csv"), "--db", folder.file("a.db")});
  INFO(in.out << in.err);
  REQUIRE(in.status <= 1);
  export_all(folder, "a.db", "out", {"--format", "csv,sav"});
  const Outcome back = run_genpyo({"import", folder.file("form.yaml"), folder.file("out/kinds.sav"), "--db", folder.file("b.db")});
  INFO(back.out << back.err);
  REQUIRE(back.status <= 1);
  export_all(folder, "b.db", "again");
  CHECK(content_of(folder.file("out/kinds.csv")) == content_of(folder.file("again/kinds.csv")));
}

TEST_CASE("what is no SPSS file is refused by import with a sentence") {
  const Folder folder;
  write_file(folder.file("a.sav"), "case_id\n11-001\n");
  const Outcome outcome = run_genpyo({"import", "home_care_2018", folder.file("a.sav"), "--db", folder.file("a.db")});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("cannot be read as an SPSS file") != std::string::npos);
}

}  // namespace
