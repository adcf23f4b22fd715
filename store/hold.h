// Hold: who has a case open. At most one process has; a hold that is over is as good as none.
#pragma once
#include <optional>
#include <string>

#include "store/process.h"
#include "store/statements.h"

namespace genpyo::store {

struct Hold {
  Process holder;
  std::string taken_at;
  bool expired = false;  // not renewed for two minutes
};

// `now` may be "" (a reader has no clock): then nothing has expired.
std::optional<Hold> hold_of(Statements& sql, const std::string& case_id, const std::string& now);

// Whether somebody still has the case: on this machine the process itself is looked for, on
// another its renewals.
bool stands(const Hold& hold, const Process& self);

void write_hold(Statements& sql, const std::string& case_id, const Process& self,
                const std::string& now);
bool renew_hold(Statements& sql, const std::string& case_id, const Process& self,
                const std::string& now);  // false when it is not ours
void drop_hold(Statements& sql, const std::string& case_id, const Process& self);

}  // namespace genpyo::store
