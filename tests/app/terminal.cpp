#include "terminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace genpyo::test {
namespace {

constexpr int too_long = 60'000;  // ms without a word: it hangs

[[noreturn]] void become(const std::vector<std::string>& command, const std::map<std::string, std::string>& environment) {
  for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  execvp(words.front(), words.data());
  _exit(127);
}

}  // namespace

void Screen::show(const std::string& bytes) {
  for (const char byte : bytes) {
    if (!escape_.empty() || byte == '\033') {
      escape_ += byte;
      if (escape_ != "\033[K" && escape_.size() < 3) continue;
      const std::string escape = std::exchange(escape_, "");
      if (escape == "\033[K") rows_[row_].resize(std::min(rows_[row_].size(), column_));
      else for (const char each : escape) put(each);
    } else if (byte == '\r') {
      seen_.push_back(rows_[row_]);
      column_ = 0;
    } else if (byte == '\n') {
      if (++row_ == rows_.size()) rows_.emplace_back();
    } else {
      put(byte);
    }
  }
}

void Screen::put(char letter) {
  if (column_ == columns_) {
    if (++row_ == rows_.size()) rows_.emplace_back();
    column_ = 0;
  }
  std::string& row = rows_[row_];
  if (row.size() <= column_) row.resize(column_ + 1, ' ');
  row[column_++] = letter;
}

TerminalRun::TerminalRun(std::size_t columns, const std::vector<std::string>& command, const std::map<std::string, std::string>& environment)
    : screen_(columns) {
  winsize size = {};
  size.ws_row = 24;
  size.ws_col = static_cast<unsigned short>(columns);
  child_ = forkpty(&master_, nullptr, nullptr, &size);
  if (child_ < 0) throw std::runtime_error("no terminal");
  if (child_ == 0) become(command, environment);
}

TerminalRun::~TerminalRun() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  close(master_);
}

void TerminalRun::wait_until_stopped() {
  int status = 0;
  if (waitpid(child_, &status, WUNTRACED) != child_ || !WIFSTOPPED(status)) {
    child_ = -1;
    throw std::runtime_error("it came to its end and did not stop");
  }
}

void TerminalRun::go_on() { kill(child_, SIGCONT); }

void TerminalRun::type(const std::string& keys) {
  if (write(master_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) throw std::runtime_error("cannot type");
}

void TerminalRun::read_until(const std::string& shown) {
  while (bytes_.find(shown) == bytes_.npos && read_more()) continue;
}

int TerminalRun::status() {
  while (read_more()) continue;
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool TerminalRun::read_more() {
  pollfd waiting = {master_, POLLIN, 0};
  if (poll(&waiting, 1, too_long) != 1) throw std::runtime_error("nothing more comes: " + bytes_);
  std::array<char, 4096> piece;
  const ssize_t count = read(master_, piece.data(), piece.size());
  if (count <= 0) return false;  // EIO: nobody has the terminal open any longer
  bytes_.append(piece.data(), static_cast<std::size_t>(count));
  screen_.show({piece.data(), static_cast<std::size_t>(count)});
  return true;
}

}  // namespace genpyo::test
