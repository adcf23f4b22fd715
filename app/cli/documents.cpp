#include "app/cli/documents.h"

#include <algorithm>

#include "export/documents/documents.h"
#include "export/documents/odm.h"

namespace genpyo::cli {
namespace {

bool asks_for(const Request& request, std::string_view format) {
  return std::find(request.formats.begin(), request.formats.end(), format) != request.formats.end();
}

// The CSV where there is one: it is the data that every document can be about.
std::string data_file_of(const Request& request, const std::string& form_id) {
  if (asks_for(request, "csv")) return form_id + ".csv";
  const auto data = std::find_if(request.formats.begin(), request.formats.end(), is_data_format);
  return form_id + "." + (data == request.formats.end() ? "csv" : *data);
}

std::string_view name_of(store::Entry::Action action) {
  using Action = store::Entry::Action;
  switch (action) {
    case Action::create: return "created";
    case Action::mark: return "mark";
    case Action::note: return "note";
    case Action::confirm: return "confirmed";
    case Action::override_: return "overridden";
    case Action::close: return "closed";
    case Action::reopen: return "reopened";
  }
  return "";
}

// Of the first keying: the second one is no part of the data, nor are a clerk's notes.
std::vector<exports::AuditedEntry> audited(std::vector<store::Entry> history, const forms::Form& form) {
  std::vector<exports::AuditedEntry> audited;
  for (store::Entry& entry : history) {
    if (entry.pass != 1 || entry.action == store::Entry::Action::note) continue;
    exports::AuditedEntry made;
    made.user = std::move(entry.operator_name);
    made.at = std::move(entry.at);
    made.reason = std::move(entry.reason);
    if (entry.action == store::Entry::Action::mark) {
      made.item = form.find(entry.subject);
      if (!made.item) continue;  // a second coder's
      made.value = std::move(entry.mark.content);
    } else {
      made.what = name_of(entry.action);
      made.subject = std::move(entry.subject);
    }
    audited.push_back(std::move(made));
  }
  return audited;
}

}  // namespace

bool is_data_format(const std::string& format) {
  static const std::vector<std::string> documents = {"documents", "codebook", "ddi", "datapackage", "redcap", "odm"};
  return std::find(documents.begin(), documents.end(), format) == documents.end();
}

forms::Result<forms::Done> add_documents(const Request& request, const exports::Dataset& dataset, const store::Head& head,
                                         std::unique_ptr<paper::FontSet>& fonts, exports::ExportParts& parts) {
  const bool all = asks_for(request, "documents");
  exports::DocumentKinds kinds{all || asks_for(request, "codebook"), all || asks_for(request, "ddi"), asks_for(request, "redcap")};
  const bool package = all || asks_for(request, "datapackage");
  if (!kinds.codebook && !kinds.ddi && !kinds.redcap && !package) return forms::Done{};
  if (kinds.codebook) {
    auto opened = paper::FontSet::open();
    if (!opened) return opened.failure();
    fonts = std::make_unique<paper::FontSet>(std::move(*opened));
  }
  exports::DocumentFacts facts{request.language, data_file_of(request, dataset.form->form_id), head.at, head.hash};
  auto writer = std::make_unique<exports::DocumentsWriter>(kinds, dataset.profile, std::move(facts), fonts.get());
  if (package) {
    parts.closing.push_back({"datapackage.json", [at = writer.get()](const exports::ExportReport& report) { return at->data_package(report); }});
  }
  parts.writers.push_back(std::move(writer));
  return forms::Done{};
}

forms::Result<forms::Done> add_odm(const Request& request, const forms::Form& form, const store::Head& head, exports::ExportParts& parts) {
  if (!asks_for(request, "odm")) return forms::Done{};
  auto opened = store::Store::open_read_only(request.database);
  if (!opened) return opened.failure();
  auto journal = std::make_shared<store::Store>(std::move(*opened));
  if (auto still = journal->stand_still(); !still) return still.failure();
  auto its_head = journal->head();
  if (!its_head) return its_head.failure();
  if (its_head->hash != head.hash) return forms::Failure{"Somebody keyed while the export began: nothing was written. Try again."};
  exports::DocumentFacts facts{request.language, data_file_of(request, form.form_id), head.at, head.hash};
  parts.writers.push_back(std::make_unique<exports::OdmWriter>(
      std::move(facts), [journal, &form](std::string_view case_id) -> forms::Result<std::vector<exports::AuditedEntry>> {
        auto history = journal->history(form, std::string(case_id), "");
        if (!history) return history.failure();
        return audited(std::move(*history), form);
      }));
  return forms::Done{};
}

}  // namespace genpyo::cli
