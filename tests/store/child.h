// Child: a piece of a test run in a process of its own, which tells what it found through a pipe.
#pragma once
#include <grp.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <stdexcept>
#include <string>

namespace genpyo::store {

// The child's end of the two pipes between it and its parent.
class Parent {
 public:
  Parent(int from, int to) : from_(from), to_(to) {}
  void tell(const std::string& line) const {
    const std::string whole = line + "\n";
    if (write(to_, whole.data(), whole.size()) < 0) _exit(1);
  }
  void wait_for_go() const {
    char go = 0;
    if (read(from_, &go, 1) != 1) _exit(1);  // the parent is gone
  }

 private:
  int from_, to_;
};

// A process must not use a database that its parent opened: fork before opening.
class Child {
 public:
  // The child ends without destructors of the parent's objects, as it has only copies of them.
  explicit Child(const std::function<void(const Parent&)>& act) {
    int up[2], down[2];
    if (pipe(up) != 0 || pipe(down) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("no process");
    if (pid_ == 0) {
      close(up[0]);
      close(down[1]);
      try {
        act(Parent(down[0], up[1]));
      } catch (...) {
        _exit(2);
      }
      _exit(0);
    }
    close(up[1]);
    close(down[0]);
    from_child_ = up[0];
    to_child_ = down[1];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill();
    close(from_child_);
    close(to_child_);
  }

  void go() const {
    if (write(to_child_, "g", 1) != 1) throw std::runtime_error("the child is gone");
  }

  // The next line that it told, waiting for it; "" when there are no more.
  std::string line() {
    std::string told;
    char c = 0;
    while (read(from_child_, &c, 1) == 1 && c != '\n') told += c;
    return told;
  }

  void kill() {
    if (pid_ > 0) ::kill(pid_, SIGKILL);
    wait();
  }
  void wait() {
    if (pid_ > 0) waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

 private:
  pid_t pid_ = 0;
  int from_child_ = -1, to_child_ = -1;
};

// What `act` tells when the file permissions hold for it, as they do not for root.
inline std::string without_privilege(const std::function<std::string()>& act) {
  constexpr unsigned nobody = 65534;
  Child child([&](const Parent& parent) {
    if (geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)) {
      parent.tell("cannot become nobody");
      return;
    }
    parent.tell(act());
  });
  return child.line();
}

}  // namespace genpyo::store
