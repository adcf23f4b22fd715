#include "app/session/agreement.h"

#include <algorithm>

#include "export/tables/exact.h"

namespace genpyo::session {
namespace {

// Both times n²: 1e5 answers make 1e10, and a thousand codes 1e13.
struct Parts {
  std::int64_t observed = 0, expected = 0, whole = 0;
};

Parts parts_of(const CodeAgreement& code) {
  const std::int64_t n = code.answers();
  const std::int64_t a = code.both, b = code.only_first, c = code.only_second, d = code.neither;
  return {n * (a + d), (a + b) * (a + c) + (c + d) * (b + d), n * n};
}

std::string kappa_of(const Parts& parts) {
  const std::int64_t beyond_chance = parts.whole - parts.expected;
  if (beyond_chance <= 0) return "";
  return exports::rounded({parts.observed - parts.expected, beyond_chance}, 2);
}

bool has(const forms::Codes& codes, int code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }

}  // namespace

std::string kappa_of(const CodeAgreement& code) { return kappa_of(parts_of(code)); }

std::string pooled_kappa_of(const std::vector<CodeAgreement>& codes) {
  Parts sum;
  for (const CodeAgreement& code : codes) {
    const Parts parts = parts_of(code);
    sum.observed += parts.observed;
    sum.expected += parts.expected;
    sum.whole += parts.whole;
  }
  return kappa_of(sum);
}

std::vector<CodeAgreement> agreement_of(const std::vector<int>& codes, const std::vector<CodePair>& answers) {
  std::vector<CodeAgreement> agreement;
  for (const int code : codes) {
    CodeAgreement counts{code};
    for (const CodePair& answer : answers) {
      const bool first = has(answer.first, code), second = has(answer.second, code);
      std::int64_t& cell = first ? (second ? counts.both : counts.only_first)
                                 : (second ? counts.only_second : counts.neither);
      ++cell;
    }
    agreement.push_back(counts);
  }
  return agreement;
}

}  // namespace genpyo::session
