#include "app/cli/interruption.h"

namespace genpyo::cli {
namespace {

constexpr std::array<int, 4> ends = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

volatile std::sig_atomic_t noted = 0;  // the one thing that a handler may write

void note(int signal) { noted = signal; }

}  // namespace

Interruption::Interruption() {
  noted = 0;
  struct sigaction action = {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  for (std::size_t each = 0; each < ends.size(); ++each) {
    sigaction(ends[each], nullptr, &before_[each]);
    if (before_[each].sa_handler != SIG_IGN) sigaction(ends[each], &action, nullptr);
  }
}

Interruption::~Interruption() {
  for (std::size_t each = 0; each < ends.size(); ++each) sigaction(ends[each], &before_[each], nullptr);
}

bool Interruption::came() const { return noted != 0; }

int Interruption::status() const { return 128 + noted; }

}  // namespace genpyo::cli
