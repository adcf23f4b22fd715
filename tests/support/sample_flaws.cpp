#include "tests/support/sample_flaws.h"

#include <cassert>
#include <span>

#include "tests/support/sample_facility.h"

namespace genpyo::sample {
namespace {

using Sheets = std::span<Sheet>;

// Leaves `count` of the rows empty, drawn with repetition: at least one, at most `count`.
void empty_some(std::span<const char* const> rows, int count, Draw& draw, Sheet& sheet) {
  for (int left = count; left > 0; --left) {
    sheet.empty(rows[static_cast<std::size_t>(draw.below(static_cast<int>(rows.size())))]);
  }
}

void leave_staff_incomplete(Sheets clinics, Draw& draw) {
  clinics[0].empty("staff_doctors_home_care");
  clinics[1].empty("staff_doctors_home_care");
  clinics[1].empty("staff_doctors_home_care_65");
  clinics[2].figure("staff_doctors_home_care", 0);  // complete, but nothing per doctor
  clinics[2].figure("staff_doctors_home_care_65", 0);
  const auto rows_below_doctors = std::span(staff_rows).subspan(3);
  for (Sheet& sheet : clinics.subspan(3, 16)) empty_some(rows_below_doctors, 4, draw, sheet);
  clinics[5].write("staff_nurses", "*");
  clinics[9].write("staff_pharmacists", "-");
}

void leave_patients_incomplete(Sheets clinics, Draw& draw) {
  for (Sheet& sheet : clinics.subspan(3, 4)) {
    for (const char* row : patients_rows) sheet.empty(row);
  }
  clinics[7].write("patients_own_outpatients", "-");
  clinics[8].write("patients_own_outpatients", "-");
  clinics[9].write("deaths_outside_cancer", "-");
  clinics[10].write("deaths_total", "*");
  clinics[11].write("patients_total", "*");
  clinics[12].write("patients_seen_at_home", "*");
  const auto rows_below_total = std::span(patients_rows).subspan(1);
  for (Sheet& sheet : clinics.subspan(13, 25)) empty_some(rows_below_total, 5, draw, sheet);
}

void leave_visits_incomplete(Sheets clinics) {
  for (Sheet& sheet : clinics.subspan(20, 9)) sheet.empty("house_calls");
  for (Sheet& sheet : clinics.subspan(24, 8)) sheet.empty("home_visits_capacity");
  clinics[25].write("home_visits_capacity", "-");
  clinics[30].write("home_visits_capacity", "-");
  for (Sheet& sheet : clinics.subspan(32, 5)) {
    sheet.empty("home_visits");
    sheet.empty("home_visits_capacity");
  }
  clinics[40].empty("outpatient_days");
}

void write_deaths(std::array<int, 7> figures, Sheet& sheet) {
  for (std::size_t row = 0; row < figures.size(); ++row) {
    sheet.figure(patients_rows[row + 4], figures[row]);
  }
}

// Each breaks one hard rule; the last two have two circles in one question.
void break_hard_rules(Sheets clinics) {
  clinics[0].figure("staff_doctors_home_care", clinics[0].value("staff_doctors") + 1);
  clinics[1].figure("outpatient_days", 35);
  clinics[2].figure("patients_children", clinics[2].value("patients_total") + 3);
  clinics[3].figure("patients_total", 44);
  clinics[3].figure("patients_children", 0);
  clinics[3].figure("patients_own_outpatients", 12);
  clinics[3].figure("patients_seen_at_home", 40);
  write_deaths({10, 6, 5, 3, 3, 2, 1}, clinics[3]);
  clinics[4].figure("deaths_at_home", clinics[4].value("deaths_outside") + 2);
  clinics[5].write("consultation", "1 2 10");
  clinics[5].empty("consultation_other");
  clinics[6].write("house_call_intention", "+1 2");
  clinics[7].write("procedure_oxygen", "+1 2");
}

// Figures and circles that may be true, but that somebody should look at again.
void break_soft_rules(Sheets clinics) {
  clinics[0].figure("home_visits", 240);
  clinics[0].figure("home_visits_capacity", 0);
  clinics[1].figure("patients_total", 52);
  clinics[1].figure("patients_children", 0);
  clinics[1].figure("patients_own_outpatients", 20);
  clinics[1].figure("patients_seen_at_home", 31);
  write_deaths({6, 4, 3, 2, 2, 1, 1}, clinics[1]);
  clinics[1].circle("service_home_death_care", 2);
  clinics[2].figure("patients_children", 1);
  clinics[2].circle("procedure_children", 3);
  clinics[3].write("partners", "1 4 6");
  clinics[3].write("nursing_cooperation", "1 2");
  clinics[4].write("partners", "1 5 6");
  clinics[4].empty("nursing_cooperation");
  clinics[4].empty("nursing_cooperation_other");
  clinics[5].write("sharing_methods", "1 2 9");
  clinics[5].empty("sharing_methods_other");
  clinics[6].figure("outpatient_visits", clinics[6].value("outpatient_days") * 200);
  clinics[7].figure("house_calls", clinics[7].value("staff_doctors_home_care") * 1500);
  clinics[8].figure("home_visits_capacity", clinics[8].value("staff_doctors_home_care") * 4800);
}

void mark_off_path(Sheets clinics) {
  for (Sheet& sheet : clinics.first(3)) {
    sheet.circle("house_call_availability", 1);
    sheet.circle("house_call_hours", 1);
    sheet.empty("house_call_emergency");
  }
  clinics[2].circle("house_call_emergency", 1);
  clinics[3].circle("home_visit_availability", 2);
  clinics[3].empty("home_visit_hours");
  clinics[3].circle("home_visit_emergency", 2);
  clinics[4].write("pharmacy_cooperation", "1 2");
  clinics[4].write("pharmacy_cooperation_other", "配達(見本)");
}

}  // namespace

void add_flaws(std::vector<Sheet>& clinics, Draw& draw) {
  assert(clinics.size() == 123);
  const Sheets all(clinics);
  leave_staff_incomplete(all, draw);
  leave_patients_incomplete(all, draw);
  leave_visits_incomplete(all);
  all[first_without_house_calls].figure("house_calls", 0);  // not asked, but written
  all[first_without_house_calls + 2].figure("house_calls", 0);
  break_hard_rules(all.subspan(70, 8));
  break_soft_rules(all.subspan(80, 9));
  mark_off_path(all.subspan(90, 5));
  all[96].write("meetings", "*");
  all[97].write("continuation_issues", "*");
  all[97].empty("continuation_issues_other");
  all[98].write("home_death_intention", "-");
  all[99].write("service_emergency_transport", "-");
}

}  // namespace genpyo::sample
