// Typeface: the faces that texts of the window may be set in. The paper has one only, the first, so
// that screen and print stay the same to the tenth of a millimetre.
#pragma once
#include <array>
#include <string>

namespace genpyo::paper {

enum class Typeface { ipaex_gothic, ipaex_mincho, migmix, biz_ud_gothic, noto_sans };
inline constexpr std::array all_typefaces = {Typeface::ipaex_gothic, Typeface::ipaex_mincho,
                                             Typeface::migmix, Typeface::biz_ud_gothic,
                                             Typeface::noto_sans};

// Debian's place, or GENPYO_FONTS=folder.
std::string path_of(Typeface typeface);
std::string package_of(Typeface typeface);
bool is_installed(Typeface typeface);

}  // namespace genpyo::paper
