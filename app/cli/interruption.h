// Ctrl+C (SIGINT) and SIGTERM while something is written: noted, and asked for at a moment when
// nothing is half done.
#pragma once
#include <csignal>

namespace genpyo::cli {

// Notes the signals while it lives; one at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  bool came() const;

 private:
  struct sigaction before_int_ = {}, before_term_ = {};
};

}  // namespace genpyo::cli
