// The clean dataset as CSV (RFC 4180): one row a case, variables in the order of the paper; beside
// it the codebook. Bytes and codes are the profile's (profile.h).
#pragma once
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "export/codebook.h"
#include "export/dataset.h"

namespace genpyo::exports {

// What a column writes for what is not a figure or a text of the respondent.
struct CsvColumn {
  std::string missing[forms::all_missing.size()];          // by kind, ready for the file
  std::vector<std::pair<std::int64_t, std::string>> words;  // of codes, in the profile `labels`
  std::vector<std::int64_t> codes_taken;  // a figure that is one of these would be read as missing
  // A figure above it is neither: nearly all are.
  std::int64_t nothing_above = std::numeric_limits<std::int64_t>::min();
};

// <form_id>_codebook.csv and <form_id>.csv.
class CsvWriter : public DatasetWriter {
 public:
  explicit CsvWriter(const Profile& profile) : profile_(profile) {}

  bool looks_first() const override { return profile_.kind == Profile::Kind::legacy; }
  // Every character that CP932 lacks stands against the export.
  void look(const Dataset& dataset, const Row& row, Remarks& remarks) override;
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  void append(const Cell& cell, std::size_t column);
  void append_figure(std::int64_t figure, std::size_t column);
  void append_decimal(const forms::Decimal& decimal, std::size_t column);
  void append_text(std::string_view text, std::size_t column);
  void append_cell(std::string_view text);  // quoted where it must be, in the profile's bytes
  void tell_collision(std::size_t column, const std::string& figure);
  std::string in_bytes(const std::string& text) const;

  Profile profile_;
  const Dataset* dataset_ = nullptr;
  Remarks* remarks_ = nullptr;
  WholeFile* data_ = nullptr;
  std::vector<CsvColumn> columns_;
  std::string_view case_id_;
  std::string line_, scratch_, encoded_;
};

// CsvColumns of a dataset, and the missing codes for the codebook (empty: those of the analysis
// profile). What stands against them (a code that is an answer too) is told.
struct CsvCodes {
  std::vector<CsvColumn> columns;
  MissingCodes missing;
};
CsvCodes csv_codes(const Dataset& dataset, const Extents& extents, Remarks& remarks);

// How many digits the profile `legacy` gives a variable's codes, where `most` is its largest figure.
int legacy_width(const Variable& variable, std::int64_t most);

// "1 5 6" in the column's words, in the order in which the codes stand: a ranking is nothing else.
std::string words_of_codes(const CsvColumn& column, std::string_view codes);

}  // namespace genpyo::exports
