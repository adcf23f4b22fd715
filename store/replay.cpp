#include "store/replay.h"

#include <optional>

#include "store/journal.h"

namespace genpyo::store {
namespace {

void take_up(Replayed& replayed, const Entry& entry) {
  if (entry.action == Entry::Action::create && replayed.snapshot.revision == 0) {
    replayed.form_hash = entry.text;
    replayed.created_at = entry.at;
  }
  replayed.changed_at = entry.at;
  apply(replayed.snapshot, entry);
}

// What is wrong with a line by itself or after its predecessor; "" when nothing is.
std::string fault_in(const Line& line, std::int64_t sequence_before,
                     const std::string& hash_before) {
  const std::string name = "Line " + std::to_string(line.sequence) + " of the journal";
  if (line.sequence != sequence_before + 1) {
    return name + " follows line " + std::to_string(sequence_before) + ": lines between are lost.";
  }
  if (hash_of(line) != line.hash) {
    return name + " (case " + line.case_id + ", " + line.subject + ") has been altered.";
  }
  if (line.previous != hash_before) {
    return name + " is not chained to the line before: the journal has been altered there.";
  }
  if (!entry_of(line)) return name + " (case " + line.case_id + ") cannot be read.";
  return "";
}

}  // namespace

void replay(Statements& sql, const std::function<void(const Replayed&)>& visit) {
  std::optional<Replayed> current;
  auto rows = sql.with("SELECT * FROM mark ORDER BY case_id, pass, sequence");
  while (rows.next()) {
    const auto entry = entry_of(line_at(rows));
    if (!entry) continue;
    if (!current || current->case_id != entry->case_id || current->pass != entry->pass) {
      if (current) visit(*current);
      current.emplace();
      current->case_id = entry->case_id;
      current->pass = entry->pass;
    }
    take_up(*current, *entry);
  }
  if (current) visit(*current);
}

void Findings::add(std::string sentence) {
  constexpr std::size_t most = 200;
  if (sentences_.size() < most) {
    sentences_.push_back(std::move(sentence));
  } else {
    ++left_out_;
  }
}

std::vector<std::string> Findings::take() {
  if (left_out_ > 0) {
    sentences_.push_back("There are " + std::to_string(left_out_) + " more findings like these.");
  }
  return std::move(sentences_);
}

Chain check_chain(Statements& sql, Findings& findings) {
  Chain chain;
  chain.head = no_previous;
  std::int64_t last = 0;
  auto rows = sql.with("SELECT * FROM mark ORDER BY sequence");
  while (rows.next()) {
    const Line line = line_at(rows);
    if (std::string fault = fault_in(line, last, chain.head); !fault.empty()) {
      findings.add(std::move(fault));
      chain.whole = false;
    }
    ++chain.entries;
    chain.head = line.hash;
    last = line.sequence;
  }
  return chain;
}

}  // namespace genpyo::store
