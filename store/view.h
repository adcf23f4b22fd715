// The view of a form: for analysts with SQL, one row a case (first pass) and one column an item.
//
// A figure is a number, a select_one its code, a select_multiple its codes with spaces between
// them ("1 5 6"), a text itself; what is missing is NULL. It shows marks as they are on the sheet,
// not the values of a dataset, and leaves out identifying items.
#pragma once
#include <optional>
#include <string>

#include "forms/form.h"

namespace genpyo::store {

std::string view_name(const forms::Form& form);  // "home_care_2018_1"

// CREATE VIEW …; the names in it are the form's, quoted. Nothing when a name cannot be written
// into a JSON path (a quotation mark or a control character).
std::optional<std::string> view_sql(const forms::Form& form);

}  // namespace genpyo::store
