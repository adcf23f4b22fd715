// Order: in which items are computed, and the circles that make it impossible.
#pragma once
#include <vector>

#include "forms/form.h"

namespace genpyo::validators {

// by ItemIndex: the items that an item's relevance, its groups', its calculation and its default rest
// on.
using Dependencies = std::vector<std::vector<forms::ItemIndex>>;

struct Order {
  std::vector<forms::ItemIndex> items;  // every item after those that it rests on
  // Each rests on the next and the last on the first; begins with the first on paper.
  std::vector<std::vector<forms::ItemIndex>> circles;
};

// The items of a circle count as resting on nothing. Linear in items and dependencies when there
// is no circle.
Order order_of(const Dependencies& rests_on);

}  // namespace genpyo::validators
