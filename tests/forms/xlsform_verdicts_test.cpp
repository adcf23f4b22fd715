// One small workbook for each thing that pyxform 4.5 judges: taken ("") or refused, and where.
#include <catch2/catch.hpp>

#include "sheets.h"
#include "validators/program.h"

using namespace genpyo::forms;
using namespace genpyo::forms::test;
using Catch::Matchers::Contains;

namespace {

const Rows lists = {{"list_name", "name", "label"}, {"yn", "1", "Yes"}, {"yn", "3", "No"}, {"ab", "a", "A"}};

// The faults of the whole path, warnings apart.
std::string faults(const Workbook& book) {
  const FormReading reading = read_xlsform(book, nothing_beside);
  std::vector<Diagnostic> all = reading.diagnostics;
  for (Diagnostic& one : genpyo::validators::compile(reading.form).diagnostics) all.push_back(std::move(one));
  std::string text;
  for (const Diagnostic& one : all) text += one.level == Level::error ? to_text(one) + "\n" : "";
  return text;
}

struct Verdict {
  const char* why;
  std::vector<std::string> cells;  // type, name, label, key, value: the last two a column and its cell
  const char* said;                // "" = taken
};

// A question asked, then the row in question.
Workbook book_of(const Verdict& one) {
  std::vector<std::string> header = {"type", "name", "label"}, row = {one.cells[0], one.cells[1], one.cells[2]};
  for (std::size_t at = 3; at + 1 < one.cells.size(); at += 2) {
    header.push_back(one.cells[at]);
    row.push_back(one.cells[at + 1]);
  }
  return workbook({header, {"text", "q", "Q"}, row}, lists);
}

}  // namespace

