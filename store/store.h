// Store: one SQLite file that keeps everything. Marks are an append-only journal with a hash
// chain; the present marks of a case are a snapshot written in the same transaction.
//
// The file format is described in store/schema.cpp, beside the migrations. A Store is used by one
// thread; two processes may use one file: each case is open in at most one of them, and a save
// whose case has moved on is refused. When a call fails, nothing of it is in the file.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/case.h"
#include "forms/form.h"
#include "forms/result.h"

namespace genpyo::store {

// The time as ISO 8601 with milliseconds in UTC ("2018-03-01T09:30:00.000Z"), handed in: nothing
// here reads a clock.
using Clock = std::function<std::string()>;

// A pass is one keying of the sheet. The first one counts: it is corrected and settled, and nothing
// but it is exported. The second is keyed without sight of it, so that the two can be compared.
inline constexpr int first_pass = 1, second_pass = 2;

// One line of the journal.
struct Entry {
  enum class Action { create, mark, note, confirm, override_, close, reopen };
  std::int64_t sequence = 0;
  std::string case_id;
  int pass = 1;
  Action action = Action::mark;
  std::string subject;  // item name; the violation's key for confirm and override; else ""
  forms::Mark mark;     // for Action::mark
  std::string text;     // a note's text
  std::string operator_name;
  std::string at;
  std::string reason;
};

struct CaseSummary {
  std::string id;
  forms::CaseState state = forms::CaseState::open;
  std::string form_id, form_version, form_hash;
  std::string changed_at;
  int keyed = 0;              // marks that are not not_keyed
  std::string open_at;        // "" or who has it open: "host, process 123"
  std::optional<forms::CaseState> second;  // of its second pass, where there is one
};

// A definition that cases were keyed under.
struct FormUse {
  std::string hash, form_id, version;
  std::size_t cases = 0, closed = 0;  // closed: of those
};

// What a walk through the cases came to.
struct Walk {
  std::size_t taken = 0, left_out = 0;  // left out: open cases, where only closed ones were wanted
};

// A case as read: the snapshot, and what a later save must still find unchanged.
struct StoredCase {
  forms::Case current;
  std::int64_t revision = 0;   // counts the journal lines of this pass
  std::string form_hash;       // which archived form it was keyed under
  std::string last_item;       // name of the item of the newest mark, "" when there is none
};

// Who has a case open: this process, another one, or (neither) nobody.
struct Holder {
  bool here = false;
  std::string elsewhere;  // "kiosk-2, process 123"
};

// What happens to a case, all of it in one transaction: journal lines and the snapshot.
struct Change {
  Entry::Action action = Entry::Action::mark;
  std::string subject;
  forms::Mark mark;
  std::string text;
  std::string reason;
};

// The newest line of the journal: what a file that is handed out says it was made from.
struct Head {
  std::string at;    // "" where nothing has been keyed
  std::string hash;
};
// A code that was added to an item's list while answers were being coded.
struct AddedCode {
  std::string item;
  int code = 0;  // 1 to 999
  std::string label;
  std::string operator_name, at;
};
Change code_change(std::string_view item, int code, std::string_view label);
// The subject under which a second coder's marks stand, who does not see the first one's.
std::string second_coding_of(std::string_view item);

struct AuditReport {
  std::int64_t entries = 0;
  std::string head;                      // hash of the newest line
  std::vector<std::string> findings;     // one sentence each: broken link, altered line, snapshot that differs
};

// How often in a row an operator's PIN was wrong. Kept in the file, so that neither a restart nor
// another kiosk on the same file forgives it.
struct WrongPins {
  std::int64_t count = 0;
  std::int64_t seconds_ago = 0;  // the last of them; 0 also when the clock has gone back since
};

class Store {
 public:
  // Creates the file (and its folder) when absent; migrates an older one. Fails with one sentence:
  // not a Genpyo database, made by a newer Genpyo, read-only, disk full …
  static forms::Result<Store> open(const std::string& path, Clock clock, std::string operator_name);
  // Opens an existing file for reading only; never creates or migrates. It has no clock, so to it
  // a case that another machine has open stays open there.
  static forms::Result<Store> open_read_only(const std::string& path);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // From now on every reading sees the file as it is at this moment, whatever others write. Only
  // for a Store that is open for reading.
  forms::Result<forms::Done> stand_still();

