// The three sounds as samples: short, quiet at their ends, told apart.
#include "app/ui/tone.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/ui/sound.h"

using namespace genpyo;
using session::Notice;
using ui::Tone;

namespace {

double seconds(Tone tone) {
  return static_cast<double>(ui::samples_of(tone).size()) / ui::samples_a_second;
}

int loudest(Tone tone) {
  int most = 0;
  for (const std::int16_t sample : ui::samples_of(tone)) most = std::max(most, std::abs(sample));
  return most;
}

// How often it crosses silence upwards in a second of sound: the pitch, roughly.
double crossings(Tone tone) {
  const auto samples = ui::samples_of(tone);
  int count = 0;
  for (std::size_t i = 1; i < samples.size(); ++i) count += samples[i - 1] < 0 && samples[i] >= 0;
  return count / seconds(tone);
}

}  // namespace

TEST_CASE("a tone is over before the next key of a fast clerk matters") {
  CHECK(seconds(Tone::accepted) <= 0.040);
  CHECK(seconds(Tone::skipped) <= 0.15);
  CHECK(seconds(Tone::refused) <= 0.25);
}

TEST_CASE("a tone is heard, never clips, and does not click at its ends") {
  for (const Tone tone : {Tone::accepted, Tone::skipped, Tone::refused}) {
    const auto samples = ui::samples_of(tone);
    REQUIRE(samples.size() > 1'000);
    CHECK(loudest(tone) > 3'000);
    CHECK(loudest(tone) < INT16_MAX / 2);
    CHECK(std::abs(samples.front()) < 100);
    CHECK(std::abs(samples.back()) < 100);
    for (std::size_t i = 1; i < samples.size(); ++i)
      REQUIRE(std::abs(samples[i] - samples[i - 1]) < 4'000);
  }
}

TEST_CASE("refused is lower and louder than accepted") {
  CHECK(crossings(Tone::refused) < crossings(Tone::accepted) / 3);
  CHECK(loudest(Tone::refused) > loudest(Tone::accepted));
}

TEST_CASE("each notice has its tone and no notice has none") {
  CHECK(ui::tone_of(Notice::Kind::accepted) == Tone::accepted);
  CHECK(ui::tone_of(Notice::Kind::skipped) == Tone::skipped);
  CHECK(ui::tone_of(Notice::Kind::refused) == Tone::refused);
  CHECK(ui::tone_of(Notice::Kind::failure) == Tone::refused);
  CHECK_FALSE(ui::tone_of(Notice::Kind::none).has_value());
}

TEST_CASE("where no loudspeaker is, playing does nothing and ends") {
  ui::Sound sound;
  for (int i = 0; i < 50; ++i) sound.play(Tone::refused);
  SUCCEED("a device that is not there is no fault");
}
