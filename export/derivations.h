// Derivations: figures per unit of another item, as the tables divide them, case by case.
#pragma once
#include <vector>

#include "export/row.h"
#include "export/tables/tables.h"
#include "export/variables.h"

namespace genpyo::exports {

// Every pair of a figure and its divisor in the tables, each once, in their order.
std::vector<Derivation> derivations_of(const TablesDefinition& definition);

// The quotient of two whole figures by long division, nothing of it in binary: as many digits as it
// has, at most nine behind the point (and 15 in all), then rounded half up. Where either is no
// answer its missing kind; by 0 not applicable.
Cell derived(const forms::Value& of, const forms::Value& per);

}  // namespace genpyo::exports
