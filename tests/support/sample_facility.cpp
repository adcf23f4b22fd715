#include "tests/support/sample_facility.h"

#include <algorithm>

namespace genpyo::sample {
namespace {

// Per home-care doctor, near table II-2-8 of the report.
constexpr Quantiles patients_per_doctor = {1, 5, 14, 32, 76, 170, 420, 1132};
constexpr Quantiles deaths_per_doctor = {0, 1, 3, 7, 18, 36, 46, 53};
constexpr Quantiles nurses = {0, 1, 2, 3, 5, 7, 12, 26};
constexpr Quantiles outpatients_a_day = {4, 16, 28, 42, 58, 76, 100, 120};

int share(int whole, int lowest_per_cent, int highest_per_cent, Draw& draw) {
  return whole * draw.between(lowest_per_cent, highest_per_cent) / 100;
}

int home_care_doctors(int doctors, Draw& draw) {
  if (doctors > 12) return draw.between(2, 6);  // a hospital
  if (doctors == 12) return 10;
  if (doctors >= 4) return draw.between(2, doctors);
  return doctors == 1 || draw.chance(55) ? 1 : doctors;
}

void answer_staff(const Profile& profile, Draw& draw, Sheet& sheet) {
  const int home_care = home_care_doctors(profile.doctors, draw);
  sheet.figure("staff_doctors", profile.doctors);
  sheet.figure("staff_doctors_home_care", home_care);
  sheet.figure("staff_doctors_home_care_65", draw.chance(34) ? 1 : 0);
  sheet.figure("staff_dentists", 0);
  sheet.figure("staff_nurses", figure_at(nurses, draw.rank_near(profile.rank, 4000)));
  sheet.figure("staff_pharmacists", draw.chance(8) ? 1 : 0);
  sheet.figure("staff_rehab", draw.pick({{0, 116}, {1, 4}, {2, 3}, {15, 1}}));
  sheet.figure("staff_dietitians", draw.pick({{0, 112}, {1, 10}, {2, 2}}));
  sheet.figure("staff_social_workers", draw.pick({{0, 116}, {1, 6}, {2, 2}}));
}

void answer_outpatients(Draw& draw, Sheet& sheet) {
  const int days = draw.chance(8) ? draw.between(1, 8) : draw.between(17, 24);
  sheet.figure("outpatient_days", days);
  sheet.figure("outpatient_visits", days * figure_at(outpatients_a_day, draw.below(ranks)));
}

void answer_services(const Profile& profile, Draw& draw, Sheet& sheet) {
  const auto provides = [&](const char* item, int per_cent) {
    sheet.circle(item, draw.chance(per_cent) ? 1 : 2);
  };
  sheet.circle("service_house_call", profile.makes_house_calls ? 1 : 2);
  sheet.circle("service_home_visit", profile.makes_home_visits ? 1 : 2);
  provides("service_dental_visit", 2);
  provides("service_emergency_transport", 22);
  provides("service_nursing_visit", 30);
  provides("service_psychiatric_nursing", 3);
  provides("service_rehab_visit", 12);
  provides("service_nursing_order", 94);
  provides("service_home_death_care", 90);
}

void answer_deaths(int deaths, Draw& draw, Sheet& sheet) {
  const int outside = share(deaths, 45, 90, draw);
  const bool at_home = sheet.value("service_home_death_care") == 1;
  sheet.figure("deaths_total", deaths);
  sheet.figure("deaths_outside", outside);
  sheet.figure("deaths_at_home", at_home ? share(outside, 40, 100, draw) : 0);
  sheet.figure("deaths_outside_cancer", share(outside, 15, 80, draw));
  sheet.figure("deaths_in_facility", deaths - outside);
  sheet.figure("deaths_in_partner", share(deaths - outside, 10, 100, draw));
  sheet.figure("deaths_in_facility_cancer", share(deaths - outside, 10, 80, draw));
}

void answer_patients(const Profile& profile, Draw& draw, Sheet& sheet) {
  const int doctors = std::max(1, sheet.value("staff_doctors_home_care"));
  const int total = figure_at(patients_per_doctor, profile.rank) * doctors;
  const int deaths = figure_at(deaths_per_doctor, draw.rank_near(profile.rank, 2500)) * doctors;
  const bool sees_children = sheet.value("procedure_children") == 1;
  sheet.figure("patients_total", total);
  sheet.figure("patients_children", sees_children ? std::min(total, draw.between(1, 8)) : 0);
  sheet.figure("patients_own_outpatients", share(total, 0, 60, draw));
  sheet.figure("patients_seen_at_home", std::max(1, share(total, 35, 100, draw)));
  answer_deaths(std::min(total, deaths), draw, sheet);
}

struct ProcedureWeights {
  const char* item;
  int in_use, possible, impossible;
};

void answer_procedures(Draw& draw, Sheet& sheet) {
  static constexpr ProcedureWeights procedures[] = {{"procedure_gastrostomy", 52, 36, 31},
                                                    {"procedure_nasogastric_tube", 28, 52, 39},
                                                    {"procedure_urinary_catheter", 76, 32, 11},
                                                    {"procedure_oxygen", 78, 30, 11},
                                                    {"procedure_tracheostomy", 34, 40, 45},
                                                    {"procedure_ventilator", 26, 36, 57},
                                                    {"procedure_peritoneal_dialysis", 6, 36, 77},
                                                    {"procedure_central_venous", 32, 46, 41},
                                                    {"procedure_infusion", 82, 30, 7},
                                                    {"procedure_opioids", 58, 40, 21},
                                                    {"procedure_stoma", 46, 50, 23},
                                                    {"procedure_pressure_ulcer", 74, 36, 9},
                                                    {"procedure_terminal_care", 66, 36, 17},
                                                    {"procedure_children", 16, 41, 62}};
  for (const ProcedureWeights& of : procedures) {
    sheet.circle(of.item,
                 draw.pick({{1, of.in_use}, {2, of.possible}, {3, of.impossible}, {0, 3}}));
  }
}

}  // namespace

void mark_some(const std::string& item, std::initializer_list<int> per_cent, Draw& draw,
               Sheet& sheet) {
  std::string codes;
  int code = 0;
  for (const int often : per_cent) {
    ++code;
    if (draw.chance(often)) codes += (codes.empty() ? "" : " ") + std::to_string(code);
  }
  if (!codes.empty()) sheet.write(item, codes);
}

void answer_facility(const Profile& profile, Draw& draw, Sheet& sheet) {
  sheet.circle("founder", profile.founder);
  sheet.circle("clinic_type", profile.clinic_type);
  sheet.circle("standard", profile.standard);
  mark_some("departments",
            {95, 10, 14, 16, 3, 6, 7, 1, 10, 8, 6, 1,  26, 4, 6, 22, 1, 1, 1, 0, 2, 5,
             5,  3,  15, 2,  0, 2, 2, 1, 2,  0, 2, 22, 10, 3, 0, 0,  0, 2, 0, 1, 1},
            draw, sheet);
  answer_staff(profile, draw, sheet);
  answer_outpatients(draw, sheet);
  answer_services(profile, draw, sheet);
  answer_procedures(draw, sheet);
  answer_patients(profile, draw, sheet);
}

}  // namespace genpyo::sample
