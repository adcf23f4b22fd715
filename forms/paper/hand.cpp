#include "forms/paper/hand.h"

#include <cmath>
#include <numbers>

namespace genpyo::paper {
namespace {

// SplitMix64 (Steele, Lea and Flood, 2014).
class Variation {
 public:
  explicit Variation(std::uint64_t seed) : state_(seed) {}

  // Between -1 and 1.
  double next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) / static_cast<double>(1ull << 52) - 1;
  }

 private:
  std::uint64_t state_;
};

Point between(Point from, Point to, double share) {
  return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

// A smooth curve through the inner points (Catmull-Rom); the outer two only give directions.
std::vector<Point> curve_through(const std::vector<Point>& points) {
  std::vector<Point> curve = {points[1]};
  for (std::size_t i = 1; i + 2 < points.size(); ++i) {
    const Point leaving = between(points[i - 1], points[i + 1], 1.0 / 6);
    const Point arriving = between(points[i], points[i + 2], 1.0 / 6);
    curve.push_back(
        {points[i].x + leaving.x - points[i - 1].x, points[i].y + leaving.y - points[i - 1].y});
    curve.push_back(
        {points[i + 1].x - arriving.x + points[i].x, points[i + 1].y - arriving.y + points[i].y});
    curve.push_back(points[i + 1]);
  }
  return curve;
}

}  // namespace

Stroke circle_by_hand(const Rect& around, std::uint64_t seed, Tone tone) {
  Variation vary(seed);
  constexpr int segments = 10;
  const double start = -0.45 * std::numbers::pi + 0.25 * vary.next();
  const double sweep = -(2 * std::numbers::pi + 0.3 + 0.15 * vary.next());
  const double lean = std::numbers::pi * vary.next(), squeeze = 0.03 * vary.next();
  std::vector<Point> points;
  for (int i = -1; i <= segments + 1; ++i) {
    const double share = static_cast<double>(i) / segments;
    const double angle = start + sweep * share;
    const double radius = 1.04 - 0.05 * share + 0.035 * std::sin(angle + lean);
    points.push_back(
        {around.middle().x + around.width / 2 * (radius + squeeze) * std::cos(angle),
         around.middle().y + around.height / 2 * (radius - squeeze) * std::sin(angle)});
  }
  Stroke stroke;
  stroke.points = curve_through(points);
  stroke.tone = tone;
  return stroke;
}

}  // namespace genpyo::paper
