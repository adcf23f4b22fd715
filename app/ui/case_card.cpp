#include "app/ui/case_card.h"

#include <algorithm>

#include "app/session/words.h"
#include "app/ui/comparison_view.h"

namespace genpyo::ui {
namespace {

using session::State;

struct Progress {
  std::size_t keyed = 0, asked = 0;
};

// Of what the form asks in this case.
Progress progress_of(const State& state) {
  Progress progress;
  const auto& items = state.survey->form.items;
  for (std::size_t item = 0; item < items.size(); ++item) {
    if (!items[item].asked() || !state.evaluation.items[item].relevant) continue;
    ++progress.asked;
    progress.keyed += state.current.marks[item].keyed() ? 1 : 0;
  }
  return progress;
}

// The words of the item that the frame's column fills; "" when the form has none.
std::string from_frame(const State& state, const Texts& texts) {
  const auto& form = state.survey->form;
  for (std::size_t item = 0; item < form.items.size(); ++item) {
    if (form.items[item].frame_column != "number" || !form.items[item].choices) continue;
    return session::word(state.evaluation.items[item].value, form, item, texts.language,
                         texts.strings);
  }
  return "";
}

void draw_progress(const Progress& progress, const Texts& texts, const Writer& writer) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - writer.px(4), height = writer.px(7);
  const float share = progress.asked == 0
                          ? 0
                          : static_cast<float>(progress.keyed) / static_cast<float>(progress.asked);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, {from.x + width, from.y + height}, writer.colours().edge, height / 2);
  if (share > 0)
    list.AddRectFilled(from, {from.x + std::max(height, width * share), from.y + height},
                       writer.colours().good, height / 2);
  ImGui::Dummy({width, height});
  writer.gap(3);
  writer.paragraph(
      texts("ui.progress", {std::to_string(progress.keyed), std::to_string(progress.asked)}),
      writer.style(theme::small_size, writer.colours().quiet));
}

// A first pass alone needs no line: its clerk stands above.
void draw_passes(const State& state, const Texts& texts, const Writer& writer) {
  if (state.passes.size() < 2) return;
  const Style small = writer.style(theme::small_size, writer.colours().quiet);
  for (const session::PassSummary& pass : state.passes) writer.paragraph(pass_in_words(state, pass, texts), small);
  const session::Comparison& found = state.comparison;
  if (!found.is_over) return;
  const auto equal = static_cast<std::int64_t>(found.equal()), all = static_cast<std::int64_t>(found.items.size());
  writer.signed_paragraph(found.left() == 0 ? Sign::good : Sign::soft,
                          texts("ui.case.differences", {std::to_string(found.differences.size()), std::to_string(found.left()),
                                                        exports::percent_of(equal, all)}),
                          writer.style(theme::small_size));
}

}  // namespace

void draw_case_card(const State& state, const Texts& texts, const Writer& writer) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const bool closed = state.current.state == forms::CaseState::closed;
  const Style number = writer.style(theme::title_size, writer.colours().text, true);
  const Style small = writer.style(theme::small_size, writer.colours().quiet);
  const float baseline = from.y + number.size * 0.95f;
  writer.line({from.x, baseline}, number, state.current.id);
  float x = from.x + writer.letters().width(state.current.id, number.size) + writer.px(16);
  const bool second = state.current.pass == store::second_pass;
  const std::string standing = texts(second            ? "ui.case.second"
                                     : closed          ? "ui.case.closed"
                                     : state.read_only ? "ui.case.read_only"
                                                       : "ui.case.open");
  const std::string who =
      state.operator_name.empty() ? "" : texts("ui.operator", {state.operator_name});
  draw_sign(*ImGui::GetWindowDrawList(), {x + writer.px(6), baseline - writer.px(5)}, writer.px(6),
            closed            ? Sign::good
            : state.read_only ? Sign::outside
                              : Sign::not_keyed, writer.colours());
  writer.line({x + writer.px(18), baseline}, writer.style(theme::body_size, writer.colours().text), standing);
  const float right = from.x + ImGui::GetContentRegionAvail().x - writer.px(4);
  writer.line({right - writer.letters().width(who, small.size), baseline}, small, who);
  ImGui::Dummy({1, number.size * 1.25f});
  if (const std::string place = from_frame(state, texts); !place.empty())
    writer.paragraph(place, writer.style(theme::body_size));
  draw_passes(state, texts, writer);
  writer.gap(6);
  draw_progress(progress_of(state), texts, writer);
}

}  // namespace genpyo::ui
