#include "store/hold.h"

namespace genpyo::store {

std::optional<Hold> hold_of(Statements& sql, const std::string& case_id, const std::string& now) {
  // A time that SQLite cannot read makes the difference NULL, which is not "expired" for a reader
  // without a clock; a renewal that cannot be read is nobody's.
  auto row = sql.with(
      "SELECT host, pid, started, taken_at, "
      "coalesce((julianday(?1) - julianday(renewed_at)) * 86400.0 > 120.0, ?1 <> '') "
      "FROM case_hold WHERE case_id = ?2",
      now, case_id);
  if (!row.next()) return std::nullopt;
  return Hold{{row.text(0), row.number(1), row.text(2)}, row.text(3), row.number(4) != 0};
}

bool stands(const Hold& hold, const Process& self) {
  return hold.holder.host == self.host ? lives(hold.holder) : !hold.expired;
}

void write_hold(Statements& sql, const std::string& case_id, const Process& self,
                const std::string& now) {
  sql.with(
         "INSERT INTO case_hold (case_id, host, pid, started, taken_at, renewed_at) "
         "VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (case_id) DO UPDATE SET "
         "host = ?2, pid = ?3, started = ?4, taken_at = ?5, renewed_at = ?5",
         case_id, self.host, self.pid, self.started, now)
      .run();
}

bool renew_hold(Statements& sql, const std::string& case_id, const Process& self,
                const std::string& now) {
  return sql.with(
                "UPDATE case_hold SET renewed_at = ?1 "
                "WHERE case_id = ?2 AND host = ?3 AND pid = ?4 AND started = ?5",
                now, case_id, self.host, self.pid, self.started)
             .run() == 1;
}

void drop_hold(Statements& sql, const std::string& case_id, const Process& self) {
  sql.with("DELETE FROM case_hold WHERE case_id = ?1 AND host = ?2 AND pid = ?3 AND started = ?4",
           case_id, self.host, self.pid, self.started)
      .run();
}

}  // namespace genpyo::store
