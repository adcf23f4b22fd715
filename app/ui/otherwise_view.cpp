#include "app/ui/otherwise_view.h"

#include <algorithm>

#include "app/session/words.h"

namespace genpyo::ui {
namespace {

using session::Otherwise;
using session::Outcome;
using session::State;
using validators::Violation;

constexpr float sign_at = 18, word_at = 40, what_at = 184;  // pixels at 96 dpi
constexpr std::size_t most_violations = 5;

// A sign, what happens, and to what: three columns, the last broken into lines.
void draw_effect(Sign sign, const std::string& word, const std::string& what, const Writer& writer) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const Style small = writer.style(theme::small_size);
  const float middle = from.y + small.size * line_pitch / 2;
  draw_sign(*ImGui::GetWindowDrawList(), {from.x + writer.px(sign_at + 7), middle}, small.size * 0.42f, sign,
            writer.colours());
  const float baseline = from.y + small.size * (ascent + (line_pitch - 1) / 2);
  writer.line({from.x + writer.px(word_at), baseline}, writer.style(theme::small_size, writer.colours().quiet),
              writer.cut(word, small.size, writer.px(what_at - word_at - 8)));
  writer.paragraph(what, small, what_at);
  writer.gap(1);
}

// One line each; the word stands before the first.
void draw_violations(const State& state, const std::vector<Violation>& violations, bool come,
                     const Texts& texts, const Writer& writer) {
  const auto told = session::violations_in_words(violations, state.survey->form, texts.language, texts.strings);
  for (std::size_t at = 0; at < std::min(told.size(), most_violations); ++at) {
    const std::string word = at > 0 ? "" : texts(come ? "ui.otherwise.comes" : "ui.otherwise.goes");
    const Sign sign = told[at].severity == forms::Severity::hard ? Sign::hard : Sign::soft;
    draw_effect(come ? sign : Sign::good, word, told[at].sentence, writer);
  }
  if (told.size() <= most_violations) return;
  writer.paragraph(texts("ui.otherwise.more", {std::to_string(told.size() - most_violations)}),
                   writer.style(theme::small_size, writer.colours().quiet), what_at);
}

void draw_outcome(const State& state, const Otherwise& of, const Outcome& outcome, const Texts& texts,
                  const Writer& writer) {
  const forms::Form& form = state.survey->form;
  const forms::Value& now = state.current.marks[of.item].content;
  writer.paragraph(session::answers_in_words(outcome.answers, now, form, of.item, texts.language, texts.strings),
                   writer.style(theme::body_size, writer.colours().pen));
  writer.gap(2);
  const auto& effect = outcome.effect;
  const auto questions = [&](Sign sign, const char* word, const std::vector<forms::ItemIndex>& items) {
    if (!items.empty())
      draw_effect(sign, texts(word), session::questions_in_words(items, form, texts.language, texts.strings), writer);
  };
  const auto tables = [&](Sign sign, const char* word, const std::vector<std::size_t>& extractions) {
    if (!extractions.empty())
      draw_effect(sign, texts(word), session::tables_in_words(extractions, form, texts.language, texts.strings), writer);
  };
  questions(Sign::not_keyed, "ui.otherwise.asked", effect.asked);
  questions(Sign::skipped, "ui.otherwise.skipped", effect.skipped);
  draw_violations(state, effect.comes, true, texts, writer);
  draw_violations(state, effect.goes, false, texts, writer);
  tables(Sign::good, "ui.otherwise.enters", effect.enters);
  tables(Sign::outside, "ui.otherwise.leaves", effect.leaves);
  writer.gap(10);
}

// Of choices and texts whatever is not said above changes nothing; of figures only some were tried.
void draw_rest(const State& state, const Otherwise& of, const Texts& texts, const Writer& writer) {
  const Style quiet = writer.style(theme::small_size, writer.colours().quiet);
  const forms::Form& form = state.survey->form;
  const bool is_choice = form.choices_of(form.items[of.item]) != nullptr;
  if (!of.no_difference.empty() && is_choice) {
    writer.paragraph(texts(of.outcomes.empty() ? "ui.otherwise.none" : "ui.otherwise.no_other"), quiet);
  } else if (!of.no_difference.empty()) {
    const std::string answers =
        session::answers_in_words(of.no_difference, state.current.marks[of.item].content, form, of.item,
                                  texts.language, texts.strings);
    writer.paragraph(texts("ui.otherwise.no_difference", {answers}), quiet);
  }
  if (of.untried > 0) writer.paragraph(texts("ui.otherwise.untried", {std::to_string(of.untried)}), quiet);
}

void draw_heading(const State& state, const Otherwise& of, const Texts& texts, const Writer& writer) {
  const forms::Form& form = state.survey->form;
  const bool own = of.item == state.explanation.item;
  writer.paragraph(own ? texts("ui.otherwise.own")
                       : texts("ui.otherwise.of", {session::name_of(form, of.item, texts.language)}),
                   writer.style(theme::body_size, writer.colours().text, true));
  const forms::Value& now = state.current.marks[of.item].content;
  const Style quiet = writer.style(theme::small_size, writer.colours().quiet);
  const std::string keyed = texts("ui.otherwise.now", {session::word(now, form, of.item, texts.language, texts.strings)});
  writer.paragraph(writer.cut(keyed, quiet.size, ImGui::GetContentRegionAvail().x), quiet);
  writer.gap(6);
}

}  // namespace

void draw_otherwise(const State& state, const Texts& texts, const Writer& writer) {
  for (const Otherwise& of : state.otherwise) {
    writer.rule();
    writer.gap(10);
    draw_heading(state, of, texts, writer);
    for (const Outcome& outcome : of.outcomes) draw_outcome(state, of, outcome, texts, writer);
    draw_rest(state, of, texts, writer);
    writer.gap(10);
  }
}

}  // namespace genpyo::ui
