// Every fault of the catalogue that reading can find, as its author sees it. The forms are a
// faultless one with a single line changed.
#include <catch2/catch.hpp>

#include "forms/form_reader.h"

using namespace genpyo::forms;

namespace {

constexpr std::string_view faultless = R"(form_id: small
version: 1
title: {ja: 調査, en: Survey}
choices:
  founder:
    - {name: 1, label: {ja: 医療法人, en: Corporation}}
    - {name: 5, label: {ja: その他, en: Other}}
survey:
  - section: facility
    label: {ja: 施設, en: Facility}
    items:
      - name: founder
        type: select_one founder
        label: {ja: 開設主体, en: Founder}
      - name: reason
        type: text
        label: {ja: 理由, en: Reason}
      - grid: staff
        type: integer
        label: {ja: 職員, en: Staff}
        rows:
          - {name: doctors, label: {ja: 医師, en: Doctors}}
checks:
  - {name: order, constraint: "${doctors} > 0", message: {ja: 医師, en: Doctors}}
extractions:
  - {name: complete, answered: [staff], label: {ja: 全, en: All}}
)";

std::string faults_of(std::string_view text) {
  std::string faults;
  for (const Diagnostic& diagnostic : read_form(text, "form.yaml").diagnostics) {
    if (!faults.empty()) faults += "\n";
    faults += to_text(diagnostic);
  }
  return faults;
}

// The faults when `line` (from 1) reads `now`.
std::string faults_with(int line, std::string_view now) {
  std::string text(faultless);
  std::size_t begin = 0;
  for (int passed = 1; passed < line; ++passed) begin = text.find('\n', begin) + 1;
  text.replace(begin, text.find('\n', begin) - begin, now);
  return faults_of(text);
}

}  // namespace

TEST_CASE("The form that the faults are put into is faultless") {
  CHECK(faults_of(faultless) == "");
}

TEST_CASE("FORM-001: what is not YAML is all that is told") {
  CHECK(faults_with(2, "version: {") ==
        "form.yaml:4:1: FORM-001: this is not YAML: \"end of map flow not found\". Check the "
        "indentation, the quotes and the brackets here.");
}

TEST_CASE("FORM-001: an expression that needs quotes is told so") {
  CHECK(
      faults_with(24, "  - {name: order, constraint: ${doctors} > 0, message: {ja: 医, en: D}}") ==
      "form.yaml:24:42: FORM-001: this is not YAML: \"unknown token\". Check the indentation, the "
      "quotes and the brackets here; within { } an expression with ${…} needs quotes.");
}

TEST_CASE("FORM-002: an unknown key is told with the key that was meant") {
  CHECK(faults_with(14, "        lable: {ja: 開設主体, en: Founder}") ==
        "form.yaml:12:9: FORM-003: item \"founder\" has no label. Add the key \"label\".\n"
        "form.yaml:14:9: FORM-002: item \"founder\" has an unknown key \"lable\". Did you mean "
        "\"label\"?");
  CHECK(faults_with(2, "version: 1\nchecs: []") ==
        "form.yaml:3:1: FORM-002: the form has an unknown key \"checs\". Did you mean "
        "\"checks\"?");
  CHECK(faults_with(17, "        label: {ja: 理由, en: Reason}\n        paper: {zzz: 1}") ==
        "form.yaml:18:17: FORM-002: paper of item \"reason\" has an unknown key \"zzz\". Write "
        "one of: columns, lines, new_page.");
}

TEST_CASE("FORM-002: a language that the title lacks is told") {
  CHECK(faults_with(17, "        label: {ja: 理由, en: Reason, fr: Raison}") ==
        "form.yaml:17:37: FORM-002: the label of item \"reason\" has a language \"fr\" that the "
        "title lacks. Write one of: ja, en.");
}

TEST_CASE("FORM-003: a missing key is told where it belongs") {
  CHECK(faults_with(16, "") ==
        "form.yaml:15:9: FORM-003: item \"reason\" has no type. Add the key \"type\".");
  CHECK(faults_with(2, "") ==
        "form.yaml:1:1: FORM-003: the form has no version. Add the key "
        "\"version\".");
  CHECK(faults_with(2, "version: ''") ==
        "form.yaml:2:11: FORM-003: the version of the form is empty. Write it after \"version:\".");
  CHECK(faults_with(22, "          []") ==
        "form.yaml:22:11: FORM-003: there is nothing in the rows of grid \"staff\". Add at least "
        "one.");
}

TEST_CASE("FORM-003: a check needs a name, a constraint and a message") {
  CHECK(faults_with(24, "  - {severity: soft}") ==
        "form.yaml:24:5: FORM-003: this check has no name. Add the key \"name\".\n"
        "form.yaml:24:5: FORM-003: this check has no constraint. Add the key \"constraint\".\n"
        "form.yaml:24:5: FORM-003: this check has no message. Add the key \"message\".");
}

