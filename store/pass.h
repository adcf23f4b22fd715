// Pass: the rows of one keying of a case, read and written as a whole.
#pragma once
#include <optional>
#include <string>

#include "store/journal.h"
#include "store/snapshot.h"
#include "store/statements.h"

namespace genpyo::store {

struct StoredPass {
  std::string form_hash;
  std::optional<Snapshot> snapshot;  // nothing when it cannot be read
  bool begun = false;                // the case has this pass
};

// A snapshot and the text it was read from or written as: the same text need not be read again.
struct Kept {
  std::string text;
  Snapshot snapshot;
};

// What is `kept` moves into the result where its text is that of the file.
std::optional<StoredPass> read_pass(Statements& sql, const std::string& case_id, int pass,
                                    std::optional<Kept>* kept = nullptr);

// Writes what follows from the journal: the snapshot, and after the first pass the case's state and
// last change. Gives the snapshot's text.
std::string write_pass(Statements& sql, const std::string& case_id, int pass, const Snapshot& snapshot,
                const std::string& changed_at);

// What stands against a line, as a sentence: a line once written stays, so it is looked at before.
std::optional<std::string> fault_of(const Entry& entry, const ItemNames& names);

// Adds a line for each change and moves the snapshot along. `stamp` has the case, pass, operator
// and time of them all.
forms::Result<forms::Done> append_changes(Journal& journal, const ItemNames& names,
                                          const Entry& stamp, const std::vector<Change>& changes,
                                          Snapshot& snapshot);

}  // namespace genpyo::store
