#include "app/ui/doubt_view.h"

#include "app/session/words.h"

namespace genpyo::ui {
namespace {

// A number in a ring and what it says, as large as a finger.
bool draw_answer(const char* number, const std::string& word, bool strong, const Writer& writer) {
  const Palette& colours = writer.colours();
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 size{ImGui::GetContentRegionAvail().x, writer.px(52)};
  const ImVec2 to{from.x + size.x, from.y + size.y};
  const bool clicked = ImGui::InvisibleButton(number, size);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 plain = hovered ? colours.hover : colours.card;
  list.AddRectFilled(
      from, to, strong ? (hovered ? colours.strong_hover : colours.strong) : plain, writer.px(6));
  list.AddRect(from, to, strong ? colours.strong : colours.quiet, writer.px(6), 0,
               writer.px(colours.frame));
  const ImU32 ink = strong ? colours.on_strong : colours.text;
  const Style cap = writer.style(theme::heading_size, ink, true);
  const ImVec2 ring{from.x + writer.px(32), from.y + size.y / 2};
  list.AddCircle(ring, writer.px(15), ink, 0, writer.px(1.5f));
  const float baseline = ring.y + cap.size * 0.36f;
  writer.line({ring.x - writer.letters().width(number, cap.size) / 2, baseline}, cap, number);
  writer.line({from.x + writer.px(62), baseline}, cap, word);
  writer.gap(8);
  return clicked;
}

}  // namespace

void draw_doubt(const session::State& state, const Texts& texts, const Writer& writer,
                std::vector<session::Action>& actions) {
  for (const validators::Violation& violation : state.doubts) {
    writer.signed_paragraph(
        Sign::soft, session::word(violation, state.survey->form, state.evaluation.items, texts.language, texts.strings),
        writer.style(theme::heading_size));
    writer.gap(6);
  }
  writer.paragraph(texts("ui.doubt.question"),
                   writer.style(theme::heading_size, writer.colours().text, true));
  writer.gap(14);
  if (draw_answer("1", texts("ui.doubt.yes"), true, writer)) actions.push_back(session::Type{"1"});
  if (draw_answer("2", texts("ui.doubt.no"), false, writer)) actions.push_back(session::Type{"2"});
}

}  // namespace genpyo::ui
