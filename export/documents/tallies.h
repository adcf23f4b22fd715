// Tallies: how often each code, each figure and each missing kind stands in each variable of a
// dataset. Bounded: beyond so many different figures of a variable its median is not told.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "export/dataset.h"
#include "export/tables/exact.h"

namespace genpyo::exports {

class VariableTally {
 public:
  void add(const Cell& cell, const Variable& variable);

  std::int64_t answers() const { return answers_; }
  std::int64_t of(int code) const;  // of 0 to 999
  std::int64_t missing(forms::Missing kind) const { return missing_[static_cast<std::size_t>(kind)]; }
  std::int64_t missing() const;     // of all kinds

  // Exact, printed without zeros at the end; "" without figures. The mean rounded half up, two
  // digits behind those of the figures (six at most).
  bool has_figures() const { return figures_ > 0; }
  std::int64_t figures() const { return figures_; }
  std::string least() const;
  std::string most() const;
  std::string mean() const;
  std::string median() const;  // "" also where there were too many different figures

 private:
  struct Less {
    bool operator()(const Ratio& left, const Ratio& right) const { return compare(left, right) < 0; }
  };
  __extension__ using Wide = __int128;

  struct Ends {
    Ratio least, most;
  };

  void add_figure(std::int64_t units, int scale);
  void add_other(std::int64_t units, int scale);
  void add_codes(std::string_view codes);
  static void reach(std::optional<Ends>& ends, const Ratio& figure);
  Ends ends() const;  // of at least one figure
  Ratio at(std::int64_t rank) const;

  std::int64_t answers_ = 0, figures_ = 0;
  std::array<std::int64_t, forms::all_missing.size()> missing_{};
  // Figures, or codes among texts, from 0 to 999, which nearly all are: they are only counted, and
  // what follows from them is reckoned when it is asked for.
  std::vector<std::int64_t> small_;
  std::map<Ratio, std::int64_t, Less> others_;
  bool too_many_ = false;
  std::optional<Ends> ends_of_others_;
  Wide sum_of_others_ = 0;  // in units of 10^-9
  int scale_ = 0;  // most digits behind a point
};

struct Tallies {
  std::int64_t cases = 0;
  std::vector<VariableTally> of;  // by variable

  void add(const Dataset& dataset, const Row& row);
};

// "33.3", half up; "" of nothing.
std::string percent(std::int64_t part, std::int64_t whole);

}  // namespace genpyo::exports
