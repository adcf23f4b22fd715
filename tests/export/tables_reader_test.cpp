// Reading tables.yaml: what is read, and every fault as the author sees it.
#include <catch2/catch.hpp>

#include "forms/form_reader.h"

#include "export/tables/tables.h"
#include "tests/export/visits_form.h"

namespace genpyo::exports {
namespace {

std::vector<std::string> faults_of(std::string_view yaml) {
  const forms::Form form = visits_form();
  std::vector<std::string> lines;
  for (const forms::Diagnostic& diagnostic : read_tables(yaml, "tables.yaml", form).diagnostics) {
    lines.push_back(to_text(diagnostic));
  }
  return lines;
}

using Lines = std::vector<std::string>;

constexpr std::string_view faultless = R"(base: ${facility_type} = 1
tables:
  - table: II-4-1
    kind: statistics
    title: {ja: 訪問診療, en: Home visits}
    rows: [visits, doctors]
    per: doctors
    extraction: complete
    decimals: 1
    groups:
      by: made
      columns:
        - {name: ge2000, at_least: 2000, label: {ja: 2000以上, en: 2000 and more}}
        - {name: lt2000, below: 2000, label: {ja: 2000未満, en: Below 2000}}
  - table: II-2-5
    kind: statistics
    title: {ja: 職員数, en: Staff}
    rows: [doctors]
    decimals: 2
)";

// The faultless file with one piece of its text replaced.
Lines faults_with(std::string_view piece, std::string_view replacement) {
  std::string yaml(faultless);
  const auto at = yaml.find(piece);
  REQUIRE(at != std::string::npos);
  return faults_of(yaml.replace(at, piece.size(), replacement));
}

TEST_CASE("chapters have titles, each once and in every language") {
  const std::string chapters = "chapters:\n  - {chapter: II-2, title: {ja: 施設, en: Clinics}}\n";
  const TablesReading reading = read_tables(chapters + std::string(faultless), "tables.yaml", visits_form());
  CHECK(reading.diagnostics.empty());
  REQUIRE(reading.definition.chapters.size() == 1);
  CHECK(reading.definition.chapters.front().id == "II-2");
  CHECK(reading.definition.chapters.front().title.in("en") == "Clinics");
  const std::string twice = "chapters:\n  - {chapter: II-2, title: {ja: 施設, en: Clinics}}\n  - {chapter: II-2, title: {ja: 施設}}\n";
  CHECK(faults_of(twice + std::string(faultless)).size() == 2);
}

TEST_CASE("A faultless file gives its tables as declared, with the column all first") {
  const forms::Form form = visits_form();
  const TablesReading reading = read_tables(faultless, "tables.yaml", form);
  CHECK(reading.diagnostics.empty());
  CHECK(reading.definition.base != nullptr);
  REQUIRE(reading.definition.tables.size() == 2);
  const Table& visits = reading.definition.tables[0];
  CHECK(visits.id == "II-4-1");
  CHECK(visits.title.in("en") == "Home visits");
  CHECK(visits.rows == std::vector<forms::ItemIndex>{2, 3, 1});
  CHECK(visits.per == 1u);
  CHECK(visits.extraction == 0u);
  CHECK(visits.grouped_by == 2u);
  CHECK(visits.decimals == 1);
  REQUIRE(visits.groups.size() == 3);
  CHECK(visits.groups[0].name == "all");
  CHECK_FALSE(visits.groups[0].has_bound());
  CHECK(visits.groups[1].at_least == 2000);
  CHECK(visits.groups[2].below == 2000);
  const Table& staff = reading.definition.tables[1];
  CHECK_FALSE((staff.per || staff.extraction || staff.grouped_by));
  CHECK(staff.groups.size() == 1);
  CHECK(staff.decimals == 2);
}

TEST_CASE("A key that is not known is told with the key that was meant") {
  CHECK(faults_with("    decimals: 2", "    decimal: 2\n    decimals: 2") ==
        Lines{"tables.yaml:19:5: FORM-002: table \"II-2-5\" has an unknown key \"decimal\". Did "
              "you mean \"decimals\"?"});
  CHECK(faults_with("base:", "basis:") ==
        Lines{"tables.yaml:1:1: FORM-002: the file has an unknown key \"basis\". Write one of: "
              "base, chapters, tables."});
  CHECK(faults_with("      by: made", "      by: made\n      column: []") ==
        Lines{"tables.yaml:12:7: FORM-002: the groups of table \"II-4-1\" has an unknown key "
              "\"column\". Did you mean \"columns\"?"});
  CHECK(faults_with("at_least: 2000", "atleast: 1, at_least: 2000") ==
        Lines{"tables.yaml:13:26: FORM-002: column \"ge2000\" has an unknown key \"atleast\". Did "
              "you mean \"at_least\"?"});
}

TEST_CASE("A key that must be there is told with its table") {
  CHECK(faults_with("    decimals: 2\n", "") ==
        Lines{"tables.yaml:15:5: FORM-003: table \"II-2-5\" has no decimals. Add the key "
              "\"decimals\"."});
  CHECK(faults_with("at_least: 2000, ", "") ==
        Lines{"tables.yaml:13:11: FORM-003: column \"ge2000\" has no bound. Add the key "
              "\"at_least\" or \"below\", or a rule with \"relevant\"."});
  CHECK(faults_with("rows: [doctors]", "rows: []") ==
        Lines{"tables.yaml:18:11: FORM-003: there is nothing in the rows of table \"II-2-5\". "
              "Add at least one."});
  CHECK(faults_of("base: ${facility_type} = 1\n") ==
        Lines{"tables.yaml:1:1: FORM-003: the file has no tables. Add the key \"tables\"."});
}

TEST_CASE("A name that no item, grid or extraction has is told with the nearest") {
  CHECK(faults_with("[visits, doctors]", "[visit, doctors]") ==
        Lines{"tables.yaml:6:12: FORM-019: rows names \"visit\", which no item or grid has. Did "
              "you mean \"visits\"?"});
  CHECK(faults_with("per: doctors", "per: nurses") ==
        Lines{"tables.yaml:7:10: FORM-019: per names \"nurses\", which no item has. Name an item "
              "of the form."});
  CHECK(faults_with("per: doctors", "per: visits") ==
        Lines{"tables.yaml:7:10: FORM-019: per names \"visits\", which no item has. Name an item "
              "of the form."});
  CHECK(faults_with("extraction: complete", "extraction: compete") ==
        Lines{"tables.yaml:8:17: FORM-019: extraction names \"compete\", which no extraction has. "
              "Did you mean \"complete\"?"});
}

TEST_CASE("An item that holds no figures is refused as row, divisor and grouping") {
  CHECK(faults_with("[doctors]", "[remark]") ==
        Lines{"tables.yaml:18:12: FORM-017: rows names \"remark\", which is a text. Statistics are "
              "of items of type integer."});
  CHECK(faults_with("per: doctors", "per: facility_type") ==
        Lines{"tables.yaml:7:10: FORM-017: per names \"facility_type\", which is a select_one. "
              "Statistics are of items of type integer."});
  CHECK(faults_with("by: made", "by: remark") ==
        Lines{"tables.yaml:11:11: FORM-017: by names \"remark\", which is a text. Statistics are "
              "of items of type integer."});
}

TEST_CASE("A row that stands twice is told, also when a grid brings it") {
  CHECK(faults_with("[visits, doctors]", "[visits, made]") ==
        Lines{"tables.yaml:6:20: FORM-006: rows has \"made\" twice. Leave it out here."});
}

TEST_CASE("A kind, number of decimals or bound that cannot be is told with what can") {
  CHECK(faults_with("kind: statistics", "kind: statistic") ==
        Lines{"tables.yaml:4:11: FORM-017: the kind of table \"II-4-1\" cannot be \"statistic\". "
              "Did you mean \"statistics\"?"});
  CHECK(faults_with("kind: statistics", "kind: pie") ==
        Lines{"tables.yaml:4:11: FORM-017: the kind of table \"II-4-1\" cannot be \"pie\". "
              "Write one of: statistics, counts, means, texts, answers."});
  CHECK(faults_with("decimals: 2", "decimals: 10") ==
        Lines{"tables.yaml:19:15: FORM-017: the decimals of table \"II-2-5\" cannot be \"10\". "
              "Write a number from 0 to 9."});
  CHECK(faults_with("at_least: 2000", "at_least: -1") ==
        Lines{"tables.yaml:13:36: FORM-017: the at_least of column \"ge2000\" cannot be \"-1\". "
              "Write a number from 0 to 2147483647."});
  CHECK(faults_with("at_least: 2000", "at_least: 2000, below: 2000") ==
        Lines{"tables.yaml:13:11: FORM-017: column \"ge2000\" is empty: no value is at least 2000 "
              "and below 2000. Write the smaller number at \"at_least\"."});
}

TEST_CASE("Names that are taken or illegal are told") {
  CHECK(faults_with("table: II-2-5", "table: II-4-1") ==
        Lines{"tables.yaml:15:12: FORM-006: the name \"II-4-1\" is taken (line 3). Choose "
              "another."});
  CHECK(faults_with("name: lt2000", "name: ge2000") ==
        Lines{"tables.yaml:14:18: FORM-006: the name \"ge2000\" is taken (line 13). Choose "
              "another."});
  CHECK(faults_with("name: lt2000", "name: all") ==
        Lines{"tables.yaml:14:18: FORM-006: the column \"all\" is there already, in every table. "
              "Choose another name."});
  CHECK(faults_with("name: lt2000", "name: Under") ==
        Lines{"tables.yaml:14:18: FORM-005: the name \"Under\" is not legal. Write small letters, "
              "digits and _, a letter first, at most 32 in all."});
}

TEST_CASE("A title without one of the form's languages is told") {
  CHECK(faults_with("{ja: 職員数, en: Staff}", "{ja: 職員数}") ==
        Lines{"tables.yaml:17:12: FORM-018: the title of table \"II-2-5\" lacks the language "
              "\"en\". Add en: …, since the title has it."});
}

TEST_CASE("A list where a text belongs is told, and a text where a list belongs") {
  CHECK(faults_with("per: doctors", "per: [doctors]") ==
        Lines{"tables.yaml:7:10: FORM-004: the per of table \"II-4-1\" is a list where a text "
              "belongs. Write one text, in quotes if it holds : or #."});
  CHECK(faults_with("rows: [doctors]", "rows: doctors") ==
        Lines{"tables.yaml:18:11: FORM-004: the rows of table \"II-2-5\" is a text where a list "
              "belongs. Write its parts line by line, each after \"- \"."});
  CHECK(faults_of("") ==
        Lines{"tables.yaml: FORM-004: the file is no value where a map belongs. Write it as "
              "\"key: value\" lines, or {key: value, …}."});
}

TEST_CASE("A fault in the base is told at its place in the line") {
  const Lines faults = faults_with("${facility_type} = 1", "${facility_typ} = 1");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("tables.yaml:1:") == 0);
  CHECK(faults[0].find("FORM-012: base names \"facility_typ\"") != std::string::npos);
  CHECK(faults[0].find("Did you mean \"facility_type\"") != std::string::npos);
}

