#include "export/tables/distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace genpyo::exports {
namespace {

bool less(const Ratio& left, const Ratio& right) { return compare(left, right) < 0; }

std::int64_t power_of_ten(int power) {
  std::int64_t value = 1;
  for (int each = 0; each < power; ++each) value *= 10;
  return value;
}

// The width of a class: `step` × 10^`power`.
struct ClassWidth {
  std::int64_t step = 1;
  int power = 0;

  Ratio edge(std::int64_t number) const {
    if (power < 0) return {number * step, power_of_ten(-power)};
    return {number * step * power_of_ten(power), 1};
  }
  std::string printed(std::int64_t number) const { return rounded(edge(number), std::max(0, -power)); }

  // The class that holds the figure: estimated, then put right by exact comparison.
  std::int64_t of(const Ratio& ratio) const {
    const double size = static_cast<double>(step) * std::pow(10, power);
    auto number = static_cast<std::int64_t>(
        std::floor(static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator) / size));
    while (less(ratio, edge(number))) --number;
    while (!less(ratio, edge(number + 1))) ++number;
    return number;
  }
};

// Beyond it an estimate could be many classes away, and an edge need more than 64 bits.
constexpr std::int64_t greatest = 1'000'000'000'000;
constexpr int least_power = -3, greatest_power = 12;

struct Classes {
  ClassWidth width;
  std::int64_t first = 0, count = 1;
  bool open = false, single = false;
};

// The narrowest classes that hold the figures: all of them, or all but a twentieth with an open
// class for those.
Classes classes_of(const std::vector<Ratio>& sorted, std::int64_t most) {
  const Ratio& low = sorted.front();
  const Ratio& usual = sorted[(sorted.size() - 1) * 95 / 100];
  const bool may_be_open = less(low, usual);
  const bool is_whole = std::all_of(sorted.begin(), sorted.end(), [](const Ratio& each) { return each.denominator == 1; });
  Classes classes;
  for (int power = is_whole ? 0 : least_power; power <= greatest_power; ++power) {
    for (const std::int64_t step : {1, 2, 5}) {
      classes.width = {step, power};
      classes.first = classes.width.of(low);
      classes.count = classes.width.of(sorted.back()) - classes.first + 1;
      classes.open = false;
      classes.single = is_whole && power == 0 && step == 1;
      if (classes.count <= most) return classes;
      classes.count = classes.width.of(usual) - classes.first + 2;
      classes.open = true;
      if (may_be_open && classes.count <= most) return classes;
    }
  }
  return classes;
}

}  // namespace

std::optional<Distribution> distribution_of(std::vector<Ratio> ratios, std::int64_t most) {
  assert(most >= 3);
  const auto is_far = [](const Ratio& each) { return std::abs(each.numerator / each.denominator) > greatest; };
  if (ratios.empty() || std::any_of(ratios.begin(), ratios.end(), is_far)) return std::nullopt;
  std::sort(ratios.begin(), ratios.end(), less);
  const Classes classes = classes_of(ratios, most);
  Distribution distribution;
  distribution.open = classes.open;
  distribution.counts.resize(static_cast<std::size_t>(classes.count));
  for (const Ratio& ratio : ratios) {
    const std::int64_t number = std::min(classes.width.of(ratio) - classes.first, classes.count - 1);
    ++distribution.counts[static_cast<std::size_t>(number)];
  }
  distribution.single = classes.single;
  const std::int64_t edges = classes.count + (classes.open || classes.single ? 0 : 1);
  for (std::int64_t edge = 0; edge < edges; ++edge) {
    distribution.edges.push_back(classes.width.printed(classes.first + edge));
  }
  return distribution;
}

}  // namespace genpyo::exports
