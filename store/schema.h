// Schema: the tables of the file and how an older file becomes a newer one. The file format is
// described in schema.cpp.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

namespace genpyo::store {

inline constexpr std::int64_t our_application_id = 0x47656E70;  // "Genp", in the file's header

std::int64_t newest_schema();  // PRAGMA user_version of a file this program writes

// Brings the file to the newest schema, one transaction for each step. Throws SQLite::Exception.
void migrate(SQLite::Database& database);

// A sentence for each table, index or trigger that is not as the migrations make it.
std::vector<std::string> schema_findings(SQLite::Database& database);

}  // namespace genpyo::store
