// What the commands say to a person: failures, diagnostics, progress.
#pragma once
#include <chrono>
#include <cstddef>
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

// A line to standard error that counts, once the work has taken over a second and a person is
// watching (a terminal).
class Progress {
 public:
  Progress(std::string what, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  std::string what_;
  std::size_t total_, count_ = 0;
  bool watched_, shown_ = false;
  std::chrono::steady_clock::time_point started_, drawn_;
};

}  // namespace genpyo::cli
