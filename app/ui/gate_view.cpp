#include "app/ui/gate_view.h"

#include <algorithm>

#include "app/ui/bars.h"
#include "app/ui/caret.h"
#include "app/ui/writer.h"

namespace genpyo::ui {
namespace {

using session::Command;
using session::Gate;
using session::Purpose;
using session::State;

constexpr float card_width = 600, field_height = 64, row_height = 38;  // pixels at 96 dpi
constexpr std::size_t most_rows = 9;

const char* title_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::sign_in: return "ui.gate.sign_in";
    case Purpose::unlock: return "ui.gate.unlock";
    case Purpose::leave: return "ui.gate.leave";
    case Purpose::override_: return "ui.gate.override";
  }
  return "";
}

const char* hint_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::sign_in: return "ui.gate.sign_in.hint";
    case Purpose::unlock: return "ui.gate.unlock.hint";
    case Purpose::leave: return "ui.gate.leave.hint";
    case Purpose::override_: return "ui.gate.override.hint";
  }
  return "";
}

void draw_field(const session::Draft& draft, const Writer& writer, float size, ImU32 edge) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 to{from.x + width, from.y + writer.px(field_height)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, writer.colours().card, writer.px(6));
  list.AddRect(from, to, edge, writer.px(6), 0, writer.px(3));
  const Style style = writer.style(size, writer.colours().pen);
  const DraftLines line = in_lines(draft, writer.letters(), style.size, 1e6f);
  list.PushClipRect(from, to, true);
  draw_draft(list, writer.letters(),
             {from.x + writer.px(18), (from.y + to.y) / 2 + style.size * 0.36f}, line, 1, 0, style, writer.colours());
  list.PopClipRect();
  ImGui::Dummy({width, to.y - from.y});
}

bool draw_person(const session::Person& person, std::size_t index, bool chosen, const Texts& texts,
                 const Writer& writer) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x);
  const ImVec2 to{from.x + width, from.y + writer.px(row_height)};
  ImGui::PushID(static_cast<int>(index));
  const bool clicked = ImGui::InvisibleButton("person", {width, to.y - from.y});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) list.AddRect(from, to, writer.colours().edge, writer.px(3));
  if (chosen) list.AddRectFilled(from, to, writer.colours().hover, writer.px(3));
  if (chosen) list.AddRectFilled(from, {from.x + writer.px(5), to.y}, writer.colours().strong);
  const Style name = writer.style(theme::heading_size, writer.colours().text, chosen);
  const Style small = writer.style(theme::small_size, writer.colours().quiet);
  const float baseline = (from.y + to.y) / 2 + name.size * 0.36f;
  const std::string number = std::to_string(index + 1);
  const float number_end = from.x + writer.px(46);
  writer.line({number_end - writer.letters().width(number, name.size), baseline},
              {name.size, writer.colours().strong, true}, number);
  const std::string role = person.supervisor ? texts("ui.gate.supervisor") : "";
  const float role_left = to.x - writer.px(12) - writer.letters().width(role, small.size);
  const float left = number_end + writer.px(18);
  writer.line({left, baseline}, name,
              writer.cut(person.name, name.size, role_left - left - writer.px(10)));
  writer.line({role_left, baseline}, small, role);
  return clicked;
}

// As many as there is room for, the chosen one among them.
void draw_people(const Gate& gate, const Texts& texts, const Writer& writer,
                 std::vector<session::Action>& actions) {
  const std::size_t shown = std::min(most_rows, gate.people.size());
  const std::size_t last_first = gate.people.size() - shown;
  const std::size_t before = shown / 2;
  const std::size_t first = std::min(last_first, gate.chosen > before ? gate.chosen - before : 0);
  for (std::size_t i = first; i < first + shown; ++i) {
    if (draw_person(gate.people[i], i, i == gate.chosen, texts, writer)) {
      actions.push_back(session::ChoosePerson{i});
    }
  }
  if (shown < gate.people.size()) {
    writer.paragraph(texts("ui.gate.more", {std::to_string(gate.people.size())}),
                     writer.style(theme::small_size, writer.colours().quiet), 64);
  }
}

void draw_names(const Gate& gate, const Texts& texts, const Writer& writer,
                std::vector<session::Action>& actions) {
  writer.paragraph(texts("ui.gate.who"), writer.style(theme::body_size, writer.colours().quiet, true));
  writer.gap(4);
  draw_field(gate.typed, writer, theme::heading_size, writer.colours().strong);
  writer.gap(12);
  draw_people(gate, texts, writer, actions);
}

void draw_pin(const Gate& gate, const Texts& texts, const Writer& writer) {
  const session::Person& person = gate.people[gate.chosen];
  const Style name = writer.style(theme::title_size, writer.colours().text, true);
  writer.paragraph(writer.cut(person.name, name.size, ImGui::GetContentRegionAvail().x), name);
  writer.gap(10);
  writer.paragraph(texts("ui.gate.pin"), writer.style(theme::body_size, writer.colours().quiet, true));
  writer.gap(4);
  std::string dots;
  for (std::size_t i = 0; i < gate.digits; ++i) dots += "●";
  const bool waits = gate.wait_seconds > 0;
  draw_field(session::Draft(dots), writer, theme::title_size, waits ? writer.colours().hard : writer.colours().strong);
  writer.gap(8);
  const char* hint = gate.people.size() > 1 ? "ui.gate.pin.hint" : "ui.gate.pin.hint.alone";
  writer.paragraph(texts(hint), writer.style(theme::small_size, writer.colours().quiet));
}

