// Fields: one map of a form definition while it is read. Each key is taken by the kind that belongs
// there; what is wrong is noted with its place, and what could not be read stays empty.
// For readers of definitions: form_reader*.cpp and the tables of export.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"
#include "forms/yaml.h"

namespace genpyo::forms {

// What has been found wrong so far, and the languages that every label must have (none known while
// the title is being read, or when it could not be).
class Findings {
 public:
  Findings() = default;
  // With what was found before.
  explicit Findings(std::vector<Diagnostic> found);

  void add(Fault fault, const Place& place, std::string message, std::string repair);
  void warn(Fault fault, const Place& place, std::string message, std::string repair);

  // Nobody reads more than a thousand, and a hostile file could have hundreds of thousands.
  bool full() const { return errors_ >= most; }
  // At the end, where some were too many: that there are more. Warnings do not make it an error.
  void tell_that_there_are_more(std::string_view file);

  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> languages;

 private:
  static constexpr std::size_t most = 1'000;  // of each
  std::size_t errors_ = 0, warnings_ = 0;
};

// Names of one kind that must differ, each with the line of the first that bears it.
class Names {
 public:
  // Notes the name; a second one of the same name is a fault.
  void add(const std::string& name, const Place& place, Findings& findings);
  // A fault that names a word which is none of these: the repair is «Did you mean "founder" (line
  // 9)?», or `otherwise` where no name is near.
  void add_unknown(Fault fault, const yaml::Node& word, std::string message, std::string otherwise,
                   Findings& findings) const;

 private:
  std::map<std::string, int> lines_;
};

using Words = std::span<const std::string_view>;

// «Did you mean "label"?», else «Write one of: …».
std::string suggestion(std::string_view word, Words allowed);

// A name that becomes a variable of a dataset, and one that appears only in messages.
constexpr std::size_t longest_variable = 32;
constexpr std::size_t longest_rule_name = 64;

enum class Presence { optional, required };

class Fields {
 public:
  // `subject` names the map in messages: item "founder". Keys that are not among `keys` are faults.
  Fields(const yaml::Node& node, std::string subject, Words keys, Findings& findings);

  const std::string& subject() const { return subject_; }
  const Place& place() const { return node_.place; }
  bool has(std::string_view key) const { return node_.find(key) != nullptr; }

  // Null when the key is absent or holds another kind.
  const yaml::Node* value(std::string_view key, Presence presence) const;
  const yaml::Node* scalar(std::string_view key, Presence presence) const;
  const yaml::Node* list(std::string_view key, Presence presence) const;

  std::string text(std::string_view key, Presence presence) const;
  // Required: a small letter, then small letters, digits and _.
  std::string name(std::string_view key, std::size_t longest = longest_variable) const;
  Label label(std::string_view key, Presence presence) const;
  Rule rule(std::string_view key, Presence presence) const;
  std::vector<const yaml::Node*> texts(std::string_view key) const;  // a list of scalars
  bool flag(std::string_view key) const;                             // false when absent
  int figure(std::string_view key, int lowest, int highest, int otherwise) const;
  Severity severity(std::string_view key, Severity otherwise) const;
  Source source(Source otherwise) const;

 private:
  const yaml::Node* of_kind(std::string_view key, Presence presence, yaml::Node::Kind kind) const;
  bool fits(std::size_t bytes, const Place& place, std::string_view key) const;
  std::size_t word(std::string_view key, Words allowed, std::size_t otherwise) const;
  void add_text(const yaml::Node& language, const yaml::Node& text, std::string_view key,
                std::map<std::string, std::string>& texts) const;
  void wrong_kind(const yaml::Node& node, std::string_view key, yaml::Node::Kind wanted) const;

  const yaml::Node& node_;
  std::string subject_;
  Findings& findings_;
};

// Notes a name that is not [a-z][a-z0-9_]*, or too long.
void check_name(const yaml::Node& name, std::size_t longest, Findings& findings);

// item "founder": how messages call the map whose name stands under `key`.
std::string subject_of(std::string_view kind, const yaml::Node& node, std::string_view key);

}  // namespace genpyo::forms
