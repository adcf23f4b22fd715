// The paper's two faces, each read back from what it really puts out: the PDF from its operators,
// the screen from the vertices of a frame. Neither is compared with the layout that both draw.
#include <catch2/catch.hpp>
#include <algorithm>
#include <cmath>
#include <limits>

#include "forms/read_value.h"
#include "headless.h"
#include "shapes.h"
#include "tests/app/program.h"

namespace {

using namespace genpyo;
using paper::Box;
using paper::Rect;
using test::Patch;
using test::Shape;

constexpr double nearly = 0.1;        // mm
constexpr double pixels_per_mm = 16;  // the screen's rules are whole pixels: finer than `nearly`

// A sheet on which every choice is circled and every line is written on.
std::vector<store::Change> everything_marked(const forms::Form& form) {
  std::vector<store::Change> changes;
  for (const forms::Item& item : form.items) {
    if (!item.asked()) continue;
    store::Change change;
    change.subject = item.name;
    forms::Codes all;
    if (const auto* choices = form.choices_of(item)) {
      for (const forms::Choice& choice : choices->choices) all.push_back(choice.code);
    }
    if (item.type == forms::ItemType::select_multiple) {
      change.mark.content = all;
    } else if (item.type == forms::ItemType::select_one) {
      change.mark = forms::mark_missing(forms::Missing::several_marks);
      change.mark.several = all;
    } else {
      change.mark = std::get<forms::Mark>(forms::read_value(item, nullptr, "12"));
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

void store_sheet(const std::string& database) {
  const auto survey = test::real_survey();
  auto store = store::Store::open(database, test::still_clock, "tester");
  REQUIRE(store);
  const auto hash = store->archive(survey->form);
  REQUIRE(hash);
  REQUIRE(store->import(survey->form, *hash, {{"11-001", everything_marked(survey->form)}}));
}

std::vector<std::vector<Shape>> printed(const std::string& database, const test::Folder& folder) {
  const std::string pdf = folder.file("a.pdf"), qdf = folder.file("a.qdf");
  REQUIRE(test::run_genpyo({"print", "--case", "11-001", "--db", database, "-o", pdf}).status == 0);
  REQUIRE(test::run("qpdf", {"--qdf", "--stream-data=uncompress", pdf, qdf}).status == 0);
  return test::shapes_of_pdf(test::content_of(qdf));
}

// A frame with every page whole in it.
std::vector<Patch> drawn(const session::Session& session, std::size_t pages) {
  const double sheet_share = 0.6;  // of the window at least, the rest is the panel
  test::Headless window({static_cast<float>(230 * pixels_per_mm / sheet_share),
                         static_cast<float>(380 * pixels_per_mm * static_cast<double>(pages))});
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;  // so that a line's corners lie on its edges
  window.draw(session);
  return test::patches_of(*ImGui::GetDrawData());
}

// The white sheets: rectangles of A4's shape, from the top.
std::vector<Patch> sheets_of(const std::vector<Patch>& patches) {
  std::vector<Patch> sheets;
  for (const Patch& patch : patches) {
    const double width = patch.to.x - patch.from.x, height = patch.to.y - patch.from.y;
    const bool is_large = width > 100 * pixels_per_mm;
    const bool is_a4 = std::abs(height / width - 297.0 / 210) < 1e-4;
    if (patch.corners == 4 && is_large && is_a4) sheets.push_back(patch);
  }
  std::sort(sheets.begin(), sheets.end(),
            [](const Patch& a, const Patch& b) { return a.from.y < b.from.y; });
  return sheets;
}

// Patches in millimetres of one sheet.
class Page {
 public:
  Page(const std::vector<Patch>& patches, const Patch& sheet)
      : scale_((sheet.to.x - sheet.from.x) / paper::page_width) {
    for (const Patch& patch : patches) {
      const Rect place{(patch.from.x - sheet.from.x) / scale_, (patch.from.y - sheet.from.y) / scale_,
                       (patch.to.x - patch.from.x) / scale_, (patch.to.y - patch.from.y) / scale_};
      const bool is_on_it = place.y > -1 && place.bottom() < paper::page_height + 1;
      if (is_on_it) places_.push_back(place);
    }
  }

  double scale() const { return scale_; }

  // How far the nearest patch is from the shape, at its worst side; each patch serves once.
  double take_nearest(const Shape& shape) {
    if (shape.kind == Shape::Kind::dashed) return gap_of_dashes(shape.around);
    double best = std::numeric_limits<double>::infinity();
    std::size_t found = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const double distance = apart(shape, places_[i]);
      if (distance < best) best = distance, found = i;
    }
    if (best <= nearly) places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(found));
    return best;
  }

 private:
  // A line or curve on the screen has a thickness, the same on both of its sides.
  static double apart(const Shape& shape, const Rect& place) {
    const Rect& wanted = shape.around;
    if (shape.kind == Shape::Kind::fill) return worst(wanted, place, 0, 0);
    if (shape.kind == Shape::Kind::line) {
      const bool upright = wanted.width < wanted.height;
      const double half = (upright ? place.width - wanted.width : place.height - wanted.height) / 2;
      if (std::abs(half) > 1) return std::numeric_limits<double>::infinity();
      return worst(wanted, place, upright ? half : 0, upright ? 0 : half);
    }
    const double half = (place.width - wanted.width + place.height - wanted.height) / 4;
    if (half < 0 || half > 0.45) return std::numeric_limits<double>::infinity();
    return worst(wanted, place, half, half);
  }

  static double worst(const Rect& a, const Rect& b, double grow_x, double grow_y) {
    return std::max({std::abs(a.x - grow_x - b.x), std::abs(a.right() + grow_x - b.right()),
                     std::abs(a.y - grow_y - b.y), std::abs(a.bottom() + grow_y - b.bottom())});
  }

  // Of a dashed rule, how far its dashes stay behind its ends or lie beside it.
  double gap_of_dashes(const Rect& rule) const {
    double from = rule.right(), to = rule.x, beside = std::numeric_limits<double>::infinity();
    for (const Rect& place : places_) {
      const double off = std::abs(place.middle().y - rule.y);
      if (off > nearly || place.x < rule.x - nearly || place.right() > rule.right() + nearly) continue;
      from = std::min(from, place.x), to = std::max(to, place.right());
      beside = std::isinf(beside) ? off : std::max(beside, off);
    }
    constexpr double pause = 2.5;  // pixels: a rule may end in one
    return std::max({beside, from - rule.x, rule.right() - to - pause / scale_});
  }

  double scale_;
  std::vector<Rect> places_;
};

bool is_ruled(const std::vector<Shape>& shapes, paper::Point from, paper::Point to) {
  return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
    const Rect& r = shape.around;
    return shape.kind == Shape::Kind::line && r.x <= from.x + nearly && r.right() >= to.x - nearly &&
           r.y <= from.y + nearly && r.bottom() >= to.y - nearly && std::min(r.width, r.height) < nearly;
  });
}

