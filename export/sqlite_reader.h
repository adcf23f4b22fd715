// A SQLite dataset that SqliteWriter wrote, read back: the table `cases` and nothing else, missing
// kinds as their codes (-1 … -7).
//
// Such a file may be anything: it is opened for reading alone, as one that nobody writes to (no
// journal beside it is looked at), its schema is not trusted, and a view, a virtual table or a
// column that is computed is refused.
#pragma once
#include <string>

#include "export/dataset_rows.h"

namespace genpyo::exports {

// Fails where the file is no such dataset, is broken, or takes more than most_bytes as rows.
forms::Result<DatasetRows> read_sqlite(const std::string& path, std::size_t most_bytes = most_rows_bytes);

}  // namespace genpyo::exports
