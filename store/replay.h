// Replay: the journal read again, pass by pass, into what it leads to. Audit compares that with
// the file; rebuild writes it.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/snapshot.h"
#include "store/statements.h"

namespace genpyo::store {

struct Replayed {
  std::string case_id;
  int pass = 1;
  std::string form_hash;  // "" when the journal of the pass does not begin with `create`
  std::string created_at, changed_at;
  Snapshot snapshot;
};

// Calls `visit` with one pass after the other, by case; memory holds one at a time. Lines that
// cannot be read are passed over: check_chain() tells of them.
void replay(Statements& sql, const std::function<void(const Replayed&)>& visit);

// Sentences, so many and no more: a file can be wrong in every line.
class Findings {
 public:
  void add(std::string sentence);
  std::vector<std::string> take();  // with a last sentence for those left out

 private:
  std::vector<std::string> sentences_;
  std::int64_t left_out_ = 0;
};

struct Chain {
  std::int64_t entries = 0;
  std::string head;
  bool whole = true;  // no line is altered, lost, out of order or unreadable
};

// Computes the hash of every line anew.
Chain check_chain(Statements& sql, Findings& findings);

}  // namespace genpyo::store
