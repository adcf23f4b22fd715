// What `genpyo check` proves, as an author sees it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.h"
#include "session_fixture.h"

namespace {

using namespace genpyo::test;

const std::string head = R"(form_id: small
version: "1"
default_language: en
title: {en: Small}
choices:
  kind: [{name: 1, label: {en: One}}, {name: 2, label: {en: Two}}]
  none: [{name: 1, label: {en: Time}}, {name: 7, label: {en: None}, exclusive: true}]
survey:
  - section: only
    label: {en: Only}
    items:
      - {name: k, number: 問1, type: select_one kind, label: {en: K}}
      - {name: m, number: 問2, type: select_multiple none, label: {en: M}}
)";

Outcome check_of(const std::string& item, std::vector<std::string> more = {}) {
  const Folder folder;
  write_file(folder.file("form.yaml"), head + "      - {name: last, number: 問3, label: {en: Last}, " + item + "}\n");
  std::vector<std::string> arguments{"check", folder.file("form.yaml")};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_genpyo(arguments);
}

}  // namespace

TEST_CASE("check proves of a form what it can, as warnings that still exit 0") {
  const std::pair<const char*, const char*> forms[] = {
      {"type: text, relevant: \"${k} = 1 and ${k} = 2\"", "form.yaml:14:76: FORM-025: warning: item \"last\" can never be asked."},
      {"type: integer, constraint: \". >= 0\"", "FORM-027: warning: the constraint of \"last\" can never fail"},
      {"type: integer, constraint: \". > 5 and . < 3\"", "FORM-028: warning: the constraint of \"last\" can never pass."},
      {"type: text, relevant: \"selected(${m}, 7) and selected(${m}, 1)\"", "FORM-029: warning: item \"last\" is asked only where"},
      {"type: integer, constraint: \". <= 99\"", "FORM-030: warning: an answer to \"last\" may be 99 (no_answer)"},
      {"type: integer, constraint: \". <= 7999999999\"", "FORM-032: warning: an answer to \"last\" may have 10 digits"},
      {"type: text, constraint: \"string-length(.) <= 500\"", "FORM-032: warning: an answer to \"last\" may have 500 characters"}};
  for (const auto& [item, expected] : forms) {
    const Outcome checked = check_of(item);
    CHECK(checked.status == 0);
    CHECK(checked.out.empty());
    CHECK_THAT(checked.err, Catch::Contains(expected));
  }
}

TEST_CASE("check --json tells what is proved under warnings, and what is good to know under notes") {
  const auto json = nlohmann::json::parse(check_of("type: text, hint: {en: H}, relevant: \"false()\"", {"--json"}).out);
  CHECK(json["diagnostics"].empty());
  CHECK(json["warnings"].size() == 1);
  CHECK(json["warnings"][0]["code"] == "FORM-025");
  CHECK(json["warnings"][0]["line"] == 14);
  CHECK(json["notes"].empty());
}

TEST_CASE("A label that Stata shortens is said to those who ask for notes") {
  const std::string item = "type: text, unit: {en: \"" + std::string(80, 'x') + "\"}";
  CHECK(check_of(item).err.empty());
  CHECK_THAT(check_of(item, {"--notes"}).err, Catch::Contains("FORM-031: note: Stata keeps 80 characters"));
  CHECK(nlohmann::json::parse(check_of(item, {"--json"}).out)["notes"].size() == 1);
}

TEST_CASE("explain --json tells what would follow from another answer") {
  const Folder folder;
  write_file(folder.file("form.yaml"), head + "      - {name: last, number: 問3, type: text, label: {en: Last}, relevant: \"${k} = 1\"}\n");
  write_file(folder.file("rows.csv"), "case_id,k,m,last\n11-001,2,1,\n");
  const std::string db = folder.file("x.db");
  REQUIRE(run_genpyo({"import", folder.file("form.yaml"), folder.file("rows.csv"), "--db", db}).status == 0);
  const auto json = nlohmann::json::parse(run_genpyo({"explain", "--db", db, "--case", "11-001", "k", "--json"}).out);
  REQUIRE(json["what_if"].size() == 1);
  CHECK(json["what_if"][0]["item"] == "k");
  CHECK(json["what_if"][0]["value"] == "1");
  CHECK(json["what_if"][0]["asked"] == std::vector<std::string>{"last"});
}
