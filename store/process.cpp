#include "store/process.h"

#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>

namespace genpyo::store {
namespace {

// When a process started, as /proc/PID/stat has it (field 22, see proc(5)); "" for one that has
// ended, also while its parent has not asked for its fate (state Z).
std::string start_of(std::int64_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(file, line);
  const auto name_end = line.rfind(')');  // field 2 is the program's name and may hold anything
  if (name_end == std::string::npos) return "";
  std::istringstream fields(line.substr(name_end + 1));
  std::string field;
  for (int number = 3; number <= 22 && fields >> field; ++number) {
    if (number == 3 && (field == "Z" || field == "X")) return "";
  }
  return fields ? field : "";
}

}  // namespace

Process this_process() {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return {host.data(), getpid(), start_of(getpid())};
}

bool lives(const Process& process) {
  const std::string started = start_of(process.pid);
  return !started.empty() && started == process.started;
}

std::string words_for(const Process& process) {
  return process.host + ", process " + std::to_string(process.pid);
}

}  // namespace genpyo::store
