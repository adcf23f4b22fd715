// Sound: plays the tones, from a thread of its own, so that no key and no frame waits for a
// loudspeaker. Where there is no sound device it is silent and says nothing: the screen says all
// that a sound does.
#pragma once
#include <memory>
#include <optional>

#include "app/session/state.h"
#include "app/ui/tone.h"

namespace genpyo::ui {

// What a notice sounds like; a failure as what is refused.
std::optional<Tone> tone_of(session::Notice::Kind kind);

class Sound {
 public:
  Sound();
  ~Sound();  // waits for the tone that is playing, a fraction of a second
  Sound(const Sound&) = delete;
  Sound& operator=(const Sound&) = delete;

  // Returns at once. Of the tones that come while one is playing only the last is played.
  void play(Tone tone);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace genpyo::ui
