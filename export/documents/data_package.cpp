#include "export/documents/data_package.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "export/documents/simple_rule.h"
#include "forms/decimal.h"

namespace genpyo::exports {
namespace {

using Json = nlohmann::ordered_json;
using Role = Variable::Role;
using Kind = Profile::Kind;

class Package {
 public:
  Package(const Described& described, const ExportReport& report)
      : described_(described), form_(described.form()), profile_(described.dataset->profile), language_(described.facts.language), report_(report) {}

  Json all() const {
    Json package;
    package["profile"] = "data-package";
    package["name"] = name_of_resource(form_.form_id);
    package["title"] = form_.title.in(language_);
    package["version"] = form_.version;
    package["resources"] = Json::array();
    for (const WrittenFile& file : report_.files) package["resources"].push_back(resource_of(file));
    return package;
  }

 private:
  // Lower case, digits, and . _ - alone.
  static std::string name_of_resource(std::string name) {
    for (char& byte : name) {
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
      const bool allowed = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '-';
      if (!allowed) byte = '-';
    }
    return name;
  }

  Json resource_of(const WrittenFile& file) const {
    const bool is_table = file.name == form_.form_id + ".csv";
    const std::string format = file.name.substr(std::min(file.name.size(), file.name.rfind('.') + 1));
    Json resource;
    resource["name"] = name_of_resource(file.name);
    resource["path"] = file.name;
    if (is_table) resource["profile"] = "tabular-data-resource";
    if (is_table) resource["title"] = form_.title.in(language_);
    resource["format"] = format;
    if (is_table) resource["encoding"] = profile_.kind == Kind::legacy ? "cp932" : "utf-8";
    if (is_table) resource["dialect"] = dialect();
    resource["bytes"] = file.bytes;
    resource["hash"] = "sha256:" + file.sha256;
    if (is_table) resource["schema"] = schema();
    return resource;
  }

  Json dialect() const {
    const bool windows = profile_.kind == Kind::excel || profile_.kind == Kind::legacy;
    return {{"delimiter", ","}, {"lineTerminator", windows ? "\r\n" : "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}};
  }

  Json schema() const {
    Json schema;
    schema["fields"] = Json::array();
    for (std::size_t index = 0; index < described_.dataset->variables.size(); ++index) schema["fields"].push_back(field_of(index));
    schema["missingValues"] = missing_values();
    schema["primaryKey"] = "case_id";
    return schema;
  }

  // One list for the whole table: what no variable of it writes for an answer.
  Json missing_values() const {
    Json values = {""};
    if (profile_.kind == Kind::legacy) return values;
    std::set<std::string> known;
    for (const CsvColumn& column : described_.columns) {
      for (const std::string& word : column.missing) {
        if (!word.empty() && known.insert(word).second) values.push_back(word);
      }
    }
    return values;
  }

  Json field_of(std::size_t index) const {
    const Variable& variable = described_.dataset->variables[index];
    const bool words = profile_.kind == Kind::labels && !variable.codes.empty();
    Json field;
    field["name"] = variable.name;
    field["title"] = variable.label.in(language_);
    field["type"] = words ? "string" : type_of(variable);
    field["format"] = "default";
    if (const std::string about = description_of(variable); !about.empty()) field["description"] = about;
    if (const Json constraints = constraints_of(variable, index, words); !constraints.empty()) field["constraints"] = constraints;
    if (!variable.codes.empty() && variable.kind == Variable::Kind::integer) field["categories"] = categories_of(variable, words);
    // In CP932 each variable has codes of its own, as wide as it is.
    if (profile_.kind == Kind::legacy) field["missingValues"] = own_missing_values(index);
    return field;
  }

  // A day that is partly unknown (1964-04-XX) is no date to a Table Schema.
  static std::string type_of(const Variable& variable) {
    switch (variable.kind) {
      case Variable::Kind::integer: return "integer";
      case Variable::Kind::decimal: return "number";
      case Variable::Kind::text:
      case Variable::Kind::date: return "string";
    }
    return "string";
  }

  std::string description_of(const Variable& variable) const {
    std::string about = variable.number;
    const std::string& unit = variable.unit.in(language_);
    if (!unit.empty()) about += (about.empty() ? "" : " · ") + unit;
    const forms::Item* item = described_.item_of(variable);
    if (item != nullptr && !item->hint.in(language_).empty()) about += (about.empty() ? "" : " · ") + item->hint.in(language_);
    return about;
  }

  Json constraints_of(const Variable& variable, std::size_t index, bool words) const {
    Json constraints = Json::object();
    if (variable.role == Role::case_id || variable.role == Role::extraction) constraints["required"] = true;
    if (variable.role == Role::case_id) constraints["unique"] = true;
    if (!variable.codes.empty() && variable.kind == Variable::Kind::integer) {
      constraints["enum"] = Json::array();
      for (const ValueLabel& each : variable.codes) {
        constraints["enum"].push_back(words ? Json(each.label.in(profile_.language)) : Json(each.code));
      }
    }
    if (variable.role == Role::value && variable.kind != Variable::Kind::text) add_bounds(variable, index, constraints);
    return constraints;
  }

  // Only bounds that this export keeps: a supervisor may have let a case pass.
  void add_bounds(const Variable& variable, std::size_t index, Json& constraints) const {
    const forms::Item& item = form_.items[variable.item];
    const auto bounds = item.constraint_severity == forms::Severity::hard ? bounds_of(item) : std::nullopt;
    if (!bounds || variable.kind == Variable::Kind::date) return;
    const VariableTally& tally = described_.tallies.of[index];
    const auto figure = [](const std::string& text) { return forms::nearest_double(forms::read_decimal(text).value_or(forms::Decimal{})); };
    const auto as_json = [&](const std::string& text) { return text.find('.') == text.npos ? Json(static_cast<std::int64_t>(figure(text))) : Json(figure(text)); };
    if (!bounds->least.empty() && (!tally.has_figures() || figure(tally.least()) >= figure(bounds->least))) constraints["minimum"] = as_json(bounds->least);
    if (!bounds->most.empty() && (!tally.has_figures() || figure(tally.most()) <= figure(bounds->most))) constraints["maximum"] = as_json(bounds->most);
  }

  Json categories_of(const Variable& variable, bool words) const {
    Json categories = Json::array();
    for (const ValueLabel& each : variable.codes) {
      const std::string& label = each.label.in(language_);
      categories.push_back({{"value", words ? Json(each.label.in(profile_.language)) : Json(each.code)}, {"label", label}});
    }
    return categories;
  }

  Json own_missing_values(std::size_t index) const {
    Json values = {""};
    for (const std::string& word : described_.columns[index].missing) {
      if (!word.empty()) values.push_back(word);
    }
    return values;
  }

  const Described& described_;
  const forms::Form& form_;
  const Profile& profile_;
  const std::string& language_;
  const ExportReport& report_;
};

}  // namespace

std::string data_package_json(const Described& described, const ExportReport& report) {
  return Package(described, report).all().dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace genpyo::exports
