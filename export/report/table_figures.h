// The figures of one table, found by row, column and statistic; and the words of its rows.
#pragma once
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "export/report/report.h"
#include "export/report/words.h"

namespace genpyo::exports {

class TableFigures {
 public:
  // All must outlive it. Takes the figures of this table out of all of them.
  TableFigures(const forms::Form& form, const Table& table, const std::vector<Figure>& figures,
               std::string_view language);

  // "" where there is none.
  const std::string& value(const std::string& row, const std::string& column, const std::string& statistic) const;
  bool has(const std::string& row, const std::string& column, const std::string& statistic) const;
  // In the order in which they were printed.
  const std::vector<std::string>& rows() const { return rows_; }
  const std::vector<std::string>& columns() const { return columns_; }
  // Of a column, at rows of the item itself or at rows of its choices.
  enum class Of { items, choices };
  std::vector<std::string> statistics(const std::string& column, Of which) const;

  // Behind a row's code, as they were written.
  const std::vector<std::string>& texts(const std::string& row) const;

  const forms::Form& form() const { return form_; }
  const Table& table() const { return table_; }
  const std::string& language() const { return language_; }

  // "founder=1" → 医療法人, "founder=none" → 無回答, "founder" → 開設主体.
  std::string label_of_row(const std::string& row) const;
  std::string label_of_item(forms::ItemIndex item) const;
  std::string label_of_column(const std::string& column) const;
  std::string word(Word which) const;
  std::string statistic(const std::string& name) const;

 private:
  const forms::Form& form_;
  const Table& table_;
  std::string language_;
  std::map<std::tuple<std::string, std::string, std::string>, std::string> values_;
  std::map<std::string, std::vector<std::string>> texts_;
  std::vector<std::string> rows_, columns_;
  std::vector<std::tuple<std::string, Of, std::string>> statistics_;  // column, of what, statistic
};

// "founder=1" is of the item founder; "founder" of itself.
std::string item_of_row(const std::string& row);
bool is_of_choice(const std::string& row);

// A printed figure as a length; nothing for 該当無し.
std::optional<double> length_of(const std::string& printed);

}  // namespace genpyo::exports
