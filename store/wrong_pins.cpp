// Wrong PINs, and whose the journal's next lines are.
#include "store/connection.h"
#include "store/store.h"

namespace genpyo::store {

using forms::Done;
using forms::Result;

void Store::set_operator(std::string operator_name) {
  connection_->operator_name = std::move(operator_name);
}

Result<WrongPins> Store::wrong_pins(const std::string& operator_name) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<WrongPins> {
    // A time that SQLite cannot read counts as now: nobody gets in sooner by damaging it.
    auto row = file.sql.with(
        "SELECT count, coalesce(max(0, (julianday(?1) - julianday(last_at)) * 86400.0 + 0.001), 0) "
        "FROM wrong_pin WHERE operator = ?2",
        file.now(), operator_name);
    if (!row.next()) return WrongPins{};
    return WrongPins{row.number(0), row.number(1)};
  });
}

Result<Done> Store::note_wrong_pin(const std::string& operator_name) {
  Connection& file = *connection_;
  return file.writing([&]() -> Result<Done> {
    file.sql.with(
            "INSERT INTO wrong_pin (operator, count, last_at) VALUES (?1, 1, ?2) "
            "ON CONFLICT (operator) DO UPDATE SET count = min(count + 1, 1000), last_at = ?2",
            operator_name, file.now())
        .run();
    return Done{};
  });
}

Result<Done> Store::forgive_wrong_pins(const std::string& operator_name) {
  Connection& file = *connection_;
  return file.writing([&]() -> Result<Done> {
    file.sql.with("DELETE FROM wrong_pin WHERE operator = ?1", operator_name).run();
    return Done{};
  });
}

}  // namespace genpyo::store
