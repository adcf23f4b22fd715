// A terminal in which the real program runs, and what a person sees on it.
#pragma once
#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace genpyo::test {

// The rows of a terminal that is as high as need be. Knows what the program may write: text, \r, \n
// and "erase to the end of the row"; anything else is shown as it is, a byte in a column.
class Screen {
 public:
  explicit Screen(std::size_t columns) : columns_(columns) {}
  void show(const std::string& bytes);
  const std::vector<std::string>& rows() const { return rows_; }
  // What stood in a row whenever \r went back to its begin.
  const std::vector<std::string>& seen() const { return seen_; }

 private:
  void put(char letter);

  const std::size_t columns_;
  std::vector<std::string> rows_ = {""}, seen_;
  std::string escape_;
  std::size_t row_ = 0, column_ = 0;
};

// One run of a program in a terminal of its own, of so many columns. The environment is added to ours.
class TerminalRun {
 public:
  TerminalRun(std::size_t columns, const std::vector<std::string>& command, const std::map<std::string, std::string>& environment);
  ~TerminalRun();  // ends what still runs
  TerminalRun(const TerminalRun&) = delete;
  TerminalRun& operator=(const TerminalRun&) = delete;

  void wait_until_stopped();
  void go_on();
  void type(const std::string& keys);
  // Reads until the terminal shows this, or nobody writes to it any longer.
  void read_until(const std::string& shown);
  int status();  // reads to the end; the exit status, 128 + the signal when it was killed

  const Screen& screen() const { return screen_; }
  const std::string& bytes() const { return bytes_; }

 private:
  bool read_more();

  pid_t child_ = -1;
  int master_ = -1;
  Screen screen_;
  std::string bytes_;
};

}  // namespace genpyo::test
