// check --cover and check --against as a form's author uses them: the real program and its files.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "program.h"
#include "session_fixture.h"

namespace {

using namespace genpyo::test;

const std::string real_form = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/form.yaml";

struct Covered {
  Folder folder;
  std::string cases = folder.file("cases.csv"), expected = folder.file("cases.expected.yaml");
  Outcome cover = run_genpyo({"check", "home_care_2018", "--cover", "-o", cases});
};

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

}  // namespace

TEST_CASE("check --cover says what was taken, and the form gives what its cases expect") {
  const Covered covered;
  CHECK(covered.cover.status == 0);
  CHECK(std::regex_search(covered.cover.out, std::regex("^branches +1[0-9]{2}\ntaken +1[0-9]{2}\nimpossible +0 \\(proved\\)\n"
                                                        "not reached +0\ncases +[45]\n$")));
  const Outcome against = run_genpyo({"check", "home_care_2018", "--against", covered.expected});
  CHECK(against.status == 0);
  CHECK(against.out.empty());
  CHECK(std::regex_match(against.err, std::regex("[45] scenarios, [0-9]+ expectations, 0 differences\\.\n")));
}

TEST_CASE("The cases of a cover are imported as they are, within the frame, with the violations they expect") {
  const Covered covered;
  const std::string database = covered.folder.file("x.db");
  const Outcome imported = run_genpyo({"import", "home_care_2018", covered.cases, "--db", database});
  CHECK(imported.status == 1);  // violations: that is what they are for
  CHECK(imported.out.find("beyond") == std::string::npos);
  const std::string expected = content_of(covered.expected);
  std::size_t violations = 0;
  for (const char* word : {"hard", "soft"})
    for (const std::string& keys : all_of(expected, std::string(word) + ": \\[([^\\]]*)\\]"))
      violations += all_of(keys, "(\")").size() / 2;
  CHECK(violations > 30);
  CHECK(all_of(imported.out, "cases\\.csv:[0-9]+: [0-9]{2}-[0-9]{3} ([a-z_0-9]+): (?:hard|soft): ").size() == violations);

  // What was stored is asked where the expectations have it.
  const auto numbers = all_of(expected, "- name: \"([^\"]+)\"");
  CHECK(numbers.size() == all_of(content_of(covered.cases), "\n([0-9]{2}-[0-9]{3}),").size());
  for (const std::string& number : numbers) {
    const Outcome explained = run_genpyo({"explain", "--db", database, "--case", number, "founder_other", "--json"});
    REQUIRE(explained.status == 0);
    const auto at = expected.find("- name: \"" + number + "\"");
    const auto skipped = all_of(expected.substr(at, expected.find("hard:", at) - at), "not_asked: \\[([^\\]]*)\\]");
    REQUIRE(skipped.size() == 1);
    const bool is_skipped = skipped[0].find("founder_other") != std::string::npos;
    CHECK(nlohmann::json::parse(explained.out)["relevant"] == !is_skipped);
  }
}

TEST_CASE("A form that was changed differs from what its cases expect, by line and case") {
  const Covered covered;
  std::string form = content_of(real_form);
  const std::string rule = "constraint: ${staff_doctors_home_care} <= ${staff_doctors}";
  REQUIRE(form.find(rule) != std::string::npos);
  form.replace(form.find(rule), rule.size(), "constraint: ${staff_doctors_home_care} >= ${staff_doctors}");
  write_file(covered.folder.file("form.yaml"), form);
  const Outcome against = run_genpyo({"check", covered.folder.file("form.yaml"), "--against", covered.expected});
  CHECK(against.status == 1);
  CHECK(std::regex_search(against.out, std::regex("cases\\.expected\\.yaml:[0-9]+:[0-9]+: [0-9]{2}-[0-9]{3}: hard: expected \\["
                                                  ".*check:home_care_doctors_of_doctors.*\\], found \\[")));
  CHECK(std::regex_search(against.err, std::regex("[1-9][0-9]* differences\\.\n$")));
}

TEST_CASE("check --cover --json lists what was proved impossible and what was not reached, with places") {
  const Folder folder;
  write_file(folder.file("form.yaml"), R"(form_id: small
version: "1"
default_language: en
title: {en: Small}
survey:
  - section: only
    label: {en: Only}
    items:
      - {name: a, type: integer, label: {en: A}}
      - {name: b, type: text, label: {en: B}, relevant: "${a} < 0"}
      - {name: c, type: text, label: {en: C}, relevant: "random() > 2 and ${a} > 0"}
)");
  const Outcome cover = run_genpyo({"check", folder.file("form.yaml"), "--cover", "-o", folder.file("c.csv"), "--json"});
  REQUIRE(cover.status == 0);
  const auto json = nlohmann::json::parse(cover.out);
  CHECK(json["branches"] == 6);
  CHECK(json["taken"] == 4);
  REQUIRE(json["impossible"].size() == 1);
  CHECK(json["impossible"][0]["branch"] == "item \"b\" is asked");
  CHECK(json["impossible"][0]["place"].get<std::string>().find("form.yaml:10:") != std::string::npos);
  REQUIRE(json["not_reached"].size() == 1);
  CHECK(json["not_reached"][0]["branch"] == "item \"c\" is asked");
  CHECK(json["search_ended"] == false);
  CHECK(content_of(folder.file("c.csv")).find("case_id,a,b,c\n01-001,") == 0);
}

TEST_CASE("check --cover and --against refuse what they cannot use and write nothing") {
  const Folder folder;
  CHECK(run_genpyo({"check", "home_care_2018", "--cover"}).status == 2);
  CHECK(run_genpyo({"check", "home_care_2018", "--cover", "-o", folder.file("cases.xlsx")}).status == 2);
  CHECK(run_genpyo({"check", "home_care_2018", "-o", folder.file("cases.csv")}).status == 2);
  CHECK(run_genpyo({"check", "home_care_2018", "--against", folder.file("absent.yaml")}).status == 2);
  write_file(folder.file("none.yaml"), "today: 2018-04-01\nscenarios: []\n");
  CHECK(run_genpyo({"check", "home_care_2018", "--against", folder.file("none.yaml")}).status == 0);
  write_file(folder.file("day.yaml"), "today: soon\nscenarios: []\n");
  CHECK(run_genpyo({"check", "home_care_2018", "--against", folder.file("day.yaml")}).status == 2);
  CHECK(run_genpyo({"check", "home_care_2018", "--cover", "-o", folder.file("day.yaml/cases.csv")}).status == 3);
  write_file(folder.file("other.yaml"), "a: 1\n");
  CHECK(run_genpyo({"check", "home_care_2018", "--against", folder.file("other.yaml")}).status == 2);
}
