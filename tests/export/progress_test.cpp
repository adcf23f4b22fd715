// The progress of a survey, counted against the frame, and its page.
#include "export/progress/progress_page.h"

#include <catch2/catch.hpp>

#include "small_form.h"

using namespace genpyo;
using exports::ProgressCount;
using forms::CaseState;

namespace {

forms::Form form_of_one() {
  forms::Form form;
  form.items.push_back(exports::item("days", forms::ItemType::integer, exports::label("日数", "Days")));
  form.extractions.emplace_back();
  return form;
}

forms::Frame frame_of_two() {
  return *forms::parse_frame("number,organization,clinics,hospitals\n1,North,2,1\n2,South,,\n");
}

exports::ProgressWords words() {
  return {"Title", "As of", "Organization", "Sent", "Back", "Rate", "Keyed", "Closed", "All", "Elsewhere", "In", {"Complete"}};
}

bool has_text(const paper::Drawing& page, const std::string& text) {
  for (const paper::Text& each : page.texts) {
    if (each.utf8 == text) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("sheets are counted by organization, in all, and against what was sent") {
  const forms::Form form = form_of_one();
  ProgressCount count(form, frame_of_two());
  auto done = exports::evaluation_of(form, std::int64_t{3});
  auto blank = done;
  blank.not_keyed = {0};
  blank.extractions[0].status = validators::ExtractionState::Status::incomplete;
  count.add("01-001", CaseState::closed, done);
  count.add("01-002", CaseState::open, blank);
  count.add_uncounted("01-003", CaseState::closed);
  count.add("07-001", CaseState::open, done);
  count.add("a letter", CaseState::open, blank);

  const exports::Progress progress = count.progress();
  REQUIRE(progress.rows.size() == 3);
  CHECK(progress.rows[0].sent == 3);
  CHECK(progress.rows[0].back == 3);
  CHECK(progress.rows[0].keyed == 1);
  CHECK(progress.rows[0].closed == 2);
  CHECK(progress.rows[0].in == std::vector<std::int64_t>{1});
  CHECK(progress.rows[1].back == 0);
  CHECK(progress.rows[2].number == 0);  // of no organization in the frame: not lost
  CHECK(progress.rows[2].back == 2);
  CHECK(progress.all.back == 5);
  CHECK(progress.all.in == std::vector<std::int64_t>{2});
}

TEST_CASE("rates are exact, rounded half up, and of nothing there is none") {
  CHECK(exports::percent_of(1, 8) == "12.5");
  CHECK(exports::percent_of(1, 16) == "6.3");  // 6.25
  CHECK(exports::percent_of(3, 2) == "150.0");
  CHECK(exports::percent_of(0, 0).empty());
  CHECK(exports::share_of(3, 2) == 1);
  CHECK(exports::share_of(1, 0) == 0);
}

TEST_CASE("the page has a line for every organization, and goes on to a second one") {
  const auto fonts = paper::FontSet::open();
  REQUIRE(fonts);
  std::string csv = "number,organization,clinics,hospitals\n";
  for (int i = 1; i <= 31; ++i) csv += std::to_string(i) + ",Organization " + std::to_string(i) + ",4,0\n";
  const forms::Form form = form_of_one();
  ProgressCount count(form, *forms::parse_frame(csv));
  count.add("31-001", CaseState::closed, exports::evaluation_of(form, std::int64_t{3}));
  const auto pages = exports::draw_progress(count.progress(), words(), *fonts);
  REQUIRE(pages.size() == 2);
  CHECK(has_text(pages[0], "Organization 30"));
  CHECK(has_text(pages[1], "Organization 31"));
  CHECK(has_text(pages[1], "25.0"));
  CHECK(has_text(pages[1], "0.8"));  // 1 of 124
  for (const paper::Drawing& page : pages) {
    for (const paper::Text& text : page.texts) {
      CHECK(text.origin.x + fonts->width_mm(text.utf8, text.size) <= paper::page_width - 15);
      CHECK(text.origin.y < paper::page_height - 5);
    }
  }
}
