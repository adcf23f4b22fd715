// Grounds: what the frame knows of a sheet before it is keyed, as far as the form's rules look at it,
// and the case numbers that go with it.
#pragma once
#include <vector>

#include "app/session/survey.h"
#include "validators/cover.h"

namespace genpyo::cli {

class Grounds {
 public:
  // The survey must outlive it.
  explicit Grounds(const session::Survey& survey);

  // One for all organizations of which the rules see the same. Empty without a frame.
  const std::vector<validators::Ground>& marks() const { return marks_; }

  // Gives each case a number of its ground, of sheets that were sent while there are such, and what
  // the frame knows of that number.
  void number(std::vector<validators::CoverCase>& cases) const;

 private:
  const session::Survey& survey_;
  std::vector<validators::Ground> marks_;
  std::vector<std::vector<forms::CaseNumber>> numbers_;  // by ground
};

}  // namespace genpyo::cli
