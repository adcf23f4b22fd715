#include "export/csv.h"

#include <cassert>
#include <utility>

#include "export/codebook.h"
#include "export/csv_line.h"

namespace genpyo::exports {

forms::Result<CsvDataset> CsvDataset::create(const std::string& folder, const forms::Form& form,
                                             const DatasetOptions& options) {
  auto variables = variables_of(form, options);
  if (!variables) return variables.failure();
  auto data = WholeFile::create(folder + '/' + form.form_id + ".csv");
  if (!data) return data.failure();
  auto codebook = WholeFile::create(folder + '/' + form.form_id + "_codebook.csv");
  if (!codebook) return codebook.failure();
  return CsvDataset(form, std::move(*variables), std::move(*data), std::move(*codebook));
}

CsvDataset::CsvDataset(const forms::Form& form, std::vector<Variable> variables, WholeFile data,
                       WholeFile codebook)
    : form_(&form),
      variables_(std::move(variables)),
      data_(std::move(data)),
      codebook_(std::move(codebook)),
      paths_{data_.path(), codebook_.path()} {
  std::vector<std::string> header;
  for (const Variable& variable : variables_) header.push_back(variable.name);
  data_.write(csv_line(header));
  codebook_.write(codebook_csv(form, variables_));
}

void CsvDataset::add(const forms::Case& current, const validators::Evaluation& evaluation) {
  assert(evaluation.items.size() == form_->items.size());
  assert(evaluation.extractions.size() == form_->extractions.size());
  std::vector<std::string> cells;
  cells.reserve(variables_.size());
  for (const Variable& variable : variables_) {
    cells.push_back(cell_of(variable, *form_, current, evaluation));
  }
  data_.write(csv_line(cells));
}

forms::Result<forms::Done> CsvDataset::finish() {
  if (auto done = codebook_.finish(); !done) return done;
  return data_.finish();
}

}  // namespace genpyo::exports
