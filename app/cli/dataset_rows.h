// The rows of a file that `import` is given: keyed by hand (CSV), or written by `export` in any of
// its formats. The format is that of the name's ending, else that of the first bytes, else CSV.
#pragma once
#include <optional>
#include <string>

#include "app/session/exported.h"
#include "export/dataset_rows.h"
#include "forms/form.h"
#include "forms/result.h"

namespace genpyo::cli {

struct GivenRows {
  exports::DatasetRows rows;
  std::optional<session::ExportedFrom> from;  // nothing: keyed by hand
};

// What lies beside a file that `export` wrote is read too: the manifest (shortened names, profile),
// remarks.csv, and for CSV the codebook, without which it counts as keyed by hand.
forms::Result<GivenRows> read_given_rows(const forms::Form& form, const std::string& path);

}  // namespace genpyo::cli
