// Case reader: snapshots as cases of one form, fast, for a walk through a whole file. It accepts
// what decode() and as_case() together accept, and gives the same case.
#pragma once
#include <memory>
#include <string_view>

#include "forms/case.h"

namespace genpyo::store {

class CaseReader {
 public:
  enum class Reading { whole, damaged, other_form };  // other_form: it names an item that the form has not

  explicit CaseReader(const forms::Form& form);  // which must outlive it
  ~CaseReader();

  // Fills in what a snapshot says; id, pass and state are the caller's. Unless whole, `into` is of
  // no use.
  Reading read(std::string_view snapshot, forms::Case& into);

 private:
  class Parsing;
  std::unique_ptr<Parsing> parsing_;
};

}  // namespace genpyo::store
