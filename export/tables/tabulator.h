// Tabulator: one table under way. It is given the cases that belong to the table, one by one, and
// keeps of each only the numbers that it needs.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/tables/distribution.h"
#include "export/tables/exact.h"
#include "export/tables/tables.h"

namespace genpyo::exports {

// What the report prints where nothing can be computed.
inline constexpr std::string_view no_case = "該当無し";

using ItemStates = std::vector<validators::ItemState>;

// The item's figure (per the divisor), or nothing where either is no answer or the divisor is 0.
std::optional<Ratio> ratio_of(const ItemStates& items, forms::ItemIndex item,
                              std::optional<forms::ItemIndex> per);

// The groups that the case is in, as positions in `table.groups`. A table per doctor that is
// grouped by the doctors themselves is grouped by their number. Written into `in`, which the caller
// keeps from case to case.
void find_groups(const Table& table, const ItemStates& items, forms::Date today, std::vector<std::size_t>& in);

class Tabulator {
 public:
  virtual ~Tabulator() = default;
  // `groups` are positions in Table::groups; `in_extraction` is true where the table has none.
  virtual void add(const ItemStates& items, const std::vector<std::size_t>& groups,
                   bool in_extraction) = 0;
  virtual void print(std::vector<Figure>& figures) const = 0;
  // Of the kinds that describe figures; the others have none.
  virtual void distribute(std::vector<Distribution>&) const {}
};

// By the table's kind. Form and table must outlive it.
std::unique_ptr<Tabulator> make_tabulator(const forms::Form& form, const Table& table);

std::unique_ptr<Tabulator> make_statistics(const forms::Form& form, const Table& table);
std::unique_ptr<Tabulator> make_counts(const forms::Form& form, const Table& table);
std::unique_ptr<Tabulator> make_means(const forms::Form& form, const Table& table);
std::unique_ptr<Tabulator> make_texts(const forms::Form& form, const Table& table);
std::unique_ptr<Tabulator> make_answers(const forms::Form& form, const Table& table);

}  // namespace genpyo::exports
