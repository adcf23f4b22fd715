// Texts under the codes that they were given afterwards, behind the counts of the codes; and, of
// items of any type, how many were answered.
#include <map>

#include "export/tables/choice_counts.h"

namespace genpyo::exports {
namespace {

class Texts final : public Tabulator {
 public:
  Texts(const forms::Form& form, const Table& table)
      : form_(form), table_(table), counts_(make_counts(form, table)), by_code_(table.rows.size()) {
    for (const forms::ItemIndex row : table.rows) texts_.push_back(*form.find(form.items[row].codes_of));
  }

  void add(const ItemStates& items, const std::vector<std::size_t>& groups, bool in_extraction) override {
    counts_->add(items, groups, in_extraction);
    if (!in_extraction) return;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const auto* text = std::get_if<std::string>(&items[texts_[row]].value);
      if (text == nullptr || text->empty()) continue;
      const auto* codes = std::get_if<forms::Codes>(&items[table_.rows[row]].value);
      for (const int code : codes != nullptr ? *codes : forms::Codes{uncoded}) by_code_[row][code].push_back(*text);
    }
  }

  void print(std::vector<Figure>& figures) const override {
    counts_->print(figures);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const forms::Item& item = form_.items[table_.rows[row]];
      for (const forms::Choice& choice : form_.choices_of(item)->choices) print_texts(row, choice.code, row_of(item, choice.code), figures);
      print_texts(row, uncoded, row_of_blank(item), figures);
    }
  }

 private:
  static constexpr int uncoded = -1;  // before all codes

  void print_texts(std::size_t row, int code, const std::string& name, std::vector<Figure>& figures) const {
    const auto texts = by_code_[row].find(code);
    if (texts == by_code_[row].end()) return;
    for (const std::string& text : texts->second) figures.push_back({table_.id, name, "all", "text", text});
  }

  const forms::Form& form_;
  const Table& table_;
  std::unique_ptr<Tabulator> counts_;
  std::vector<forms::ItemIndex> texts_;  // by row
  std::vector<std::map<int, std::vector<std::string>>> by_code_;  // by row; in the order of the cases
};

class Answers final : public Tabulator {
 public:
  Answers(const forms::Form& form, const Table& table)
      : form_(form), table_(table), cells_(table.rows.size() * table.groups.size()) {}

  void add(const ItemStates& items, const std::vector<std::size_t>& groups, bool in_extraction) override {
    if (!in_extraction) return;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const forms::Value& value = items[table_.rows[row]].value;
      if (forms::is_missing(value, forms::Missing::not_applicable)) continue;
      for (const std::size_t group : groups) {
        Cell& cell = cells_[row * table_.groups.size() + group];
        ++(forms::is_answer(value) ? cell.answered : cell.blank);
      }
    }
  }

  void print(std::vector<Figure>& figures) const override {
    auto cell = cells_.begin();
    for (const forms::ItemIndex row : table_.rows) {
      const forms::Item& item = form_.items[row];
      for (const Group& group : table_.groups) {
        figures.push_back({table_.id, item.name, group.name, "n", std::to_string(cell->answered)});
        figures.push_back({table_.id, row_of_blank(item), group.name, "count", std::to_string(cell->blank)});
        ++cell;
      }
    }
  }

 private:
  struct Cell {
    std::int64_t answered = 0, blank = 0;
  };
  const forms::Form& form_;
  const Table& table_;
  std::vector<Cell> cells_;  // row by row, in each the groups
};

}  // namespace

std::unique_ptr<Tabulator> make_texts(const forms::Form& form, const Table& table) {
  return std::make_unique<Texts>(form, table);
}

std::unique_ptr<Tabulator> make_answers(const forms::Form& form, const Table& table) {
  return std::make_unique<Answers>(form, table);
}

}  // namespace genpyo::exports
