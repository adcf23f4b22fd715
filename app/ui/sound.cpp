#include "app/ui/sound.h"

#include <alsa/asoundlib.h>

#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

namespace genpyo::ui {
namespace {

constexpr unsigned latency_microseconds = 60'000;

// ALSA tells of a missing device on standard error; nobody asked.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

void sound(Tone tone) {
  snd_pcm_t* device = nullptr;
  if (snd_pcm_open(&device, "default", SND_PCM_STREAM_PLAYBACK, 0) < 0) return;
  if (snd_pcm_set_params(device, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                         samples_a_second, 1, latency_microseconds) == 0) {
    const auto samples = samples_of(tone);
    snd_pcm_writei(device, samples.data(), samples.size());
    snd_pcm_drain(device);
  }
  snd_pcm_close(device);
}

}  // namespace

struct Sound::Inside {
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Tone> next;
  bool ends = false;
  std::thread thread;  // begun by the first tone: who wants none has none

  void run() {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [this] { return ends || next.has_value(); });
      if (ends) return;
      const Tone tone = *next;
      next.reset();
      lock.unlock();
      sound(tone);
      lock.lock();
    }
  }
};

std::optional<Tone> tone_of(session::Notice::Kind kind) {
  switch (kind) {
    case session::Notice::Kind::none: break;
    case session::Notice::Kind::accepted: return Tone::accepted;
    case session::Notice::Kind::skipped: return Tone::skipped;
    case session::Notice::Kind::refused:
    case session::Notice::Kind::failure: return Tone::refused;
  }
  return std::nullopt;
}

Sound::Sound() : inside_(std::make_unique<Inside>()) {}

Sound::~Sound() {
  if (!inside_->thread.joinable()) return;
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->ends = true;
  }
  inside_->changed.notify_one();
  inside_->thread.join();
}

void Sound::play(Tone tone) {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->next = tone;
  }
  if (!inside_->thread.joinable()) {
    snd_lib_error_set_handler(say_nothing);
    try {
      inside_->thread = std::thread([this] { inside_->run(); });
    } catch (const std::system_error&) {
      return;  // no thread to be had: silence
    }
  }
  inside_->changed.notify_one();
}

}  // namespace genpyo::ui
