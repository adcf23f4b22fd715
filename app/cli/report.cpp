#include "app/cli/report.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace genpyo::cli {

using namespace std::chrono_literals;

int say_failure(const forms::Failure& failure, Exit status) {
  std::cerr << "genpyo: " << failure.sentence << '\n';
  return status;
}

void say_diagnostics(const std::vector<forms::Diagnostic>& diagnostics) {
  for (const forms::Diagnostic& diagnostic : diagnostics) {
    std::cerr << forms::to_text(diagnostic) << '\n';
  }
}

namespace {

// The line of the shell that waits for the next command is not ours to draw on (`genpyo … &`).
bool is_in_front() {
  const pid_t front = tcgetpgrp(STDERR_FILENO);
  return front == -1 || front == getpgrp();
}

bool is_terminal() {
  const char* kind = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && (kind == nullptr || std::string_view(kind) != "dumb");  // one that cannot wipe
}

}  // namespace

Watcher terminal() {
  Watcher watcher{std::chrono::steady_clock::now, nullptr, nullptr};
  if (!is_terminal()) return watcher;
  watcher.show = [](const std::string& text) {
    if (is_in_front()) std::cerr << text << std::flush;
  };
  watcher.columns = []() -> std::size_t {
    winsize size = {};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  };
  return watcher;
}

Progress::Progress(std::vector<std::string> walks, Watcher watcher)
    : walks_(std::move(walks)), watcher_(std::move(watcher)), started_(watcher_.now()), begun_(started_), drawn_(started_) {
  standing_.walks_after = walks_.size();
}

Progress::~Progress() { wipe(); }

void Progress::begin(std::size_t total) {
  assert(standing_.walks_after > 0);
  const std::size_t walk = walks_.size() - standing_.walks_after;
  begun_ = watcher_.now();
  standing_ = {walks_[walk], 0, total, 0, walk, standing_.walks_after - 1};
}

void Progress::step() {
  ++standing_.count;
  if (!watcher_.show) return;
  const auto now = watcher_.now();
  if (now - started_ >= 1s && now - drawn_ >= 100ms) draw(now);
}

void Progress::end(std::string what) {
  const std::size_t before = walks_.size() - standing_.walks_after;
  standing_ = {std::move(what), 0, 0, 0, before, standing_.walks_after};
  if (!watcher_.show) return;
  const auto now = watcher_.now();
  if (now - started_ >= 300ms) draw(now);
}

void Progress::draw(std::chrono::steady_clock::time_point now) {
  drawn_ = now;
  shown_ = true;
  standing_.seconds = std::chrono::duration<double>(now - begun_).count();
  // Three columns stay free: a line that wraps cannot be wiped, and the terminal adds «^C» to ours.
  const std::size_t columns = watcher_.columns();
  watcher_.show("\r" + progress_line(standing_, columns - std::min<std::size_t>(columns, 3)) + "\033[K");
}

void Progress::wipe() {
  if (shown_) watcher_.show("\r\033[K");
  shown_ = false;
}

}  // namespace genpyo::cli
