// Guided: a soft check is asked about in plain words when it appears, before the cursor goes on.
#include <algorithm>

#include "app/session/inside.h"
#include "app/session/profile.h"

namespace genpyo::session {

void Session::Inside::remember_doubts() {
  known_doubts.clear();
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (!violation.settled && violation.item != state.cursor) known_doubts.insert(violation.key);
  }
}

bool Session::Inside::asks_doubts() {
  const bool is_second = state.current.pass == store::second_pass;  // its doubts are the first one's
  if (state.settings.profile != Profile::guided || state.read_only || is_second) return false;
  state.doubts.clear();
  for (const validators::Violation& violation : state.evaluation.violations) {
    const bool soft = violation.severity == forms::Severity::soft && !violation.settled;
    if (soft && known_doubts.count(violation.key) == 0) state.doubts.push_back(violation);
  }
  if (state.doubts.empty()) return false;
  open_dialog(Dialog::doubt);
  return true;
}

void Session::Inside::answer_doubts(bool as_on_paper) {
  const std::vector<validators::Violation> asked = std::move(state.doubts);
  state.doubts.clear();
  if (!as_on_paper) {
    open_dialog(Dialog::none);
    if (!asked.empty()) go_to(asked.front().item);
    return;
  }
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  for (const validators::Violation& violation : asked) {
    after.confirmed.insert(violation.key);
    changes.push_back({store::Entry::Action::confirm, violation.key, {}, "", ""});
  }
  if (!save(changes, std::move(after))) {
    state.doubts = asked;  // still in question: 1 tries again
    return;
  }
  open_dialog(Dialog::none);
  tell(Notice::Kind::accepted, "notice.confirmed");
  go_on();
}

void Session::Inside::type_in_dialog(std::string_view character) {
  if (takes_text(state.dialog)) {
    if (!draft_in_use().insert(character)) tell(Notice::Kind::refused, "notice.draft_full");
    return draft_changed();
  }
  const std::size_t digit = character.size() == 1 && character[0] >= '1' && character[0] <= '9'
                                ? static_cast<std::size_t>(character[0] - '0')
                                : 0;
  if (state.dialog == Dialog::doubt && (digit == 1 || digit == 2)) return answer_doubts(digit == 1);
  if (state.dialog == Dialog::settings && digit != 0) return set(state.setting, digit - 1);
  tell(Notice::Kind::refused, "notice.in_dialog", {std::string(character)});
}

}  // namespace genpyo::session
