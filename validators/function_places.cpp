// Points on the globe as ODK writes them: latitude, longitude, then altitude and accuracy, with
// blanks between; points of a line with semicolons between.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "validators/calculation.h"
#include "validators/coercion.h"
#include "validators/function.h"
#include "validators/trace.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double earth_radius = 6'378'100;  // metres, as ODK's engines have it

double radians(double degrees) { return degrees * std::numbers::pi / 180; }
double to_centimetres(double metres) { return std::fabs(std::floor(metres * 100 + 0.5)) / 100; }

std::optional<Point> read_point(std::string_view text) {
  std::array<double, 4> parts{};
  std::size_t count = 0;
  any_word(text, [&](std::string_view word) {
    if (count < parts.size()) parts[count] = to_number(word);
    return ++count > parts.size();
  });
  if (count < 2 || count > parts.size()) return std::nullopt;
  const bool possible = std::fabs(parts[0]) <= 90 && std::fabs(parts[1]) <= 180;
  return possible ? std::optional(Point{parts[0], parts[1]}) : std::nullopt;
}

// Of one text, of a set of points, or of several texts with a point each.
std::optional<Trace> trace_of(const Calculation& calculation, const Node& call) {
  std::string all, buffer;
  for (const Node& operand : call.operands)
    calculation.each(operand, [&](const auto& one) {
      if (!all.empty()) all += ';';
      all += calculation.text(one, buffer);
    });
  return read_trace(all);
}

double distance_between(const Point& from, const Point& to) {
  const double between = radians(from.longitude - to.longitude);
  const double south = radians(from.latitude), north = radians(to.latitude);
  const double cosine =
      std::sin(south) * std::sin(north) + std::cos(south) * std::cos(north) * std::cos(between);
  return std::acos(std::clamp(cosine, -1.0, 1.0)) * earth_radius;
}

double distance(const Calculation& calculation, const Node& call) {
  const auto trace = trace_of(calculation, call);
  if (!trace) return not_a_number;
  double metres = 0;
  for (std::size_t next = 1; next < trace->size(); ++next)
    metres += distance_between((*trace)[next - 1], (*trace)[next]);
  return to_centimetres(metres);
}

double area(const Calculation& calculation, const Node& call) {
  const auto trace = trace_of(calculation, call);
  if (!trace || trace->size() < 3) return 0;
  double sum = 0;
  for (std::size_t index = 0; index < trace->size(); ++index) {
    const Point& from = (*trace)[index];
    const Point& to = (*trace)[(index + 1) % trace->size()];
    sum += radians(to.longitude - from.longitude) *
           (2 + std::sin(radians(from.latitude)) + std::sin(radians(to.latitude)));
  }
  return to_centimetres(sum * earth_radius * earth_radius / 2);
}

// Whether a ray from the point crosses the shape's sides an odd number of times.
bool geofence(const Calculation& calculation, const Node& call) {
  std::string buffer;
  const auto point = read_point(calculation.text(call.operands[0], buffer));
  const auto shape = read_trace(calculation.text(call.operands[1], buffer));
  if (!point || !shape || shape->size() < 2) return false;
  const Point& start = shape->front();
  const Point& end = shape->back();
  if (start.latitude != end.latitude || start.longitude != end.longitude) return false;
  bool inside = false;
  for (std::size_t next = 1; next < shape->size(); ++next) {
    const Point& from = (*shape)[next - 1];
    const Point& to = (*shape)[next];
    if ((to.latitude > point->latitude) == (from.latitude > point->latitude)) continue;
    const double crossing = (from.longitude - to.longitude) * (point->latitude - to.latitude) /
                                (from.latitude - to.latitude) +
                            to.longitude;
    if (point->longitude < crossing) inside = !inside;
  }
  return inside;
}

}  // namespace

std::optional<Trace> read_trace(std::string_view text) {
  while (!text.empty() && (text.back() == ';' || text.back() == ' ')) text.remove_suffix(1);
  Trace trace;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const auto point = read_point(text.substr(0, end));
    if (!point) return std::nullopt;
    trace.push_back(*point);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (trace.empty()) return std::nullopt;
  return trace;
}

std::span<const FunctionEntry> place_functions() {
  static constexpr std::array table = {
      FunctionEntry{Function::area, "area", 1, 1, Type::number, Takes::anything, "area(${shape})",
                    "Square metres inside the points of a text; paper has no map, so the points "
                    "come from the frame or from a text.",
                    "area('0 0;0 1;1 1;1 0;0 0')", "12391256135.81", {.number = area}},
      FunctionEntry{Function::distance, "distance", 1, any_number, Type::number, Takes::trace,
                    "distance(${line})", "Metres along the points of a text, or from text to text.",
                    "distance('0 0;0 1')", "111318.85", {.number = distance}},
      FunctionEntry{Function::geofence, "geofence", 2, 2, Type::boolean, Takes::anything,
                    "geofence(${point}, ${shape})", "Whether the point lies inside the shape.",
                    "geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true", {.truth = geofence}},
  };
  return table;
}

}  // namespace genpyo::validators
