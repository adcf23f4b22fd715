#include "app/session/profile.h"

namespace genpyo::session {

bool is_shown(const State& state, const validators::Violation& violation) {
  if (violation.settled || violation.severity == forms::Severity::hard) return true;
  return state.soft_shown || state.settings.profile == Profile::guided;
}

bool may_be_closed(const State& state) {
  return state.current.pass == store::second_pass ? state.evaluation.not_keyed.empty() : state.evaluation.may_close();
}

bool takes_text(Dialog dialog) {
  return dialog == Dialog::note || dialog == Dialog::go_to || dialog == Dialog::reason ||
         dialog == Dialog::form || dialog == Dialog::new_code;
}

}  // namespace genpyo::session
