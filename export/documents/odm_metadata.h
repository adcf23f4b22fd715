// The head of an ODM file: the study with its form, items, code lists and conditions, and who keyed.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "export/documents/described.h"
#include "export/xml_writer.h"

namespace genpyo::exports::odm {

inline constexpr std::string_view event_oid = "SE.survey", missing_list = "CL.missing", derived_group = "IG.derived";

// A group of items: a section of the form, or what is derived. Empty ones are left out.
struct ItemGroup {
  std::string oid, name;
  forms::Label label;
  std::vector<std::size_t> variables;
};
std::vector<ItemGroup> groups_of(const Dataset& dataset);

std::string study_oid(const forms::Form& form);
std::string version_oid(const forms::Form& form);
std::string form_oid(const forms::Form& form);
std::string item_oid(const Variable& variable);

// <Study>: `lengths` by variable, of the longest value.
void write_study(const Dataset& dataset, const std::vector<std::size_t>& lengths, const Extents& extents, XmlWriter& xml);
// <AdminData>: `day` is when the form came into use, as far as the journal says.
void write_people(const forms::Form& form, const std::set<std::string>& users, const std::string& day, XmlWriter& xml);

}  // namespace genpyo::exports::odm
