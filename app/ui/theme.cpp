#include "app/ui/theme.h"

namespace genpyo::ui {
namespace {

// 0xRRGGBB, opaque.
constexpr ImU32 rgb(unsigned colour, unsigned alpha = 0xFF) {
  return IM_COL32((colour >> 16) & 0xFF, (colour >> 8) & 0xFF, colour & 0xFF, alpha);
}

// White paper on a warm grey desk, ink blue for what the respondent wrote.
constexpr Palette light = {
    .desk = rgb(0xD9D5CC), .panel = rgb(0xF6F4EF), .card = rgb(0xFFFFFF),
    .edge = rgb(0xD0CBC0), .shadow = rgb(0x403828, 0x0A), .dim = rgb(0x282622, 0x80),
    .text = rgb(0x20242A), .quiet = rgb(0x5A5F66), .pen = rgb(0x163FA6), .off_path = rgb(0x8A3A6B),
    .strong = rgb(0x1F5BC4), .strong_hover = rgb(0x184AA2), .hover = rgb(0xE8EEF9),
    .on_strong = rgb(0xFFFFFF),
    .highlight = rgb(0xFFEB8A, 0x70), .veil = rgb(0xE9E8E5, 0xB8), .selection = rgb(0xBFD7FF),
    .good = rgb(0x1A6B3C), .hard = rgb(0xB0221C), .soft = rgb(0x855700),
    .good_ground = rgb(0xE8F3EB), .hard_ground = rgb(0xFCEBE9),
    .soft_fill = rgb(0xF2B02C), .on_soft = rgb(0x20242A),
    .bar = rgb(0x3A414C), .tint = rgb(0xEFF0F2), .rule = rgb(0x555A62), .faint_rule = rgb(0xA9AEB5),
    .grab = rgb(0xB4AFA4), .grab_hover = rgb(0x948F84),
    .frame = 1};

constexpr Palette dark = {
    .desk = rgb(0x131518), .panel = rgb(0x1F2226), .card = rgb(0x2A2E33),
    .edge = rgb(0x4A5058), .shadow = rgb(0x000000, 0x10), .dim = rgb(0x000000, 0xA0),
    .text = rgb(0xE8E6E1), .quiet = rgb(0xB0B6BE), .pen = rgb(0xA3C4FF), .off_path = rgb(0xEBA6D4),
    .strong = rgb(0x8AB4F8), .strong_hover = rgb(0xAECBFF), .hover = rgb(0x343C48),
    .on_strong = rgb(0x10141A),
    .highlight = rgb(0xFFEB8A, 0x30), .veil = rgb(0x1F2226, 0xB8), .selection = rgb(0x2F4F7F),
    .good = rgb(0x7FD19B), .hard = rgb(0xFF9C94), .soft = rgb(0xF0C060),
    .good_ground = rgb(0x1C2F25), .hard_ground = rgb(0x3A2321),
    .soft_fill = rgb(0xF2B02C), .on_soft = rgb(0x1A1D22),
    .bar = rgb(0x3A414C), .tint = rgb(0x262A2F), .rule = rgb(0x9AA0A8), .faint_rule = rgb(0x5A6068),
    .grab = rgb(0x565C65), .grab_hover = rgb(0x767D87),
    .frame = 1};

// Paper under a lamp turned low.
constexpr Palette dim_paper = {
    .desk = rgb(0x131518), .panel = rgb(0xC4BFB3), .card = rgb(0xC9C4B8),
    .edge = rgb(0x4A5058), .shadow = rgb(0x000000, 0x10), .dim = rgb(0x000000, 0xA0),
    .text = rgb(0x16191E), .quiet = rgb(0x43474D), .pen = rgb(0x0F2F8A), .off_path = rgb(0x6A2150),
    .strong = rgb(0x17479E), .strong_hover = rgb(0x123A82), .hover = rgb(0xB8C2D0),
    .on_strong = rgb(0xF7F5F0),
    .highlight = rgb(0xFFE27A, 0x70), .veil = rgb(0xBDB8AC, 0xB8), .selection = rgb(0xA9C0E6),
    .good = rgb(0x0F5229), .hard = rgb(0x8E120D), .soft = rgb(0x5F3D00),
    .good_ground = rgb(0xBCC9BE), .hard_ground = rgb(0xD6BBB6),
    .soft_fill = rgb(0xE0A020), .on_soft = rgb(0x16191E),
    .bar = rgb(0x2B3038), .tint = rgb(0xBFBAAE), .rule = rgb(0x3E4248), .faint_rule = rgb(0x87847B),
    .grab = rgb(0x565C65), .grab_hover = rgb(0x767D87),
    .frame = 1};

// Black on white, thick edges, no grey that has to be guessed.
constexpr Palette high_contrast = {
    .desk = rgb(0xE4E4E4), .panel = rgb(0xFFFFFF), .card = rgb(0xFFFFFF),
    .edge = rgb(0x000000), .shadow = rgb(0x000000, 0x00), .dim = rgb(0x000000, 0xB0),
    .text = rgb(0x000000), .quiet = rgb(0x2E2E2E), .pen = rgb(0x00228A), .off_path = rgb(0x650A4C),
    .strong = rgb(0x00309A), .strong_hover = rgb(0x001F66), .hover = rgb(0xDDE6FF),
    .on_strong = rgb(0xFFFFFF),
    .highlight = rgb(0xFFE600, 0x50), .veil = rgb(0xF0F0F0, 0xA0), .selection = rgb(0xB3D0FF),
    .good = rgb(0x004D1D), .hard = rgb(0x8A0000), .soft = rgb(0x543600),
    .good_ground = rgb(0xEAF8ED), .hard_ground = rgb(0xFFEEEC),
    .soft_fill = rgb(0xFFC400), .on_soft = rgb(0x000000),
    .bar = rgb(0x000000), .tint = rgb(0xF0F0F0), .rule = rgb(0x000000), .faint_rule = rgb(0x4A4A4A),
    .grab = rgb(0x4A4A4A), .grab_hover = rgb(0x000000),
    .frame = 2};

constexpr Theme light_theme = {light, light};
constexpr Theme dark_theme = {dark, dim_paper};
constexpr Theme high_contrast_theme = {high_contrast, high_contrast};

// `weight` per cent of the way from one opaque colour to the other.
ImU32 between(ImU32 from, ImU32 to, ImU32 weight) {
  ImU32 colour = 0;
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT, IM_COL32_A_SHIFT}) {
    const ImU32 first = (from >> shift) & 0xFF, second = (to >> shift) & 0xFF;
    colour |= ((first * (100 - weight) + second * weight) / 100) << shift;
  }
  return colour;
}

}  // namespace

