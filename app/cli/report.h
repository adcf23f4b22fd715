// What the commands say to a person: failures, diagnostics, progress.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "app/cli/progress_line.h"
#include "app/cli/request.h"
#include "forms/diagnostic.h"
#include "forms/result.h"

namespace genpyo::cli {

// «genpyo: sentence» to standard error; gives the status, so that a command can return it.
int say_failure(const forms::Failure& failure, Exit status = world_said_no);

// Every diagnostic on a line of its own to standard error.
void say_diagnostics(const std::vector<forms::Diagnostic>& diagnostics);

// Where progress is shown. Without `show` nobody watches.
struct Watcher {
  std::function<std::chrono::steady_clock::time_point()> now;
  std::function<void(const std::string&)> show;
  std::function<std::size_t()> columns;
};
Watcher terminal();  // standard error, where it is one

// A line that tells how far it is, once the work has taken over a second and a person is watching.
// One line is over the whole work, which may go through the same cases several times.
class Progress {
 public:
  // What each walk does, in their order: {"looked at", "exported"}. The bar is shared between them.
  explicit Progress(std::vector<std::string> walks, Watcher watcher = terminal());
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  // The next walk begins, through so many cases.
  void begin(std::size_t total);
  void step();
  // What is done when the last walk is over, of which no step is known: so it is said at once, where
  // the walks were not over in a wink. Of the bar it gets the walks that were named and never begun.
  void end(std::string what);
  // To be called before anything else is said while this lives.
  void wipe();

 private:
  void draw(std::chrono::steady_clock::time_point now);

  const std::vector<std::string> walks_;
  const Watcher watcher_;
  Standing standing_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point started_, begun_, drawn_;
};

}  // namespace genpyo::cli
