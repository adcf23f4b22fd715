// The cells of one row of the survey sheet, put under their keys into the map that it becomes.
// Internal to xlsform*.cpp.
#pragma once
#include <string>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {

class Cells {
 public:
  // All must outlive it.
  Cells(const Records& survey, const Record& record, Draft& draft)
      : survey_(survey), record_(record), draft_(draft) {}

  // Each puts nothing where the row has no such cell.
  void put_label(yaml::Node& node, const std::string& key) const;
  void put_text(yaml::Node& node, const std::string& key) const;
  void put_rule(yaml::Node& node, const std::string& key) const;
  void put_flag_or_rule(yaml::Node& node, const std::string& key) const;  // yes, no, or a rule
  // Keys of our own, as they were written into columns that others ignore.
  void put_own(yaml::Node& node) const;

 private:
  const Records& survey_;
  const Record& record_;
  Draft& draft_;
};

}  // namespace genpyo::forms::xlsform
