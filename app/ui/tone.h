// Tones: the three short sounds, as samples. Pure arithmetic: no device, no file.
#pragma once
#include <cstdint>
#include <vector>

namespace genpyo::ui {

inline constexpr int samples_a_second = 44'100;

enum class Tone {
  accepted,  // one soft, high tick: short enough for two hundred sheets a day
  skipped,   // two rising tones
  refused,   // two low ones
};

// One channel. It begins and ends at silence, so that no loudspeaker clicks, and stays below half
// of what 16 bits can hold.
std::vector<std::int16_t> samples_of(Tone tone);

}  // namespace genpyo::ui
