// Signs: small drawn marks that say in a shape what a colour says too.
#pragma once
#include <imgui.h>

#include <array>

#include "app/ui/theme.h"

namespace genpyo::ui {

enum class Sign {
  good,       // a tick on a green disc
  hard,       // a cross on a red disc
  soft,       // an exclamation mark on an amber triangle
  settled,    // a grey tick: confirmed, or passed with a reason
  not_keyed,  // an empty ring
  note,       // a sheet with a folded corner
  off_path,   // ※
  outside,    // a dash
  skipped,    // an arrow onwards
  illegible,  // a blot, as the trade writes ●
};

// All of them, in the order of the legend, with what they mean (of assets/strings).
struct SignMeaning {
  Sign sign;
  const char* word;
};
inline constexpr std::array sign_meanings = {
    SignMeaning{Sign::good, "ui.sign.good"},
    SignMeaning{Sign::hard, "ui.sign.hard"},
    SignMeaning{Sign::soft, "ui.sign.soft"},
    SignMeaning{Sign::settled, "ui.sign.settled"},
    SignMeaning{Sign::note, "ui.sign.note"},
    SignMeaning{Sign::off_path, "ui.sign.off_path"},
    SignMeaning{Sign::illegible, "ui.sign.illegible"},
    SignMeaning{Sign::skipped, "ui.sign.skipped"},
    SignMeaning{Sign::not_keyed, "ui.sign.not_keyed"},
    SignMeaning{Sign::outside, "ui.sign.outside"},
};

void draw_sign(ImDrawList& list, ImVec2 middle, float radius, Sign sign, const Palette& colours);

}  // namespace genpyo::ui
