#include "export/json_dataset.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "export/whole_text.h"

namespace genpyo::exports {

using Json = nlohmann::ordered_json;

namespace {

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json label_json(const forms::Label& label) {
  Json texts = Json::object();
  for (const auto& [language, text] : label.texts()) texts[language] = text;
  return texts;
}

Json missing_kinds() {
  Json kinds = Json::array();
  for (const forms::Missing kind : forms::all_missing) {
    kinds.push_back({{"name", forms::name_of(kind)}, {"label", label_json(label_of(kind))}});
  }
  return kinds;
}

Json variable_json(const Variable& variable, const forms::Form& form) {
  Json made;
  made["name"] = variable.name;
  if (variable.is_of_item()) made["item"] = form.items[variable.item].name;
  made["number"] = variable.number;
  made["kind"] = name_of(variable.kind);
  made["measure"] = name_of(variable.measure);
  made["label"] = label_json(variable.label);
  made["unit"] = label_json(variable.unit);
  made["codes"] = Json::array();
  for (const ValueLabel& each : variable.codes) {
    made["codes"].push_back({{"code", each.code}, {"label", label_json(each.label)}});
  }
  return made;
}

}  // namespace

forms::Result<forms::Done> JsonWriter::begin(const Dataset& dataset, const Extents&, FileSet& files,
                                             Remarks& remarks) {
  dataset_ = &dataset;
  remarks_ = &remarks;
  auto file = files.add(dataset.form->form_id + ".json");
  if (!file) return file.failure();
  file_ = *file;
  Json variables = Json::array();
  for (const Variable& variable : dataset.variables) {
    const bool is_beside = variable.role == Variable::Role::missing_kind;
    keys_.push_back(is_beside ? "" : text_of(variable.name) + ':');
    if (!is_beside) variables.push_back(variable_json(variable, *dataset.form));
  }
  const bool marks = dataset.options.layer == DatasetOptions::Layer::marks;
  file_->write("{\"form_id\":" + text_of(dataset.form->form_id) + ",\"version\":" + text_of(dataset.form->version) +
               ",\"layer\":" + (marks ? "\"marks\"" : "\"values\"") + ",\n\"missing_kinds\":" +
               text_of(missing_kinds()) + ",\n\"variables\":" + text_of(variables) + ",\n\"cases\":[\n");
  return forms::Done{};
}

void JsonWriter::add(const Row& row) {
  line_ = is_first_ ? "{" : ",\n{";
  is_first_ = false;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    if (keys_[column].empty()) continue;
    if (line_.back() != '{') line_ += ',';
    line_ += keys_[column];
    append(row.cells[column], column, row);
  }
  line_ += '}';
  file_->write(line_);
}

void JsonWriter::append(const Cell& cell, std::size_t column, const Row& row) {
  if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
    char digits[24];
    line_.append(digits, std::to_chars(digits, digits + sizeof digits, *figure).ptr);
  } else if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
    line_ += "{\"missing\":\"";
    line_ += forms::name_of(*missing);
    line_ += "\"}";
  } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
    if (const auto how = alteration_of(*text, Nul::kept); !how.empty()) {
      remarks_->altered(row.case_id, dataset_->variables[column].name, how);
    }
    std::string scratch;
    line_ += text_of(std::string(whole_text(*text, Nul::kept, scratch)));
  } else if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) {
    line_ += forms::plain_text(*decimal);
  } else if (const auto* date = std::get_if<forms::PartialDate>(&cell)) {
    line_ += '"' + forms::edtf(*date) + '"';
  } else {
    line_ += "null";
  }
}

forms::Result<forms::Done> JsonWriter::finish() {
  file_->write(is_first_ ? "]}\n" : "\n]}\n");
  return forms::Done{};
}

}  // namespace genpyo::exports
