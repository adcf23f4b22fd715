#include "store/coding.h"

#include <array>
#include <charconv>

#include "store/connection.h"
#include "store/journal.h"

namespace genpyo::store {
namespace {

using forms::Result;

constexpr std::string_view second = "second:", code = "code:";
constexpr int largest_code = 999;

}  // namespace

std::string_view coded_item(std::string_view subject) {
  for (const std::string_view beginning : std::array{second, code}) {
    if (subject.starts_with(beginning)) return subject.substr(beginning.size());
  }
  return {};
}

bool is_coding(std::string_view subject) { return !coded_item(subject).empty(); }

std::string second_coding_of(std::string_view item) { return std::string(second).append(item); }

Change code_change(std::string_view item, int number, std::string_view label) {
  Change change;
  change.action = Entry::Action::note;
  change.subject = std::string(code).append(item);
  change.text = std::to_string(number).append(" ").append(label);
  return change;
}

std::optional<AddedCode> added_code(const Entry& entry) {
  if (entry.action != Entry::Action::note || !entry.subject.starts_with(code)) return std::nullopt;
  AddedCode added{entry.subject.substr(code.size()), 0, "", entry.operator_name, entry.at};
  const char* const end = entry.text.data() + entry.text.size();
  const auto [after, fault] = std::from_chars(entry.text.data(), end, added.code);
  if (fault != std::errc() || after == end || *after != ' ') return std::nullopt;
  if (added.code < 1 || added.code > largest_code) return std::nullopt;
  added.label.assign(after + 1, end);
  return added;
}

Result<std::vector<AddedCode>> Store::added_codes() {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::vector<AddedCode>> {
    std::vector<AddedCode> codes;
    auto rows = file.sql.with(
        "SELECT * FROM mark WHERE instr(subject, ':') > 0 AND subject >= 'code:' AND subject < 'code;' "
        "AND action = 'note' ORDER BY sequence");
    while (rows.next()) {
      const auto entry = entry_of(line_at(rows));
      if (!entry) continue;  // the audit tells of it
      if (auto added = added_code(*entry)) codes.push_back(std::move(*added));
    }
    return codes;
  });
}

Result<std::vector<Entry>> Store::codings(std::string_view item) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::vector<Entry>> {
    std::vector<Entry> entries;
    auto rows = file.sql.with(
        "SELECT * FROM mark WHERE subject IN (?1, ?2) AND pass = 1 AND action = 'mark' ORDER BY sequence", std::string(item),
        second_coding_of(item));
    while (rows.next()) {
      auto entry = entry_of(line_at(rows));
      if (!entry) return forms::Failure{"A line of the journal cannot be read; run genpyo audit."};
      entries.push_back(std::move(*entry));
    }
    return entries;
  });
}

}  // namespace genpyo::store
