// Mask: small cells hidden before tables are handed to others, so that nobody in them is recognized.
//
// Hidden are the counts (and n) from 1 to below the bound, and what would give them back: of choices
// that exclude each other, and of columns beside "all", a second cell wherever one alone would follow
// from the total; every per cent, mean and other statistic of a hidden cell; every test of a row with
// a hidden cell. The texts are taken out. A hidden count is printed as "<3", what was hidden beside it as 秘匿.
// Least and greatest values of cells that are large enough stay.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "export/tables/tables.h"

namespace genpyo::exports {

// Printed for what would give a masked count back.
inline constexpr std::string_view hidden_beside = "秘匿";

// Masks the definition's figures in place; `below` is 2 or more. Gives how many figures were hidden.
std::size_t mask(std::vector<Figure>& figures, const forms::Form& form, const TablesDefinition& definition, int below);

}  // namespace genpyo::exports
