// n, mean, median, minimum and maximum of figures.
#include <algorithm>
#include <utility>

#include "export/tables/tabulator.h"
#include "export/tables/test_lines.h"

namespace genpyo::exports {
namespace {

using Lines = std::vector<std::pair<std::string_view, std::string>>;

Lines statistics_of(const std::vector<Ratio>& ratios, int decimals) {
  const std::string n = std::to_string(ratios.size());
  if (ratios.empty()) {
    const std::string none(no_case);
    return {{"n", n}, {"mean", none}, {"median", none}, {"min", none}, {"max", none}};
  }
  const auto [least, greatest] = std::minmax_element(
      ratios.begin(), ratios.end(),
      [](const Ratio& left, const Ratio& right) { return compare(left, right) < 0; });
  return {{"n", n},
          {"mean", rounded_mean(ratios, decimals)},
          {"median", rounded_median(ratios, decimals)},
          {"min", rounded(*least, decimals)},
          {"max", rounded(*greatest, decimals)}};
}

class Statistics final : public Tabulator {
 public:
  Statistics(const forms::Form& form, const Table& table)
      : form_(form), table_(table), cells_(table.rows.size() * table.groups.size()) {}

  void add(const ItemStates& items, const std::vector<std::size_t>& groups,
           bool in_extraction) override {
    if (!in_extraction) return;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const std::optional<Ratio> ratio = ratio_of(items, table_.rows[row], table_.per);
      if (!ratio) continue;
      for (const std::size_t group : groups) {
        cells_[row * table_.groups.size() + group].push_back(*ratio);
      }
    }
  }

  void print(std::vector<Figure>& figures) const override {
    TestLines tests(table_, figures);
    auto cell = cells_.begin();
    for (const forms::ItemIndex row : table_.rows) {
      const auto first = cell;
      for (const Group& group : table_.groups) {
        for (auto& [statistic, value] : statistics_of(*cell++, table_.decimals)) {
          figures.push_back({table_.id, form_.items[row].name, group.name, std::string(statistic),
                             std::move(value)});
        }
      }
      if (table_.between) {
        compare(form_.items[row].name, first[static_cast<std::ptrdiff_t>(table_.between->first)],
                first[static_cast<std::ptrdiff_t>(table_.between->second)], tests);
      }
    }
    tests.finish();
  }

  void distribute(std::vector<Distribution>& distributions) const override {
    auto cell = cells_.begin();
    for (const forms::ItemIndex row : table_.rows) {
      for (const Group& group : table_.groups) {
        auto distribution = distribution_of(*cell++);
        if (!distribution) continue;
        distribution->table = table_.id;
        distribution->row = form_.items[row].name;
        distribution->column = group.name;
        distributions.push_back(std::move(*distribution));
      }
    }
  }

 private:
  void compare(const std::string& row, const std::vector<Ratio>& one, const std::vector<Ratio>& other,
               TestLines& tests) const {
    if (table_.has(Table::Test::mann_whitney)) tests.mann_whitney(row, mann_whitney(one, other));
    if (table_.has(Table::Test::welch)) tests.welch(row, welch(one, other));
  }

  const forms::Form& form_;
  const Table& table_;
  std::vector<std::vector<Ratio>> cells_;  // row by row, in each the groups
};

}  // namespace

std::unique_ptr<Tabulator> make_statistics(const forms::Form& form, const Table& table) {
  return std::make_unique<Statistics>(form, table);
}

}  // namespace genpyo::exports
