// Cases that differ in few items, against the evaluation of the whole case.
#include "validators/trial.h"

#include "tests/validators/random_form.h"
#include "tests/validators/small_form.h"
#include "validators/prover_search.h"

namespace genpyo::tests {

TEST_CASE("What follows from a few answers is what follows in the whole case") {
  std::size_t looked_at = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const forms::Form form = random_form(seed);
    const auto compiled = validators::compile(form);
    const validators::Cone cone(compiled.program.parts());
    const forms::Case usual = forms::blank_case(form, "1-001");
    validators::Trial trial(compiled.program, usual, today);
    const auto branches = validators::branches_of(compiled.program.parts());
    each_case(form, [&](const forms::Case& current) {
      const auto& branch = branches[looked_at++ % branches.size()];
      const auto items = cone.of(branch);
      std::vector<forms::Value> answers;
      forms::Case expected = usual;
      for (const forms::ItemIndex item : items) {
        answers.push_back(current.marks[item].content);
        expected.marks[item].content = current.marks[item].content;
      }
      const auto& found = trial.with(items, answers, trial.wants_whole(items));
      const auto whole = validators::moment_of(compiled.program, expected, today);
      for (const forms::ItemIndex item : items) {
        CHECK(found.items[item].value == whole.items[item].value);
        CHECK(found.items[item].relevant == whole.items[item].relevant);
        CHECK(found.items[item].required == whole.items[item].required);
      }
    });
  }
  CHECK(looked_at > 1000);
}

}  // namespace genpyo::tests
