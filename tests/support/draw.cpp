#include "tests/support/draw.h"

#include <cassert>
#include <cstdlib>

namespace genpyo::sample {

int figure_at(const Quantiles& quantiles, int rank) {
  static constexpr std::array<int, 8> knots = {0, 1000, 2500, 5000, 7500, 9000, 9700, ranks};
  std::size_t upper = 1;
  while (upper + 1 < knots.size() && rank >= knots[upper]) ++upper;
  const int step = knots[upper] - knots[upper - 1];
  const int rise = quantiles[upper] - quantiles[upper - 1];
  return quantiles[upper - 1] + rise * (rank - knots[upper - 1]) / step;
}

int Draw::below(int bound) {
  assert(bound > 0);
  return static_cast<int>((engine_() >> 33U) % static_cast<std::uint64_t>(bound));
}

int Draw::between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }

bool Draw::chance(int per_cent) { return below(100) < per_cent; }

int Draw::pick(std::initializer_list<Weighted> choices) {
  int total = 0;
  for (const Weighted& choice : choices) total += choice.weight;
  int drawn = below(total);
  for (const Weighted& choice : choices) {
    if (drawn < choice.weight) return choice.value;
    drawn -= choice.weight;
  }
  return 0;
}

int Draw::rank_near(int rank, int spread) {
  const int drawn = std::abs(rank + between(-spread, spread));
  // Reflected, not cut off, at both ends: else many would share the largest figure.
  return drawn < ranks ? drawn : 2 * (ranks - 1) - drawn;
}

std::vector<int> Draw::deck(std::initializer_list<Weighted> cards) {
  std::vector<int> dealt;
  for (const Weighted& card : cards) {
    dealt.insert(dealt.end(), static_cast<std::size_t>(card.weight), card.value);
  }
  shuffle(dealt);
  return dealt;
}

std::vector<int> Draw::even_ranks(int count) {
  std::vector<int> dealt;
  for (int place = 0; place < count; ++place)
    dealt.push_back((2 * place + 1) * ranks / (2 * count));
  shuffle(dealt);
  return dealt;
}

}  // namespace genpyo::sample
