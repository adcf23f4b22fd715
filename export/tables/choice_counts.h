// Choice counts: how many cases took each choice of one select item, in one column of a table.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "export/tables/significance.h"
#include "export/tables/tabulator.h"

namespace genpyo::exports {

class ChoiceCounts {
 public:
  explicit ChoiceCounts(const forms::ChoiceList& choices);

  // A case that the form does not ask (非該当) is neither answered nor blank.
  void add(const forms::Value& value, const forms::Codes& without);

  std::int64_t base(bool blanks_in) const { return answered_ + (blanks_in ? blank_ : 0); }
  std::int64_t blank() const { return blank_; }
  std::int64_t count(std::size_t choice) const { return counts_[choice]; }

  // Per cent of the base, or 該当無し where the base is empty.
  std::string percent(std::int64_t count, const Table& table) const;
  // The mean number of choices over the cases with at least one mark.
  std::string mean_of_marks(int decimals) const;
  const Moments& marks() const { return marks_; }
  std::vector<Ratio> numbers_of_marks() const;  // of every case with at least one mark, ascending

 private:
  static constexpr std::size_t in_no_list = static_cast<std::size_t>(-1);
  std::vector<std::size_t> positions_;  // in the list, by code
  std::vector<std::int64_t> counts_;    // by position in the list
  std::int64_t answered_ = 0, blank_ = 0;
  std::vector<std::int64_t> by_marks_;  // cases by the number of their marks
  Moments marks_;                     // how many a case has, those of `without` left out
};

// "founder=1"; "founder=none" for no answer.
std::string row_of(const forms::Item& item, int code);
std::string row_of_blank(const forms::Item& item);

}  // namespace genpyo::exports