TEST_CASE("An empty base is a fault, not a base that lets every case in") {
  CHECK(faults_with("${facility_type} = 1", "''").size() == 1);
  CHECK(faults_with("${facility_type} = 1", "").size() == 1);
}

TEST_CASE("All faults are told at once, in the order of the file") {
  std::string yaml(faultless);
  yaml.replace(yaml.find("kind: statistics"), 16, "kind: pie");
  yaml.replace(yaml.find("[doctors]"), 9, "[doctor]");
  const Lines faults = faults_of(yaml);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].find("tables.yaml:4:11: FORM-017") == 0);
  CHECK(faults[1].find("tables.yaml:18:12: FORM-019") == 0);
}

TEST_CASE("More tables than anybody reads are refused") {
  std::string yaml = "tables: [";
  for (int table = 0; table < 501; ++table) yaml += "{},";
  CHECK(faults_of(yaml + "]") ==
        Lines{"tables.yaml:1:9: FORM-020: there are over 500 tables. Leave some out."});
}

TEST_CASE("What is no YAML is told once") {
  const Lines faults = faults_of("tables: [\n");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("FORM-001") != std::string::npos);
}

TEST_CASE("Counts and means are of select items, and means need a figure") {
  CHECK(faults_with("kind: statistics", "kind: counts").size() == 3);  // none of the rows is one
  const Lines faults = faults_of(
      "tables:\n"
      "  - {table: A, kind: means, title: {ja: 甲, en: A}, rows: [facility_type], decimals: 1}\n"
      "  - {table: B, kind: counts, title: {ja: 乙, en: B}, rows: [facility_type], decimals: 1,\n"
      "     blanks: maybe, without: [3]}\n");
  REQUIRE(faults.size() == 3);
  CHECK(faults[0].find("FORM-003: table \"A\" has no of.") != std::string::npos);
  CHECK(faults[1].find("the blanks of table \"B\" cannot be \"maybe\". Write one of: out, in.") !=
        std::string::npos);
  CHECK(faults[2].find("without names \"3\", which no row has as a code.") != std::string::npos);
}