const Theme& theme_of(session::Theme theme) {
  switch (theme) {
    case session::Theme::light: break;
    case session::Theme::dark: return dark_theme;
    case session::Theme::high_contrast: return high_contrast_theme;
  }
  return light_theme;
}

ImU32 colour_of(const Palette& paper, paper::Tone tone) {
  switch (tone) {
    case paper::Tone::print: return paper.text;
    case paper::Tone::faint: return paper.quiet;
    case paper::Tone::bar: return paper.bar;
    case paper::Tone::bar_text: return paper.on_strong;
    case paper::Tone::tint: return paper.tint;
    case paper::Tone::paper: return paper.card;
    case paper::Tone::pen: return paper.pen;
    case paper::Tone::off_path: return paper.off_path;
    case paper::Tone::band_1: return between(paper.strong, paper.card, 0);
    case paper::Tone::band_2: return between(paper.strong, paper.card, 30);
    case paper::Tone::band_3: return between(paper.strong, paper.card, 55);
    case paper::Tone::band_4: return between(paper.strong, paper.card, 75);
    case paper::Tone::band_5: return between(paper.strong, paper.card, 90);
  }
  return paper.text;
}

ImU32 rule_colour_of(const Palette& paper, paper::Tone tone) {
  if (tone == paper::Tone::faint) return paper.faint_rule;
  if (tone == paper::Tone::print) return paper.rule;
  return colour_of(paper, tone);
}

void theme::apply(ImGuiStyle& style, const Palette& window, float scale) {
  ImGui::StyleColorsLight(&style);
  const auto set = [&style](ImGuiCol part, ImU32 colour) {
    style.Colors[part] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, window.panel);
  set(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
  set(ImGuiCol_Border, window.edge);
  set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
  set(ImGuiCol_ScrollbarGrab, window.grab);
  set(ImGuiCol_ScrollbarGrabHovered, window.grab_hover);
  set(ImGuiCol_ScrollbarGrabActive, window.quiet);
  style.WindowPadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.WindowRounding = 0;
  style.ScrollbarSize = 12 * scale;
}

}  // namespace genpyo::ui
