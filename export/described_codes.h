// DescribedCode: a code that an item's list got while its texts were coded, as a dataset tells it.
// The form that the dataset is of does not have it.
#pragma once
#include <cstdint>
#include <string>

namespace genpyo::exports {

struct DescribedCode {
  std::string item;
  std::int64_t code = 0;  // whatever a file says
  std::string label;      // in the form's first language, as the coder wrote it
};

}  // namespace genpyo::exports
