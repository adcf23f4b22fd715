// genpyo tables as a user has it: filters, cross tables, masks, and forms without declared tables.
#include <catch2/catch.hpp>
#include <fstream>

#include "program.h"
#include "session_fixture.h"

namespace {

using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

struct Imported {
  Folder folder;
  std::string db = folder.file("x.db"), out = folder.file("out");
  Outcome import = run_genpyo({"import", "home_care_2018", sample, "--db", db});
  Outcome tables(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"tables", "--db", db, "-o", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_genpyo(arguments);
  }
  std::string figures() const { return content_of(out + "/tables.csv"); }
};

using Catch::Contains;

}  // namespace

TEST_CASE("tables --where takes only the cases for which the rule holds, and says so") {
  Imported imported;
  const Outcome made = imported.tables({"--where", "${region} = 3", "--language", "en"});
  CHECK(made.status == 0);
  CHECK_THAT(made.err, Contains("left out by --where ${region} = 3."));
  CHECK_THAT(imported.figures(), Contains("II-1,region=3,all,percent,100.0\n"));
  CHECK_THAT(content_of(imported.out + "/contents.csv"), Contains("Only where ${region} = 3."));
}

TEST_CASE("tables refuses a rule, an item or a mask that cannot be, and writes nothing") {
  Imported imported;
  const Outcome rule = imported.tables({"--where", "${regin} = 3"});
  CHECK(rule.status == 2);
  CHECK_THAT(rule.err, Contains("Did you mean \"region\""));
  CHECK(imported.tables({"--cross", "standard", "--by", "staff_nurses"}).status == 2);
  CHECK(imported.tables({"--cross", "standard"}).status == 2);
  CHECK(imported.tables({"--mask", "1"}).status == 2);
  CHECK(imported.tables({"--blanks", "perhaps"}).status == 2);
  CHECK_FALSE(std::filesystem::exists(imported.out));
}

TEST_CASE("tables --cross makes one table of two items on the declared base") {
  Imported imported;
  CHECK(imported.tables({"--cross", "standard", "--by", "founder"}).status == 0);
  const std::string figures = imported.figures();
  CHECK_THAT(figures, Contains("standard*founder,standard=1,founder=2,percent,") && Contains("standard*founder,standard,all,cramers_v,"));
  CHECK_THAT(figures, !Contains("II-1,"));
  CHECK_THAT(content_of(imported.out + "/contents.csv"), Contains("対象: ${facility_type} = 1"));
}

TEST_CASE("tables --blanks counts no answer into the base of every table, or out of it") {
  Imported imported;
  CHECK(imported.tables({"--blanks", "in"}).status == 0);
  CHECK_THAT(imported.figures(), Contains("II-2-1,founder=none,all,percent,"));
  CHECK_THAT(content_of(imported.out + "/contents.csv"), Contains("II-2-1,counts,開設主体,無回答を割合の母数に含む"));
  CHECK(imported.tables({"--blanks", "out"}).status == 0);
  CHECK_THAT(imported.figures(), !Contains("II-1,region=none,all,percent,"));
}

TEST_CASE("tables --mask leaves no small count and no text, and warns of the lists that name cases") {
  Imported imported;
  const Outcome made = imported.tables({"--mask", "3"});
  CHECK(made.status == 0);
  CHECK_THAT(made.err, Contains("figures hidden in tables.csv (--mask 3)") && Contains("keep them to yourselves"));
  const std::string figures = imported.figures();
  CHECK_THAT(figures, Contains(",count,<3\n") && Contains(",秘匿\n"));
  CHECK_THAT(figures, !Contains(",count,1\n") && !Contains(",count,2\n") && !Contains(",n,1\n") && !Contains(",n,2\n"));
  CHECK_THAT(figures, !Contains(",text,"));
}

TEST_CASE("A form that declares no tables has one an item") {
  const Folder folder;
  const std::string form = folder.file("form.yaml"), csv = folder.file("rows.csv"), db = folder.file("x.db");
  std::ofstream(form) << "form_id: shop\nversion: \"1\"\ntitle: {ja: 店, en: Shop}\nchoices:\n  yes_no:\n"
                         "    - {name: 1, label: {ja: はい, en: 'Yes'}}\n    - {name: 2, label: {ja: いいえ, en: 'No'}}\n"
                         "survey:\n  - section: all\n    label: {ja: 全部, en: All}\n    items:\n"
                         "      - {name: open, type: select_one yes_no, label: {ja: 開店, en: Open}}\n"
                         "      - {name: staff, type: integer, label: {ja: 人数, en: Staff}}\n";
  std::ofstream(csv) << "case_id,open,staff\n01-001,1,3\n01-002,2,4\n";
  REQUIRE(run_genpyo({"import", form, csv, "--db", db}).status <= 1);
  CHECK(run_genpyo({"tables", "--db", db, "-o", folder.file("out")}).status == 0);
  CHECK_THAT(content_of(folder.file("out/tables.csv")), Contains("open,open=1,all,percent,50.0\n") && Contains("staff,staff,all,median,3.5\n"));
}
