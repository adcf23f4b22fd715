// Sheet: one filled-in paper of the sample, as CSV cells by item name. No cell = an empty box.
#pragma once
#include <map>
#include <string>

namespace genpyo::sample {

struct Sheet {
  std::string case_id;
  std::map<std::string, std::string> cells;

  void write(const std::string& item, std::string text) { cells[item] = std::move(text); }
  void figure(const std::string& item, int value) { cells[item] = std::to_string(value); }
  // Circles a choice; 0 leaves the question empty.
  void circle(const std::string& item, int code) {
    if (code != 0) figure(item, code);
  }
  void empty(const std::string& item) { cells.erase(item); }

  bool answered(const std::string& item) const { return cells.count(item) != 0; }
  // The figure in a box; 0 where it is empty or holds no figure.
  int value(const std::string& item) const {
    const auto found = cells.find(item);
    if (found == cells.end() ||
        found->second.find_first_not_of("0123456789") != std::string::npos) {
      return 0;
    }
    return std::stoi(found->second);
  }
};

}  // namespace genpyo::sample
