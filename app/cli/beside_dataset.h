// What `export` left beside a dataset, as far as its way back in needs it. Nothing of it need be
// there.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/session/exported.h"
#include "export/dataset_rows.h"
#include "export/described_codes.h"

namespace genpyo::cli {

struct Manifest {
  std::string profile, language;             // "" where it says none
  std::map<std::string, std::string> names;  // of variables, by those that the format got instead
  std::string form_id;                       // "" where it says none
  std::vector<std::string> files;            // what the export wrote
  std::vector<exports::DescribedCode> codes; // whatever it says: nobody looked at them yet
};

// `format`: the one whose names are wanted.
Manifest manifest_beside(const std::string& path, const std::string& format);

// Of remarks.csv, what was altered in this format.
std::vector<session::AlteredCell> altered_beside(const std::string& path, const std::string& format);

// FORM_codebook.csv: the variables that it lists, what they and their codes mean, and the codes of
// their missing kinds.
struct CodebookFile {
  std::vector<std::string> variables;
  std::vector<exports::KindCode> kinds;
  std::vector<exports::SaidLabel> labels;
};
forms::Result<CodebookFile> codebook_beside(const std::string& path);

}  // namespace genpyo::cli
