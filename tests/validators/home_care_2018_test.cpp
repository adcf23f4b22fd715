// The form that this program was made for, as it stands in forms/home_care_2018/.
#include "tests/validators/small_form.h"
#include "validators/parts.h"

namespace genpyo::tests {
namespace {

forms::Form home_care() {
  const auto text = forms::read_file(GENPYO_SOURCE "/forms/home_care_2018/form.yaml", 4 << 20);
  REQUIRE(text);
  forms::FormReading reading = forms::read_form(*text, "form.yaml");
  for (const auto& diagnostic : reading.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  return std::move(reading.form);
}

}  // namespace

TEST_CASE("The home care form compiles without a diagnostic") {
  const forms::Form form = home_care();
  for (const auto& diagnostic : validators::compile(form).diagnostics)
    FAIL_CHECK(forms::to_text(diagnostic));
  CHECK(form.items.size() > 80);
  CHECK(form.checks.size() >= 25);
}

TEST_CASE(
    "Whatever one code or figure each item of the home care form holds, it can be evaluated") {
  SmallCase sheet(home_care());
  const forms::Form& form = sheet.program().form();
  for (const int figure : {0, 1, 2, 3, 999}) {
    for (forms::ItemIndex item = 0; item < form.items.size(); ++item) {
      const bool select = form.choices_of(form.items[item]) != nullptr;
      sheet.current.marks[item].content =
          select ? forms::Value(forms::Codes{figure}) : forms::Value(std::int64_t{figure});
    }
    const validators::Evaluation evaluation = sheet.evaluate();
    CHECK(evaluation.items.size() == form.items.size());
    CHECK(evaluation.not_keyed.empty());
    for (const validators::Violation& violation : evaluation.violations) {
      INFO(violation.key);
      CHECK(violation.item < form.items.size());
      const bool worded = violation.kind == validators::Violation::Kind::check ||
                          violation.kind == validators::Violation::Kind::constraint;
      CHECK(violation.message.empty() != worded);
    }
  }
}

}  // namespace genpyo::tests
