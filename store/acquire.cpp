#include "store/connection.h"
#include "store/hold.h"
#include "store/store.h"

namespace genpyo::store {

using forms::Done;
using forms::Failure;
using forms::Result;

Result<Done> Store::acquire(const std::string& case_id) {
  Connection& file = *connection_;
  auto result = file.writing([&]() -> Result<Done> {
    if (!file.sql.with("SELECT 1 FROM survey_case WHERE id = ?", case_id).next()) {
      return Failure{"There is no case " + case_id + " in " + file.path + "; check its number."};
    }
    const std::string now = file.now();
    if (renew_hold(file.sql, case_id, file.self, now)) return Done{};
    const auto hold = hold_of(file.sql, case_id, now);
    if (hold && stands(*hold, file.self)) {
      return Failure{"Case " + case_id + " is open elsewhere (" + words_for(hold->holder) +
                     " since " + hold->taken_at + "); leave it there first."};
    }
    write_hold(file.sql, case_id, file.self, now);
    return Done{};
  });
  if (result) file.held.insert(case_id);
  return result;
}

Result<Holder> Store::holder(const std::string& case_id) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<Holder> {
    const auto hold = hold_of(file.sql, case_id, file.now());
    if (!hold || !stands(*hold, file.self)) return Holder{};
    if (hold->holder == file.self) return Holder{true, ""};
    return Holder{false, words_for(hold->holder)};
  });
}

Result<Done> Store::renew(const std::string& case_id) {
  Connection& file = *connection_;
  return file.writing([&]() -> Result<Done> {
    if (renew_hold(file.sql, case_id, file.self, file.now())) return Done{};
    return Failure{"Case " + case_id + " is no longer open here; open it again."};
  });
}

Result<Done> Store::release(const std::string& case_id) {
  Connection& file = *connection_;
  auto result = file.writing([&]() -> Result<Done> {
    drop_hold(file.sql, case_id, file.self);
    return Done{};
  });
  if (result) file.held.erase(case_id);
  return result;
}

}  // namespace genpyo::store
