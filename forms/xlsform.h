// XLSForm: a workbook's sheets survey, choices and settings as the tree of texts that a form.yaml
// parses to, so that one reader understands both. Every node's place names its cell.
//
// What XLSForm demands is demanded here, by the verdicts of pyxform; what it can say and paper or
// this program cannot is told as a warning, never passed over in silence. Never throws.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form_reader.h"
#include "forms/result.h"
#include "forms/workbook.h"
#include "forms/yaml.h"

namespace genpyo::forms {

// The sheets that a form is read from, in small letters.
const std::vector<std::string>& xlsform_sheets();

// A file that lies beside the workbook (choices of select_one_from_file): its bytes, by its name.
using Beside = std::function<Result<std::string>(const std::string& name)>;

struct XlsformTree {
  yaml::Node root;
  std::vector<Diagnostic> diagnostics;
};
XlsformTree xlsform_tree(const Workbook& workbook, const Beside& beside);

// The tree, read as a form. Form::text is the same definition as YAML.
FormReading read_xlsform(const Workbook& workbook, const Beside& beside);

}  // namespace genpyo::forms
