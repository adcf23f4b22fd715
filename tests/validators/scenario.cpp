#include "tests/validators/scenario.h"

#include "tests/validators/small_form.h"
#include "validators/scenario.h"

namespace genpyo::tests {
namespace {

using forms::yaml::Node;

forms::Form form_at(const Node& node) {
  std::string text = node.scalar;
  if (text.find('\n') == std::string::npos) {
    const auto file = forms::read_file(std::string(GENPYO_SOURCE) + "/" + text, 4 << 20);
    REQUIRE(file);
    text = *file;
  }
  forms::FormReading reading = forms::read_form(text, "form.yaml");
  for (const auto& diagnostic : reading.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  return std::move(reading.form);
}

}  // namespace

void run_scenarios(const std::string& path) {
  const auto text = forms::read_file(path, 1 << 20);
  REQUIRE(text);
  const forms::yaml::Reading file = forms::yaml::parse(*text, path);
  for (const auto& diagnostic : file.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  const Node* form = file.root.find("form");
  const Node* scenarios = file.root.find("scenarios");
  REQUIRE(form != nullptr);
  REQUIRE(scenarios != nullptr);
  REQUIRE_FALSE(scenarios->list.empty());
  for (const Node& scenario : scenarios->list) {
    DYNAMIC_SECTION(scenario.find("name")->scalar) {
      const SmallCase sheet(form_at(*form));
      const auto playing = validators::play(scenario, file.root.find("given"), sheet.program(), today);
      CHECK(playing.expectations > 0);
      for (const validators::Difference& difference : playing.differences)
        FAIL_CHECK(forms::to_text(difference.place) << ": " << difference.sentence);
    }
  }
}

}  // namespace genpyo::tests
