#include "app/cli/single_file.h"

namespace genpyo::cli {

forms::Result<forms::Done> SingleFile::write(const std::function<forms::Result<forms::Done>(exports::WholeFile&)>& fill) const {
  if (is_stopped()) return stopped();
  auto file = exports::WholeFile::create(path_);
  if (!file) return file.failure();
  if (auto filled = fill(*file); !filled) return filled;
  if (auto completed = file->complete(); !completed) return completed;
  // The last moment at which nothing has appeared yet.
  if (is_stopped()) return stopped();
  return file->finish();
}

int SingleFile::say(const forms::Failure& failure) const {
  const int status = say_failure(failure);
  return is_stopped() ? interruption_.status() : status;
}

}  // namespace genpyo::cli
