// The include table and the owner table of ARCHITECTURE.md, as code.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace genpyo::architecture {

// One sentence for each include line of the tree that breaks a table.
std::vector<std::string> violations(const std::filesystem::path& root);

// One sentence for each circle of headers: "a.h → b.h → a.h".
std::vector<std::string> circles(const std::filesystem::path& root);

}  // namespace genpyo::architecture
