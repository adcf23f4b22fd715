// The rows of a file that `import` is given: keyed by hand (CSV), or written by `export` in any of
// its formats. The format is that of the name's ending, else that of the first bytes, else CSV.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/session/described_codes.h"
#include "app/session/exported.h"
#include "app/session/survey.h"
#include "export/dataset_rows.h"
#include "forms/result.h"

namespace genpyo::cli {

struct GivenRows {
  exports::DatasetRows rows;
  std::optional<session::ExportedFrom> from;  // nothing: keyed by hand
  session::TakenCodes codes;                  // added to lists while the cases were coded
};

// `survey` becomes one whose lists have the codes that the dataset says were added to them.
// What lies beside a file that `export` wrote is read too: the manifest (shortened names, profile,
// added codes), remarks.csv, and for CSV the codebook, without which it counts as keyed by hand.
forms::Result<GivenRows> read_given_rows(std::unique_ptr<session::Survey>& survey, const std::string& path);

}  // namespace genpyo::cli
