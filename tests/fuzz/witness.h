// Witness: sees every mark that the session showed, and holds store and journal to it.
//
// It throws std::runtime_error when a mark was lost, changed unasked, or shown and not stored.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/session/session.h"

namespace genpyo::fuzz {

// The marks as a snapshot holds them: what is not keyed has no text (the journal keeps the key that
// took the mark back).
std::vector<forms::Mark> kept(std::vector<forms::Mark> marks);

class Witness {
 public:
  Witness(const session::Session& session, std::string database)
      : session_(session), database_(std::move(database)) {}

  // After every event; `most` is how many marks it may have changed.
  void look(std::size_t most);
  // The present case is stored as it is shown. Reads the file through a connection of its own.
  void compare_with_store() const;
  // At the end: every case is stored as it was last shown, its journal leads
  // through every state that was shown, and to no other; and the chain is whole.
  void compare_with_journal() const;

  std::size_t cases() const { return seen_.size(); }
  std::size_t marks() const { return marks_; }

 private:
  struct Shown {
    forms::ItemIndex item;
    forms::Mark mark;
  };
  struct Seen {
    std::vector<forms::Mark> marks;  // as shown last
    std::vector<std::vector<Shown>> changes;  // of each event that had any, since the case was new
  };
  std::vector<forms::Mark> seen_of(std::vector<forms::Mark> marks) const;
  void note_changes(const forms::Case& current, std::size_t most);
  static void replay(const std::string& id, const Seen& seen, const forms::Form& form,
                     const std::vector<store::Entry>& history);
  void check_cursor() const;

  const session::Session& session_;
  std::string database_;
  std::map<std::string, Seen> seen_;  // by case
  std::string case_id_;               // shown last
  std::size_t marks_ = 0;
};

}  // namespace genpyo::fuzz
