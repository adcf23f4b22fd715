// Signs: small drawn marks that say in a shape what a colour says too.
#pragma once
#include <imgui.h>

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
};

void draw_sign(ImDrawList& list, ImVec2 middle, float radius, Sign sign);

}  // namespace genpyo::ui
