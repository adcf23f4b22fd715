// CoverDraft: one case of a cover in the making. It is narrowed from branch to branch: what an
// earlier one needs stays as it is.
#pragma once
#include <vector>

#include "validators/cover.h"

namespace genpyo::validators {

// What every draft shares.
struct Workshop {
  Workshop(const Program& program, forms::Date today, const std::vector<Ground>& grounds, long budget);

  const Program& program;
  forms::Date today;
  std::vector<Ground> grounds;              // at least one
  Search search;
  std::vector<std::vector<Domain>> starts;  // by ground: what a clerk may key
  std::vector<Branch> branches;
  std::vector<Finding> ways;           // by branch: how it comes about, where that was found
  long work_left = 0;

  // A case within the marks, and what of them must stay as it is.
  Finding find(std::size_t branch, const std::vector<Domain>& marks, int budget);

  std::vector<char> taken_by(const forms::Case& current) const;  // by index of `branches`
  void spend(std::size_t work) { work_left -= static_cast<long>(work); }
};

class CoverDraft {
 public:
  // The workshop must outlive it.
  CoverDraft(Workshop& workshop, std::size_t ground);

  bool takes(std::size_t branch) const { return shown_.takes[branch] != 0; }
  // The way that is known, where nothing that is held stands against it. To be shown afterwards.
  bool go_known_way(std::size_t branch);
  // Searches for a case within the draft that takes it. Not found, the draft is as before.
  bool extend(std::size_t branch, int budget);
  // What it takes now it will take whatever is added.
  void keep(std::size_t branch);
  // Evaluates the draft as it is by now.
  void show();
  const CoverCase& shown() const { return shown_; }

 private:
  void hold(const Finding& way);
  Workshop& workshop_;
  std::vector<Domain> marks_;
  std::vector<char> held_;  // by ItemIndex: a branch needs it as it is
  CoverCase shown_;
};

}  // namespace genpyo::validators
