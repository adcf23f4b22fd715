#include "app/ui/coding_view.h"

#include <algorithm>
#include <cmath>

#include "app/session/words.h"
#include "app/ui/office_parts.h"

namespace genpyo::ui {
namespace {

using session::CodingPass;
using session::CodingRoom;
using session::Pane;
using session::State;

bool has(const forms::Codes& codes, int code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }

const forms::Item& coded_item(const State& state) {
  return state.survey->form.items[state.coding.items[state.coding.item]];
}

const char* word_of(CodingPass pass) {
  switch (pass) {
    case CodingPass::first: return "ui.coding.first";
    case CodingPass::second: return "ui.coding.second";
    case CodingPass::compare: return "ui.coding.compare";
  }
  return "";
}

// What the keys change now.
const forms::Codes& present_codes(const CodingRoom& room) {
  static const forms::Codes none;
  if (!room.has_answer()) return none;
  return room.pass == CodingPass::compare ? room.proposed : room.answer().codes;
}

void draw_head(const State& state, const Texts& texts, const Writer& writer, const Area& area,
               std::vector<session::Action>& actions) {
  const CodingRoom& room = state.coding;
  const auto question = state.survey->form.find(coded_item(state).codes_of);
  draw_cell(writer, area.from.x, area.to.x, area.from.y + writer.px(20),
            question ? session::name_of(state.survey->form, *question, texts.language) : "",
            writer.style(theme::heading_size, writer.colours().text, true));
  ImGui::SetCursorScreenPos({area.from.x, area.from.y + writer.px(34)});
  for (const CodingPass pass : {CodingPass::first, CodingPass::second, CodingPass::compare}) {
    const bool here = pass == room.pass;
    ImGui::PushID(static_cast<int>(pass));
    if (writer.button("pass", "", texts(word_of(pass)), here ? ButtonKind::strong : ButtonKind::plain) && !here) {
      const int turns = (static_cast<int>(pass) - static_cast<int>(room.pass) + 3) % 3;
      actions.insert(actions.end(), static_cast<std::size_t>(turns), session::Run{session::Command::other_list});
    }
    ImGui::PopID();
  }
  writer.key_after_buttons("Tab", texts("ui.coding.other_pass"));
  std::string left = texts(room.pass == CodingPass::compare ? "ui.coding.left_to_settle" : "ui.coding.left",
                           {std::to_string(room.left()), std::to_string(room.answers.size())});
  if (room.other_forms > 0) left += "  " + texts("ui.office.other_forms", {std::to_string(room.other_forms)});
  const Style style = writer.style(theme::body_size);
  draw_cell(writer, area.from.x + area.width() * 0.55f, area.to.x, area.from.y + writer.px(54), left, style, true);
}

// Above the answer: what finds answers, and which one this is.
void draw_filter(const State& state, const Texts& texts, const Writer& writer, const Area& area) {
  const CodingRoom& room = state.coding;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.from, area.to, writer.colours().card, writer.px(4));
  list.AddRect(area.from, area.to, room.filter.empty() ? writer.colours().edge : writer.colours().strong, writer.px(4), 0,
               writer.px(room.filter.empty() ? writer.colours().frame : 2));
  const Style style = writer.style(theme::body_size, writer.colours().pen);
  const float baseline = baseline_of(area, style);
  if (room.filter.empty()) {
    draw_cell(writer, area.from.x + writer.px(12), area.to.x, baseline, texts("ui.coding.filter"),
              writer.style(theme::body_size, writer.colours().quiet));
    return;
  }
  const std::string found = texts("ui.coding.found", {std::to_string(room.shown.size())});
  const float end = area.to.x - writer.letters().width(found, style.size) - writer.px(20);
  draw_cell(writer, area.from.x + writer.px(12), end, baseline, room.filter.text(), style);
  draw_cell(writer, end, area.to.x - writer.px(10), baseline, found, writer.style(theme::body_size), true);
}

std::string codes_in_words(const forms::Codes& codes, const Texts& texts) {
  return codes.empty() ? texts("ui.coding.no_codes") : session::numbers_of(codes, texts.language, texts.strings);
}

void draw_answer(const State& state, const Texts& texts, const Writer& writer, const Area& area) {
  const CodingRoom& room = state.coding;
  ImGui::SetCursorScreenPos({area.from.x + writer.px(16), area.from.y + writer.px(8)});
  ImGui::BeginChild("answer", {std::max(1.0f, area.width() - writer.px(24)), std::max(1.0f, area.height() - writer.px(12))});
  if (!room.has_answer()) {
    const char* none = room.pass == CodingPass::compare && room.answers.empty() ? "ui.coding.no_difference"
                       : room.answers.empty()                                    ? "ui.coding.no_answers"
                                                                                 : "ui.coding.none_found";
    writer.paragraph(texts(none, {room.filter.text()}), writer.style(theme::heading_size, writer.colours().quiet));
    return ImGui::EndChild();
  }
  const session::CodedAnswer& answer = room.answer();
  writer.signed_paragraph(answer.is_coded ? Sign::good : Sign::not_keyed,
                          texts("ui.coding.case", {answer.case_id, std::to_string(room.at + 1), std::to_string(room.shown.size())}),
                          writer.style(theme::body_size, writer.colours().quiet, true));
  writer.gap(12);
  writer.paragraph(answer.text, writer.style(24, writer.colours().pen));
  writer.gap(18);
  if (room.pass == CodingPass::compare) {
    writer.rule();
    writer.gap(8);
    const Style style = writer.style(theme::body_size);
    writer.paragraph(texts("ui.coding.first_gave", {codes_in_words(answer.first, texts), answer.first_by}), style);
    writer.gap(4);
    writer.paragraph(texts("ui.coding.second_gave", {codes_in_words(answer.second, texts), answer.second_by}), style);
    writer.gap(4);
    writer.paragraph(texts("ui.coding.settle", {codes_in_words(room.proposed, texts)}),
                     writer.style(theme::body_size, writer.colours().strong, true));
  }
  ImGui::EndChild();
}

std::string added_on(const CodingRoom& room, int code) {
  for (const session::AddedOn& added : room.added) {
    if (added.code == code) return added.at.substr(0, 10);
  }
  return "";
}

// Which coder gave a code: A, B or both; nothing outside of the comparison.
std::string givers_of(const CodingRoom& room, int code) {
  if (room.pass != CodingPass::compare || !room.has_answer()) return "";
  std::string givers;
  if (has(room.answer().first, code)) givers += "A";
  if (has(room.answer().second, code)) givers += givers.empty() ? "B" : " B";
  return givers;
}

void draw_code(const State& state, std::size_t index, const Texts& texts, const Writer& writer, const Area& row,
               std::vector<session::Action>& actions) {
  const CodingRoom& room = state.coding;
  const forms::Choice& choice = state.survey->form.choices_of(coded_item(state))->choices[index];
  const bool given = has(present_codes(room), choice.code);
  if (draw_row(writer, static_cast<int>(index), row, given)) actions.push_back(session::Touch{Pane::grid, index});
  const Style number = writer.style(theme::heading_size, given ? writer.colours().strong : writer.colours().text, true);
  const Style label = writer.style(theme::body_size, writer.colours().text, given);
  const float middle = (row.from.y + row.to.y) / 2;
  if (given)
    draw_sign(*ImGui::GetWindowDrawList(), {row.from.x + writer.px(22), middle}, writer.px(8), Sign::good, writer.colours());
  draw_cell(writer, row.from.x + writer.px(36), row.from.x + writer.px(66), middle + number.size * 0.36f,
            std::to_string(choice.code), number, true);
  const std::string added = added_on(room, choice.code), givers = givers_of(room, choice.code);
  const float right = row.to.x - writer.px(room.pass == CodingPass::compare ? 130 : 10);
  const std::string words = choice.label.in(texts.language) + (added.empty() ? "" : "  " + texts("ui.coding.added", {added}));
  const auto& lines = writer.letters().lines(words, label.size, std::max(20.0f, right - row.from.x - writer.px(80)));
  const std::size_t shown = std::min<std::size_t>(lines.size(), 2);
  float y = middle + label.size * 0.36f - (shown > 1 ? label.size * 0.62f : 0);
  for (std::size_t i = 0; i < shown; ++i, y += label.size * 1.24f)
    draw_cell(writer, row.from.x + writer.px(78), right, y, lines[i], label);
  if (room.pass != CodingPass::compare) return;
  const Style small = writer.style(theme::small_size, writer.colours().text, true);
  draw_cell(writer, right, right + writer.px(36), middle + small.size * 0.36f, givers, small);
  const auto agreement = std::find_if(room.agreement.begin(), room.agreement.end(),
                                      [&](const session::CodeAgreement& each) { return each.code == choice.code; });
  if (agreement == room.agreement.end()) return;
  const std::string kappa = session::kappa_of(*agreement);
  draw_cell(writer, right + writer.px(40), row.to.x - writer.px(8), middle + small.size * 0.36f,
            "κ " + (kappa.empty() ? std::string("–") : kappa), writer.style(theme::small_size), true);
}

void draw_codes(const State& state, const Texts& texts, const Writer& writer, const Area& area,
                std::vector<session::Action>& actions) {
  const CodingRoom& room = state.coding;
  const auto& choices = state.survey->form.choices_of(coded_item(state))->choices;
  const float height = std::round(writer.px(46)), foot = writer.px(room.pass == CodingPass::compare ? 74 : 40);
  ImGui::SetCursorScreenPos(area.from);
  ImGui::BeginChild("codes", {area.width(), std::max(1.0f, area.height() - foot)});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float width = area.width() - ImGui::GetStyle().ScrollbarSize;
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const float y = top.y + static_cast<float>(index) * height;
    draw_code(state, index, texts, writer, {{top.x, y}, {top.x + width, y + height}}, actions);
  }
  ImGui::EndChild();
  ImGui::SetCursorScreenPos({area.from.x + writer.px(10), area.to.y - foot + writer.px(6)});
  if (room.pass == CodingPass::compare) {
    const std::string kappa = session::pooled_kappa_of(room.agreement);
    draw_cell(writer, area.from.x + writer.px(10), area.to.x - writer.px(8), area.to.y - writer.px(14),
              texts("ui.coding.agreement", {kappa.empty() ? "–" : kappa, std::to_string(room.compared),
                                            std::to_string(room.answers.size())}),
              writer.style(theme::body_size, writer.colours().text, true));
  }
  if (writer.button("add", "F2", texts("ui.coding.add"))) actions.push_back(session::Run{session::Command::add_code});
  if (!room.digits.empty())
    writer.line({ImGui::GetCursorScreenPos().x + writer.px(10), ImGui::GetCursorScreenPos().y + writer.px(21)},
                writer.style(theme::heading_size, writer.colours().pen, true), room.digits.text() + "_");
}

}  // namespace

