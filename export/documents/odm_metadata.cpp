#include "export/documents/odm_metadata.h"

#include <algorithm>
#include <array>

#include "export/documents/rule_words.h"
#include "export/documents/simple_rule.h"

namespace genpyo::exports::odm {
namespace {

using forms::Item;
using forms::ItemType;
using Role = Variable::Role;

bool is_item(const Variable& variable) { return variable.role != Role::case_id && variable.role != Role::missing_kind; }

class Study {
 public:
  Study(const Dataset& dataset, const std::vector<std::size_t>& lengths, const Extents& extents, XmlWriter& xml)
      : dataset_(dataset), form_(*dataset.form), lengths_(lengths), extents_(extents), xml_(xml) {}

  void write() {
    xml_.open("Study", {{"OID", study_oid(form_)}});
    const std::string& title = form_.title.in(form_.default_language);
    xml_.open("GlobalVariables");
    xml_.element("StudyName", {}, form_.form_id);
    xml_.element("StudyDescription", {}, title);
    xml_.element("ProtocolName", {}, form_.form_id);
    xml_.close();
    add_units();
    xml_.open("MetaDataVersion", {{"OID", version_oid(form_)}, {"Name", "Version " + form_.version}});
    xml_.open("Protocol");
    xml_.element("StudyEventRef", {{"StudyEventOID", event_oid}, {"OrderNumber", "1"}, {"Mandatory", "Yes"}});
    xml_.close();
    xml_.open("StudyEventDef", {{"OID", event_oid}, {"Name", "Survey"}, {"Repeating", "No"}, {"Type", "Common"}});
    xml_.element("FormRef", {{"FormOID", form_oid(form_)}, {"OrderNumber", "1"}, {"Mandatory", "Yes"}});
    xml_.close();
    add_form();
    for (std::size_t index = 0; index < dataset_.variables.size(); ++index) {
      if (is_item(dataset_.variables[index])) add_item(index);
    }
    add_code_lists();
    add_conditions();
    xml_.close();
    xml_.close();
  }

 private:
  const Item* item_of(const Variable& variable) const { return variable.is_of_item() ? &form_.items[variable.item] : nullptr; }

  void add_texts(std::string_view name, const forms::Label& label) {
    const auto says = [&](const std::string& language) { return !label.in(language).empty(); };
    if (std::none_of(form_.languages.begin(), form_.languages.end(), says)) return;
    xml_.open(name);
    for (const std::string& language : form_.languages) {
      if (says(language)) xml_.element("TranslatedText", {{"xml:lang", language}}, label.in(language));
    }
    xml_.close();
  }

  void add_units() {
    for (const Variable& variable : dataset_.variables) {
      const std::string& unit = variable.unit.in(form_.default_language);
      if (is_item(variable) && !unit.empty() && std::find(units_.begin(), units_.end(), unit) == units_.end()) {
        if (units_.empty()) xml_.open("BasicDefinitions");
        units_.push_back(unit);
        xml_.open("MeasurementUnit", {{"OID", "MU." + std::to_string(units_.size())}, {"Name", unit}});
        add_texts("Symbol", variable.unit);
        xml_.close();
      }
    }
    if (!units_.empty()) xml_.close();
  }

  void add_form() {
    const auto groups = groups_of(dataset_);
    xml_.open("FormDef", {{"OID", form_oid(form_)}, {"Name", form_.form_id}, {"Repeating", "No"}});
    add_texts("Description", form_.title);
    for (std::size_t index = 0; index < groups.size(); ++index) {
      xml_.element("ItemGroupRef", {{"ItemGroupOID", groups[index].oid}, {"OrderNumber", std::to_string(index + 1)}, {"Mandatory", "Yes"}});
    }
    xml_.close();
    for (const ItemGroup& group : groups) add_group(group);
  }

