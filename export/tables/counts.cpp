// Counts of the choices of select items, by column: n, count, per cent, no answer.
#include <algorithm>
#include <span>

#include "export/tables/choice_counts.h"
#include "export/tables/test_lines.h"

namespace genpyo::exports {
namespace {

class Counts final : public Tabulator {
 public:
  Counts(const forms::Form& form, const Table& table) : form_(form), table_(table) {
    for (const forms::ItemIndex row : table.rows) {
      const ChoiceCounts none(*form.choices_of(form.items[row]));
      cells_.insert(cells_.end(), table.groups.size(), none);
    }
  }

  void add(const ItemStates& items, const std::vector<std::size_t>& groups,
           bool in_extraction) override {
    const bool bears_on_counts = table_.kind != Table::Kind::means;
    if (bears_on_counts && !in_extraction) return;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (const std::size_t group : groups) {
        cells_[row * table_.groups.size() + group].add(items[table_.rows[row]].value, table_.without);
      }
    }
  }

  void print(std::vector<Figure>& figures) const override {
    TestLines tests(table_, figures);
    auto cell = cells_.begin();
    for (const forms::ItemIndex row : table_.rows) {
      const auto first = cell;
      for (const Group& group : table_.groups) print_cell(form_.items[row], group, *cell++, figures);
      print_tests(form_.items[row], {first, cell}, tests);
    }
    tests.finish();
  }

 private:
  void print_cell(const forms::Item& item, const Group& group, const ChoiceCounts& counts,
                  std::vector<Figure>& figures) const {
    const auto put = [&](const std::string& row, const char* statistic, std::string value) {
      figures.push_back({table_.id, row, group.name, statistic, std::move(value)});
    };
    put(item.name, "n", std::to_string(counts.base(table_.blanks_in)));
    if (table_.mean_of_marks) put(item.name, "mean", counts.mean_of_marks(table_.decimals));
    const std::vector<forms::Choice>& choices = form_.choices_of(item)->choices;
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
      const std::string row = row_of(item, choices[choice].code);
      put(row, "count", std::to_string(counts.count(choice)));
      put(row, "percent", counts.percent(counts.count(choice), table_));
    }
    put(row_of_blank(item), "count", std::to_string(counts.blank()));
    if (table_.blanks_in) put(row_of_blank(item), "percent", counts.percent(counts.blank(), table_));
  }

  using Columns = std::span<const ChoiceCounts>;

  void print_tests(const forms::Item& item, Columns columns, TestLines& tests) const {
    if (table_.between) compare(item, columns[table_.between->first], columns[table_.between->second], tests);
    if (table_.has(Table::Test::chi_square)) tests.chi_square(item.name, exports::chi_square(by_column(item, columns)));
  }

  void compare(const forms::Item& item, const ChoiceCounts& one, const ChoiceCounts& other, TestLines& tests) const {
    if (table_.mean_of_marks) tests.p(item.name, "p", welch(one.marks(), other.marks()));
    const std::int64_t ones = one.base(table_.blanks_in), others = other.base(table_.blanks_in);
    const std::vector<forms::Choice>& choices = form_.choices_of(item)->choices;
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
      const std::int64_t here = one.count(choice), there = other.count(choice);
      const bool empty = ones == 0 || others == 0;
      const auto p = empty ? std::nullopt : std::optional(fisher_exact(here, ones - here, there, others - there));
      tests.p(row_of(item, choices[choice].code), "p", p);
    }
    if (table_.has(Table::Test::mann_whitney)) tests.mann_whitney(item.name, mann_whitney(one.numbers_of_marks(), other.numbers_of_marks()));
    if (table_.has(Table::Test::welch)) tests.welch(item.name, welch(one.numbers_of_marks(), other.numbers_of_marks()));
  }

  // The counts of each choice in the columns that were declared.
  std::vector<std::vector<std::int64_t>> by_column(const forms::Item& item, Columns columns) const {
    std::vector<std::vector<std::int64_t>> counts(form_.choices_of(item)->choices.size());
    for (std::size_t choice = 0; choice < counts.size(); ++choice) {
      for (const ChoiceCounts& column : columns.subspan(1)) counts[choice].push_back(column.count(choice));
    }
    return counts;
  }

  const forms::Form& form_;
  const Table& table_;
  std::vector<ChoiceCounts> cells_;  // row by row, in each the groups
};

}  // namespace

ChoiceCounts::ChoiceCounts(const forms::ChoiceList& list) : counts_(list.choices.size()) {
  for (std::size_t position = list.choices.size(); position-- > 0;) {  // of two with one code the first
    const auto code = static_cast<std::size_t>(list.choices[position].code);
    if (positions_.size() <= code) positions_.resize(code + 1, in_no_list);
    positions_[code] = position;
  }
}

void ChoiceCounts::add(const forms::Value& value, const forms::Codes& without) {
  if (forms::is_missing(value, forms::Missing::not_applicable)) return;
  const auto* codes = std::get_if<forms::Codes>(&value);
  if (codes == nullptr) {
    ++blank_;
    return;
  }
  ++answered_;
  std::int64_t marks = 0;
  for (const int code : *codes) {
    const auto slot = static_cast<std::size_t>(code);
    if (slot >= positions_.size() || positions_[slot] == in_no_list) continue;  // reading refuses such a code
    ++counts_[positions_[slot]];
    if (std::find(without.begin(), without.end(), code) == without.end()) ++marks;
  }
  if (by_marks_.size() <= static_cast<std::size_t>(marks)) by_marks_.resize(static_cast<std::size_t>(marks) + 1);
  ++by_marks_[static_cast<std::size_t>(marks)];
  marks_ = {marks_.n + 1, marks_.sum + marks, marks_.sum_of_squares + marks * marks};
}

std::string ChoiceCounts::percent(std::int64_t count, const Table& table) const {
  const std::int64_t cases = base(table.blanks_in);
  return cases == 0 ? std::string(no_case) : rounded({100 * count, cases}, table.decimals);
}

std::string ChoiceCounts::mean_of_marks(int decimals) const {
  return answered_ == 0 ? std::string(no_case) : rounded({marks_.sum, answered_}, decimals);
}

std::vector<Ratio> ChoiceCounts::numbers_of_marks() const {
  std::vector<Ratio> numbers;
  for (std::size_t marks = 0; marks < by_marks_.size(); ++marks) {
    numbers.insert(numbers.end(), static_cast<std::size_t>(by_marks_[marks]), Ratio{static_cast<std::int64_t>(marks), 1});
  }
  return numbers;
}

std::string row_of(const forms::Item& item, int code) {
  return item.name + "=" + std::to_string(code);
}

std::string row_of_blank(const forms::Item& item) { return item.name + "=none"; }

std::unique_ptr<Tabulator> make_counts(const forms::Form& form, const Table& table) {
  return std::make_unique<Counts>(form, table);
}

}  // namespace genpyo::exports
