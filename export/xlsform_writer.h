// A form's definition as an XLSForm: sheets survey, choices, settings. What XLSForm has no word for
// stands in columns genpyo::… and on a sheet genpyo, which other programs pass over and which are
// read back here, so that nothing is lost either way.
#pragma once
#include <string>
#include <vector>

#include "export/whole_file.h"
#include "forms/result.h"
#include "forms/yaml.h"

namespace genpyo::exports {

struct WrittenXlsform {
  std::vector<std::string> notes;  // what other programs will take for something else, a sentence each
};

// `root` is the tree of a definition that was read without a fault. The file is not completed yet.
forms::Result<WrittenXlsform> write_xlsform(const forms::yaml::Node& root, const WholeFile& file);

}  // namespace genpyo::exports
