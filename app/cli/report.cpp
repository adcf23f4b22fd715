#include "app/cli/report.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <iostream>

#include "app/cli/progress_line.h"

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

Watcher terminal() {
  Watcher watcher{std::chrono::steady_clock::now, nullptr, nullptr};
  if (isatty(STDERR_FILENO) != 1) return watcher;
  watcher.show = [](const std::string& text) { std::cerr << text << std::flush; };
  watcher.columns = []() -> std::size_t {
    winsize size = {};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  };
  return watcher;
}

Progress::Progress(std::string what, std::size_t total, Watcher watcher)
    : what_(std::move(what)), total_(total), watcher_(std::move(watcher)), started_(watcher_.now()), drawn_(started_) {}

Progress::~Progress() {
  if (shown_) watcher_.show("\r\033[K");
}

void Progress::step() {
  using namespace std::chrono_literals;
  ++count_;
  if (!watcher_.show) return;
  const auto now = watcher_.now();
  if (now - started_ < 1s || now - drawn_ < 100ms) return;
  drawn_ = now;
  shown_ = true;
  const auto elapsed = std::chrono::duration<double>(now - started_).count();
  // One column stays free: a full line would wrap, and its beginning could not be wiped.
  watcher_.show("\r" + progress_line(what_, count_, total_, elapsed, watcher_.columns() - 1) + "\033[K");
}

}  // namespace genpyo::cli
