// The QR code (ISO/IEC 18004, level M) of a sheet. The only room that knows libqrencode.
#pragma once
#include <string_view>
#include <vector>

#include "forms/paper/geometry.h"

namespace genpyo::paper {

// The dark modules, neighbours of a row in one piece, filling `area`; the quiet zone of four
// modules around it is the page's. Empty when the text is too long for a code (2,331 bytes).
std::vector<Fill> qr_fills(std::string_view text, const Rect& area);

}  // namespace genpyo::paper
