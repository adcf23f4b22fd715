// Reading a form definition (YAML, XLSForm's words). Never throws, never stops at the first fault.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"
#include "forms/result.h"
#include "forms/yaml.h"

namespace genpyo::forms {

struct FormReading {
  Form form;                            // as much of it as could be read
  std::vector<Diagnostic> diagnostics;  // in the order of the file; empty = faultless
};

// `file` is the name shown in diagnostics.
FormReading read_form(std::string_view yaml, std::string_view file);

// The second half of it: from a tree, whatever it was read from. `text` is the same definition as
// YAML; `found` is what was found wrong before.
FormReading read_form(const yaml::Node& root, std::string text, std::string_view file,
                      std::vector<Diagnostic> found);

// Reads a whole file, at most `limit` bytes. Fails with one sentence (no such file, a folder, too
// large, cannot be read).
Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace genpyo::forms
