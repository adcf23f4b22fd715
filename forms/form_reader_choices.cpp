#include <array>
#include <charconv>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_choices = 1'000;

constexpr std::array choice_keys = {"name"sv, "label"sv, "source"sv, "exclusive"sv};

// The number printed on the paper, or 0 when it is none.
int code_in(std::string_view text) {
  int code = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && code >= 1 && code <= 999 ? code : 0;
}

int read_code(const Fields& fields, Findings& findings) {
  const yaml::Node* name = fields.scalar("name", Presence::required);
  if (name == nullptr) return 0;
  const int code = code_in(name->scalar);
  if (code == 0) {
    findings.add(Fault::bad_code, name->place,
                 "the choice's name " + quoted(name->scalar) + " is not a number from 1 to 999.",
                 "Write the number that is printed on the paper.");
  }
  return code;
}

class ListReader {
 public:
  ListReader(const std::string& name, FormDraft& draft) : draft_(draft) { list_.name = name; }

  void add(const yaml::Node& node) {
    Findings& findings = draft_.findings;
    const Fields fields(node, subject_of("choice", node, "name") + " of list " + quoted(list_.name),
                        choice_keys, findings);
    Choice choice;
    choice.code = read_code(fields, findings);
    choice.name = std::to_string(choice.code);
    choice.label = fields.label("label", Presence::required);
    choice.source = fields.source(Source::stated);
    choice.exclusive = fields.flag("exclusive");
    if (choice.code == 0) return;
    const auto [first, is_new] = lines_.try_emplace(choice.code, node.place.line);
    if (!is_new) {
      findings.add(Fault::duplicate_code, node.place,
                   "list " + quoted(list_.name) + " has the code " + std::to_string(choice.code) +
                       " twice (first on line " + std::to_string(first->second) + ").",
                   "Give each choice its own number.");
      return;
    }
    list_.choices.push_back(std::move(choice));
  }

  ChoiceList take() { return std::move(list_); }

 private:
  FormDraft& draft_;
  ChoiceList list_;
  std::map<int, int> lines_;
};

void read_list(const yaml::Node& name, const yaml::Node& choices, FormDraft& draft) {
  ListReader reader(name.scalar, draft);
  std::size_t read = 0;
  for (const yaml::Node& choice : choices.list) {
    if (++read > most_choices) {
      draft.findings.add(Fault::too_large, choice.place,
                         "list " + quoted(name.scalar) + " has over 1,000 choices.",
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
