#include "app/ui/theme.h"

namespace genpyo::ui::theme {

ImU32 colour_of(paper::Tone tone) {
  switch (tone) {
    case paper::Tone::print: return text;
    case paper::Tone::faint: return quiet;
    case paper::Tone::bar: return IM_COL32(0x3A, 0x41, 0x4C, 0xFF);
    case paper::Tone::bar_text: return on_strong;
    case paper::Tone::tint: return IM_COL32(0xEF, 0xF0, 0xF2, 0xFF);
    case paper::Tone::paper: return card;
    case paper::Tone::pen: return pen;
    case paper::Tone::off_path: return off_path;
  }
  return text;
}

ImU32 rule_colour_of(paper::Tone tone) {
  if (tone == paper::Tone::faint) return IM_COL32(0xA9, 0xAE, 0xB5, 0xFF);
  if (tone == paper::Tone::print) return IM_COL32(0x55, 0x5A, 0x62, 0xFF);
  return colour_of(tone);
}

void apply(ImGuiStyle& style, float scale) {
  ImGui::StyleColorsLight(&style);
  const auto set = [&style](ImGuiCol part, ImU32 colour) {
    style.Colors[part] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, panel);
  set(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
  set(ImGuiCol_Border, edge);
  set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
  set(ImGuiCol_ScrollbarGrab, IM_COL32(0xB4, 0xAF, 0xA4, 0xFF));
  set(ImGuiCol_ScrollbarGrabHovered, IM_COL32(0x94, 0x8F, 0x84, 0xFF));
  set(ImGuiCol_ScrollbarGrabActive, quiet);
  style.WindowPadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.WindowRounding = 0;
  style.ScrollbarSize = 12 * scale;
}

}  // namespace genpyo::ui::theme
