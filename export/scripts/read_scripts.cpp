#include "export/scripts/read_scripts.h"

#include <algorithm>
#include <array>

#include "export/scripts/read_python.h"
#include "export/scripts/read_r.h"
#include "export/scripts/read_spss.h"
#include "export/scripts/read_stata.h"
#include "export/target_names.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_cell = 32'766;  // of SPSS, less a guard in front

// Names of a script are told as the script's, not as those of a .sav or .dta.
class NamesOfScript : public Remarks {
 public:
  NamesOfScript(Remarks& remarks, std::string_view script) : remarks_(remarks), script_(script) {}
  void against(std::string_view case_id, std::string_view variable, std::string_view why) override {
    remarks_.against(case_id, variable, why);
  }
  void altered(std::string_view case_id, std::string_view variable, std::string_view how) override {
    remarks_.altered(case_id, variable, how);
  }
  void renamed(std::string_view variable, std::string_view name, std::string_view) override {
    remarks_.renamed(variable, name, script_);
  }

 private:
  Remarks& remarks_;
  std::string_view script_;
};

bool is_broken(std::string_view text) {
  return text.size() > longest_cell || text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos;
}

// Words with a line break break every line that has them: the first is enough.
const Variable* broken_words(const Dataset& dataset) {
  if (dataset.profile.kind != Profile::Kind::labels) return nullptr;
  for (const Variable& variable : dataset.variables) {
    for (const ValueLabel& each : variable.codes) {
      if (is_broken(each.label.in(dataset.profile.language))) return &variable;
    }
  }
  return nullptr;
}

}  // namespace

forms::Result<forms::Done> ReadScripts::begin(const Dataset& dataset, const Extents&, FileSet& files, Remarks& remarks) {
  dataset_ = &dataset;
  files_ = &files;
  remarks_ = &remarks;
  if (const Variable* variable = broken_words(dataset)) {
    broken_cells_ = 1;
    broken_first_ = "a label of " + variable->name;
  }
  return forms::Done{};
}

void ReadScripts::add(const Row& row) {
  extents_.add(row);
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    const auto* text = std::get_if<std::string_view>(&row.cells[index]);
    if (text == nullptr || !is_broken(*text)) continue;
    if (broken_cells_++ == 0) broken_first_ = std::string(row.case_id) + ' ' + dataset_->variables[index].name;
  }
}

forms::Result<forms::Done> ReadScripts::finish() {
  CsvDescription described = description_of(*dataset_, extents_);
  described.broken_cells = broken_cells_;
  described.broken_first = broken_first_;
  NamesOfScript stata(*remarks_, "read_csv.do"), spss(*remarks_, "read_csv.sps");
  const auto& variables = dataset_->variables;
  const std::array<std::pair<const char*, std::string>, 4> scripts = {{
      {"read_csv.R", read_r(described)},
      {"read_csv.py", read_python(described)},
      {"read_csv.do", read_stata(described, names_for(Target::stata, variables, stata))},
      {"read_csv.sps", read_spss(described, names_for(Target::spss, variables, spss))},
  }};
  for (const auto& [name, text] : scripts) {
    auto file = files_->add(name);
    if (!file) return file.failure();
    (*file)->write(text);
  }
  return forms::Done{};
}

}  // namespace genpyo::exports
