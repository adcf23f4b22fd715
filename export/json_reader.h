// A JSON dataset that JsonWriter wrote, read back: a figure as it is written, a missing kind as one.
#pragma once
#include <string>
#include <string_view>

#include "export/dataset_rows.h"

namespace genpyo::exports {

// Fails where the text is no JSON or no such dataset; `file` is how sentences name it.
forms::Result<DatasetRows> read_json(std::string_view bytes, const std::string& file,
                                     std::size_t most_bytes = most_rows_bytes);

}  // namespace genpyo::exports
