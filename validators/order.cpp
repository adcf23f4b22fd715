#include "validators/order.h"

#include <algorithm>

namespace genpyo::validators {
namespace {

using forms::ItemIndex;

class Ordering {
 public:
  explicit Ordering(const Dependencies& rests_on)
      : rests_on_(rests_on), waits_for_(rests_on.size()), supports_(rests_on.size()) {
    for (ItemIndex item = 0; item < rests_on.size(); ++item) {
      waits_for_[item] = rests_on[item].size();
      for (const ItemIndex support : rests_on[item]) supports_[support].push_back(item);
    }
  }

  Order run() {
    for (ItemIndex item = 0; item < waits_for_.size(); ++item)
      if (waits_for_[item] == 0) take(item);
    // What is left waits, directly or not, for a circle.
    for (ItemIndex item = 0; item < waits_for_.size(); ++item)
      while (!is_taken(item)) cut(circle_from(item));
    return std::move(order_);
  }

 private:
  static constexpr std::size_t taken = static_cast<std::size_t>(-1);
  bool is_taken(ItemIndex item) const { return waits_for_[item] == taken; }

  void take(ItemIndex first) {
    std::vector<ItemIndex> ready{first};
    while (!ready.empty()) {
      const ItemIndex item = ready.back();
      ready.pop_back();
      if (is_taken(item)) continue;
      waits_for_[item] = taken;
      order_.items.push_back(item);
      for (const ItemIndex next : supports_[item])
        if (!is_taken(next) && --waits_for_[next] == 0) ready.push_back(next);
    }
  }

  std::vector<ItemIndex> circle_from(ItemIndex item) const {
    std::vector<ItemIndex> path;
    auto seen = path.end();
    while ((seen = std::find(path.begin(), path.end(), item)) == path.end()) {
      path.push_back(item);
      item = *std::find_if(rests_on_[item].begin(), rests_on_[item].end(),
                           [this](ItemIndex support) { return !is_taken(support); });
    }
    std::vector<ItemIndex> circle(seen, path.end());
    std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
    return circle;
  }

  void cut(const std::vector<ItemIndex>& circle) {
    order_.circles.push_back(circle);
    for (const ItemIndex item : circle) take(item);
  }

  const Dependencies& rests_on_;
  std::vector<std::size_t> waits_for_;            // how many that are not taken yet
  std::vector<std::vector<ItemIndex>> supports_;  // the other way round
  Order order_;
};

}  // namespace

Order order_of(const Dependencies& rests_on) { return Ordering(rests_on).run(); }

}  // namespace genpyo::validators
