// Row: one case of a dataset as typed cells. No format, no code of a missing kind yet.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "export/variables.h"
#include "forms/case.h"
#include "forms/value.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

// Nothing where there is nothing to say: NAME_missing of a text that is there.
struct Blank {
  friend bool operator==(const Blank&, const Blank&) = default;
};

// A text is UTF-8 as it stands on the sheet: any bytes, not cut, not guarded.
using Cell = std::variant<Blank, forms::Missing, std::int64_t, forms::Decimal, std::string_view, forms::PartialDate>;

// `cells` by variable. Texts lie in the case and its states: a row is valid while they are, and
// until the next one is read.
struct Row {
  std::string_view case_id;
  std::vector<Cell> cells;
};

// Makes the rows of a dataset, one after the other, in memory that it keeps. In the layer of marks
// too, what was not asked and nobody keyed is not applicable: no sheet waits for it.
class RowReader {
 public:
  RowReader(const std::vector<Variable>& variables, DatasetOptions::Layer layer);
  const Row& read(const forms::Case& current, const validators::States& states);

 private:
  // Of a variable what its cells are made from, in few bytes: a variable itself is large.
  struct Origin {
    Variable::Role role = Variable::Role::value;
    bool is_text = false;
    int code = 0;               // of the role choice
    forms::ItemIndex item = 0;  // of a derivation: the figure
    std::size_t other = 0;      // of the role extraction: which; of a derivation: the divisor
    std::size_t run = 1;        // of the role choice: how many columns from here are of the same item
  };
  static Origin origin_of(const Variable& variable);

  // In the cell's own place: made elsewhere and copied, a cell costs ten times as much.
  void set(Cell& cell, const Origin& origin, const forms::Case& current, const validators::States& states);
  void set_answer(Cell& cell, bool is_text, const forms::Value& value);
  void set_codes(Cell& cell, bool is_text, const forms::Codes& taken);
  // The cells of a run of choices, whose item is looked up once.
  void read_choices(std::size_t first, const forms::Value& value);
  const forms::Value& value_of(forms::ItemIndex item, const forms::Case& current,
                               const validators::States& states) const;

  std::vector<Origin> origins_;  // by variable
  DatasetOptions::Layer layer_;
  Row row_;
  std::string& buffer();
  std::vector<std::string> codes_;  // columns of codes and figures among texts, written out
  std::size_t codes_used_ = 0;
};

// How far the cells of a variable reach, over all rows.
struct Extent {
  std::size_t answers = 0;
  std::int64_t least = 0, most = 0;  // of figures, without what is behind the point
  int scale = 0;                     // most digits behind the point
  std::size_t bytes = 0;             // the longest text, in UTF-8
  bool has_partial_date = false;     // one without its day, month or year
  unsigned kinds = 0;                // a bit for each missing kind that occurs
  bool has(forms::Missing kind) const { return (kinds >> static_cast<unsigned>(kind) & 1u) != 0; }
};

struct Extents {
  std::size_t rows = 0;
  std::vector<Extent> of;  // by variable
  void add(const Row& row);
};

}  // namespace genpyo::exports
