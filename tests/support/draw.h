// Draw: chance from a fixed seed, the same on every machine.
//
// The standard defines std::mt19937_64 to the bit but leaves its distributions to each library, so
// the way from a random word to a small figure is here, in whole numbers only.
#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <utility>
#include <vector>

namespace genpyo::sample {

// The values of a distribution at 0, 10, 25, 50, 75, 90, 97 and 100 per cent.
using Quantiles = std::array<int, 8>;

inline constexpr int ranks = 10000;  // a rank is 0 to 9999: a place among all, in 1/100 per cent

// The value at a rank, on the straight line between its two neighbours, rounded down.
int figure_at(const Quantiles& quantiles, int rank);

struct Weighted {
  int value = 0;
  int weight = 0;
};

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}

  int below(int bound);                  // 0 to bound - 1
  int between(int lowest, int highest);  // both included
  bool chance(int per_cent);
  int pick(std::initializer_list<Weighted> choices);
  int rank_near(int rank, int spread);  // another rank, at most `spread` away

  template <typename T>
  void shuffle(std::vector<T>& cards) {
    for (std::size_t left = cards.size(); left > 1; --left) {
      std::swap(cards[left - 1], cards[static_cast<std::size_t>(below(static_cast<int>(left)))]);
    }
  }

  // As many cards of each value as its weight says, in random order.
  std::vector<int> deck(std::initializer_list<Weighted> cards);
  // One rank for each of `count`, spread evenly, in random order.
  std::vector<int> even_ranks(int count);

 private:
  std::mt19937_64 engine_;
};

}  // namespace genpyo::sample
