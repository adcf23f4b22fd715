#include "app/cli/report.h"

#include <unistd.h>

#include <iostream>

namespace genpyo::cli {

int say_failure(const forms::Failure& failure, Exit status) {
  std::cerr << "genpyo: " << failure.sentence << '\n';
  return status;
}

void say_diagnostics(const std::vector<forms::Diagnostic>& diagnostics) {
  for (const forms::Diagnostic& diagnostic : diagnostics) {
    std::cerr << forms::to_text(diagnostic) << '\n';
  }
}

Progress::Progress(std::string what, std::size_t total)
    : what_(std::move(what)),
      total_(total),
      watched_(isatty(STDERR_FILENO) == 1),
      started_(std::chrono::steady_clock::now()),
      drawn_(started_) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::step() {
  using namespace std::chrono_literals;
  ++count_;
  if (!watched_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - started_ < 1s || now - drawn_ < 100ms) return;
  drawn_ = now;
  shown_ = true;
  const auto elapsed = std::chrono::duration<double>(now - started_).count();
  const double left = elapsed / static_cast<double>(count_) * static_cast<double>(total_ - count_);
  std::cerr << '\r' << what_ << ' ' << count_ << '/' << total_ << ", "
            << static_cast<int>(left + 0.5) << " s left \033[K" << std::flush;
}

}  // namespace genpyo::cli
