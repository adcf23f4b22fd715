// manifest.json: what an export is made of and from what. It names no clock: the same database and
// the same choices give the same bytes.
//
//   form       id, version, sha256 of the definition: its rules are in it, so it is their version too
//   choices    profile, layer, multiple, language, identifying, derive
//   cases      selected, written, left_out: how many for each reason
//   added_codes  item, code, label: what lists got while texts were coded, and the form lacks
//   journal    head (hash of its newest line), at (when that was written)
//   files      name, bytes, sha256, in the order in which they appeared
//   report     renamed: variable, name, format · altered: cells that remarks.csv lists
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "export/described_codes.h"
#include "export/export_run.h"

namespace genpyo::exports {

struct Provenance {
  std::string form_hash;
  std::string head, at;     // of the journal
  std::size_t open_left_out = 0;
  bool open_too = false;
  std::vector<DescribedCode> added_codes = {};
};

std::string manifest_json(const Dataset& dataset, const Provenance& provenance, const ExportReport& report);

}  // namespace genpyo::exports
