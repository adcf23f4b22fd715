// Plausible answers of one facility: complete where the form asks, and in accord with its hard
// rules. The distributions lie near those that the report prints.
#pragma once
#include "tests/support/draw.h"
#include "tests/support/sheet.h"

namespace genpyo::sample {

// What is settled before the facility answers anything. 0 = it does not answer that question.
struct Profile {
  int founder = 1;
  int clinic_type = 0;
  int standard = 0;
  int doctors = 1;
  int rank = 0;  // how busy it is among all
  bool makes_house_calls = true;
  bool makes_home_visits = true;
};

// 問1 to 問9 (sample_facility.cpp), 問10 to 問16 (sample_visits.cpp), 問17 to 問25
// (sample_cooperation.cpp).
void answer_facility(const Profile& profile, Draw& draw, Sheet& sheet);
void answer_visits(const Profile& profile, Draw& draw, Sheet& sheet);
void answer_cooperation(Draw& draw, Sheet& sheet);

// `per_cent[code - 1]` is how often a choice is marked.
void mark_some(const std::string& item, std::initializer_list<int> per_cent, Draw& draw,
               Sheet& sheet);

// All items of the blocks 問5 and 問8, in the order of the paper.
inline constexpr std::array staff_rows = {"staff_doctors",
                                          "staff_doctors_home_care",
                                          "staff_doctors_home_care_65",
                                          "staff_dentists",
                                          "staff_nurses",
                                          "staff_pharmacists",
                                          "staff_rehab",
                                          "staff_dietitians",
                                          "staff_social_workers"};
inline constexpr std::array patients_rows = {
    "patients_total",     "patients_children", "patients_own_outpatients", "patients_seen_at_home",
    "deaths_total",       "deaths_outside",    "deaths_at_home",           "deaths_outside_cancer",
    "deaths_in_facility", "deaths_in_partner", "deaths_in_facility_cancer"};

}  // namespace genpyo::sample
