// genpyo eval: answers and circumstances as JSON.
#include <catch2/catch.hpp>

#include "app/cli/eval_case.h"

namespace genpyo::tests {
namespace {

using Json = nlohmann::ordered_json;

std::string evaluated(const std::string& line) {
  const auto given = cli::read_json(line);
  return given ? cli::evaluate_case(*given, {2018, 4, 1}).dump() : "no JSON";
}

std::string of(const std::string& expression, const std::string& answers = "{}") {
  return evaluated(Json{{"expression", expression}, {"answers", Json::parse(answers)}}.dump());
}

}  // namespace

TEST_CASE("A result says its type and its value") {
  CHECK(of("1 + 2") == R"({"type":"number","value":3})");
  CHECK(of("0.1 + 0.2") == R"({"type":"number","value":0.30000000000000004})");
  CHECK(of("1 div 0") == R"({"type":"number","value":"Infinity"})");
  CHECK(of("-0") == R"({"type":"number","value":"-0"})");
  CHECK(of("1 = 1") == R"({"type":"boolean","value":true})");
  CHECK(of("concat('a', 1)") == R"({"type":"string","value":"a1"})");
  CHECK(of("today() ") == R"({"type":"date","value":"2018-04-01"})");
  CHECK(of("${n}", R"({"n": null})") == R"({"type":"missing","value":null})");
  CHECK(of("date('1983-09-31')") == R"({"error":"The result is no date."})");
}

TEST_CASE("Answers are numbers, texts, booleans, dates, and lists for several") {
  CHECK(of("${n} + ${x}", R"({"n": 3, "x": 0.5})") == R"({"type":"number","value":3.5})");
  CHECK(of("${d} + 1 - ${d}", R"({"d": "2018-04-01"})") == R"({"type":"number","value":1})");
  CHECK(of("selected(${k}, 'b')", R"({"k": ["a", "b"]})") == R"({"type":"boolean","value":true})");
  CHECK(of("selected(${k}, 'b')", R"({"k": "a b"})") == R"({"type":"boolean","value":true})");
  CHECK(of("count-selected(${k})", R"({"k": [1, 5, 6]})") == R"({"type":"number","value":3})");
  CHECK(of("sum(${k})", R"({"k": [1, 5, 6]})") == R"({"type":"number","value":12})");
  CHECK(of("count(${k})", R"({"k": []})") == R"({"type":"number","value":0})");
  CHECK(of("sum(${age}) * count(${person})", R"({"person": [{"age": 3}, {"age": 5}]})") ==
        R"({"type":"number","value":16})");
  CHECK(of("${n}", R"({"n": {"m": 1}})").find("\"error\"") == 1);
}

TEST_CASE("A case may say what type it wants, the day and the zone") {
  CHECK(evaluated(R"~({"expression": "today()", "as": "number", "today": "1970-01-02"})~") ==
        R"~({"type":"number","value":1})~");
  CHECK(evaluated(R"~({"expression": "date-time(1)", "as": "string", "tz": "America/Phoenix"})~") ==
        R"~({"type":"string","value":"1970-01-01T17:00:00.000-07:00"})~");
  CHECK(evaluated(R"~({"expression": "now() > today()", "today": "2018-04-01T09:00"})~") ==
        R"~({"type":"boolean","value":true})~");
  for (const char* wrong : {R"({"expression": "1", "tz": "Asia/Edo"})", R"({"expression": "1", "today": "soon"})",
                            R"({"expression": "1", "as": "money"})", R"({"expression": 1})", "[1]", "{}"})
    CHECK(evaluated(wrong).find("{\"error\":\"") == 0);
}

TEST_CASE("A wrong expression is told with its place and its repair") {
  CHECK(of("${m} + 1", R"({"men": 1})") ==
        R"({"error":"expression:1:1: FORM-012: the expression names \"m\", which no item has. Name an item of this form."})");
}

TEST_CASE("Hostile lines are no JSON, or errors") {
  CHECK(evaluated("{") == "no JSON");
  CHECK(evaluated(std::string(100'000, '[')) == "no JSON");
  CHECK(evaluated("\"" + std::string(cli::longest_case, 'x') + "\"") == "no JSON");
  CHECK(evaluated("\"\xff\"") == "no JSON");
  CHECK(of(std::string(5'000, '(')).find("FORM-020") != std::string::npos);
  CHECK(of(std::string(4'000, '(')).find("FORM-020") != std::string::npos);
}

}  // namespace genpyo::tests