// A cover has no foot: what the last key did is said on the card.
void draw_answer(const session::Notice& notice, const Texts& texts, const Writer& writer) {
  using Kind = session::Notice::Kind;
  if (notice.kind != Kind::refused && notice.kind != Kind::failure) return;
  writer.gap(6);
  const std::string sentence =
      notice.key.empty() ? notice.sentence
                         : texts.strings.text(texts.language, notice.key, notice.arguments);
  writer.signed_paragraph(Sign::hard, sentence, writer.style(theme::body_size, writer.colours().hard));
}

void draw_buttons(const Gate& gate, const Texts& texts, const Writer& writer,
                  std::vector<session::Action>& actions) {
  const auto offer = [&](const char* key, const char* word, Command command, ButtonKind kind) {
    if (writer.button(word, key, texts(word), kind)) actions.push_back(session::Run{command});
  };
  offer("Enter", "ui.accept", Command::accept, ButtonKind::strong);
  const bool can_go_back = !gate.covers() || (gate.at_pin && gate.people.size() > 1);
  if (can_go_back) {
    offer("Esc", gate.covers() ? "ui.gate.names" : "ui.back", Command::leave, ButtonKind::plain);
  }
  offer("Ctrl+L", "ui.bar.language", Command::language, ButtonKind::plain);
  if (gate.covers()) {
    offer("Ctrl+Q", "ui.bar.quit", Command::quit, ButtonKind::plain);
  }
}

// Pixels at 96 dpi, of what stands between the card's head and its buttons.
float content_height(const Gate& gate) {
  if (gate.at_pin) return 220;
  const std::size_t shown = std::min(most_rows, gate.people.size());
  const float more = shown < gate.people.size() ? 24 : 0;
  return 142 + row_height * static_cast<float>(shown) + more;
}

void draw_card(const State& state, const Gate& gate, const Texts& texts, const Writer& writer,
               ImVec2 size, std::vector<session::Action>& actions) {
  const bool covered = is_covered(state);
  const float pad = writer.px(32), head = writer.px(covered ? 150 : 92), foot = writer.px(60);
  const float width = std::min(writer.px(card_width), size.x);
  const float height = std::min(head + writer.px(content_height(gate)) + foot + pad, size.y);
  const ImVec2 from{(size.x - width) / 2, (size.y - height) / 2};
  const ImVec2 to{from.x + width, from.y + height};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, writer.colours().panel, writer.px(8));
  list.AddRect(from, to, writer.colours().edge, writer.px(8));
  ImGui::SetCursorScreenPos({from.x + pad, from.y + pad});
  ImGui::BeginChild("card", {width - 2 * pad, std::max(1.0f, height - foot - pad)});
  if (covered) {
    writer.paragraph(texts("ui.title"), writer.style(theme::title_size, writer.colours().text, true));
    writer.gap(8);
  }
  writer.paragraph(texts(title_of(gate.purpose)),
                   writer.style(theme::heading_size, writer.colours().text, true));
  writer.gap(4);
  writer.paragraph(texts(hint_of(gate.purpose)), writer.style(theme::small_size, writer.colours().quiet));
  writer.gap(18);
  if (gate.at_pin) {
    draw_pin(gate, texts, writer);
  } else {
    draw_names(gate, texts, writer, actions);
  }
  if (covered) draw_answer(state.notice, texts, writer);
  ImGui::EndChild();
  list.AddLine({from.x, to.y - foot}, {to.x, to.y - foot}, writer.colours().edge);
  ImGui::SetCursorScreenPos({from.x + pad, to.y - foot + writer.px(16)});
  draw_buttons(gate, texts, writer, actions);
}

}  // namespace

bool is_covered(const State& state) {
  return std::any_of(state.gates.begin(), state.gates.end(),
                     [](const Gate& gate) { return gate.covers(); });
}

void draw_gate(const State& state, const Texts& texts, UiState& ui, ImVec2 size,
               std::vector<session::Action>& actions) {
  const bool is_new = ui.gates != state.gates.size();
  ui.gates = state.gates.size();
  if (state.gates.empty()) return;
  const Writer writer(ui.words(), ui.scale, ui.theme->window);
  const bool covered = is_covered(state);
  const ImVec2 upper{size.x, std::max(1.0f, size.y - writer.px(foot_height))};
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(covered ? size : upper);
  if (is_new) ImGui::SetNextWindowFocus();
  ImGui::Begin("gate", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({0, 0}, covered ? size : upper, covered ? writer.colours().desk : writer.colours().dim);
  draw_card(state, state.gates.back(), texts, writer, upper, actions);
  ImGui::End();
}

}  // namespace genpyo::ui
