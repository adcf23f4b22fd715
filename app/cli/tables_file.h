// The tables that are declared beside a form.
#pragma once
#include "export/tables/tables.h"
#include "forms/form.h"
#include "forms/result.h"

namespace genpyo::cli {

// forms/<form_id>/tables.yaml of the installed data; where there is none, the standard tables. Fails
// when it has faults (which are then printed).
forms::Result<exports::TablesDefinition> read_tables_of(const forms::Form& form);

}  // namespace genpyo::cli
