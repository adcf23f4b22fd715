#include "app/cli/interruption.h"

namespace genpyo::cli {
namespace {

volatile std::sig_atomic_t noted = 0;  // the one thing that a handler may write

void note(int) { noted = 1; }

}  // namespace

Interruption::Interruption() {
  noted = 0;
  struct sigaction action = {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, &before_int_);
  sigaction(SIGTERM, &action, &before_term_);
}

Interruption::~Interruption() {
  sigaction(SIGINT, &before_int_, nullptr);
  sigaction(SIGTERM, &before_term_, nullptr);
}

bool Interruption::came() const { return noted != 0; }

}  // namespace genpyo::cli
