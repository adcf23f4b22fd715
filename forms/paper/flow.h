// Flow: which pieces stand on which page. Never more pages than needed, all of them as evenly full
// as their pieces allow, and the white that is left shared out between the pieces.
#pragma once
#include <vector>

#include "forms/paper/strip.h"

namespace genpyo::paper {

// `first_top` and `later_top` are where the questions of the first and of a later page begin. A
// piece taller than a page is cut between its strips.
std::vector<Page> flow(std::vector<Piece> pieces, double first_top, double later_top);

}  // namespace genpyo::paper
