// SingleFile: the one file that a command leaves behind (print, progress, compare, convert). It
// appears whole or not at all; where a signal stops the work, nothing of it stays.
#pragma once
#include <functional>
#include <string>

#include "app/cli/interruption.h"
#include "app/cli/report.h"
#include "export/whole_file.h"
#include "forms/result.h"

namespace genpyo::cli {

class SingleFile {
 public:
  explicit SingleFile(std::string path) : path_(std::move(path)) {}

  // To be asked at every case and page: signals end nothing themselves while this lives.
  bool is_stopped() const { return interruption_.came(); }
  static forms::Failure stopped() { return {"Stopped: nothing was written."}; }

  // Fills the file and gives it its name, unless it was stopped by then.
  forms::Result<forms::Done> write(const std::function<forms::Result<forms::Done>(exports::WholeFile&)>& fill) const;
  // Says why there is none; gives the status.
  int say(const forms::Failure& failure) const;

 private:
  const std::string path_;
  const Interruption interruption_;
};

}  // namespace genpyo::cli
