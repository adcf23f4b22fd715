// For the cases of each choice the mean of a figure, behind the counts of the choices. Pairwise: a
// case counts where both the choice and the figure are there.
#include <utility>

#include "export/tables/choice_counts.h"

namespace genpyo::exports {
namespace {

class Means final : public Tabulator {
 public:
  Means(const forms::Form& form, const Table& table)
      : form_(form), table_(table), counts_(make_counts(form, table)) {
    for (const forms::ItemIndex row : table.rows) {
      cells_.emplace_back(form.choices_of(form.items[row])->choices.size() * table.groups.size());
    }
  }

  void add(const ItemStates& items, const std::vector<std::size_t>& groups,
           bool in_extraction) override {
    counts_->add(items, groups, in_extraction);
    const std::optional<Ratio> ratio = ratio_of(items, *table_.of, table_.per);
    if (!ratio || !in_extraction) return;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const forms::ItemIndex item = table_.rows[row];
      const auto* codes = std::get_if<forms::Codes>(&items[item].value);
      if (codes != nullptr) add_ratio(row, item, *codes, groups, *ratio);
    }
  }

  void print(std::vector<Figure>& figures) const override {
    counts_->print(figures);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      auto cell = cells_[row].begin();
      const forms::Item& item = form_.items[table_.rows[row]];
      for (const forms::Choice& choice : form_.choices_of(item)->choices) {
        for (const Group& group : table_.groups) print_cell(row_of(item, choice.code), group, *cell++, figures);
      }
    }
  }

 private:
  using Cell = std::vector<Ratio>;

  void add_ratio(std::size_t row, forms::ItemIndex item, const forms::Codes& codes,
                 const std::vector<std::size_t>& groups, const Ratio& ratio) {
    const forms::ChoiceList& choices = *form_.choices_of(form_.items[item]);
    for (const int code : codes) {
      const forms::Choice* choice = choices.find(code);
      if (choice == nullptr) continue;  // reading refuses a code that the list lacks
      const auto position = static_cast<std::size_t>(choice - choices.choices.data());
      for (const std::size_t group : groups) {
        cells_[row][position * table_.groups.size() + group].push_back(ratio);
      }
    }
  }

  void print_cell(const std::string& row, const Group& group, const Cell& cell,
                  std::vector<Figure>& figures) const {
    const std::string mean = cell.empty() ? std::string(no_case) : rounded_mean(cell, table_.decimals);
    figures.push_back({table_.id, row, group.name, "n", std::to_string(cell.size())});
    figures.push_back({table_.id, row, group.name, "mean", mean});
  }

  const forms::Form& form_;
  const Table& table_;
  std::unique_ptr<Tabulator> counts_;
  std::vector<std::vector<Cell>> cells_;  // by row: choice by choice, in each the groups
};

}  // namespace

std::unique_ptr<Tabulator> make_means(const forms::Form& form, const Table& table) {
  return std::make_unique<Means>(form, table);
}

}  // namespace genpyo::exports
