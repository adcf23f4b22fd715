// DatasetWords: what stands in the cells of a dataset's columns, in codes or in words, as answers
// and missing kinds.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "export/dataset_rows.h"
#include "export/variables.h"

namespace genpyo::session {

class DatasetWords {
 public:
  // `kinds` empty: the codes of the analysis profile. Words count in `language`, "" = in any.
  DatasetWords(const std::vector<exports::Variable>& variables, const std::vector<exports::KindCode>& kinds,
               bool worded, const std::string& language);

  // The missing kind that the text stands for in the column; nothing where it stands for none.
  std::optional<forms::Missing> kind_of(const std::string& variable, const std::string& text) const;

  // The text with codes in place of words ("1 5 6"); as it is where it has none. Nothing where it may
  // mean several answers.
  std::optional<std::string> in_codes(const exports::Variable& variable, const std::string& text) const;

 private:
  using Codes = std::set<int>;  // what one word may mean

  bool has_parted_word(const std::string& variable) const;  // one that looks like two
  const Codes* meanings_of(const std::string& variable, const std::string& word) const;

  bool worded_;
  std::map<std::string, std::map<std::string, forms::Missing>> kinds_;  // by variable ("" = every one) and text
  std::map<std::string, std::map<std::string, Codes>> words_;           // by variable and word
};

}  // namespace genpyo::session
