// What the disk or the database says no with, as one sentence for a person. SQLite's exceptions
// end here: everything public in store/ runs inside guarded().
#pragma once
#include <string>
#include <type_traits>

#include "forms/result.h"

namespace genpyo::store {

// The sentence for an SQLite result code about the file `path`; `detail` is SQLite's own wording,
// used only where we have none.
std::string sentence_for(int sqlite_code, const std::string& path, const std::string& detail);

// The exception being handled, as a Failure. Only inside a catch block.
forms::Failure failure_at_hand(const std::string& path);

template <typename Act>
std::invoke_result_t<Act> guarded(const std::string& path, Act act) {
  try {
    return act();
  } catch (...) {
    return failure_at_hand(path);
  }
}

}  // namespace genpyo::store
