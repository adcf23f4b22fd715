// Scenario: what follows from keying a sheet, told in YAML: steps, and what is expected after each.
//
//   today: 2018-04-01    optional, of the whole file: the day on which it is evaluated
//   given: {a: 1}        optional, keyed before every scenario of the file
//   scenarios:
//     - name: A sentence that says what holds, or a case's number
//       steps:           each step acts, then expects
//         - key: {a: 1, b: "1 5", c: "", d: "*"}   as a clerk keys it
//           missing: {t: dont_know}                for texts, whose missing kinds have no key here
//           fill: no_answer                        whatever is asked and not keyed, to the end
//           confirm: [check:x]                     override: [check:y]
//           asked: [a]        skipped: [b]         among others
//           not_asked: [b]                         exactly: all that is 非該当
//           waiting: [a]                           exactly: asked and not keyed
//           values: {a: 5, b: no_answer}           among others; a missing kind by its name
//           withheld: {k: 1 5}                     choices that a choice_filter does not offer
//           hard: []          soft: [off_path:b]   exactly: keys of violations not settled, in order
//           extractions: {x: incomplete}           left_out: {x: [a, b]}      may_close: yes
//
// What a scenario says of a form that has changed since (an item is gone) is a difference as well.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "forms/yaml.h"
#include "validators/evaluation.h"

namespace genpyo::validators {

// Where what was found is not what was expected.
struct Difference {
  forms::Place place;    // of the expectation
  std::string scenario;  // its name
  std::string sentence;  // «hard: expected [check:a], found []»
};

struct Playing {
  std::size_t scenarios = 0, expectations = 0;
  std::vector<Difference> differences;
};

// One scenario; `given` may be null.
Playing play(const forms::yaml::Node& scenario, const forms::yaml::Node* given,
             const Program& program, forms::Date today);
// All of a file; a file without scenarios has none.
Playing play_all(const forms::yaml::Node& file, const Program& program, forms::Date today);

// What a clerk leaves who passes over whatever is asked and not keyed yet.
void fill(const Program& program, forms::Case& current, forms::Missing kind, forms::Date today);

std::string_view name_of(ExtractionState::Status status);

// A case and what it should give, as an element of `scenarios`: keyed, filled with no answer. `notes`
// are lines of comment above it.
std::string scenario_text(const Program& program, const forms::Case& current, forms::Date today,
                          const std::vector<std::string>& notes);

}  // namespace genpyo::validators