// Whether the place to write or to circle is among what was printed.
bool is_printed(const std::vector<Shape>& shapes, const Box& box) {
  const Rect& r = box.rect;
  if (box.kind != Box::Kind::choice) {
    const bool foot = is_ruled(shapes, {r.x, r.bottom()}, {r.right(), r.bottom()});
    const bool sides = is_ruled(shapes, {r.x, r.y}, {r.x, r.bottom()}) &&
                       is_ruled(shapes, {r.right(), r.y}, {r.right(), r.bottom()});
    return foot && (sides || box.kind == Box::Kind::text);
  }
  return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
    const paper::Point a = shape.around.middle(), b = r.middle();
    return shape.kind == Shape::Kind::curve && std::hypot(a.x - b.x, a.y - b.y) < 0.5;
  });
}

}  // namespace

TEST_CASE("every rule, box and circle of the PDF is on the screen within 0.1 mm") {
  const test::Folder folder;
  store_sheet(folder.file("a.db"));
  const auto pdf = printed(folder.file("a.db"), folder);
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  test::key(*session, "11-001\n");
  const session::State& state = session->state();
  REQUIRE(state.screen == session::Screen::entry);
  REQUIRE(pdf.size() == state.layout->pages.size());

  const auto patches = drawn(*session, pdf.size());
  const auto sheets = sheets_of(patches);
  REQUIRE(sheets.size() == pdf.size());
  std::size_t boxes = 0, shapes = 0;
  for (std::size_t number = 0; number < pdf.size(); ++number) {
    Page page(patches, sheets[number]);
    REQUIRE(page.scale() >= 1 / nearly);
    for (const Shape& shape : pdf[number]) {
      const double distance = page.take_nearest(shape);
      CAPTURE(number + 1, static_cast<int>(shape.kind), shape.around.x, shape.around.y,
              shape.around.width, shape.around.height);
      CHECK(distance <= nearly);
      ++shapes;
    }
    // Else what was compared would not be the boxes.
    for (const Box& box : state.layout->pages[number].boxes) {
      CAPTURE(number + 1, state.survey->form.items[box.item].name, box.code);
      CHECK(is_printed(pdf[number], box));
      ++boxes;
    }
  }
  CHECK(boxes > 250);
  CHECK(shapes > boxes);
}
