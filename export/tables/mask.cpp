#include "export/tables/mask.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "export/tables/choice_counts.h"

namespace genpyo::exports {
namespace {

// One number of cases: a count, or an n.
struct Cell {
  std::int64_t cases = 0;
  bool small = false;   // from 1 to below the bound
  bool beside = false;  // hidden so that another cannot be found
  std::vector<Figure*> figures;
  bool hidden() const { return small || beside; }
};

using Place = std::pair<std::string, std::string>;  // row, column

// The cells of one table, and the sums in which they stand.
class Masked {
 public:
  Masked(const forms::Form& form, const Table& table, int below) : form_(form), table_(table), below_(below) {}

  void add(Figure& figure) {
    if (figure.statistic == "count" || figure.statistic == "n") {
      std::int64_t cases = 0;
      std::from_chars(figure.value.data(), figure.value.data() + figure.value.size(), cases);
      Cell& cell = (figure.statistic == "n" ? numbers_ : counts_)[{figure.row, figure.column}];
      cell.figures.push_back(&figure);
      cell.cases = cases;
      cell.small = cases > 0 && cases < below_;
    } else {
      others_.push_back(&figure);
    }
  }

  std::size_t run() {
    std::vector<Sum> sums = sums_of_cells();
    while (hide_beside(sums)) {
    }
    std::size_t hidden = hide_others();
    for (auto* cells : {&counts_, &numbers_}) {
      for (auto& [place, cell] : *cells) {
        if (!cell.hidden()) continue;
        for (Figure* figure : cell.figures) {
          figure->value = cell.small ? "<" + std::to_string(below_) : std::string(hidden_beside);
          ++hidden;
        }
      }
    }
    return hidden;
  }

 private:
  using Cells = std::map<Place, Cell>;
  using Sum = std::vector<Cell*>;  // the total first, then the parts

  // With one cell of a sum hidden it follows from the rest: then the smallest other is hidden too.
  // Hides at most one more; false when every sum keeps its secret.
  static bool hide_beside(std::vector<Sum>& sums) {
    for (Sum& sum : sums) {
      if (std::count_if(sum.begin(), sum.end(), [](const Cell* cell) { return cell->hidden(); }) != 1) continue;
      Cell* smallest = nullptr;
      for (auto part = sum.rbegin(); part != sum.rend(); ++part) {
        Cell* cell = *part;
        const auto rank = [](const Cell* each) { return each->cases > 0 ? each->cases : INT64_MAX; };  // a 0 hides little
        if (!cell->hidden() && (smallest == nullptr || rank(cell) < rank(smallest))) smallest = cell;
      }
      if (smallest == nullptr) continue;
      smallest->beside = true;
      return true;
    }
    return false;
  }

  std::vector<Sum> sums_of_cells() {
    std::vector<Sum> sums;
    for (const forms::ItemIndex row : table_.rows) {
      if (form_.items[row].type == forms::ItemType::select_one) {
        for (const Group& group : table_.groups) append(sums, by_choice(form_.items[row], group.name));
      }
    }
    for (Cells* cells : {&counts_, &numbers_}) {
      for (const auto& [place, cell] : *cells) {
        if (place.second == "all" && table_.groups.size() > 2) append(sums, by_column(*cells, place.first));
      }
    }
    return sums;
  }

  static void append(std::vector<Sum>& sums, Sum sum) {
    if (sum.size() > 1) sums.push_back(std::move(sum));
  }

  Sum by_choice(const forms::Item& item, const std::string& column) {
    Sum sum;
    append(sum, numbers_, {item.name, column});
    for (const forms::Choice& choice : form_.choices_of(item)->choices) append(sum, counts_, {row_of(item, choice.code), column});
    if (table_.blanks_in) append(sum, counts_, {row_of_blank(item), column});
    return sum;
  }

  Sum by_column(Cells& cells, const std::string& row) {
    Sum sum;
    for (const Group& group : table_.groups) append(sum, cells, {row, group.name});
    return sum;
  }

  static void append(Sum& sum, Cells& cells, const Place& place) {
    if (const auto found = cells.find(place); found != cells.end()) sum.push_back(&found->second);
  }

  // An item's mean of marks, and its tests, say something of each of its choices.
  std::size_t hide_others() {
    std::set<std::string> rows, items;
    std::set<Place> places, item_places;
    for (const Cells* cells : {&counts_, &numbers_}) {
      for (const auto& [place, cell] : *cells) {
        if (!cell.hidden()) continue;
        const std::string item = place.first.substr(0, place.first.find('='));
        rows.insert(place.first), items.insert(item);
        places.insert(place), item_places.insert({item, place.second});
      }
    }
    std::size_t hidden = 0;
    for (Figure* figure : others_) {
      const std::string& statistic = figure->statistic;
      const bool of_row = statistic == "percent" || statistic == "mean" || statistic == "median" || statistic == "min" || statistic == "max";
      const Place place{figure->row, figure->column};
      const bool is_hidden = of_row ? places.contains(place) || item_places.contains(place)
                                    : rows.contains(figure->row) || items.contains(figure->row);
      if (!is_hidden) continue;
      figure->value = hidden_beside;
      ++hidden;
    }
    return hidden;
  }

  const forms::Form& form_;
  const Table& table_;
  const int below_;
  Cells counts_, numbers_;
  std::vector<Figure*> others_;
};

}  // namespace

std::size_t mask(std::vector<Figure>& figures, const forms::Form& form, const TablesDefinition& definition, int below) {
  // Not 秘匿 for each: their number would be the count.
  std::size_t hidden = std::erase_if(figures, [](const Figure& figure) { return figure.statistic == "text"; });
  for (const Table& table : definition.tables) {
    Masked masked(form, table, below);
    for (Figure& figure : figures) {
      if (figure.table == table.id) masked.add(figure);
    }
    hidden += masked.run();
  }
  return hidden;
}

}  // namespace genpyo::exports
