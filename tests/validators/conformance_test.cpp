// Expressions that ODK's own engines test, with what these engines expect.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "app/cli/eval_case.h"

namespace genpyo::tests {
namespace {

using Json = nlohmann::ordered_json;

// Where we knowingly differ.
const std::map<std::string, std::string> exceptions = {
    {"false() and substring()", "a wrong call is told to the author wherever it stands"},
    {"true() and false() and substring()", "a wrong call is told to the author wherever it stands"},
    {"round(\"-1.475\", \"2\")",
     "of two equally near the greater, as XPath 1.0 and JavaRosa have it; Web Forms takes the one "
     "farther from 0"},
};

std::filesystem::path folder() {
  const char* given = std::getenv("GENPYO_CONFORMANCE");
  if (given != nullptr) return given;
  return std::filesystem::path(GENPYO_SOURCE) / "../shared/conformance";
}

double number_of(const Json& value) {
  return value.is_number() ? value.get<double>() : std::strtod(value.get<std::string>().c_str(), nullptr);
}

// The engines' own tests round to six places and to fifteen digits.
bool agree(const Json& expected, const Json& result) {
  if (expected.contains("error")) return result.contains("error");
  if (result.contains("error")) return false;
  const std::string type = expected.begin().key();
  const Json& value = expected.begin().value();
  if (result["type"] != type) return false;
  if (type != "number") return result["value"] == value;
  const double wanted = number_of(value), found = number_of(result["value"]);
  if (std::isnan(wanted) || std::isinf(wanted)) return std::isnan(wanted) ? std::isnan(found) : wanted == found;
  return std::fabs(wanted - found) <= 5e-7;
}

}  // namespace

TEST_CASE("Of the expressions of ODK's engines all but those named agree") {
  std::ifstream file(folder() / "expressions.jsonl");
  if (!file) {
    WARN("Skipped: " + folder().string() + " has no expressions.jsonl. Set GENPYO_CONFORMANCE.");
    return;
  }
  std::string line;
  int cases = 0, agreed = 0;
  while (std::getline(file, line)) {
    const Json given = Json::parse(line);
    const std::string expression = given["expression"];
    const Json result = cli::evaluate_case(given, {2018, 4, 1});
    const bool right = agree(given["expected"], result);
    cases += 1;
    agreed += right ? 1 : 0;
    INFO(line << "\n" << result.dump());
    CHECK(right != (exceptions.count(expression) > 0));
  }
  CHECK(cases >= 500);
  CHECK(agreed * 100 >= cases * 98);
}

}  // namespace genpyo::tests
