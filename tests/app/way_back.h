// A dataset's way out and back, as commands.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "program.h"
#include "session_fixture.h"

namespace genpyo::test {

using Arguments = std::vector<std::string>;

inline Arguments joined(Arguments first, const Arguments& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// The format, with the CSV to which it is compared.
inline std::string with_csv(const std::string& format) { return format == "csv" ? format : "csv," + format; }

inline void export_all(const Folder& folder, const std::string& db, const std::string& out, const Arguments& more) {
  const Outcome outcome = run_genpyo(joined({"export", "--db", folder.file(db), "--all", "-o", folder.file(out)}, more));
  INFO(outcome.out << outcome.err);
  REQUIRE(outcome.status == 0);
}

}  // namespace genpyo::test
