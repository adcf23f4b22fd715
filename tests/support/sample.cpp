#include "tests/support/sample.h"

#include <algorithm>
#include <cassert>

#include "forms/csv.h"
#include "tests/support/model_case.h"
#include "tests/support/sample_facility.h"
#include "tests/support/sample_flaws.h"

namespace genpyo::sample {
namespace {

constexpr std::uint64_t seed = 2018;

struct Answered {
  int organization, clinics, hospitals;
};

// Section II (1) of the report: who answered. 8 was not surveyed.
constexpr Answered answered[] = {{1, 1, 0},  {2, 5, 0},   {3, 3, 0},  {4, 4, 0},  {5, 1, 0},
                                 {6, 8, 0},  {7, 10, 0},  {9, 19, 4}, {10, 7, 0}, {11, 37, 0},
                                 {12, 4, 0}, {13, 22, 0}, {14, 3, 1}};

std::string case_id(int organization, int serial) {
  return forms::CaseNumber{organization, serial}.text();
}

// As many case numbers of the organization's clinics as answered, from those that were sent out.
void draw_case_ids(const Answered& of, int sent, Draw& draw, std::vector<std::string>& ids) {
  std::vector<int> serials;
  const std::string model = model_case().case_id;
  int left = of.clinics;
  for (int serial = 1; serial <= sent; ++serial) {
    if (case_id(of.organization, serial) == model) {
      --left;
    } else {
      serials.push_back(serial);
    }
  }
  draw.shuffle(serials);
  for (int taken = 0; taken < left; ++taken) {
    ids.push_back(case_id(of.organization, serials[static_cast<std::size_t>(taken)]));
  }
}

std::vector<std::string> clinic_ids(const forms::Frame& frame, Draw& draw) {
  std::vector<std::string> ids;
  for (const Answered& of : answered) {
    const forms::FrameRow* row = frame.find(of.organization);
    assert(row != nullptr);
    draw_case_ids(of, row->clinics, draw, ids);
  }
  draw.shuffle(ids);
  return ids;
}

// The shares of 問1, 問2 and 問3 in the report, less the model case.
std::vector<Profile> clinic_profiles(Draw& draw) {
  const auto founder = draw.deck({{1, 78}, {2, 42}, {3, 1}, {4, 2}});
  const auto clinic_type = draw.deck({{1, 9}, {2, 110}, {0, 4}});
  const auto standard = draw.deck({{1, 61}, {2, 3}, {3, 35}, {4, 22}, {0, 2}});
  const auto doctors = draw.deck({{1, 85}, {2, 24}, {3, 8}, {4, 2}, {5, 2}, {7, 1}, {12, 1}});
  const auto rank = draw.even_ranks(123);
  std::vector<Profile> profiles;
  for (std::size_t place = 0; place < rank.size(); ++place) {
    const bool no_house_calls =
        place >= first_without_house_calls && place < after_without_house_calls;
    const bool no_home_visits =
        place >= first_without_home_visits && place < after_without_home_visits;
    profiles.push_back({founder[place], clinic_type[place], standard[place], doctors[place],
                        rank[place], !no_house_calls, !no_home_visits});
  }
  return profiles;
}

void write_cover(int facility_type, Draw& draw, Sheet& sheet) {
  static constexpr const char* given_names[] = {"太郎", "花子", "一郎", "髙子", "𠮷男"};
  sheet.circle("facility_type", facility_type);
  sheet.write("facility_name", (facility_type == 1 ? "見本診療所" : "見本病院") + sheet.case_id);
  sheet.write("respondent_name", std::string("見本 ") + given_names[draw.below(5)]);
  if (draw.chance(85)) sheet.write("contact", "mihon" + sheet.case_id + "@example.com");
}

void answer(const Profile& profile, Draw& draw, Sheet& sheet) {
  answer_facility(profile, draw, sheet);
  answer_visits(profile, draw, sheet);
  answer_cooperation(draw, sheet);
}

std::vector<Sheet> clinics(const forms::Frame& frame, Draw& draw) {
  const std::vector<std::string> ids = clinic_ids(frame, draw);
  const std::vector<Profile> profiles = clinic_profiles(draw);
  assert(ids.size() == profiles.size());
  std::vector<Sheet> sheets;
  for (std::size_t place = 0; place < ids.size(); ++place) {
    Sheet& sheet = sheets.emplace_back();
    sheet.case_id = ids[place];
    write_cover(1, draw, sheet);
    answer(profiles[place], draw, sheet);
  }
  add_flaws(sheets, draw);
  sheets.push_back(model_case());
  return sheets;
}

// The serials after the clinics' are the hospitals'.
void add_hospitals(const forms::Frame& frame, Draw& draw, std::vector<Sheet>& sheets) {
  for (const Answered& of : answered) {
    for (int hospital = 1; hospital <= of.hospitals; ++hospital) {
      Sheet& sheet = sheets.emplace_back();
      sheet.case_id = case_id(of.organization, frame.find(of.organization)->clinics + hospital);
      write_cover(2, draw, sheet);
      Profile profile;
      profile.founder = hospital == 1 ? 3 : 1;
      profile.doctors = draw.between(18, 60);
      profile.rank = draw.below(ranks);
      answer(profile, draw, sheet);
      sheet.figure("staff_nurses", profile.doctors * 6);
      sheet.figure("staff_pharmacists", draw.between(4, 12));
      sheet.figure("staff_rehab", draw.between(10, 40));
    }
  }
}

void write_frame_items(const forms::Frame& frame, std::vector<Sheet>& sheets) {
  for (Sheet& sheet : sheets) {
    const auto reading = forms::read_case_number(frame, sheet.case_id);
    const forms::FrameRow* row = frame.find(reading.number.organization);
    assert(row != nullptr);
    sheet.figure("organization", row->number);
    sheet.write("region", row->columns.at("region"));
  }
}

}  // namespace

std::vector<Sheet> sample_sheets(const forms::Frame& frame) {
  Draw draw(seed);
  std::vector<Sheet> sheets = clinics(frame, draw);
  add_hospitals(frame, draw, sheets);
  sheets.back().circle("clinic_type", 1);  // a hospital that answered 問2 all the same
  write_frame_items(frame, sheets);
  std::sort(sheets.begin(), sheets.end(),
            [](const Sheet& left, const Sheet& right) { return left.case_id < right.case_id; });
  return sheets;
}

std::string sample_csv(const forms::Form& form, const std::vector<Sheet>& sheets) {
  std::string csv = "case_id";
  for (const forms::Item& item : form.items) csv += "," + item.name;
  csv += "\n";
  for (const Sheet& sheet : sheets) {
    csv += sheet.case_id;
    std::size_t written = 0;
    for (const forms::Item& item : form.items) {
      csv += ",";
      const auto cell = sheet.cells.find(item.name);
      if (cell == sheet.cells.end()) continue;
      csv += forms::csv::quote(cell->second);
      ++written;
    }
    assert(written == sheet.cells.size());  // else the form lacks an item that the sheet answers
    csv += "\n";
  }
  return csv;
}

}  // namespace genpyo::sample
