#include "app/ui/tone.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace genpyo::ui {
namespace {

constexpr double fade_seconds = 0.006, loudest = 0.45;

struct Part {
  double hertz, seconds, loudness;  // 0 Hz = silence
};

// Its second overtone makes a low tone heard on a notebook's loudspeakers.
double wave(double hertz, double at) {
  const double turn = 2 * std::numbers::pi * hertz * at;
  return 0.8 * std::sin(turn) + 0.2 * std::sin(3 * turn);
}

void add(std::vector<std::int16_t>& samples, const Part& part) {
  const auto count = static_cast<std::size_t>(part.seconds * samples_a_second);
  for (std::size_t i = 0; i < count; ++i) {
    const double at = static_cast<double>(i) / samples_a_second;
    const double left = static_cast<double>(count - 1 - i) / samples_a_second;
    const double fade = std::min({1.0, at / fade_seconds, left / fade_seconds});
    const double value = wave(part.hertz, at) * fade * part.loudness * loudest;
    samples.push_back(static_cast<std::int16_t>(std::lround(value * INT16_MAX)));
  }
}

std::vector<std::int16_t> joined(std::initializer_list<Part> parts) {
  std::vector<std::int16_t> samples;
  for (const Part& part : parts) add(samples, part);
  return samples;
}

}  // namespace

std::vector<std::int16_t> samples_of(Tone tone) {
  switch (tone) {
    case Tone::accepted: return joined({{1320, 0.035, 0.4}});
    case Tone::skipped: return joined({{660, 0.05, 0.7}, {990, 0.06, 0.7}});
    case Tone::refused: return joined({{220, 0.08, 1}, {0, 0.03, 0}, {196, 0.11, 1}});
  }
  return {};
}

}  // namespace genpyo::ui
