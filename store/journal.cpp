#include "store/journal.h"

#include <array>
#include <limits>
#include <utility>

#include "forms/sha256.h"
#include "store/encoding.h"

namespace genpyo::store {
namespace {

using Action = Entry::Action;

constexpr std::array<std::pair<Action, std::string_view>, 7> action_words = {{
    {Action::create, "create"},
    {Action::mark, "mark"},
    {Action::note, "note"},
    {Action::confirm, "confirm"},
    {Action::override_, "override"},
    {Action::close, "close"},
    {Action::reopen, "reopen"},
}};

std::string_view word_for(Action action) {
  for (const auto& [known, word] : action_words) {
    if (known == action) return word;
  }
  return "";
}

std::optional<Action> action_named(std::string_view name) {
  for (const auto& [action, word] : action_words) {
    if (word == name) return action;
  }
  return std::nullopt;
}

void add_field(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
  out += ',';
}

}  // namespace

Line line_at(const Prepared& row) {
  Line line;
  line.sequence = row.number(0);
  line.case_id = row.text(1);
  line.pass = row.number(2);
  int column = 3;
  for (std::string* field :
       {&line.action, &line.subject, &line.content, &line.text, &line.raw, &line.operator_name,
        &line.at, &line.reason, &line.previous, &line.hash}) {
    *field = row.text(column++);
  }
  return line;
}

Line line_of(const Entry& entry) {
  Line line;
  line.sequence = entry.sequence;
  line.case_id = entry.case_id;
  line.pass = entry.pass;
  line.action = word_for(entry.action);
  line.subject = entry.subject;
  if (entry.action == Action::mark) {
    line.content = encode_content(entry.mark.content, entry.mark.several);
    line.raw = entry.mark.raw;
  }
  line.text = entry.text;
  line.operator_name = entry.operator_name;
  line.at = entry.at;
  line.reason = entry.reason;
  return line;
}

std::optional<Entry> entry_of(const Line& line) {
  const auto action = action_named(line.action);
  if (!action || line.pass < 1 || line.pass > std::numeric_limits<int>::max()) return std::nullopt;
  Entry entry{line.sequence, line.case_id,       static_cast<int>(line.pass),
              *action,       line.subject,       {},
              line.text,     line.operator_name, line.at,
              line.reason};
  if (*action == Action::mark) {
    auto content = decode_content(line.content);
    if (!content) return std::nullopt;
    entry.mark = {std::move(content->value), std::move(content->several), line.raw};
  }
  return entry;
}

std::string hash_of(const Line& line) {
  std::string fields;
  add_field(fields, line.previous);
  add_field(fields, std::to_string(line.sequence));
  add_field(fields, line.case_id);
  add_field(fields, std::to_string(line.pass));
  for (const std::string* field : {&line.action, &line.subject, &line.content, &line.text,
                                   &line.raw, &line.operator_name, &line.at, &line.reason}) {
    add_field(fields, *field);
  }
  return forms::sha256_hex(fields);
}

Journal::Journal(Statements& sql) : sql_(sql) {
  auto newest = sql.with("SELECT sequence, hash FROM mark ORDER BY sequence DESC LIMIT 1");
  if (newest.next()) {
    last_ = newest.number(0);
    head_ = newest.text(1);
  }
}

void Journal::append(const Entry& entry) {
  Line line = line_of(entry);
  line.sequence = last_ + 1;
  line.previous = head_;
  line.hash = hash_of(line);
  sql_.with("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", line.sequence,
            line.case_id, line.pass, line.action, line.subject, line.content, line.text, line.raw,
            line.operator_name, line.at, line.reason, line.previous, line.hash)
      .run();
  last_ = line.sequence;
  head_ = line.hash;
}

}  // namespace genpyo::store
