// Agreement: how far two coders gave the same codes to the same answers, beyond chance. Exact.
//
// Of one code, given or not given by each coder to n answers:
//
//              B gave it   B did not
//   A gave it      a           b          p_o = (a + d) / n
//   A did not      c           d          p_e = ((a+b)(a+c) + (c+d)(b+d)) / n²
//
//   κ = (p_o − p_e) / (1 − p_e)     Cohen, J. (1960). A coefficient of agreement for nominal
//                                   scales. Educational and Psychological Measurement 20, 37–46.
//
// Over all codes: κ = (mean p_o − mean p_e) / (1 − mean p_e), the pooled kappa of De Vries, H.,
// Elliott, M. N., Kanouse, D. E. & Teleki, S. S. (2008). Using pooled kappa to summarize interrater
// agreement across many items. Field Methods 20, 272–282. An answer may have several codes, so the
// table of one code against another that Cohen's own overall figure wants does not exist.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "forms/value.h"

namespace genpyo::session {

struct CodeAgreement {
  int code = 0;
  std::int64_t both = 0, only_first = 0, only_second = 0, neither = 0;
  std::int64_t answers() const { return both + only_first + only_second + neither; }
};

// κ with two decimals, rounded half up on the exact value; "" where it is not defined (no answer, or
// both coders gave the code to all answers, or to none).
std::string kappa_of(const CodeAgreement& code);
std::string pooled_kappa_of(const std::vector<CodeAgreement>& codes);

struct CodePair {
  forms::Codes first, second;
};
// One for each code, in their order.
std::vector<CodeAgreement> agreement_of(const std::vector<int>& codes, const std::vector<CodePair>& answers);

}  // namespace genpyo::session