  void add_group(const ItemGroup& group) {
    xml_.open("ItemGroupDef", {{"OID", group.oid}, {"Name", group.name}, {"Repeating", "No"}});
    add_texts("Description", group.label);
    int order = 0;
    for (const std::size_t index : group.variables) {
      const Variable& variable = dataset_.variables[index];
      const Item* item = item_of(variable);
      const bool is_required = item != nullptr && !item->required.empty() && conditions_of(form_, *item).empty();
      const bool is_conditional = item != nullptr && !conditions_of(form_, *item).empty();
      xml_.element("ItemRef", {{"ItemOID", item_oid(variable)}, {"OrderNumber", std::to_string(++order)}, {"Mandatory", is_required ? "Yes" : "No"},
                               {"CollectionExceptionConditionOID", is_conditional ? "COND." + item->name : ""}});
    }
    xml_.close();
  }

  static std::string_view type_of(const Variable& variable, const Item* item) {
    if (item != nullptr && variable.role == Role::value) {
      if (item->type == ItemType::time) return "partialTime";
      if (item->type == ItemType::date_time) return "partialDatetime";
    }
    switch (variable.kind) {
      case Variable::Kind::integer: return "integer";
      case Variable::Kind::decimal: return "float";
      case Variable::Kind::date: return "incompleteDate";
      case Variable::Kind::text: return "text";
    }
    return "text";
  }

  void add_item(std::size_t index) {
    const Variable& variable = dataset_.variables[index];
    const Item* item = item_of(variable);
    const std::string_view type = type_of(variable, item);
    const bool has_length = type == "integer" || type == "float" || type == "text";
    const int scale = index < extents_.of.size() ? extents_.of[index].scale : 0;
    xml_.open("ItemDef", {{"OID", item_oid(variable)}, {"Name", variable.name}, {"DataType", type},
                          {"Length", has_length ? std::to_string(std::max<std::size_t>(1, lengths_[index])) : ""},
                          {"SignificantDigits", type == "float" ? std::to_string(scale) : ""},
                          {"Origin", provenance_in_words(variable.source, "en")}});
    add_texts("Description", variable.label);
    if (item != nullptr && item->printed()) add_texts("Question", item->label);
    const auto unit = std::find(units_.begin(), units_.end(), variable.unit.in(form_.default_language));
    if (unit != units_.end()) xml_.element("MeasurementUnitRef", {{"MeasurementUnitOID", "MU." + std::to_string(unit - units_.begin() + 1)}});
    if (item != nullptr && variable.role == Role::value) add_checks(*item);
    if (variable.kind == Variable::Kind::integer && !variable.codes.empty()) xml_.element("CodeListRef", {{"CodeListOID", list_of(variable)}});
    if (!variable.number.empty()) xml_.element("Alias", {{"Context", "number on paper"}, {"Name", variable.number}});
    xml_.close();
  }

  void add_checks(const Item& item) {
    if (item.constraint.empty()) return;
    const auto bounds = bounds_of(item);
    if (!bounds) return add_check(item, "", item.constraint.text);
    if (!bounds->least.empty()) add_check(item, "GE", bounds->least);
    if (!bounds->above.empty()) add_check(item, "GT", bounds->above);
    if (!bounds->most.empty()) add_check(item, "LE", bounds->most);
    if (!bounds->below.empty()) add_check(item, "LT", bounds->below);
  }

  void add_check(const Item& item, std::string_view comparator, const std::string& rule) {
    xml_.open("RangeCheck", {{"Comparator", comparator}, {"SoftHard", item.constraint_severity == forms::Severity::soft ? "Soft" : "Hard"}});
    if (comparator.empty()) xml_.element("FormalExpression", {{"Context", "XLSForm"}}, rule);
    else xml_.element("CheckValue", {}, rule);
    add_texts("ErrorMessage", item.constraint_message);
    xml_.close();
  }

  std::string list_of(const Variable& variable) const {
    if (variable.role == Role::choice) return "CL.chosen";
    if (variable.role == Role::extraction) return "CL.in";
    return "CL.of." + form_.lists[*form_.items[variable.item].choices].name;
  }

  void add_code_lists() {
    std::set<std::string> written;
    for (const Variable& variable : dataset_.variables) {
      if (!is_item(variable) || variable.kind != Variable::Kind::integer || variable.codes.empty()) continue;
      const std::string oid = list_of(variable);
      if (!written.insert(oid).second) continue;
      xml_.open("CodeList", {{"OID", oid}, {"Name", oid.substr(3)}, {"DataType", "integer"}});
      for (const ValueLabel& each : variable.codes) add_code(std::to_string(each.code), each.label);
      xml_.close();
    }
    xml_.open("CodeList", {{"OID", missing_list}, {"Name", "Why there is no answer"}, {"DataType", "text"}});
    for (const forms::Missing kind : forms::all_missing) add_code(name_of(kind), label_of(kind));
    xml_.close();
  }