TEST_CASE("A question is taken or refused as pyxform does") {
  const Verdict all[] = {
      {"a function that nobody knows", {"calculate", "a", "", "calculation", "device-info('x')"}, ""},
      {"an expression that is none", {"calculate", "a", "", "calculation", "just because"}, ""},
      {"a code that the list lacks", {"select_one yn", "a", "A", "constraint", ". = 'z'"}, ""},
      {"a value that is kept", {"calculate", "a", "", "calculation", "once(random())"}, ""},
      {"a calculation on itself", {"calculate", "a", "", "calculation", "${a} + 1"}, ""},
      {"a bare column that is not there", {"select_one yn", "a", "A", "choice_filter", "region = ${q}"}, ""},
      {"a default that is no answer", {"integer", "a", "A", "default", "many"}, ""},
      {"a reference to nothing in a constraint", {"text", "a", "A", "constraint", "${z} > 1"}, "survey!D3: FORM-012"},
      {"a reference to nothing in any column", {"text", "a", "A", "my notes", "see ${z}"}, "survey!D3: FORM-012"},
      {"two texts of one trigger", {"calculate", "a", "", "calculation", "1", "trigger", "${q} ${q}"}, "FORM-017"},
      {"two triggers", {"calculate", "a", "", "calculation", "1", "trigger", "${q}, ${q}"}, ""},
      {"a trigger that is a word", {"calculate", "a", "", "calculation", "1", "trigger", "q"}, "FORM-017"},
      {"a trigger that names nothing", {"calculate", "a", "", "calculation", "1", "trigger", "${z}"}, "FORM-012"},
      {"a trigger that nobody sees", {"calculate", "a", "", "calculation", "1", "trigger", "${a}"}, "nobody sees ${a}"},
      {"a background place without a trigger", {"background-geopoint", "a", ""}, "FORM-003"},
      {"a background place with one", {"background-geopoint", "a", "", "trigger", "${q}"}, ""},
      {"a range downwards", {"range", "a", "A", "parameters", "start=9 end=1 step=-2"}, ""},
      {"a range of words", {"range", "a", "A", "parameters", "start=one"}, "FORM-017"},
      {"a range without a step", {"range", "a", "A", "parameters", "step=0"}, "FORM-017"},
      {"ticks between the steps", {"range", "a", "A", "parameters", "start=0 end=10 step=2 tick_interval=3"}, "FORM-017"},
      {"ticks on the steps", {"range", "a", "A", "parameters", "start=0 end=10 step=2 tick_interval=4"}, ""},
      {"ticks where none are", {"range", "a", "A", "parameters", "placeholder=2", "appearance", "picker"}, "FORM-017"},
      {"a placeholder outside", {"range", "a", "A", "parameters", "placeholder=11"}, "FORM-017"},
      {"labels on ticks", {"range", "a", "A", "parameters", "tick_labelset=yn"}, ""},
      {"labels that are words", {"range", "a", "A", "parameters", "tick_labelset=ab"}, "FORM-017"},
      {"labels that are not there", {"range", "a", "A", "parameters", "tick_labelset=zz"}, "FORM-017"},
      {"labels of ends only", {"range", "a", "A", "parameters", "start=1 end=3 tick_labelset=yn", "appearance", "no-ticks"}, ""},
      {"rows of a text", {"text", "a", "A", "parameters", "rows=5"}, ""},
      {"rows in words", {"text", "a", "A", "parameters", "rows=five"}, "FORM-017"},
      {"a parameter that a text lacks", {"text", "a", "A", "parameters", "columns=5"}, "FORM-017"},
      {"a parameter that nobody judges", {"integer", "a", "A", "parameters", "columns=5"}, ""},
      {"an app without a point", {"image", "a", "A", "parameters", "app=camera"}, "FORM-017"},
      {"an app", {"image", "a", "A", "parameters", "app=com.example.camera"}, ""},
      {"a quality of sound", {"audio", "a", "A", "parameters", "quality=external"}, ""},
      {"no quality of sound", {"audio", "a", "A", "parameters", "quality=best"}, "FORM-017"},
      {"an accuracy in words", {"geopoint", "a", "A", "parameters", "capture-accuracy=good"}, "FORM-017"},
      {"increments that are none", {"geotrace", "a", "A", "parameters", "incremental=false"}, "FORM-017"},
      {"a geometry of a list", {"geopoint", "a", "A", "parameters", "reference-geometry=yn"}, ""},
      {"a geometry of nothing", {"geopoint", "a", "A", "parameters", "reference-geometry=zz"}, "FORM-017"},
      {"an audit of places", {"audit", "", "", "parameters", "location-priority=balanced location-min-interval=60 location-max-age=120"}, ""},
      {"half an audit of places", {"audit", "", "", "parameters", "location-priority=balanced"}, "FORM-017"},
      {"an audit older than its interval", {"audit", "", "", "parameters", "location-priority=balanced location-min-interval=60 location-max-age=30"}, "FORM-017"},
      {"a seed without chance", {"select_one yn", "a", "A", "parameters", "seed=1"}, "FORM-017"},
      {"a seed with it", {"select_one yn", "a", "A", "parameters", "randomize=true seed=1"}, ""},
      {"a file's column that is none", {"select_one_from_file t.csv", "a", "A", "parameters", "value=v*"}, "FORM-017"},
      {"a file with two endings", {"select_one_from_file t.old.csv", "a", "A"}, "FORM-017"},
      {"a search in a file", {"select_one t.csv", "a", "A", "appearance", "search('t')"}, "FORM-017"},
      {"an external list without its sheet", {"select_one_external yn", "a", "A", "choice_filter", "x=1"}, "FORM-007"},
      {"one name for a list and a file", {"select_one_from_file yn.csv", "a", "A"}, "would mean this list"},
      {"pulldata of the same file", {"select_one_from_file t.csv", "a", "A", "calculation", "pulldata('t', 'x', 'y', '1')"}, ""},
      {"pulldata of another", {"xml-external", "t", "", "calculation", "pulldata('t', 'x', 'y', '1')"}, "FORM-017"},
      {"a big image alone", {"note", "a", "A", "media::big-image", "m.png"}, "FORM-017"},
      {"a loop over nothing", {"begin loop over zz", "a", "A"}, "FORM-007"},
      {"a property without entities", {"text", "a", "A", "save_to", "p"}, "FORM-012"},
  };
  for (const Verdict& one : all) {
    INFO(one.why);
    const std::string said = faults(book_of(one));
    if (one.said[0] == '\0') {
      CHECK(said == "");
    } else {
      CHECK_THAT(said, Contains(one.said));
    }
  }
}

TEST_CASE("What pyxform takes and cannot be used here is a warning at its cell, and is absent") {
  const Workbook book = workbook({{"type", "name", "label", "constraint"}, {"text", "a", "A", "because of it"}});
  const FormReading reading = read_xlsform(book, nothing_beside);
  const auto compilation = genpyo::validators::compile(reading.form);
  REQUIRE(compilation.diagnostics.size() == 1);
  CHECK(compilation.diagnostics[0].level == Level::warning);
  CHECK_THAT(to_text(compilation.diagnostics[0]), Contains("survey!D2: FORM-011: warning:") && Contains("The rule is left out."));
}

TEST_CASE("A calculation that keeps its own value makes no circle") {
  const auto told = [](const char* calculation) {
    const Workbook book = workbook({{"type", "name", "calculation"}, {"calculate", "a", calculation}});
    return genpyo::validators::compile(read_xlsform(book, nothing_beside).form).diagnostics.size();
  };
  CHECK(told("once(random())") == 0);
  CHECK(told("once(${a} + 1)") == 1);
}

TEST_CASE("Names in repeats keep clear of those of their instances") {
  const Workbook book = workbook({{"type", "name", "label"}, {"text", "tag_1", "A"}, {"begin repeat", "r", "R"},
                                  {"text", "tag", "B"}, {"text", "sex", "C"}, {"text", "sex_2", "D"}, {"end repeat"}, {"note", "n", "${sex_2}"}});
  CHECK(faults(book) == "");
  CHECK_THAT(faults_of(book, Level::warning), Contains("\"tag\" is \"tag_b\" here") && Contains("\"sex_2\" is \"sex_2_b\" here"));
}

