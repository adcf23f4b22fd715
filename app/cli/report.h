// What the commands say to a person: failures, diagnostics, progress.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

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
class Progress {
 public:
  Progress(std::string what, std::size_t total, Watcher watcher = terminal());
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  std::string what_;
  std::size_t total_, count_ = 0;
  const Watcher watcher_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point started_, drawn_;
};

}  // namespace genpyo::cli
