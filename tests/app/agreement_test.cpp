// κ against published figures.
#include "app/session/agreement.h"

#include <catch2/catch.hpp>

using namespace genpyo;
using session::CodeAgreement;

TEST_CASE("kappa is that of published examples") {
  // Sim & Wright (2005), The kappa statistic in reliability studies, Physical Therapy 85, 257–268,
  // table 1: 39 patients, κ = .67.
  CHECK(session::kappa_of({1, 22, 2, 4, 11}) == "0.67");
  // The textbook example of 50 applications, κ = 0.40; and the two tables with the same observed
  // agreement of 60 in 100 and κ = 0.1304 and 0.2593.
  CHECK(session::kappa_of({1, 20, 5, 10, 15}) == "0.40");
  CHECK(session::kappa_of({1, 45, 15, 25, 15}) == "0.13");
  CHECK(session::kappa_of({1, 25, 35, 5, 35}) == "0.26");
}

TEST_CASE("kappa is 1 where coders agree, below 0 where they agree less than chance, and else not defined") {
  CHECK(session::kappa_of({1, 3, 0, 0, 4}) == "1.00");
  CHECK(session::kappa_of({1, 0, 2, 2, 0}) == "-1.00");
  CHECK(session::kappa_of({1, 0, 0, 0, 9}) == "");  // nobody gave it: no chance to disagree
  CHECK(session::kappa_of({1, 9, 0, 0, 0}) == "");
  CHECK(session::kappa_of({1, 0, 0, 0, 0}) == "");
}

TEST_CASE("kappa over all codes pools observed and expected agreement") {
  // Means of p_o: (0.7 + 0.6) / 2, of p_e: (0.5 + 0.54) / 2; (0.65 − 0.52) / (1 − 0.52) = 0.2708.
  CHECK(session::pooled_kappa_of({{1, 40, 10, 20, 30}, {2, 45, 15, 25, 15}}) == "0.27");
  CHECK(session::pooled_kappa_of({}) == "");
}

TEST_CASE("each code is counted over all answers that both coded") {
  const auto agreement = session::agreement_of({1, 2}, {{{1}, {1, 2}}, {{1, 2}, {2}}, {{}, {}}});
  REQUIRE(agreement.size() == 2);
  CHECK(agreement[0].both == 1);
  CHECK(agreement[0].only_first == 1);
  CHECK(agreement[0].only_second == 0);
  CHECK(agreement[0].neither == 1);
  CHECK(agreement[1].both == 1);
  CHECK(agreement[1].only_second == 1);
}