TEST_CASE("FORM-004: a value of another kind is told with the kind that belongs there") {
  CHECK(faults_with(17, "        label: Reason") ==
        "form.yaml:17:16: FORM-004: the label of item \"reason\" is a text where a map belongs. "
        "Write it as \"key: value\" lines, or {key: value, …}.");
  CHECK(faults_with(16, "        type: [text]") ==
        "form.yaml:16:15: FORM-004: the type of item \"reason\" is a list where a text belongs. "
        "Write one text, in quotes if it holds : or #.");
  CHECK(faults_with(26, "  - {name: c, answered: staff, label: {ja: 全, en: All}}") ==
        "form.yaml:26:25: FORM-004: the answered of extraction \"c\" is a text where a list "
        "belongs. Write its parts line by line, each after \"- \".");
  CHECK(faults_with(15, "      - oops\n      - name: reason") ==
        "form.yaml:15:9: FORM-004: this item is a text where a map belongs. Write it as \"key: "
        "value\" lines, or {key: value, …}.");
}

TEST_CASE("FORM-004: an empty file, and a file that is a list, are told") {
  CHECK(faults_of("") ==
        "form.yaml: FORM-004: the form is no value where a map belongs. Write it "
        "as \"key: value\" lines, or {key: value, …}.");
  CHECK(faults_of("- a\n") ==
        "form.yaml:1:1: FORM-004: the form is a list where a map belongs. Write it as \"key: "
        "value\" lines, or {key: value, …}.");
}

TEST_CASE("FORM-005: a name that is no name is told") {
  const std::string repair =
      " is not legal. Write small letters, digits and _, a letter first, at most 32 in all.";
  for (const std::string name :
       {"Reason", "1st", "_x", "reason-2", "理由", "a b", "a23456789_123456789_123456789_123"}) {
    CAPTURE(name);
    CHECK(faults_with(15, "      - name: " + name) ==
          "form.yaml:15:15: FORM-005: the name \"" + name + "\"" + repair);
  }
  CHECK(faults_with(15, "      - name: a23456789_123456789_123456789_12") == "");
  CHECK(faults_with(3, "title: {ja: 調査, en: Survey, EN: x}")
            .find("form.yaml:3:29: FORM-005: \"EN\" is no code of a language.") == 0);
}

TEST_CASE("FORM-006: a name that is taken is told with the line of the first") {
  CHECK(faults_with(15, "      - name: founder") ==
        "form.yaml:15:9: FORM-006: the name \"founder\" is taken (line 12). Choose another.");
  CHECK(faults_with(22, "          - {name: staff, label: {ja: 医師, en: Doctors}}")
            .find("form.yaml:22:13: FORM-006: the name \"staff\" is taken (line 18). Choose "
                  "another.") == 0);
  CHECK(faults_with(2, "version: 1\nversion: 2") ==
        "form.yaml:3:1: FORM-006: the key \"version\" stands here a second time (first on line "
        "2). Remove one of the two.");
}

TEST_CASE("FORM-006: checks and extractions have namespaces of their own") {
  CHECK(faults_with(24, "  - {name: founder, constraint: 1 = 1, message: {ja: 医, en: D}}") == "");
  CHECK(faults_with(24,
                    "  - {name: a, constraint: 1 = 1, message: {ja: 医, en: D}}\n"
                    "  - {name: a, constraint: 1 = 1, message: {ja: 医, en: D}}") ==
        "form.yaml:25:5: FORM-006: the name \"a\" is taken (line 24). Choose another.");
}

TEST_CASE("FORM-007: a list that is not there is told with the one that was meant") {
  CHECK(faults_with(13, "        type: select_one foundr") ==
        "form.yaml:13:15: FORM-007: there is no list \"foundr\". Did you mean \"founder\" (line "
        "5)?");
  CHECK(faults_with(13, "        type: select_one zzz") ==
        "form.yaml:13:15: FORM-007: there is no list \"zzz\". Name a list that stands under "
        "choices.");
  CHECK(faults_with(13, "        type: select_one") ==
        "form.yaml:13:15: FORM-007: the type select_one names no list. Write select_one and the "
        "name of a list that stands under choices.");
}

TEST_CASE("FORM-008: an unknown type is told") {
  CHECK(faults_with(13, "        type: select_on founder") ==
        "form.yaml:13:15: FORM-008: \"select_on\" is no type. Did you mean \"select_one\"?");
  CHECK(faults_with(16, "        type: figure").find(
            "form.yaml:16:15: FORM-008: \"figure\" is no type. Write one of: select_one, "
            "select_multiple, rank, integer, decimal, range, text,") == 0);
}

