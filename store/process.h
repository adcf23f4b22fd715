// Process: who may have a case open. A process id is used again after its process has ended, so
// the time it started (clock ticks since the machine did, from /proc) belongs to its name.
#pragma once
#include <cstdint>
#include <string>

namespace genpyo::store {

struct Process {
  std::string host;
  std::int64_t pid = 0;
  std::string started;
  friend bool operator==(const Process&, const Process&) = default;
};

Process this_process();

// Whether a process of this machine is still the one named.
bool lives(const Process& process);

std::string words_for(const Process& process);  // "kiosk-2, process 123"

}  // namespace genpyo::store
