// OpenPoints: what stands between the case and its closing, and between it and each table. A click
// goes there.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

void draw_open_points(const session::State& state, const Texts& texts, const Writer& writer,
                      std::vector<session::Action>& actions);
void draw_extractions(const session::State& state, const Texts& texts, const Writer& writer,
                      std::vector<session::Action>& actions);

// The violations that are not settled, as links; at most `most`, the rest counted.
void draw_violations_as_links(const session::State& state, const Texts& texts, const Writer& writer,
                              std::size_t most, std::vector<session::Action>& actions);

}  // namespace genpyo::ui