TEST_CASE("A column may be a rule; one with a bound needs the value it bounds") {
  const std::string table =
      "tables:\n"
      "  - table: A\n"
      "    kind: counts\n"
      "    title: {ja: 甲, en: A}\n"
      "    rows: [facility_type]\n"
      "    decimals: 1\n"
      "    groups:\n"
      "      columns:\n";
  const std::string by_rule =
      "        - {name: busy, relevant: \"${made} > 10\", label: {ja: 多い, en: Busy}}\n";
  const std::string by_bound = "        - {name: busy, at_least: 10, label: {ja: 多い, en: Busy}}\n";
  CHECK(faults_of(table + by_rule).empty());
  const Lines faults = faults_of(table + by_bound);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("has no by.") != std::string::npos);
}

TEST_CASE("The tables of the home-care survey are the report's, in its order, without a fault") {
  const auto read = [](const char* file) {
    const auto text = forms::read_file(GENPYO_SOURCE + ("/forms/home_care_2018/" + std::string(file)), 1u << 20);
    REQUIRE(text);
    return *text;
  };
  const forms::FormReading form = forms::read_form(read("form.yaml"), "form.yaml");
  const TablesReading reading = read_tables(read("tables.yaml"), "tables.yaml", form.form);
  CHECK(reading.diagnostics.empty());
  Lines ids;
  for (const Table& table : reading.definition.tables) ids.push_back(table.id);
  CHECK(ids == Lines{"II-1",   "II-2-1", "II-2-2", "II-2-3", "II-2-4", "II-2-5", "II-2-6",
                     "II-2-7", "II-2-8", "II-2-9", "II-3-1", "II-3-2", "II-3-3", "II-4-1",
                     "II-4-2", "II-4-3", "II-5-1", "II-5-2", "II-6-1", "II-6-2", "II-6-3",
                     "II-6-4", "II-6-5", "II-6-6", "II-6-7", "II-6-8", "II-7"});
}

}  // namespace
}  // namespace genpyo::exports
