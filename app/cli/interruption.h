// Ctrl+C (SIGINT), SIGTERM, a terminal that is closed (SIGHUP) and a reader that has gone (SIGPIPE)
// while something is written: noted, and asked for at a moment when nothing is half done.
#pragma once
#include <array>
#include <csignal>

namespace genpyo::cli {

// Notes the signals while it lives, but not those that were ignored already (nohup); one at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  bool came() const;
  // As a shell has it of a program that a signal ended: 130 for Ctrl+C, 143 for SIGTERM.
  int status() const;

 private:
  std::array<struct sigaction, 4> before_ = {};
};

}  // namespace genpyo::cli
