#include "app/ui/coverage.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace genpyo::ui {
namespace {

using paper::GlyphOutline;
using paper::Point;

constexpr int most_pixels = 512;
constexpr double bold_reach = 0.022;  // em on either side, what the PDF's outline adds

using Contour = std::vector<Point>;  // closed: the last point is joined to the first

Point between(const Point& a, const Point& b, const Point& c, const Point& d, double t) {
  const double u = 1 - t;
  const double wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
  return {wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y};
}

// Pixels, y downwards.
std::vector<Contour> flatten(const GlyphOutline& outline, double size, double shift) {
  const auto place = [&](const Point& p) { return Point{p.x * size + shift, -p.y * size}; };
  const int pieces = std::clamp(static_cast<int>(size / 4), 4, 16);
  std::vector<Contour> contours;
  for (const GlyphOutline::Step& step : outline.steps) {
    if (step.verb == GlyphOutline::Verb::move) contours.emplace_back();
    if (contours.empty() || step.verb == GlyphOutline::Verb::close) continue;
    Contour& contour = contours.back();
    if (step.verb == GlyphOutline::Verb::cubic && !contour.empty()) {
      const Point from = contour.back();
      for (int i = 1; i <= pieces; ++i) {
        contour.push_back(between(from, place(step.points[0]), place(step.points[1]),
                                  place(step.points[2]), static_cast<double>(i) / pieces));
      }
    } else {
      contour.push_back(place(step.points[0]));
    }
  }
  return contours;
}

// Differences along each row: their running sum is the signed share of each pixel.
class Sums {
 public:
  Sums(int width, int height) : width_(width), height_(height) {
    cells_.resize(static_cast<std::size_t>(width + 2) * static_cast<std::size_t>(height));
  }

  void add_edge(Point a, Point b) {
    if (a.y == b.y) return;
    const double sign = a.y < b.y ? 1 : -1;
    if (sign < 0) std::swap(a, b);
    const double slope = (b.x - a.x) / (b.y - a.y);
    const int last = std::min(height_ - 1, static_cast<int>(std::floor(b.y)));
    for (int row = std::max(0, static_cast<int>(std::floor(a.y))); row <= last; ++row) {
      const double top = std::max(a.y, static_cast<double>(row));
      const double bottom = std::min(b.y, row + 1.0);
      if (bottom <= top) continue;
      add_in_row(row, a.x + (top - a.y) * slope, a.x + (bottom - a.y) * slope,
                 sign * (bottom - top));
    }
  }

  std::vector<std::uint8_t> shares() const {
    std::vector<std::uint8_t> out;
    out.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    for (int row = 0; row < height_; ++row) {
      double sum = 0;
      for (int column = 0; column < width_; ++column) {
        sum += cells_[index(row, column)];
        out.push_back(static_cast<std::uint8_t>(std::lround(std::min(1.0, std::abs(sum)) * 255)));
      }
    }
    return out;
  }

 private:
  std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_ + 2) +
           static_cast<std::size_t>(column);
  }

  // A part of an edge within one row, from x0 to x1, `height` of the row high (signed): what lies
  // to its right is inside.
  void add_in_row(int row, double x0, double x1, double height) {
    if (x0 > x1) std::swap(x0, x1);
    x0 = std::clamp(x0, 0.0, static_cast<double>(width_));
    x1 = std::clamp(x1, 0.0, static_cast<double>(width_));
    const double span = x1 - x0;
    const int last = static_cast<int>(std::floor(x1));
    for (int column = static_cast<int>(std::floor(x0)); column <= last; ++column) {
      const double from = std::max(x0, static_cast<double>(column));
      const double to = std::min(x1, column + 1.0);
      const double part = span > 0 ? height * (to - from) / span : height;
      const double middle = (from + to) / 2 - column;
      cells_[index(row, column)] += part * (1 - middle);
      cells_[index(row, column + 1)] += part * middle;
      if (span <= 0) break;
    }
  }

  int width_, height_;
  std::vector<double> cells_;
};

// Whole pixels around all contours, one more on every side.
Coverage frame_of(const std::vector<Contour>& contours, double reach) {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  for (const Contour& contour : contours) {
    for (const Point& p : contour) {
      left = std::min(left, p.x - reach), right = std::max(right, p.x + reach);
      top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
  }
  Coverage frame;
  if (right <= left || bottom <= top || right - left > most_pixels || bottom - top > most_pixels) {
    return frame;
  }
  frame.left = static_cast<int>(std::floor(left)) - 1;
  frame.top = static_cast<int>(std::floor(top)) - 1;
  frame.width = static_cast<int>(std::ceil(right)) + 1 - frame.left;
  frame.height = static_cast<int>(std::ceil(bottom)) + 1 - frame.top;
  return frame;
}

std::vector<std::uint8_t> fill(const std::vector<Contour>& contours, const Coverage& frame,
                               double shift) {
  Sums sums(frame.width, frame.height);
  for (const Contour& contour : contours) {
    for (std::size_t i = 0; i < contour.size(); ++i) {
      const Point& a = contour[i];
      const Point& b = contour[(i + 1) % contour.size()];
      sums.add_edge({a.x - frame.left + shift, a.y - frame.top},
                    {b.x - frame.left + shift, b.y - frame.top});
    }
  }
  return sums.shares();
}

}  // namespace

Coverage cover(const paper::GlyphOutline& outline, double size, double shift, bool bold) {
  const std::vector<Contour> contours = flatten(outline, size, shift);
  const double reach = bold ? bold_reach * size : 0;
  Coverage coverage = frame_of(contours, reach);
  if (coverage.width == 0) return coverage;
  coverage.shares = fill(contours, coverage, -reach);
  if (!bold) return coverage;
  for (const double to : {0.0, reach}) {
    const auto more = fill(contours, coverage, to);
    for (std::size_t i = 0; i < more.size(); ++i) {
      coverage.shares[i] = std::max(coverage.shares[i], more[i]);
    }
  }
  return coverage;
}

}  // namespace genpyo::ui
