#include "app/cli/tables_file.h"

#include <filesystem>

#include "app/cli/report.h"
#include "app/session/survey.h"
#include "export/tables/standard.h"
#include "forms/form_reader.h"

namespace genpyo::cli {

forms::Result<exports::TablesDefinition> read_tables_of(const forms::Form& form) {
  auto data = session::find_data();
  if (!data) return data.failure();
  const std::string file = *data + "/forms/" + form.form_id + "/tables.yaml";
  if (!std::filesystem::exists(file)) return exports::standard_tables(form);
  auto text = forms::read_file(file, 4u << 20);
  if (!text) return text.failure();
  exports::TablesReading reading = exports::read_tables(*text, "tables.yaml", form);
  if (reading.diagnostics.empty()) return std::move(reading.definition);
  say_diagnostics(reading.diagnostics);
  return forms::Failure{"The tables of " + form.form_id + " have faults: correct them first."};
}

}  // namespace genpyo::cli
