// What documents a dataset, as `export --format` asks for it.
#pragma once
#include <memory>
#include <string>

#include "app/cli/request.h"
#include "export/export_run.h"
#include "forms/paper/font.h"
#include "store/store.h"

namespace genpyo::cli {

// Whether the format is data, not a document of it.
bool is_data_format(const std::string& format);

// Adds the writers of the documents. `fonts` is opened where one needs it and must outlive the parts.
forms::Result<forms::Done> add_documents(const Request& request, const exports::Dataset& dataset, const store::Head& head,
                                         std::unique_ptr<paper::FontSet>& fonts, exports::ExportParts& parts);

// Adds CDISC ODM, where it is asked for: the history of each case comes from a reader of its own, since
// the walk through the cases keeps the store busy.
forms::Result<forms::Done> add_odm(const Request& request, const forms::Form& form, const store::Head& head, exports::ExportParts& parts);

}  // namespace genpyo::cli
