#include <algorithm>

#include "tests/support/sample_facility.h"

namespace genpyo::sample {
namespace {

// Per home-care doctor, near tables II-3-1 and II-4-1 of the report.
constexpr Quantiles house_calls_per_doctor = {0, 2, 8, 23, 70, 170, 480, 1166};
constexpr Quantiles home_visits_per_doctor = {0, 12, 48, 180, 640, 1600, 3600, 8691};

constexpr int most_possible_per_doctor = 4000;

void answer_house_calls(const Profile& profile, Draw& draw, Sheet& sheet) {
  const int doctors = std::max(1, sheet.value("staff_doctors_home_care"));
  const int rank = draw.rank_near(profile.rank, 2000);
  sheet.figure("house_calls", figure_at(house_calls_per_doctor, rank) * doctors);
  // A clinic that has notified a standard rarely keeps fixed hours.
  const int fixed_hours = profile.standard == 4 ? 60 : 20;
  sheet.circle("house_call_availability",
               draw.pick({{1, 38}, {2, 40}, {3, fixed_hours}, {4, 5}, {0, 4}}));
  if (sheet.value("house_call_availability") != 3) return;
  sheet.circle("house_call_hours", draw.pick({{1, 14}, {2, 5}, {3, 7}, {4, 2}, {5, 1}, {0, 1}}));
  sheet.circle("house_call_emergency", draw.pick({{1, 15}, {2, 6}, {3, 4}, {4, 4}}));
}

// The busiest make more visits than they call possible: a finding of the report, no mistake.
int possible_visits(int visits_per_doctor, Draw& draw) {
  const int per_cent = visits_per_doctor >= 2000 ? draw.between(35, 90) : draw.between(95, 170);
  const int possible = visits_per_doctor * per_cent / 100 + draw.below(24);
  return std::min(most_possible_per_doctor, possible / 12 * 12 + 12);  // so many a month
}

void answer_home_visits(const Profile& profile, Draw& draw, Sheet& sheet) {
  const int doctors = std::max(1, sheet.value("staff_doctors_home_care"));
  const int visits = figure_at(home_visits_per_doctor, draw.rank_near(profile.rank, 1500));
  sheet.figure("home_visits", visits * doctors);
  sheet.figure("home_visits_capacity", possible_visits(visits, draw) * doctors);
  const int fixed_hours = profile.standard == 4 ? 80 : 34;
  sheet.circle("home_visit_availability",
               draw.pick({{1, 27}, {2, 33}, {3, fixed_hours}, {4, 5}, {0, 4}}));
  if (sheet.value("home_visit_availability") != 3) return;
  sheet.circle("home_visit_hours", draw.pick({{1, 20}, {2, 12}, {3, 8}, {4, 2}, {5, 1}, {0, 1}}));
  sheet.circle("home_visit_emergency", draw.pick({{1, 22}, {2, 10}, {3, 6}, {4, 4}, {0, 1}}));
}

}  // namespace

void answer_visits(const Profile& profile, Draw& draw, Sheet& sheet) {
  if (profile.makes_house_calls) answer_house_calls(profile, draw, sheet);
  sheet.circle("house_call_intention", draw.pick({{1, 22}, {2, 55}, {3, 20}, {4, 6}, {0, 6}}));
  if (profile.makes_home_visits) answer_home_visits(profile, draw, sheet);
  sheet.circle("home_visit_intention", draw.pick({{1, 36}, {2, 50}, {3, 12}, {4, 5}, {0, 6}}));
  sheet.circle("home_death_intention", draw.pick({{1, 34}, {2, 56}, {3, 8}, {4, 5}, {0, 7}}));
}

}  // namespace genpyo::sample
