#include "app/cli/progress_line.h"

#include <algorithm>
#include <cmath>

namespace genpyo::cli {
namespace {

constexpr std::size_t longest_bar = 30, shortest_bar = 5;
constexpr std::size_t longest_time = 16;  // ", 59:59 min left"; kept free, or the bar would breathe with it

std::string two_digits(long long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string time_left(const Standing& standing, std::size_t done) {
  if (done == 0 || standing.total == 0) return "";
  const double steps = static_cast<double>(standing.total - done) + static_cast<double>(standing.total) * static_cast<double>(standing.walks_after);
  const double left = standing.seconds / static_cast<double>(done) * steps;
  const auto seconds = static_cast<long long>(std::llround(std::clamp(left, 0.0, 359999.0)));
  if (seconds < 60) return ", " + std::to_string(seconds) + " s left";
  if (seconds < 3600) return ", " + std::to_string(seconds / 60) + ":" + two_digits(seconds % 60) + " min left";
  return ", " + std::to_string(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + " h left";
}

std::string bar(const Standing& standing, std::size_t done, std::size_t room) {
  const bool walks = standing.total > 0;
  const std::size_t all = standing.walks_before + (walks ? 1 : 0) + standing.walks_after;
  if (all == 0 || room < shortest_bar) return "";
  const std::size_t length = std::min(longest_bar, room), total = walks ? standing.total : 1;
  const std::size_t full = length * (total * standing.walks_before + (walks ? done : 0)) / (total * all);
  return " [" + std::string(full, '#') + std::string(length - full, '.') + "]";
}

}  // namespace

std::string progress_line(const Standing& standing, std::size_t columns) {
  const bool is_known = standing.total > 0;
  const std::size_t done = is_known ? std::min(standing.count, standing.total) : standing.count;  // cases may be added meanwhile
  const std::string total = is_known ? std::to_string(standing.total) : "", count = std::to_string(done);
  // As wide as it will be, so that what follows stays in its place.
  const std::string padding(total.size() > count.size() ? total.size() - count.size() : 0, ' ');
  std::string line = standing.what;
  if (is_known || done > 0) line += " " + padding + count + (is_known ? "/" + total : "");
  const std::string left = time_left(standing, done);
  const std::size_t used = line.size() + longest_time + 3;  // a space and the brackets
  line += bar(standing, done, columns > used ? columns - used : 0);
  if (line.size() + left.size() <= columns) line += left;
  return line.substr(0, columns);
}

}  // namespace genpyo::cli
