// JsonLabels: what the list `variables` of a JSON dataset says its variables and their codes mean,
// put together from the pieces in which the text comes.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "export/dataset_rows.h"

namespace genpyo::exports {

class JsonLabels {
 public:
  // How deep a piece lies, the dataset being 1. `key` is the name before it.
  void begin_object(int depth, const std::string& key);
  void text(int depth, const std::string& key, const std::string& text);
  void number(int depth, const std::string& key, std::int64_t number);
  void end_object(int depth);

  std::vector<SaidLabel> labels = {};

 private:
  using Texts = std::map<std::string, std::string>;

  std::string name_, part_;  // of the variable; which of its objects is read
  std::int64_t code_ = 0;
  Texts label_, code_label_;
  std::vector<SaidLabel> codes_;  // of the variable
};

}  // namespace genpyo::exports
