#include "export/spss_syntax.h"

#include "export/scripts/literals.h"
#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_label = 80;

}  // namespace

std::string spss_sets(const Dataset& dataset, const std::vector<std::string>& names) {
  std::string sets;
  const auto& variables = dataset.variables;
  for (std::size_t index = 0; index < variables.size();) {
    if (variables[index].role != Variable::Role::choice) {
      ++index;
      continue;
    }
    const forms::ItemIndex item = variables[index].item;
    const forms::Item& asked = dataset.form->items[item];
    const std::string_view label = cut_at_bytes(asked.label.in(dataset.profile.language), longest_label);
    // Named after its first variable, whose name is legal and nobody else's.
    sets += "  /MDGROUP NAME=$" + names[index].substr(0, 63) + "\n    LABEL=" + spss_literal(label) + "\n    CATEGORYLABELS=VARLABELS\n    VARIABLES=\n";
    for (; index < variables.size() && variables[index].role == Variable::Role::choice && variables[index].item == item; ++index) {
      sets += "      " + names[index] + '\n';
    }
    sets += "    VALUE=1\n";
  }
  return sets.empty() ? "" : "MRSETS\n" + sets + "  /DISPLAY NAME=ALL.\n";
}

std::string spss_syntax(const Dataset& dataset, const std::vector<std::string>& names) {
  const std::string sets = spss_sets(dataset, names);
  return sets.empty() ? "" : "* Encoding: UTF-8.\nGET FILE='" + dataset.form->form_id + ".sav'.\n" + sets;
}

}  // namespace genpyo::exports
