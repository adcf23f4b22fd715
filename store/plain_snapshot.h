// Plain snapshot: a snapshot exactly as encode() writes it, with nothing escaped in it, read in one
// stride. Nearly every snapshot is one; before any other it gives up, and the general reader is
// asked, which alone says what is wrong with it.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/case.h"

namespace genpyo::store {

class PlainSnapshot {
 public:
  explicit PlainSnapshot(const forms::Form& form);

  // Marks and confirmations, over those of the case before, whose memory is taken over. False: it
  // is none, or has notes or overrides too; `into` is of no use then.
  bool read(std::string_view snapshot, forms::Case& into) const;

 private:
  bool read_marks(std::string_view& rest, forms::Case& into) const;

  // By name, the order of a snapshot: what stands before an item's content.
  std::vector<std::pair<std::string, forms::ItemIndex>> places_;
};

}  // namespace genpyo::store
