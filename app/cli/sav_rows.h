// The rows of an SPSS file that `export` wrote, as its CSV would have them, and the codebook that
// says what they are. Nothing need lie beside the file; where a manifest does, it gives shortened
// names back.
#pragma once
#include <string>

#include "app/session/exported.h"
#include "forms/csv.h"
#include "forms/form.h"
#include "forms/result.h"

namespace genpyo::cli {

bool is_sav(const std::string& path);
forms::Result<forms::csv::Table> read_sav_rows(const std::string& path);

// Every column that an export of the form may have, whatever it was asked for.
forms::Result<session::ExportedFrom> codebook_of(const forms::Form& form);

}  // namespace genpyo::cli
