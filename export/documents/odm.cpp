#include "export/documents/odm.h"

#include <algorithm>
#include <cstdio>

#include "export/documents/odm_metadata.h"

namespace genpyo::exports {
namespace {

using Role = Variable::Role;

constexpr std::string_view no_moment = "1970-01-01T00:00:00Z";  // of a database in which nothing was keyed

// 1964-04-XX is 1964-04--; an unknown year is a dash too.
std::string incomplete_date(const forms::PartialDate& date) {
  char part[16];
  std::string text;
  const auto append = [&](const char* format, auto value) {
    if (value) {
      std::snprintf(part, sizeof part, format, static_cast<int>(*value));
      text += part;
    } else {
      text += '-';
    }
  };
  append("%04d", date.year);
  text += '-';
  append("%02d", date.month);
  text += '-';
  append("%02d", date.day);
  return text;
}

}  // namespace

OdmWriter::Datum OdmWriter::datum_of(const Variable& variable, const forms::Value& value) {
  if (const auto* missing = std::get_if<forms::Missing>(&value)) return {"", *missing};
  if (const auto* date = std::get_if<forms::PartialDate>(&value)) return {incomplete_date(*date), {}};
  const auto* codes = std::get_if<forms::Codes>(&value);
  if (codes != nullptr && variable.role == Role::choice) {
    return {std::binary_search(codes->begin(), codes->end(), variable.choice->code) ? "1" : "0", {}};
  }
  return {forms::plain_text(value), {}};
}

OdmWriter::Datum OdmWriter::datum_of(const Cell& cell) {
  if (const auto* missing = std::get_if<forms::Missing>(&cell)) return {"", *missing};
  if (const auto* figure = std::get_if<std::int64_t>(&cell)) return {std::to_string(*figure), {}};
  if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) return {forms::plain_text(*decimal), {}};
  if (const auto* text = std::get_if<std::string_view>(&cell)) return {std::string(*text), {}};
  if (const auto* date = std::get_if<forms::PartialDate>(&cell)) return {incomplete_date(*date), {}};
  return {};
}

std::optional<std::vector<AuditedEntry>> OdmWriter::history_of(std::string_view case_id) {
  if (failure_) return std::nullopt;
  auto history = history_(case_id);
  if (history) return std::move(*history);
  failure_ = history.failure();
  return std::nullopt;
}

void OdmWriter::widen(std::size_t variable, const Datum& datum) { lengths_[variable] = std::max(lengths_[variable], datum.value.size()); }

void OdmWriter::look(const Dataset& dataset, const Row& row, Remarks&) {
  dataset_ = &dataset;
  lengths_.resize(dataset.variables.size());
  const auto history = history_of(row.case_id);
  if (!history) return;
  for (const AuditedEntry& entry : *history) users_.insert(entry.user);
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    const Variable& variable = dataset.variables[index];
    widen(index, datum_of(row.cells[index]));
    if (!variable.is_of_item()) continue;
    for (const AuditedEntry& entry : *history) {
      if (entry.item == variable.item) widen(index, datum_of(variable, entry.value));
    }
  }
}

forms::Result<forms::Done> OdmWriter::begin(const Dataset& dataset, const Extents& extents, FileSet& files, Remarks& remarks) {
  if (failure_) return *failure_;
  dataset_ = &dataset;
  remarks_ = &remarks;
  lengths_.resize(dataset.variables.size());
  const forms::Form& form = *dataset.form;
  auto file = files.add(form.form_id + "_odm.xml");
  if (!file) return file.failure();
  const std::string at = facts_.at.empty() ? std::string(no_moment) : facts_.at;
  xml_ = std::make_unique<XmlWriter>(**file);
  xml_->open("ODM", {{"xmlns", "http://www.cdisc.org/ns/odm/v1.3"}, {"ODMVersion", "1.3.2"}, {"FileType", "Transactional"},
                     {"Granularity", "All"}, {"FileOID", form.form_id + "." + (facts_.head.empty() ? "empty" : facts_.head)},
                     {"CreationDateTime", at}, {"AsOfDateTime", at}, {"SourceSystem", "Genpyo"}});
  odm::write_study(dataset, lengths_, extents, *xml_);
  odm::write_people(form, users_, at.substr(0, 10), *xml_);
  xml_->open("ClinicalData", {{"StudyOID", odm::study_oid(form)}, {"MetaDataVersionOID", odm::version_oid(form)}});
  return forms::Done{};
}

