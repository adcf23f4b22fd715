#include "forms/yaml.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;
using Kind = yaml::Node::Kind;

namespace {

// All that is wrong, a line each.
std::string faults_of(std::string_view text) {
  std::string faults;
  for (const Diagnostic& diagnostic : yaml::parse(text, "f.yaml").diagnostics) {
    faults += to_text(diagnostic) + "\n";
  }
  return faults;
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int time = 0; time < times; ++time) text += part;
  return text;
}

std::string place_of(const yaml::Node& node) {
  return std::to_string(node.place.line) + ":" + std::to_string(node.place.column);
}

}  // namespace

TEST_CASE("Scalars stay text") {
  const auto reading = yaml::parse("a: 01\nb: no\nc: 1e3\nd: '~'\ne: |\n  x\n  y\n", "f.yaml");
  REQUIRE(reading.diagnostics.empty());
  CHECK(reading.root.find("a")->scalar == "01");
  CHECK(reading.root.find("b")->scalar == "no");
  CHECK(reading.root.find("c")->scalar == "1e3");
  CHECK(reading.root.find("d")->scalar == "~");
  CHECK(reading.root.find("e")->scalar == "x\ny\n");
  CHECK(reading.root.find("f") == nullptr);
}

TEST_CASE("Lists, maps and empty values keep their kind and order") {
  const auto root = yaml::parse("b: [1, {x: y}]\na:\n", "f.yaml").root;
  REQUIRE(root.kind == Kind::map);
  CHECK(root.map[0].first.scalar == "b");
  CHECK(root.map[1].first.scalar == "a");
  CHECK(root.find("a")->kind == Kind::null);
  REQUIRE(root.find("b")->kind == Kind::list);
  CHECK(root.find("b")->list[1].find("x")->scalar == "y");
  CHECK(root.find("a")->find("x") == nullptr);
}

TEST_CASE("Every node knows its line and column, counted in characters") {
  const auto root =
      yaml::parse("a: 1\n原票: {ja: 医療, en: x}\nq:\n  - \"quoted\"\n", "f.yaml").root;
  CHECK(place_of(root) == "1:1");
  CHECK(place_of(*root.find("a")) == "1:4");
  CHECK(place_of(root.map[1].first) == "2:1");
  CHECK(place_of(*root.find("原票")) == "2:5");
  CHECK(place_of(*root.find("原票")->find("en")) == "2:18");
  CHECK(place_of(root.find("q")->list[0]) == "4:6");  // the text, behind its quote
  CHECK(root.place.file == "f.yaml");
}

TEST_CASE("A BOM and CRLF change neither texts nor places") {
  const auto root = yaml::parse(
                        "\xEF\xBB\xBF"
                        "a: 1\r\nb: x\r\n",
                        "f.yaml")
                        .root;
  CHECK(root.find("b")->scalar == "x");
  CHECK(place_of(*root.find("a")) == "1:4");
  CHECK(place_of(*root.find("b")) == "2:4");
}

TEST_CASE("A key that stands twice is told and its second value left out") {
  const auto reading = yaml::parse("a: 1\nb: 2\na: 3\n", "f.yaml");
  CHECK(faults_of("a: 1\nb: 2\na: 3\n") ==
        "f.yaml:3:1: FORM-006: the key \"a\" stands here a second time (first on line 1). Remove "
        "one of the two.\n");
  CHECK(reading.root.find("a")->scalar == "1");
  CHECK(reading.root.map.size() == 2);
}

TEST_CASE("What is not YAML is told where the reading ended") {
  CHECK(faults_of("a: [1\nb: 2\n") ==
        "f.yaml:2:2: FORM-001: this is not YAML: \"end of sequence flow not found\". Check the "
        "indentation, the quotes and the brackets here.\n");
  CHECK(faults_of("a: b: c\n") ==
        "f.yaml:1:5: FORM-001: this is not YAML: \"illegal map value\". Check the indentation, "
        "the quotes and the brackets here.\n");
  CHECK(yaml::parse("a: 1\nb: [", "f.yaml").root.kind == Kind::null);
}

TEST_CASE("Anchors, aliases and a second document are refused") {
  CHECK(faults_of("a: &x 1\n") ==
        "f.yaml:1:4: FORM-001: anchors (&) and aliases (*) are not read here. Write the text out, "
        "or put it in quotes if it begins with & or *.\n");
  CHECK(faults_of("a: &x [1]\nb: *x\n").find("f.yaml:1:4: FORM-001: anchors") == 0);
  CHECK(faults_of("---\na: 1\n---\nb: 2\n") ==
        "f.yaml:3:1: FORM-001: a second document begins here. Keep one document a file.\n");
}

TEST_CASE("Tags are passed over") {
  CHECK(yaml::parse("a: !!int 01\n", "f.yaml").root.find("a")->scalar == "01");
}

TEST_CASE("Bytes that are no text are refused by line") {
  CHECK(faults_of(std::string_view("a: 1\nb: \0\n", 10)) ==
        "f.yaml:2: FORM-001: a NUL byte: this is not text. Save the file as UTF-8 text.\n");
  CHECK(faults_of("a: 1\n\nb: \x8A\x98\n") ==
        "f.yaml:3: FORM-001: this line is not UTF-8. Save the file as UTF-8 text.\n");
  CHECK(faults_of("a: \"x\\0y\"\n") ==
        "f.yaml:1:4: FORM-001: this text holds a control character. Remove it.\n");
}

TEST_CASE("A key must be a text") {
  CHECK(faults_of("? [a, b]\n: 1\n") ==
        "f.yaml:1:3: FORM-001: this key is no text. Write key: value, the key a word.\n");
}

TEST_CASE("Depth ends at 64 levels, however they are written") {
  CHECK(faults_of(repeated("[", 64) + repeated("]", 64)).empty());
  for (const std::string& deep : {repeated("[", 65) + repeated("]", 65), repeated("[", 150'000),
                                  repeated("{a: ", 150'000), repeated("- ", 1'000'000)}) {
    CHECK(faults_of(deep).find("FORM-020: lists and maps lie over 64 levels deep.") !=
          std::string::npos);
  }
}

TEST_CASE("Size, nodes and brackets are bounded") {
  CHECK(faults_of(std::string((4 << 20) + 1, ' ')) ==
        "f.yaml: FORM-020: the file is larger than 4 MiB. Split the form.\n");
  CHECK(faults_of(std::string(4 << 20, ' ')).empty());
  CHECK(faults_of(repeated("- a\n", 200'000)) ==
        "f.yaml:200000:3: FORM-020: the file has over 200,000 nodes. Split the form.\n");
  CHECK(faults_of("[" + repeated("a,", 400'000)) ==
        "f.yaml: FORM-020: the file has over 400,000 brackets and commas. Split the form.\n");
}

TEST_CASE("A long line is placed in linear time and right to its end") {
  const auto root = yaml::parse("[" + repeated("原,", 100'000) + "x]", "f.yaml").root;
  CHECK(place_of(root.list.back()) == "1:200002");
}
