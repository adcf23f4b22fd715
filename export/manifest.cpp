#include "export/manifest.h"

#include <nlohmann/json.hpp>

namespace genpyo::exports {

using Json = nlohmann::ordered_json;

namespace {

Json choices_of(const Dataset& dataset, const Provenance& provenance) {
  const DatasetOptions& options = dataset.options;
  const bool is_worded = dataset.profile.kind == Profile::Kind::labels;
  return {{"profile", name_of(dataset.profile.kind)},
          {"layer", options.layer == DatasetOptions::Layer::marks ? "marks" : "values"},
          {"multiple", options.multiple == DatasetOptions::Multiple::codes ? "codes" : "dichotomies"},
          {"language", is_worded ? Json(dataset.profile.language) : Json(nullptr)},
          {"identifying", options.identifying},
          {"derive", !options.derivations.empty()},
          {"open_too", provenance.open_too}};
}

Json report_of(const ExportReport& report) {
  Json renamed = Json::array();
  for (const Renamed& each : report.renamed) {
    renamed.push_back({{"variable", each.variable}, {"name", each.name}, {"format", each.format}});
  }
  return {{"renamed", renamed}, {"altered", report.altered}};
}

}  // namespace

std::string manifest_json(const Dataset& dataset, const Provenance& provenance, const ExportReport& report) {
  Json manifest;
  manifest["form"] = {{"id", dataset.form->form_id},
                      {"version", dataset.form->version},
                      {"sha256", provenance.form_hash}};
  manifest["choices"] = choices_of(dataset, provenance);
  manifest["cases"] = {{"selected", report.cases + provenance.open_left_out},
                       {"written", report.cases},
                       {"left_out", {{"open", provenance.open_left_out}}}};
  manifest["added_codes"] = Json::array();
  for (const DescribedCode& each : provenance.added_codes) {
    manifest["added_codes"].push_back({{"item", each.item}, {"code", each.code}, {"label", each.label}});
  }
  manifest["journal"] = {{"head", provenance.head}, {"at", provenance.at}};
  manifest["files"] = Json::array();
  for (const WrittenFile& file : report.files) {
    manifest["files"].push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  manifest["report"] = report_of(report);
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace genpyo::exports