void OdmWriter::add(const Row& row) {
  const auto history = history_of(row.case_id);
  if (!history) return;
  const std::size_t before = xml_->replaced();
  xml_->open("SubjectData", {{"SubjectKey", row.case_id}, {"TransactionType", "Insert"}});
  xml_->open("StudyEventData", {{"StudyEventOID", odm::event_oid}});
  xml_->open("FormData", {{"FormOID", odm::form_oid(*dataset_->form)}});
  add_annotations(*history);
  for (const odm::ItemGroup& group : odm::groups_of(*dataset_)) {
    xml_->open("ItemGroupData", {{"ItemGroupOID", group.oid}});
    for (const std::size_t variable : group.variables) add_item(variable, row.cells[variable], *history);
    xml_->close();
  }
  for (int level = 0; level < 3; ++level) xml_->close();
  if (xml_->replaced() == before) return;
  remarks_->altered(row.case_id, "", "ODM: " + std::to_string(xml_->replaced() - before) + " characters that XML cannot hold are U+FFFD");
}

// What is about an item that does not leave is not told.
bool OdmWriter::is_told(const AuditedEntry& event) const {
  if (event.item) return false;
  const std::string name = event.subject.substr(event.subject.find(':') + 1);  // all of it without a colon
  const auto item = dataset_->form->find(name);
  const auto& variables = dataset_->variables;
  return !item || std::any_of(variables.begin(), variables.end(), [&](const Variable& each) { return each.is_of_item() && each.item == *item; });
}

void OdmWriter::add_annotations(const std::vector<AuditedEntry>& history) {
  int number = 0;
  for (const AuditedEntry& event : history) {
    if (!is_told(event)) continue;
    xml_->open("Annotation", {{"SeqNum", std::to_string(++number)}});
    xml_->element("Comment", {}, event.at + " " + event.user + ": " + event.what + (event.subject.empty() ? "" : " " + event.subject) +
                                     (event.reason.empty() ? "" : ": " + event.reason));
    xml_->close();
  }
}

void OdmWriter::add_item(std::size_t variable, const Cell& cell, const std::vector<AuditedEntry>& history) {
  const Variable& its = dataset_->variables[variable];
  std::optional<Datum> last;
  for (const AuditedEntry& entry : history) {
    if (!its.is_of_item() || entry.item != its.item) continue;
    Datum datum = datum_of(its, entry.value);
    write(variable, datum, !last, &entry);
    last = std::move(datum);
  }
  const Datum value = datum_of(cell);
  if (last != value) write(variable, value, !last, nullptr);
}

std::string OdmWriter::user_id(const std::string& user) const {
  return "U." + std::to_string(std::distance(users_.begin(), users_.find(user)) + 1);
}

void OdmWriter::write(std::size_t variable, const Datum& datum, bool is_first, const AuditedEntry* audited) {
  // An empty text is a value too, but XML leaves no room for it beside IsNull.
  const bool is_null = datum.missing || datum.value.empty();
  xml_->open("ItemData", {{"ItemOID", odm::item_oid(dataset_->variables[variable])}, {"TransactionType", is_first ? "Insert" : "Update"},
                          {"IsNull", is_null ? "Yes" : ""}, {"Value", datum.value}});
  if (audited != nullptr) {
    xml_->open("AuditRecord", {{"EditPoint", "DataManagement"}});
    xml_->element("UserRef", {{"UserOID", user_id(audited->user)}});
    xml_->element("LocationRef", {{"LocationOID", "L.office"}});
    xml_->element("DateTimeStamp", {}, audited->at);
    if (!audited->reason.empty()) xml_->element("ReasonForChange", {}, audited->reason);
    xml_->close();
  }
  if (datum.missing) {
    xml_->open("Annotation", {{"SeqNum", "1"}});
    xml_->open("Flag");
    xml_->element("FlagValue", {{"CodeListOID", odm::missing_list}}, name_of(*datum.missing));
    xml_->close();
    xml_->close();
  }
  xml_->close();
}

forms::Result<forms::Done> OdmWriter::finish() {
  if (failure_) return *failure_;
  xml_->close();
  xml_->close();
  xml_.reset();
  return forms::Done{};
}

}  // namespace genpyo::exports