TEST_CASE("FORM-009: a code that stands twice is told with the line of the first") {
  CHECK(faults_with(7, "    - {name: 01, label: {ja: その他, en: Other}}") ==
        "form.yaml:7:7: FORM-009: list \"founder\" has the code 1 twice (first on line 6). Give "
        "each choice its own number.");
}

TEST_CASE("FORM-010: a choice's name is one word") {
  for (const std::string& name : {std::string("not sure"), std::string("a\\tb"), std::string(65, 'x')}) {
    CAPTURE(name);
    CHECK(faults_with(7, "    - {name: \"" + name + "\", label: {ja: その他, en: Other}}")
              .find("is not legal. Write the number that is printed on the paper, or a word "
                    "without blanks, at most 64 bytes.") != std::string::npos);
  }
}

TEST_CASE("FORM-017: a word that is not allowed is told with those that are") {
  const std::string type = "        type: text\n        ";
  CHECK(faults_with(16, type + "source: X") ==
        "form.yaml:17:17: FORM-017: the source of item \"reason\" cannot be \"X\". Write one of: "
        "S, P, I.");
  CHECK(faults_with(16, type + "required_severity: herd") ==
        "form.yaml:17:28: FORM-017: the required_severity of item \"reason\" cannot be \"herd\". "
        "Did you mean \"hard\"?");
  CHECK(faults_with(16, type + "identifying: maybe") ==
        "form.yaml:17:22: FORM-017: the identifying of item \"reason\" cannot be \"maybe\". Write "
        "one of: false, no, true, yes.");
  CHECK(faults_with(16, type + "paper: {lines: 0}") ==
        "form.yaml:17:24: FORM-017: the lines of paper of item \"reason\" cannot be \"0\". Write "
        "a number from 1 to 40.");
}

TEST_CASE("FORM-017: types and languages that do not fit together are told") {
  CHECK(faults_with(16, "        type: text founder") ==
        "form.yaml:16:15: FORM-017: the type text takes no list. Write text alone.");
  CHECK(faults_with(19, "        type: text") ==
        "form.yaml:19:15: FORM-017: the rows of grid \"staff\" cannot be text. Write select_one "
        "LIST, integer or decimal, or list the items one by one.");
  CHECK(faults_with(2, "version: 1\ndefault_language: fr") ==
        "form.yaml:3:19: FORM-017: the default_language \"fr\" is none of the title's languages. "
        "Write one of them, or add it to the title.");
}

TEST_CASE("FORM-017: answers are coded from a text, into choices") {
  CHECK(faults_with(13, "        type: select_one founder\n        codes_of: doctors") ==
        "form.yaml:14:19: FORM-017: codes_of names \"doctors\", which is no text item. Name the "
        "text item whose answers are coded.");
  CHECK(faults_with(13, "        type: integer\n        codes_of: reason") ==
        "form.yaml:12:9: FORM-017: item \"founder\" has codes_of, but no choices to code into. "
        "Give it the type select_multiple or select_one.");
}

TEST_CASE("FORM-018: a label must have every language of the title") {
  CHECK(faults_with(17, "        label: {ja: 理由}") ==
        "form.yaml:17:16: FORM-018: the label of item \"reason\" lacks the language \"en\". Add "
        "en: …, since the title has it.");
  CHECK(faults_with(17, "        label: {ja: 理由, en: ''}") ==
        "form.yaml:17:16: FORM-018: the label of item \"reason\" lacks the language \"en\". Add "
        "en: …, since the title has it.");
}

TEST_CASE("FORM-019: an extraction that names no block is told with the one that was meant") {
  CHECK(faults_with(26, "  - {name: c, answered: [staf], label: {ja: 全, en: All}}") ==
        "form.yaml:26:26: FORM-019: extraction \"c\" names \"staf\", which is no item or grid. "
        "Did you mean \"staff\" (line 18)?");
  CHECK(faults_with(13, "        type: select_one founder\n        codes_of: reasons") ==
        "form.yaml:14:19: FORM-019: codes_of names \"reasons\", which is no item. Did you mean "
        "\"reason\" (line 16)?");
}

TEST_CASE("FORM-020: a form has at most 5,000 items") {
  std::string rows;
  for (int row = 0; row < 5'000; ++row) {
    rows += "          - {name: r" + std::to_string(row) + ", label: {ja: 医, en: D}}\n";
  }
  // With the two items above it, the grid's last two rows are too many.
  CHECK(faults_with(22, rows.substr(0, rows.size() - 1)) ==
        "form.yaml:5020:13: FORM-020: the form has over 5,000 items. Split the form.");
}

