// FORM_redcap.csv: the form as a REDCap data dictionary: eighteen columns, a row for each item that leaves.
// What REDCap's logic cannot say stands in the field's note, and in the remarks.
#pragma once
#include <string>

#include "export/documents/described.h"

namespace genpyo::exports {

std::string redcap_dictionary(const Described& described, Remarks& remarks);

}  // namespace genpyo::exports
