// Journal: the lines of the table `mark`, each chained to the one before by its hash. The encoding
// is described in schema.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "store/statements.h"
#include "store/store.h"

namespace genpyo::store {

// The hash that the first line takes for its predecessor's.
inline const std::string no_previous(64, '0');

// One line as it stands in the file, column by column: also one that nobody can read any more.
struct Line {
  std::int64_t sequence = 0;
  std::string case_id;
  std::int64_t pass = 1;
  std::string action, subject, content, text, raw, operator_name, at, reason, previous, hash;
};

// From a row of `SELECT * FROM mark`: the fields of Line are the table's columns, in its order.
Line line_at(const Prepared& row);

Line line_of(const Entry& entry);                 // without previous and hash
std::optional<Entry> entry_of(const Line& line);  // nothing when the line makes no sense
std::string hash_of(const Line& line);            // of all its fields but the hash itself

// The end of the journal, where lines are added. Made inside a transaction that writes, and valid
// until that ends. Throws SQLite::Exception.
class Journal {
 public:
  explicit Journal(Statements& sql);
  void append(const Entry& entry);  // its sequence is given here

 private:
  Statements& sql_;
  std::int64_t last_ = 0;
  std::string head_ = no_previous;
};

}  // namespace genpyo::store
