// Sample forms: the survey's own, and small ones written in the tests that show them.
#pragma once
#include <string>
#include <string_view>

#include "forms/form.h"
#include "forms/paper/layout.h"

namespace genpyo::paper {

const FontSet& fonts();       // the machine's
const forms::Form& survey();  // home_care_2018, faultless
forms::ItemIndex item_named(const forms::Form& form, std::string_view name);

// A form of one section around these items, written as in a form.yaml (indented as under
// `items:`). Choice lists: yes_no (1, 2), kinds (1 to 12).
forms::Form form_of(const std::string& items);

// Everything that a layout says, for comparison.
std::string dump(const Layout& layout);

}  // namespace genpyo::paper
