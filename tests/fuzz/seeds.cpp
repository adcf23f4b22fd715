// In place of libFuzzer: gives a target each seed of a folder, whole and cut at sixty places. What
// the target finds ends the process.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t cuts = 60;

void give(const std::string& bytes) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    give(bytes);
    for (std::size_t cut = 0; cut < cuts; ++cut) give(bytes.substr(0, bytes.size() * cut / cuts));
    seeds += bytes.empty() ? 0 : 1;
  }
  std::cout << seeds << " seeds, each whole and cut at " << cuts << " places.\n";
  return seeds > 0 ? 0 : 1;
}
