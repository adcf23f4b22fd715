// Names of an XLSForm made legal for a dataset (Q1-a → q1_a), each once, and put in their stead
// wherever an expression or a label refers to them. Internal to xlsform*.cpp.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace genpyo::forms::xlsform {

// As XML has it: a letter or _, then letters, digits, _ - and points; one prefix with a colon.
bool is_xml_name(std::string_view name);

class NameTable {
 public:
  // A legal name of its own for this one; `row` serves where nothing of it is legal.
  // `longest` is its bound in bytes. What stands in a repeat is printed as name_1, name_2 …: such
  // a name is then no other's.
  std::string legal(const std::string& name, int row, std::size_t longest = 32, bool repeated = false);
  // How often the name stands on the sheet.
  int count(const std::string& name) const;
  // «Did you mean …?», or what else to do about a name that stands nowhere.
  std::string suggestion(const std::string& name) const;
  // "" when it stands nowhere.
  std::string now(const std::string& name) const;

  // The text with ${name} and the steps of paths (../name, /data/group/name) renamed.
  std::string in_expression(const std::string& text) const;
  // The text with ${name} renamed.
  std::string in_label(const std::string& text) const;

 private:
  std::unordered_map<std::string, std::string> now_;
  std::unordered_map<std::string, int> counts_;
  bool is_free(const std::string& name, bool repeated) const;

  std::set<std::string> taken_;
  std::set<std::string> repeated_, numbered_;  // those in repeats; what stands before the _1 of any name
  std::unordered_map<std::string, int> last_number_;  // of names that were taken
};

// What is wrong with the references in a text: "" or a sentence. The names are handed to `found`.
template <typename Found>
std::string each_reference(std::string_view text, const Found& found) {
  for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 2)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) return "a reference begins with ${ and is never closed.";
    std::string_view name = text.substr(at + 2, end - at - 2);
    if (name.starts_with("last-saved#")) name.remove_prefix(11);
    if (!is_xml_name(name)) return "between ${ and } stands no name.";
    found(std::string(name));
  }
  return "";
}

}  // namespace genpyo::forms::xlsform
