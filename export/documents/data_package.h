// datapackage.json: the export as a Frictionless Data Package. The CSV is a tabular resource with a Table Schema;
// every other file of the export is listed with its size and its SHA-256.
#pragma once
#include <string>

#include "export/documents/described.h"
#include "export/export_run.h"

namespace genpyo::exports {

std::string data_package_json(const Described& described, const ExportReport& report);

}  // namespace genpyo::exports