  // Whose lines the next ones of the journal are.
  void set_operator(std::string operator_name);

  forms::Result<WrongPins> wrong_pins(const std::string& operator_name);
  forms::Result<forms::Done> note_wrong_pin(const std::string& operator_name);
  forms::Result<forms::Done> forgive_wrong_pins(const std::string& operator_name);

  // Archives the definition under its hash (once) and makes the form's view; gives the hash.
  forms::Result<std::string> archive(const forms::Form& form);
  forms::Result<std::string> archived_text(const std::string& form_hash);  // the definition as archived
  forms::Result<std::vector<std::string>> form_hashes();

  forms::Result<std::vector<CaseSummary>> cases();  // by id
  forms::Result<bool> has(const std::string& case_id);
  forms::Result<std::string> form_of(const std::string& case_id);  // hash of its archived form

  // A new case with its first marks (from the frame), in one transaction. Fails if it exists.
  forms::Result<StoredCase> create(const forms::Form& form, const std::string& form_hash,
                                   const std::string& case_id, const std::vector<Change>& first);
  // Begins the second pass of an acquired case with what nobody keys from the sheet. Fails if there
  // is one.
  forms::Result<StoredCase> create_second(const forms::Form& form, const std::string& case_id,
                                          const std::vector<Change>& first);
  forms::Result<StoredCase> read(const forms::Form& form, const std::string& case_id, int pass = first_pass);

  // Calls `use` for every closed case (`open_too`: for open ones as well) by id, all as the file is
  // at one moment; one is in memory at a time. `use` must not ask this Store for anything. Ends with
  // one sentence at a case that is damaged or was keyed under another form. Once `is_stopped` says so
  // (Ctrl+C), no further case is read.
  forms::Result<Walk> each(const forms::Form& form, bool open_too,
                           const std::function<void(const forms::Case&)>& use,
                           const std::function<bool()>& is_stopped = {});
  forms::Result<std::vector<FormUse>> forms_in_use();

  // Takes the case for this process. Fails, saying where, when another living process has it; a
  // dead process's hold on this machine, or one elsewhere unrenewed for two minutes, is taken over.
  forms::Result<forms::Done> acquire(const std::string& case_id);
  forms::Result<Holder> holder(const std::string& case_id);
  forms::Result<forms::Done> renew(const std::string& case_id);  // every 30 s while open
  forms::Result<forms::Done> release(const std::string& case_id);

  // Appends the changes to the journal and moves the pass's snapshot, in one transaction, on disk when
  // this returns. The case must be acquired and still have this revision. Gives the new revision,
  // and renews the hold.
  forms::Result<std::int64_t> save(const forms::Form& form, const std::string& case_id,
                                   std::int64_t revision, const std::vector<Change>& changes,
                                   int pass = first_pass);

  // Many cases in one transaction, for import: all of them or none. Cases that exist are refused by id.
  struct NewCase {
    std::string id;
    std::vector<Change> changes;
  };
  forms::Result<forms::Done> import(const forms::Form& form, const std::string& form_hash,
                             const std::vector<NewCase>& cases);

  forms::Result<std::vector<Entry>> history(const forms::Form& form, const std::string& case_id,
                                            std::string_view item);  // "" = all of the case; else
                                                                     // its violations too

  forms::Result<Head> head();  // as it stands in the file; only an audit says whether it is true
  forms::Result<std::vector<AddedCode>> added_codes();  // of all forms, in the order of the journal
  // The marks of all cases on an item that is coded afterwards, those of the second coder too.
  forms::Result<std::vector<Entry>> codings(std::string_view item);

  forms::Result<AuditReport> audit();
  // Snapshots anew from the journal, then audits. When the journal itself is not whole, nothing is
  // rebuilt and the first finding says so.
  forms::Result<AuditReport> rebuild();

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace genpyo::store
