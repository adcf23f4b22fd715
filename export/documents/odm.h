// FORM_odm.xml: form, data and their history in CDISC ODM 1.3.2, a transactional file: for each item every
// mark as it was keyed, with who, when and why; then, without an audit record, the value of the
// dataset where the rules made another one of it.
//
// Why there is no answer stands as a flag of the code list CL.missing. What happened to a case as
// such (closed, reopened, a violation confirmed or overridden) is an annotation of its form.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "export/documents/described.h"
#include "export/xml_writer.h"
#include "forms/case.h"

namespace genpyo::exports {

// A line of a case's history.
struct AuditedEntry {
  std::optional<forms::ItemIndex> item;  // of a mark
  forms::Value value = forms::Missing::not_keyed;
  std::string what, subject;             // of what is no mark: "override", "constraint:days"
  std::string user, at, reason;
};
// In the order of the journal. The export does not know where it is kept.
using HistoryOf = std::function<forms::Result<std::vector<AuditedEntry>>(std::string_view case_id)>;

class OdmWriter : public DatasetWriter {
 public:
  OdmWriter(DocumentFacts facts, HistoryOf history) : facts_(std::move(facts)), history_(std::move(history)) {}

  // ODM names the users, and how long values are, before the data.
  bool looks_first() const override { return true; }
  void look(const Dataset& dataset, const Row& row, Remarks& remarks) override;
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files, Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  // What an item holds at one moment, as ODM writes it.
  struct Datum {
    std::string value;
    std::optional<forms::Missing> missing;
    friend bool operator==(const Datum&, const Datum&) = default;
  };
  static Datum datum_of(const Variable& variable, const forms::Value& value);
  static Datum datum_of(const Cell& cell);

  std::optional<std::vector<AuditedEntry>> history_of(std::string_view case_id);
  std::string user_id(const std::string& user) const;
  void widen(std::size_t variable, const Datum& datum);
  void add_annotations(const std::vector<AuditedEntry>& history);
  bool is_told(const AuditedEntry& event) const;
  void add_item(std::size_t variable, const Cell& cell, const std::vector<AuditedEntry>& history);
  void write(std::size_t variable, const Datum& datum, bool is_first, const AuditedEntry* audited);

  DocumentFacts facts_;
  HistoryOf history_;
  const Dataset* dataset_ = nullptr;
  Remarks* remarks_ = nullptr;
  std::set<std::string> users_;
  std::vector<std::size_t> lengths_;  // of the longest value, by variable
  std::unique_ptr<XmlWriter> xml_;
  std::optional<forms::Failure> failure_;
};

}  // namespace genpyo::exports
