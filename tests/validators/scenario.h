// Scenario: what follows from keying, told in YAML: form, steps, expectations on one screen.
//
//   form: |              the definition, or the path of one in this repository
//   given: {a: 1}        optional, keyed before every scenario of the file
//   scenarios:
//     - name: A sentence that says what holds
//       steps:           each step acts, then expects
//         - key: {a: 1, b: "1 5", c: "", d: "*"}   as a clerk keys it
//           missing: {t: dont_know}                for texts, whose missing kinds have no key here
//           fill: no_answer                        whatever is asked and not keyed, to the end
//           confirm: [check:x]                     override: [check:y]
//           asked: [a]        skipped: [b]         among others
//           waiting: [a]                           exactly: asked and not keyed
//           values: {a: 5, b: no_answer}           among others; a missing kind by its name
//           hard: []          soft: [off_path:b]   exactly: keys of violations not settled, in
//           order extractions: {x: incomplete}           left_out: {x: [a, b]} may_close: yes
#pragma once
#include <string>
#include <vector>

#include "forms/yaml.h"

namespace genpyo::tests {

// Runs all scenarios of a file with Catch's checks.
void run_scenarios(const std::string& path);

}  // namespace genpyo::tests