TEST_CASE("The questions of a table have one list") {
  const auto table = [](const char* second) {
    return workbook({{"type", "name", "label", "appearance"}, {"begin group", "g", "G", "table-list"}, {"select_one yn", "a", "A"},
                     {second, "b", "B"}, {"end group"}}, lists);
  };
  CHECK(faults(table("select_one yn")) == "");
  CHECK_THAT(faults(table("select_one ab")), Contains("survey!A4: FORM-017"));
}

TEST_CASE("Settings refer to what is there, and an old form may name its id twice") {
  const Rows survey = {{"type", "name", "label"}, {"text", "a", "${instanceID}"}};
  CHECK(faults(workbook(survey, {}, {{"form_id", "id_string", "instance_name"}, {"f", "g", "${a}"}})) == "");
  CHECK_THAT(faults(workbook(survey, {}, {{"instance_name"}, {"${z}"}})), Contains("settings!A2: FORM-012"));
  CHECK_THAT(faults(workbook(survey, {}, {{"omit_instanceID"}, {"yes"}})), Contains("survey!C2: FORM-012"));
}

TEST_CASE("Entities are judged though nothing is made of them") {
  const auto judged = [](const Rows& entities, const char* save_to) {
    Workbook book = workbook({{"type", "name", "label", "save_to"}, {"text", "a", "A", save_to}});
    book.sheets.push_back(sheet("entities", entities));
    return faults(book);
  };
  const Rows trees = {{"list_name", "label"}, {"trees", "${a}"}};
  CHECK(judged(trees, "species") == "");
  CHECK(judged(trees, "trees#species") == "");
  CHECK_THAT(judged(trees, "Name"), Contains("survey!D2: FORM-005"));
  CHECK_THAT(judged(trees, "woods#species"), Contains("survey!D2: FORM-012"));
  CHECK_THAT(judged({{"list_name"}, {"trees"}}, ""), Contains("needs a label"));
  CHECK_THAT(judged({{"list_name", "label", "what"}, {"trees", "${a}", "x"}}, ""), Contains("entities!C2: FORM-002"));
  CHECK_THAT(judged({{"list_name", "label"}, {"old.trees", "${a}"}}, ""), Contains("entities!A2: FORM-005"));
  CHECK_THAT(judged({{"list_name", "label"}, {"t", "${a}"}, {"t", "${a}"}}, ""), Contains("entities!A3: FORM-006"));
  CHECK_THAT(judged({{"list_name", "update_if", "label"}, {"t", "1", "x"}}, ""), Contains("must say which"));
}

TEST_CASE("Each entity list has a form, group or repeat of its own, in the repeat that it takes its answers from") {
  // One question outside, one in a group, one in each of two repeats.
  const auto judged = [](const std::vector<std::string>& saved, const Rows& entities) {
    Rows survey = {{"type", "name", "label", "save_to"}, {"text", "a", "A", saved[0]}};
    for (const std::string each : {"g group", "r repeat", "s repeat"}) {
      const std::string name = each.substr(0, 1), kind = each.substr(2);
      survey.push_back({"begin " + kind, name, name});
      survey.push_back({"text", "in_" + name, "Q", saved[survey.size() / 3]});
      survey.push_back({"end " + kind});
    }
    Workbook book = workbook(survey);
    book.sheets.push_back(sheet("entities", entities));
    return faults(book);
  };
  const Rows one = {{"list_name", "label"}, {"e", "E"}};
  const Rows two = {{"list_name", "label"}, {"e", "E"}, {"f", "F"}};
  const auto labelled = [](const char* e, const char* f) { return Rows{{"list_name", "label"}, {"e", e}, {"f", f}}; };
  const std::string crossed = "repeats that do not lie in one another", full = "no group or repeat of its own";
  CHECK(judged({"p", "q", "", ""}, one) == "");
  CHECK(judged({"", "", "p", ""}, one) == "");
  CHECK(judged({"", "", "e#p", "f#p"}, two) == "");
  CHECK(judged({"e#p", "f#p", "", ""}, two) == "");
  CHECK(judged({"", "", "", ""}, labelled("E", "${in_g}")) == "");
  CHECK_THAT(judged({"p", "", "q", ""}, one), Contains("survey!D2") && Contains(crossed));
  CHECK_THAT(judged({"", "", "p", "q"}, one), Contains("survey!D10") && Contains(crossed));
  CHECK_THAT(judged({"", "", "", ""}, labelled("${in_r} ${in_s}", "F")), Contains("entities!A2") && Contains(crossed));
  CHECK_THAT(judged({"", "", "", ""}, two), Contains("entities!A3") && Contains(full));
  CHECK_THAT(judged({"", "", "", ""}, labelled("${in_r}", "${in_r}")), Contains("entities!A3") && Contains(full));
}
