#include "app/cli/progress_line.h"

#include <algorithm>
#include <cmath>

namespace genpyo::cli {
namespace {

constexpr std::size_t longest_bar = 30, shortest_bar = 5;

std::string time_left(std::size_t count, std::size_t total, double elapsed_seconds) {
  if (count == 0 || total == 0) return "";
  const double left = elapsed_seconds / static_cast<double>(count) * static_cast<double>(total - count);
  const auto seconds = static_cast<long long>(std::llround(std::clamp(left, 0.0, 359999.0)));
  if (seconds < 60) return std::to_string(seconds) + " s left";
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ":" + (rest.size() == 1 ? "0" : "") + rest + " min left";
}

}  // namespace

std::string progress_line(const std::string& what, std::size_t count, std::size_t total, double elapsed_seconds,
                          std::size_t columns) {
  const std::size_t done = total == 0 ? count : std::min(count, total);  // cases may be added meanwhile
  std::string line = what + " " + std::to_string(done) + (total == 0 ? "" : "/" + std::to_string(total));
  const std::string left = time_left(done, total, elapsed_seconds);
  const std::string end = left.empty() ? "" : ", " + left;
  const std::size_t used = line.size() + end.size() + 3;  // a space and the brackets
  if (total > 0 && columns >= used + shortest_bar) {
    const std::size_t bar = std::min(longest_bar, columns - used), full = bar * done / total;
    line += " [" + std::string(full, '#') + std::string(bar - full, '.') + "]";
  }
  line += end;
  return line.substr(0, columns);
}

}  // namespace genpyo::cli
