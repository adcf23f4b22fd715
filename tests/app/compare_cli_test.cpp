// genpyo compare as a user has it.
#include <catch2/catch.hpp>

#include "program.h"
#include "session_fixture.h"

using namespace genpyo::test;
using Catch::Contains;

TEST_CASE("compare says that no case has been keyed twice, and how it is done") {
  const Folder folder;
  const std::string db = folder.file("x.db");
  run_genpyo({"import", "home_care_2018", std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv", "--db", db});
  const Outcome compared = run_genpyo({"compare", "--db", db});
  CHECK(compared.status == 0);
  CHECK_THAT(compared.out, Contains("No case has been keyed twice yet") && Contains("F2"));
}
