#include "app/ui/open_points.h"

#include <algorithm>

#include "app/session/profile.h"
#include "app/session/words.h"

namespace genpyo::ui {
namespace {

using session::GoTo;
using session::State;
using validators::ExtractionState;

constexpr std::size_t most_points = 12, most_heads_down = 4, most_missing = 6;
constexpr int not_keyed_id = 10'000;

Sign sign_of(ExtractionState::Status status) {
  switch (status) {
    case ExtractionState::Status::in: return Sign::good;
    case ExtractionState::Status::unknown: return Sign::not_keyed;
    case ExtractionState::Status::outside: return Sign::outside;
    case ExtractionState::Status::incomplete: return Sign::not_keyed;
    case ExtractionState::Status::condition: return Sign::soft;
  }
  return Sign::outside;
}

void draw_more(std::size_t more, const Texts& texts, const Writer& writer) {
  if (more == 0) return;
  writer.paragraph(texts("ui.more", {std::to_string(more)}),
                   writer.style(theme::small_size, writer.colours().quiet), 26);
}

// Of the items that would bring the case in, those that were looked at and are blank on the sheet;
// what is not keyed yet needs no list, the cursor comes there by itself.
std::vector<forms::ItemIndex> keyed_blank(const State& state, const ExtractionState& at) {
  std::vector<forms::ItemIndex> blank;
  if (at.status != ExtractionState::Status::incomplete) return blank;
  std::copy_if(at.missing.begin(), at.missing.end(), std::back_inserter(blank),
               [&](forms::ItemIndex item) { return state.current.marks[item].keyed(); });
  return blank;
}

void draw_extraction(const State& state, std::size_t index, const Texts& texts,
                     const Writer& writer, std::vector<session::Action>& actions) {
  const forms::Form& form = state.survey->form;
  const ExtractionState& at = state.evaluation.extractions[index];
  const Style small = writer.style(theme::small_size);
  writer.signed_paragraph(sign_of(at.status),
                          session::word(at, form.extractions[index], texts.language, texts.strings),
                          small);
  const std::vector<forms::ItemIndex> blank = keyed_blank(state, at);
  const std::size_t shown = std::min(most_missing, blank.size());
  ImGui::PushID(static_cast<int>(index));
  ImGui::Indent(writer.px(22));
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string name = session::name_of(form, blank[i], texts.language);
    if (writer.link(static_cast<int>(i), std::nullopt, name,
                    writer.style(theme::small_size, writer.colours().strong))) {
      actions.push_back(GoTo{blank[i]});
    }
  }
  ImGui::Unindent(writer.px(22));
  ImGui::PopID();
  draw_more(blank.size() - shown, texts, writer);
  writer.gap(3);
}

}  // namespace

void draw_violations_as_links(const State& state, const Texts& texts, const Writer& writer,
                              std::size_t most, std::vector<session::Action>& actions) {
  std::size_t shown = 0, open = 0;
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (violation.settled || !session::is_shown(state, violation) || ++open > most) continue;
    const bool hard = violation.severity == forms::Severity::hard;
    if (writer.link(static_cast<int>(shown++), hard ? Sign::hard : Sign::soft,
                    session::word(violation, state.survey->form, state.evaluation.items, texts.language, texts.strings),
                    writer.style(theme::small_size))) {
      actions.push_back(GoTo{violation.item});
    }
  }
  draw_more(open - shown, texts, writer);
}

void draw_open_points(const State& state, const Texts& texts, const Writer& writer,
                      std::vector<session::Action>& actions) {
  const auto& evaluation = state.evaluation;
  const bool nothing =
      evaluation.not_keyed.empty() &&
      std::all_of(evaluation.violations.begin(), evaluation.violations.end(),
                  [&state](const validators::Violation& violation) {
                    return violation.settled || !session::is_shown(state, violation);
                  });
  const bool dense = state.settings.profile == session::Profile::heads_down;
  writer.heading(texts("ui.open_points"));
  ImGui::PushID("open");
  if (nothing)
    writer.signed_paragraph(Sign::good, texts("ui.nothing_open"), writer.style(theme::small_size));
  draw_violations_as_links(state, texts, writer, dense ? most_heads_down : most_points, actions);
  if (!evaluation.not_keyed.empty()) {
    const std::string next =
        session::name_of(state.survey->form, evaluation.not_keyed.front(), texts.language);
    if (writer.link(not_keyed_id, Sign::not_keyed,
                    texts("ui.not_keyed", {std::to_string(evaluation.not_keyed.size()), next}),
                    writer.style(theme::small_size))) {
      actions.push_back(GoTo{evaluation.not_keyed.front()});
    }
  }
  ImGui::PopID();
}

void draw_extractions(const State& state, const Texts& texts, const Writer& writer,
                      std::vector<session::Action>& actions) {
  if (state.evaluation.extractions.empty()) return;
  writer.heading(texts("ui.extractions"));
  for (std::size_t index = 0; index < state.evaluation.extractions.size(); ++index) {
    draw_extraction(state, index, texts, writer, actions);
  }
}

}  // namespace genpyo::ui
