// The table of functions and the page that is made of it.
#include <fstream>
#include <sstream>

#include "tests/validators/expression_fixture.h"
#include "validators/function.h"

namespace genpyo::tests {
namespace {

constexpr std::string_view marker = "<!-- From here on made from the table of functions. -->\n";

std::string type_name(validators::Expression::Type type) {
  using Type = validators::Expression::Type;
  switch (type) {
    case Type::number: return "number";
    case Type::boolean: return "boolean";
    case Type::date: return "date";
    case Type::nodes: return "nodes";
    default: return "text";
  }
}

std::string page_of_functions() {
  std::string page(marker);
  for (const validators::FunctionGroup& group : validators::function_groups()) {
    page += "\n## " + std::string(group.title) + "\n\n| function | gives | meaning | example |\n|---|---|---|---|\n";
    for (const validators::FunctionEntry& entry : group.entries) {
      page += "| `" + std::string(entry.usage) + "` | " + type_name(entry.type) + " | " +
              std::string(entry.meaning) + " | ";
      if (!entry.example.empty())
        page += "`" + std::string(entry.example) + "` → `" +
                (entry.gives.empty() ? "''" : std::string(entry.gives)) + "`";
      page += " |\n";
    }
  }
  return page;
}

}  // namespace

TEST_CASE("docs/expressions.md lists the functions as the table has them") {
  std::ifstream file(std::string(GENPYO_SOURCE) + "/docs/expressions.md");
  std::stringstream whole;
  whole << file.rdbuf();
  const std::string text = whole.str();
  const std::size_t at = text.find(marker);
  REQUIRE(at != std::string::npos);
  const std::string made = page_of_functions();
  if (text.substr(at) != made) {
    std::ofstream(std::string(GENPYO_BINARY) + "/expressions.md") << text.substr(0, at) << made;
    FAIL("The page is old: copy " GENPYO_BINARY "/expressions.md over docs/expressions.md.");
  }
}

TEST_CASE("Every example of the table gives what it says") {
  for (const std::string& name : validators::function_names()) {
    const validators::FunctionEntry& entry = *validators::function_named(name);
    if (entry.example.empty()) continue;
    CAPTURE(entry.example);
    const auto rule = parsed(std::string(entry.example));
    REQUIRE(rule);
    CHECK(rule->answer(states_of({}), today).text == entry.gives);
  }
}

TEST_CASE("Every function has code, a usage that begins with its name, and a name of its own") {
  using validators::Function;
  std::vector<std::string> names = validators::function_names();
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  for (const std::string& name : names) {
    const validators::FunctionEntry& entry = *validators::function_named(name);
    CAPTURE(name);
    CHECK(entry.usage.starts_with(name + "("));
    CHECK(entry.least <= entry.most);
    const auto& code = entry.code;
    const bool coded = code.number || code.truth || code.text || code.instant;
    const bool picks = entry.function == Function::choice || entry.function == Function::coalesce ||
                       entry.function == Function::once || entry.type == validators::Expression::Type::nodes;
    CHECK(coded != picks);
  }
}

TEST_CASE("The functions of ODK's documentation are all there") {
  std::stringstream names(
      "if coalesce once selected selected-at count-selected jr:choice-name regex checklist "
      "weighted-checklist count count-non-empty sum min max round int number pow abs sqrt exp exp10 "
      "log log10 pi sin cos tan asin acos atan atan2 position indexed-repeat string concat join "
      "substr substring substring-before substring-after translate string-length normalize-space "
      "contains starts-with ends-with today now date date-time decimal-date-time decimal-time "
      "format-date format-date-time true false not boolean boolean-from-string random randomize "
      "digest base64-decode uuid version pulldata instance current area distance ceiling floor last "
      "geofence");
  for (std::string name; names >> name;) {
    CAPTURE(name);
    CHECK(validators::function_named(name) != nullptr);
  }
}

}  // namespace genpyo::tests