void draw_coding(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                 std::vector<session::Action>& actions) {
  if (state.coding.items.empty()) return;
  const Writer writer(ui.letters, ui.scale, ui.theme->window);
  const float pad = writer.px(18), head = writer.px(78), box = writer.px(38);
  const float split = from.x + (to.x - from.x) * 0.56f;
  draw_head(state, texts, writer, {{from.x + pad, from.y + pad * 0.6f}, {to.x - pad, from.y + head}}, actions);
  const float top = from.y + head + pad;
  draw_filter(state, texts, writer, {{from.x + pad, top}, {split - pad / 2, top + box}});
  const Area answer{{from.x + pad, top + box + pad * 0.6f}, {split - pad / 2, to.y - pad - writer.px(30)}};
  draw_answer(state, texts, writer, draw_pane(writer, answer, "", true));
  const Area codes{{split + pad / 2, top}, {to.x - pad, to.y - pad}};
  draw_codes(state, texts, writer, draw_pane(writer, codes, coded_item(state).label.in(texts.language), false), actions);
  ImGui::SetCursorScreenPos({from.x + pad, to.y - writer.px(38)});
  ImGui::BeginChild("keys", {split - from.x - pad * 1.5f, writer.px(34)});
  writer.key("0–9", texts("ui.coding.key.digits"));
  writer.key("Enter", texts(state.coding.pass == CodingPass::compare ? "ui.coding.key.settle" : "ui.coding.key.next"));
  if (state.coding.pass == CodingPass::compare) writer.key("← →", texts("ui.coding.key.take"));
  writer.key("↑", texts("ui.coding.key.back"));
  if (state.coding.pass != CodingPass::compare) writer.key("F8", texts("ui.coding.key.uncoded"));
  ImGui::EndChild();
}

}  // namespace genpyo::ui
