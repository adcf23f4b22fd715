// A workbook that XlsxWriter wrote, read back: the sheet `data`, from the sheet `missing` the codes
// of missing kinds, from `variables` and `codes` the labels. A day is 1964-04-01; a text is as it was, blanks at its ends too.
#pragma once
#include <string>
#include <string_view>

#include "export/dataset_rows.h"

namespace genpyo::exports {

// Fails where the bytes are no such workbook; `file` is how sentences name it.
forms::Result<DatasetRows> read_xlsx(std::string_view bytes, const std::string& file,
                                     std::size_t most_bytes = most_rows_bytes);

}  // namespace genpyo::exports
