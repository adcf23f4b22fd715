// The colours by WCAG 2.1: every pair of ink and ground that the views use.
#include "app/ui/theme.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace genpyo;
using ui::Palette;

namespace {

// sRGB relative luminance, WCAG 2.1.
double luminance(ImU32 colour) {
  const auto linear = [colour](int shift) {
    const double c = static_cast<double>((colour >> shift) & 0xFF) / 255;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(IM_COL32_R_SHIFT) + 0.7152 * linear(IM_COL32_G_SHIFT) +
         0.0722 * linear(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
  return (high + 0.05) / (low + 0.05);
}

// A half transparent colour on a ground.
ImU32 over(ImU32 top, ImU32 ground) {
  const double share = static_cast<double>(top >> IM_COL32_A_SHIFT) / 255;
  const auto mixed = [&](int shift) {
    const double t = (top >> shift) & 0xFF, g = (ground >> shift) & 0xFF;
    return static_cast<ImU32>(std::lround(share * t + (1 - share) * g)) << shift;
  };
  return mixed(IM_COL32_R_SHIFT) | mixed(IM_COL32_G_SHIFT) | mixed(IM_COL32_B_SHIFT) |
         IM_COL32_A_MASK;
}

struct Pair {
  std::string name;
  ImU32 ink, ground;
};

std::vector<Pair> texts_of_window(const Palette& p) {
  return {{"text on panel", p.text, p.panel},
          {"text on card", p.text, p.card},
          {"text on hover", p.text, p.hover},
          {"quiet on panel", p.quiet, p.panel},
          {"quiet on card", p.quiet, p.card},
          {"quiet on hover", p.quiet, p.hover},
          {"pen on panel", p.pen, p.panel},
          {"pen on card", p.pen, p.card},
          {"pen on hover", p.pen, p.hover},
          {"hard on panel", p.hard, p.panel},
          {"hard on its ground", p.hard, p.hard_ground},
          {"hard on card", p.hard, p.card},
          {"soft on panel", p.soft, p.panel},
          {"soft on card", p.soft, p.card},
          {"good on its ground", p.good, p.good_ground},
          {"strong on panel", p.strong, p.panel},
          {"strong on card", p.strong, p.card},
          {"strong on hover", p.strong, p.hover},
          {"button", p.on_strong, p.strong},
          {"button under the mouse", p.on_strong, p.strong_hover},
          {"marked choice's number", p.on_strong, p.pen}};
}

std::vector<Pair> texts_of_paper(const Palette& p) {
  const ImU32 lit = over(p.highlight, p.card), lit_tint = over(p.highlight, p.tint);
  return {{"print on paper", p.text, p.card},
          {"print on tint", p.text, p.tint},
          {"print on the cursor's question", p.text, lit},
          {"print on tint of the cursor's question", p.text, lit_tint},
          {"faint on paper", p.quiet, p.card},
          {"faint on tint", p.quiet, p.tint},
          {"faint on the cursor's question", p.quiet, lit},
          {"pen on paper", p.pen, p.card},
          {"pen on tint", p.pen, p.tint},
          {"pen on the cursor's question", p.pen, lit},
          {"off its path on paper", p.off_path, p.card},
          {"refused draft", p.hard, p.card},
          {"text on bars", p.on_strong, p.bar},
          {"not asked", p.on_strong, p.quiet}};
}

// Signs and frames: each is known by its outline, or by what is drawn on its disc.
std::vector<Pair> signs_on(const Palette& p, ImU32 ground) {
  return {{"good", p.good, ground},       {"tick", p.on_strong, p.good},
          {"hard", p.hard, ground},       {"cross", p.on_strong, p.hard},
          {"soft", p.soft, ground},       {"exclamation", p.on_soft, p.soft_fill},
          {"note", p.pen, ground},        {"off path", p.off_path, ground},
          {"settled", p.quiet, ground},   {"arrow", p.on_strong, p.quiet},
          {"cursor", p.strong, ground}};
}

void require(const std::vector<Pair>& pairs, double least) {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.name);
    CHECK(contrast(pair.ink, pair.ground) >= least);
  }
}

}  // namespace

TEST_CASE("contrast is measured as WCAG measures it") {
  CHECK(contrast(IM_COL32_WHITE, IM_COL32_BLACK) == Approx(21));
  CHECK(contrast(IM_COL32(0x77, 0x77, 0x77, 0xFF), IM_COL32_WHITE) == Approx(4.48).margin(0.01));
}

TEST_CASE("every text is at least 4.5 to 1 on its ground, 7 to 1 in high contrast") {
  for (const auto choice :
       {session::Theme::light, session::Theme::dark, session::Theme::high_contrast}) {
    CAPTURE(static_cast<int>(choice));
    const double least = choice == session::Theme::high_contrast ? 7 : 4.5;
    require(texts_of_window(ui::theme_of(choice).window), least);
    require(texts_of_paper(ui::theme_of(choice).paper), least);
  }
}

TEST_CASE("every sign is at least 3 to 1 wherever it stands, 4.5 to 1 in high contrast") {
  for (const auto choice :
       {session::Theme::light, session::Theme::dark, session::Theme::high_contrast}) {
    CAPTURE(static_cast<int>(choice));
    const auto& [window, paper] = ui::theme_of(choice);
    const double least = choice == session::Theme::high_contrast ? 4.5 : 3;
    require(signs_on(window, window.panel), least);
    require(signs_on(window, window.card), least);
    require(signs_on(window, window.hover), least);
    require(signs_on(paper, paper.card), least);
  }
}

TEST_CASE("in high contrast the edges are as strong as the text") {
  const Palette& p = ui::theme_of(session::Theme::high_contrast).window;
  CHECK(contrast(p.edge, p.panel) >= 7);
  CHECK(contrast(p.rule, p.card) >= 7);
  CHECK(p.frame >= 2);
}

TEST_CASE("in the dark the paper shines less and the window hardly") {
  const auto& [window, paper] = ui::theme_of(session::Theme::dark);
  CHECK(luminance(window.panel) < 0.05);
  CHECK(luminance(paper.card) < 0.6);
}
