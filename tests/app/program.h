// Runs the real program (or another), without a shell, and keeps what it said.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace genpyo::test {

struct Outcome {
  int status = -1;  // the exit status; 128 + the signal when it was killed
  std::string out, err;
};

// `genpyo` with these arguments; `environment` is added to (an empty value: removed from) our own.
Outcome run_genpyo(const std::vector<std::string>& arguments,
                   const std::map<std::string, std::string>& environment = {},
                   const std::string& input = "");

// The same with any program, by its path or its name on PATH.
Outcome run(const std::string& program, const std::vector<std::string>& arguments,
            const std::map<std::string, std::string>& environment = {},
            const std::string& input = "");

std::string content_of(const std::string& path);
void write_file(const std::string& path, const std::string& content);

}  // namespace genpyo::test