  void add_code(std::string_view value, const forms::Label& label) {
    xml_.open("CodeListItem", {{"CodedValue", value}});
    xml_.open("Decode");
    for (const std::string& language : form_.languages) xml_.element("TranslatedText", {{"xml:lang", language}}, label.in(language));
    xml_.close();
    xml_.close();
  }

  // ODM says when an item is *not* collected.
  void add_conditions() {
    std::set<forms::ItemIndex> written;
    for (const Variable& variable : dataset_.variables) {
      if (!variable.is_of_item() || !written.insert(variable.item).second) continue;
      const Item& item = form_.items[variable.item];
      std::string rule;
      for (const std::string& condition : conditions_of(form_, item)) rule += (rule.empty() ? "(" : " and (") + condition + ")";
      if (rule.empty()) continue;
      xml_.open("ConditionDef", {{"OID", "COND." + item.name}, {"Name", item.name + " is skipped"}});
      xml_.open("Description");
      xml_.element("TranslatedText", {{"xml:lang", "en"}}, "Asked only " + when_asked(form_, item, "en"));
      xml_.element("TranslatedText", {{"xml:lang", "ja"}}, when_asked(form_, item, "ja") + "だけ尋ねる");
      xml_.close();
      xml_.element("FormalExpression", {{"Context", "XLSForm"}}, "not(" + rule + ")");
      xml_.close();
    }
  }

  const Dataset& dataset_;
  const forms::Form& form_;
  const std::vector<std::size_t>& lengths_;
  const Extents& extents_;
  XmlWriter& xml_;
  std::vector<std::string> units_;
};

}  // namespace

std::vector<ItemGroup> groups_of(const Dataset& dataset) {
  const forms::Form& form = *dataset.form;
  std::vector<ItemGroup> groups;
  for (const forms::Section& section : form.sections) groups.push_back({"IG." + section.name, section.name, section.label, {}});
  if (groups.empty()) groups.push_back({"IG.form", form.form_id, form.title, {}});
  groups.push_back({std::string(derived_group), "derived", {}, {}});
  for (std::size_t index = 0; index < dataset.variables.size(); ++index) {
    const Variable& variable = dataset.variables[index];
    if (!is_item(variable)) continue;
    const bool of_item = variable.is_of_item();
    const std::size_t section = of_item ? form.items[variable.item].section : 0;
    (of_item && section + 1 < groups.size() ? groups[section] : groups.back()).variables.push_back(index);
  }
  std::erase_if(groups, [](const ItemGroup& group) { return group.variables.empty(); });
  return groups;
}

std::string study_oid(const forms::Form& form) { return "ST." + form.form_id; }
std::string version_oid(const forms::Form& form) { return "MDV." + form.version; }
std::string form_oid(const forms::Form& form) { return "F." + form.form_id; }
std::string item_oid(const Variable& variable) { return "I." + variable.name; }

void write_study(const Dataset& dataset, const std::vector<std::size_t>& lengths, const Extents& extents, XmlWriter& xml) {
  Study(dataset, lengths, extents, xml).write();
}

void write_people(const forms::Form& form, const std::set<std::string>& users, const std::string& day, XmlWriter& xml) {
  xml.open("AdminData", {{"StudyOID", study_oid(form)}});
  int number = 0;
  for (const std::string& user : users) {
    xml.open("User", {{"OID", "U." + std::to_string(++number)}, {"UserType", "Other"}});
    xml.element("LoginName", {}, user);
    xml.close();
  }
  xml.open("Location", {{"OID", "L.office"}, {"Name", "Survey office"}, {"LocationType", "Other"}});
  xml.element("MetaDataVersionRef", {{"StudyOID", study_oid(form)}, {"MetaDataVersionOID", version_oid(form)}, {"EffectiveDate", day}});
  xml.close();
  xml.close();
}

}  // namespace genpyo::exports::odm
