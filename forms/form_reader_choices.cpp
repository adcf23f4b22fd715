#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_choices = 5'000;

constexpr std::array choice_keys = {"name"sv, "label"sv, "source"sv, "exclusive"sv,
                                    "columns"sv};

constexpr int no_number = -1;

// The number printed on the paper, or no_number.
int code_in(std::string_view text) {
  int code = no_number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && code >= 0 && code <= 999 ? code : no_number;
}

// A choice's name stands in expressions among others, so it has no blank.
bool is_choice_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 &&
         std::none_of(name.begin(), name.end(), [](unsigned char byte) { return byte <= 0x20; });
}

std::string read_choice_name(const Fields& fields, Findings& findings) {
  const yaml::Node* name = fields.scalar("name", Presence::required);
  if (name == nullptr) return "";
  if (is_choice_name(name->scalar)) return name->scalar;
  findings.add(Fault::bad_code, name->place,
               "the choice's name " + quoted(name->scalar) + " is not legal.",
               "Write the number that is printed on the paper, or a word without blanks, at most "
               "64 bytes.");
  return "";
}

std::map<std::string, std::string> read_columns(const Fields& fields, Findings& findings) {
  std::map<std::string, std::string> columns;
  const yaml::Node* node = fields.value("columns", Presence::optional);
  if (node == nullptr) return columns;
  std::vector<std::string_view> keys;  // the author's own words: none of them is unknown
  for (const auto& [name, cell] : node->map) keys.push_back(name.scalar);
  const Fields own(*node, "columns of " + fields.subject(), keys, findings);
  for (const std::string_view key : keys) {
    columns[std::string(key)] = own.text(key, Presence::optional);
  }
  return columns;
}

class ListReader {
 public:
  ListReader(const std::string& name, FormDraft& draft) : draft_(draft) { list_.name = name; }

  void add(const yaml::Node& node) {
    Findings& findings = draft_.findings;
    const Fields fields(node, subject_of("choice", node, "name") + " of list " + quoted(list_.name),
                        choice_keys, findings);
    Choice choice;
    choice.name = read_choice_name(fields, findings);
    choice.code = code_in(choice.name);
    choice.label = fields.label("label", Presence::required);
    choice.source = fields.source(Source::stated);
    choice.exclusive = fields.flag("exclusive");
    choice.columns = read_columns(fields, findings);
    if (choice.name.empty() || is_twice(choice, node.place)) return;
    list_.choices.push_back(std::move(choice));
  }

  ChoiceList take() {
    number_names();
    return std::move(list_);
  }

 private:
  bool is_twice(const Choice& choice, const Place& place) {
    const std::string name = choice.code != no_number ? std::to_string(choice.code) : choice.name;
    const auto [first, is_new] = lines_.try_emplace(name, place.line);
    if (is_new) return false;
    draft_.findings.add(Fault::duplicate_code, place,
                        "list " + quoted(list_.name) + " has the " +
                            (choice.code != no_number ? "code " + name : "name " + quoted(name)) +
                            " twice (first on line " + std::to_string(first->second) + ").",
                        choice.code != no_number ? "Give each choice its own number."
                                        : "Give each choice its own name.");
    return true;
  }

  // A name that is no number gets the number of its place on paper; where another choice bears
  // that number by name, the smallest that is free.
  void number_names() {
    std::set<int> taken;
    for (const Choice& choice : list_.choices) taken.insert(choice.code);
    int place = 0;
    for (Choice& choice : list_.choices) {
      ++place;
      if (choice.code == no_number && taken.insert(place).second) choice.code = place;
    }
    int free = 1;
    for (Choice& choice : list_.choices) {
      if (choice.code != no_number) continue;
      while (!taken.insert(free).second) ++free;
      choice.code = free;
    }
  }

  FormDraft& draft_;
  ChoiceList list_;
  std::map<std::string, int> lines_;
};

void read_list(const yaml::Node& name, const yaml::Node& choices, FormDraft& draft) {
  ListReader reader(name.scalar, draft);
  std::size_t read = 0;
  for (const yaml::Node& choice : choices.list) {
    if (++read > most_choices) {
      draft.findings.add(Fault::too_large, choice.place,
                         "list " + quoted(name.scalar) + " has over 5,000 choices.",
                         "Split the list.");
      break;
    }
    reader.add(choice);
  }
  draft.form.lists.push_back(reader.take());
}

void check_list_name(const yaml::Node& name, FormDraft& draft) {
  check_name(name, longest_variable, draft.findings);
  draft.lists.add(name.scalar, name.place, draft.findings);
}

}  // namespace

void read_choices(const yaml::Node& choices, FormDraft& draft) {
  std::vector<std::string_view> names;  // the author's own words: none of them is unknown
  for (const auto& [name, list] : choices.map) names.push_back(name.scalar);
  const Fields fields(choices, "choices", names, draft.findings);
  for (const auto& [name, list] : choices.map) {
    check_list_name(name, draft);
    if (fields.list(name.scalar, Presence::required) != nullptr) read_list(name, list, draft);
  }
}

}  // namespace genpyo::forms