TEST_CASE("FORM-020: a list has at most 5,000 choices") {
  std::string choices;
  for (int code = 1; code <= 5'001; ++code) {
    choices += "    - {name: n" + std::to_string(code) + ", label: {ja: 医, en: D}}\n";
  }
  const std::string faults = faults_with(6, choices.substr(0, choices.size() - 1));
  CHECK(faults.find("form.yaml:5006:7: FORM-020: list \"founder\" has over 5,000 choices. Split "
                    "the list.") != std::string::npos);
}

TEST_CASE("FORM-020: a text has at most 4,096 bytes, since a grid hands it to every row") {
  const std::string most(4'096, 'x');
  const std::string relevant = "        type: integer\n        relevant: ";
  CHECK(faults_with(19, relevant + most) == "");
  CHECK(faults_with(19, relevant + most + "x") ==
        "form.yaml:20:19: FORM-020: the relevant of grid \"staff\" is longer than 4,096 bytes. "
        "Shorten it.");
  CHECK(faults_with(17, "        label: {ja: 理由, en: " + most + "}") ==
        "form.yaml:17:29: FORM-020: the label of item \"reason\" is longer than 4,096 bytes. "
        "Shorten it.");
}

TEST_CASE("FORM-020: checks, extractions and languages are bounded") {
  std::string checks = "  - {name: c, constraint: 1 = 1, message: {ja: 医, en: D}}";
  for (int check = 1; check < 5'000; ++check) {
    checks +=
        "\n  - {name: c" + std::to_string(check) + ", constraint: 1 = 1, message: {ja: 医, en: D}}";
  }
  CHECK(faults_with(24, checks) == "");
  CHECK(faults_with(24, checks + "\n  - {}") ==
        "form.yaml:5024:5: FORM-020: the form has over 5,000 checks. Split the form.");
  std::string extractions = "  - {name: e, label: {ja: 医, en: D}}";
  for (int extraction = 1; extraction <= 500; ++extraction) extractions += "\n  - {}";
  CHECK(
      faults_with(26, extractions)
          .find("form.yaml:526:5: FORM-020: the form has over 500 extractions. Split the form.") !=
      std::string::npos);
  CHECK(faults_with(3, "title: {aa: a, ab: a, ac: a, ad: a, ae: a, af: a, ag: a, ja: a, en: a}")
            .find("form.yaml:3:65: FORM-020: the title has over 8 languages. Split the form.") !=
        std::string::npos);
}

TEST_CASE("FORM-020: after a thousand faults the rest are not told") {
  std::string keys = "version: 1";
  for (int key = 0; key < 2'000; ++key) keys += "\nzz" + std::to_string(key) + ": 1";
  const FormReading reading = [&] {
    std::string text(faultless);
    text.replace(text.find("version: 1"), 10, keys);
    return read_form(text, "form.yaml");
  }();
  CHECK(reading.diagnostics.size() == 1'001);
  CHECK(to_text(reading.diagnostics.back()) ==
        "form.yaml: FORM-020: there are 1,000 faults or more; the rest are not told. Repair these "
        "and check again.");
}

TEST_CASE("FORM-020: of a thousand warnings and more the form is used, and an error is told behind them") {
  std::vector<Diagnostic> found;
  for (int line = 1; line <= 1'500; ++line) found.push_back({Fault::left_out, {"survey.csv", line, 1}, "left out.", "", Level::warning});
  yaml::Reading reading = yaml::parse(faultless, "form.yaml");

  const auto warned = read_form(reading.root, "", "form.yaml", found).diagnostics;
  CHECK(std::none_of(warned.begin(), warned.end(), [](const auto& each) { return each.level == Level::error; }));
  CHECK(to_text(warned.back()) ==
        "form.yaml: FORM-020: warning: there are 1,000 warnings or more; the rest are not told. Look at these and check again.");

  reading.root.map.front().second.scalar = "Not A Name";
  const auto refused = read_form(reading.root, "", "form.yaml", found).diagnostics;
  CHECK(std::count_if(refused.begin(), refused.end(), [](const auto& each) { return each.level == Level::error; }) == 1);
}

TEST_CASE("Faults come in the order of the file, whatever was read first") {
  const FormReading reading =
      read_form("survey: []\nchoices: {A: []}\nform_id: Bad\nversion: 1\ntitle: x\n", "form.yaml");
  int line = 0;
  for (const Diagnostic& diagnostic : reading.diagnostics) {
    CHECK(diagnostic.place.line >= line);
    line = diagnostic.place.line;
  }
  CHECK(reading.diagnostics.size() == 5);
}

TEST_CASE("A form cut off anywhere is read without harm") {
  for (std::size_t end = 0; end < faultless.size(); end += 3) {
    const FormReading reading = read_form(faultless.substr(0, end), "form.yaml");
    CHECK(reading.form.text.size() == end);
    if (end < 100) CHECK_FALSE(reading.diagnostics.empty());
  }
}
