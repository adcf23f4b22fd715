// Trial: the real evaluation of cases that differ from a usual one in few items. Only what follows
// for these is worked out anew, as long as they say nothing of whether an instance of a repeat is in use.
#pragma once
#include <vector>

#include "validators/states.h"

namespace genpyo::validators {

class Trial {
 public:
  // The program must outlive it.
  Trial(const Program& program, forms::Case usual, forms::Date today);
  Trial(const Trial&) = delete;

  // `items` hold all that these answers bear on and is to be looked at, in the order in which they
  // are settled. Until the next call.
  const Moment& with(const std::vector<forms::ItemIndex>& items, const std::vector<forms::Value>& answers,
                     bool whole);
  // Whether all else has to be worked out as well.
  bool wants_whole(const std::vector<forms::ItemIndex>& items) const;

 private:
  void put_back(bool states);
  const Program& program_;
  const forms::Date today_;
  const forms::Case usual_;
  forms::Case current_;
  const Moment usually_;
  Moment moment_;
  std::vector<forms::ItemIndex> changed_;
  bool changed_all_ = false;
};

}  // namespace genpyo::validators
