#include "app/session/history.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/session/comparison.h"
#include "app/session/described_codes.h"
#include "app/session/words.h"

namespace genpyo::session {
namespace {

using Action = store::Entry::Action;

struct Known {
  std::string_view recorded;
  const char* key;
};
constexpr std::array known_reasons = {
    Known{"undo", "history.reason.undo"},
    Known{"redo", "history.reason.redo"},
    Known{"restored", "history.reason.restored"},
    Known{"page absent", "history.reason.page_absent"},
    Known{"import", "history.reason.import"},
    Known{"from the frame", "history.reason.frame"},
    Known{"by the program", "history.reason.program"},
    Known{kept_first_reason, "history.reason.kept_first"},
    Known{took_second_reason, "history.reason.took_second"},
    Known{keyed_anew_reason, "history.reason.keyed_anew"},
    Known{settling_reason, "history.reason.settling"},
};

// The key of a violation ends in the item's name: "constraint:outpatient_days".
std::optional<forms::ItemIndex> item_of(const forms::Form& form, const std::string& subject) {
  if (subject.empty()) return std::nullopt;
  const auto colon = subject.find(':');
  return form.find(colon == std::string::npos ? subject : subject.substr(colon + 1));
}

std::string of_mark(const forms::Mark& mark, const forms::Form& form, forms::ItemIndex item,
                    std::string_view language, const Strings& strings) {
  std::string text = word(mark.content, form, item, language, strings);
  if (!mark.several.empty()) text += " " + forms::plain_text(mark.several);
  return text;
}

}  // namespace

std::vector<HistoryLine> lines_of(const forms::Form& form,
                                  const std::vector<store::Entry>& entries) {
  std::vector<HistoryLine> lines;
  std::map<std::pair<int, std::string>, forms::Mark> present;  // each pass has its own
  for (const store::Entry& entry : entries) {
    HistoryLine line;
    line.action = entry.action;
    line.subject = entry.subject;
    line.item = item_of(form, entry.subject);
    if (entry.action == Action::mark) {
      forms::Mark& marked = present[{entry.pass, entry.subject}];
      line.before = marked;
      line.after = marked = entry.mark;
    }
    if (entry.action == Action::note) line.text = entry.text;
    line.reason = entry.reason;
    line.operator_name = entry.operator_name;
    line.at = entry.at;
    line.pass = entry.pass;
    lines.push_back(std::move(line));
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

std::string word(const HistoryLine& line, const forms::Form& form, std::string_view language,
                 const Strings& strings) {
  switch (line.action) {
    case Action::create: return strings.text(language, "history.created");
    case Action::close: return strings.text(language, "history.closed");
    case Action::reopen: return strings.text(language, "history.reopened");
    case Action::confirm: return strings.text(language, "history.confirmed", {line.subject});
    case Action::override_: return strings.text(language, "history.overridden", {line.subject});
    case Action::note:
      return line.text.empty() ? strings.text(language, "history.note_removed")
                               : strings.text(language, "history.note", {line.text});
    case Action::mark: break;
  }
  if (!line.item) return line.subject;
  return strings.text(language, "history.mark",
                      {of_mark(line.before, form, *line.item, language, strings),
                       of_mark(line.after, form, *line.item, language, strings)});
}

std::string reason_of(const HistoryLine& line, std::string_view language, const Strings& strings) {
  if (line.reason.starts_with(import_of)) return strings.text(language, "history.reason.import_of", {line.reason.substr(import_of.size())});
  const auto known = std::find_if(known_reasons.begin(), known_reasons.end(),
                                  [&](const Known& each) { return each.recorded == line.reason; });
  return known == known_reasons.end() ? line.reason : strings.text(language, known->key);
}

}  // namespace genpyo::session
