#include "validators/order.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace genpyo;
using validators::Order;
using validators::order_of;
using Items = std::vector<forms::ItemIndex>;

TEST_CASE("An item comes after those that it rests on, also those later on paper") {
  CHECK(order_of({{1}, {2}, {}}).items == Items{2, 1, 0});
  CHECK(order_of({{}, {0}, {0, 1}}).items == Items{0, 1, 2});
  CHECK(order_of({}).items.empty());
}

TEST_CASE("An item that rests on itself is a circle of one") {
  const Order order = order_of({{}, {1}});
  CHECK(order.circles == std::vector<Items>{{1}});
  CHECK(order.items.size() == 2);
}

TEST_CASE("A circle is named from its first item on paper, in the direction of resting") {
  // 3 rests on 1, which rests on 2, which rests on 3; 0 rests on the circle without being in it.
  const Order order = order_of({{3}, {2}, {3}, {1}});
  CHECK(order.circles == std::vector<Items>{{1, 2, 3}});
  CHECK(order.items.size() == 4);
  CHECK(order.items.back() == 0);
}

TEST_CASE("Two circles are both named") {
  CHECK(order_of({{1}, {0}, {3}, {2, 0}}).circles == std::vector<Items>{{0, 1}, {2, 3}});
}

TEST_CASE("A long chain is put in order without recursion") {
  validators::Dependencies chain(100'000);
  for (forms::ItemIndex item = 0; item + 1 < chain.size(); ++item) chain[item] = {item + 1};
  const Order order = order_of(chain);
  CHECK(order.circles.empty());
  CHECK(std::is_sorted(order.items.rbegin(), order.items.rend()));
}
