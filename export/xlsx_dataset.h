// The clean dataset as a workbook, <form_id>.xlsx:
//
//   data       one row a case, one column a variable
//   variables  name, item, number, label_LANGUAGE …, type, unit_LANGUAGE …, measure, source
//   codes      variable, code, label_LANGUAGE …
//   missing    variable ("" = every one), code, kind, label_ja, label_en
//
// Figures are numbers, texts are texts and never formulas, a complete date from 1900-03-01 on is a
// date. Codes are the profile's: -1 … -7, in legacy 9, 99 …; words in labels. Memory does not grow
// with the rows.
#pragma once
#include <optional>

#include "export/csv.h"
#include "export/workbook.h"

namespace genpyo::exports {

class XlsxWriter : public DatasetWriter {
 public:
  // A sheet's last row; tests take fewer.
  static constexpr std::size_t most_cases = 1'048'575;
  explicit XlsxWriter(const Profile& profile, std::size_t most = most_cases) : profile_(profile), most_(most) {}

  bool looks_first() const override { return profile_.kind == Profile::Kind::legacy; }
  bool packs_last() const override { return true; }  // the sheet is compressed when it is whole
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  void write(const Cell& cell, unsigned column);
  void write_figure(std::int64_t figure, unsigned column);
  void write_decimal(const forms::Decimal& decimal, unsigned column);
  void write_date(const forms::PartialDate& date, unsigned column);
  void write_text(std::string_view text, unsigned column);
  bool is_taken(std::int64_t figure, unsigned column) const;
  void tell_altered(unsigned column, std::string_view how);

  Profile profile_;
  std::size_t most_;
  const Dataset* dataset_ = nullptr;
  Remarks* remarks_ = nullptr;
  std::optional<WorkbookFile> file_;
  CsvCodes codes_;  // the same as in CSV
  std::vector<std::optional<double>> missing_;  // by variable and kind, where its code is a number
  std::string_view case_id_;
  unsigned row_ = 0;
  std::string scratch_;
  std::vector<std::string_view> how_;
};

// The sheets behind the data.
void add_dictionary(WorkbookFile& file, const Dataset& dataset, const MissingCodes& missing);

}  // namespace genpyo::exports
