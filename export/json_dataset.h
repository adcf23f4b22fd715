// The clean dataset as one JSON text (RFC 8259), <form_id>.json:
//
//   {"form_id":…, "version":…, "layer":"values",
//    "missing_kinds":[{"name":"no_answer","label":{"ja":…,"en":…}}, …],
//    "variables":[{"name":…,"item":…,"number":…,"kind":"integer","measure":"nominal",
//                  "label":{…},"unit":{…},"codes":[{"code":1,"label":{…}}]}, …],
//    "cases":[
//   {"case_id":"11-001","founder":5,"founder_other":"…","staff_doctors":{"missing":"no_answer"}},
//    …]}
//
// One case a line. What is missing says its kind in place, so there is no NAME_missing; a figure is
// a number as written, a date a text (1964-04-XX). Codes are codes in every profile.
#pragma once
#include <string>
#include <vector>

#include "export/dataset.h"

namespace genpyo::exports {

class JsonWriter : public DatasetWriter {
 public:
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  void append(const Cell& cell, std::size_t column, const Row& row);

  const Dataset* dataset_ = nullptr;
  Remarks* remarks_ = nullptr;
  WholeFile* file_ = nullptr;
  std::vector<std::string> keys_;  // by variable, quoted and with the colon; "" = not in the file
  std::string line_;
  bool is_first_ = true;
};

}  // namespace genpyo::exports
