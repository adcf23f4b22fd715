#include "app/cli/pin_entry.h"

#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>

#include "app/session/pin.h"

namespace genpyo::cli {
namespace {

// While it lives the terminal shows nothing of what is typed. Ctrl+C comes as a character: a
// program that ended here would leave the terminal blind.
class Unseen {
 public:
  Unseen() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
  }
  ~Unseen() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

// Byte by byte and no further than the line's end, so that nothing of it stays in a buffer. A line
// longer than any PIN is cut off, and is none.
std::string read_line() {
  std::string line;
  line.reserve(session::longest_pin + 2);
  for (char c = 0;;) {
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0 || c == '\n' || c == '\r') return line;
    if (line.size() <= session::longest_pin) line += c;
  }
}

std::string ask(const char* question) {
  std::cerr << question << std::flush;
  std::string line = read_line();
  std::cerr << '\n';
  return line;
}

}  // namespace

forms::Result<std::string> read_new_pin() {
  const forms::Failure no_pin{"A PIN has 4 to 12 digits and nothing else; nothing was written."};
  if (isatty(STDIN_FILENO) != 1) {
    std::string pin = read_line();
    if (!session::is_pin(pin)) return no_pin;
    return pin;
  }
  const Unseen unseen;
  std::string pin = ask("PIN (4 to 12 digits): ");
  if (!session::is_pin(pin)) return no_pin;
  std::string again = ask("The same PIN again: ");
  const bool is_same = pin == again;
  session::forget(again);
  if (!is_same) return forms::Failure{"The two PINs differ; nothing was written."};
  return pin;
}

forms::Result<std::string> read_pin() {
  std::string pin;
  if (isatty(STDIN_FILENO) != 1) {
    pin = read_line();
  } else {
    const Unseen unseen;
    pin = ask("PIN: ");
  }
  if (!session::is_pin(pin)) return forms::Failure{"A PIN has 4 to 12 digits and nothing else; nothing was written."};
  return pin;
}

}  // namespace genpyo::cli
