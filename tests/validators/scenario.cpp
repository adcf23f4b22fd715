#include "tests/validators/scenario.h"

#include <map>

#include "forms/read_value.h"
#include "tests/validators/small_form.h"

namespace genpyo::tests {
namespace {

using forms::yaml::Node;
using validators::ExtractionState;
using validators::Violation;
using Names = std::vector<std::string>;

forms::Form form_at(const Node& node) {
  std::string text = node.scalar;
  if (text.find('\n') == std::string::npos) {
    const auto file = forms::read_file(std::string(GENPYO_SOURCE) + "/" + text, 4 << 20);
    REQUIRE(file);
    text = *file;
  }
  forms::FormReading reading = forms::read_form(text, "form.yaml");
  for (const auto& diagnostic : reading.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  return std::move(reading.form);
}

Names names_in(const Node& list) {
  Names names;
  for (const Node& node : list.list) names.push_back(node.scalar);
  return names;
}

std::string name_of(ExtractionState::Status status) {
  switch (status) {
    case ExtractionState::Status::in: return "in";
    case ExtractionState::Status::outside: return "outside";
    case ExtractionState::Status::incomplete: return "incomplete";
    case ExtractionState::Status::condition: return "condition";
  }
  return "";
}

std::string shown(const forms::Value& value) {
  const auto* missing = std::get_if<forms::Missing>(&value);
  return missing != nullptr ? std::string(forms::name_of(*missing)) : forms::plain_text(value);
}

class Play {
 public:
  explicit Play(const Node& form) : sheet_(form_at(form)) {}

  void key(const Node& items) {
    for (const auto& [name, text] : items.map) {
      const forms::Item& item = form().items[sheet_.index(name.scalar)];
      const auto read = forms::read_value(item, form().choices_of(item), text.scalar);
      INFO("key " << name.scalar << ": " << text.scalar);
      REQUIRE(std::holds_alternative<forms::Mark>(read));
      sheet_.current.marks[sheet_.index(name.scalar)] = std::get<forms::Mark>(read);
    }
  }

  void step(const Node& step) {
    INFO("step at line " << step.place.line);
    for (const auto& [word, body] : step.map) {
      const auto found = words_.find(word.scalar);
      INFO(word.scalar);
      REQUIRE(found != words_.end());
      (this->*found->second)(body);
    }
  }

 private:
  using Word = void (Play::*)(const Node&);

  const forms::Form& form() const { return sheet_.program().form(); }

  void missing(const Node& items) {
    for (const auto& [name, kind] : items.map)
      sheet_.current.marks.at(sheet_.index(name.scalar)) =
          forms::mark_missing(forms::missing_named(kind.scalar).value());
  }
  void fill(const Node& kind) {
    const forms::Mark mark = forms::mark_missing(forms::missing_named(kind.scalar).value());
    for (auto waiting = sheet_.evaluate().not_keyed; !waiting.empty();
         waiting = sheet_.evaluate().not_keyed)
      for (const forms::ItemIndex item : waiting) sheet_.current.marks[item] = mark;
  }
  void confirm(const Node& keys) {
    for (const std::string& key : names_in(keys)) sheet_.current.confirmed.insert(key);
  }
  void override_hard(const Node& keys) {
    for (const std::string& key : names_in(keys)) sheet_.current.overridden[key] = "so it stands";
  }

  void expect_relevant(const Node& names, bool relevant) {
    for (const std::string& name : names_in(names)) {
      INFO(name);
      CHECK(sheet_.state(name).relevant == relevant);
    }
  }
  void asked(const Node& names) { expect_relevant(names, true); }
  void skipped(const Node& names) { expect_relevant(names, false); }

  Names names_of(const std::vector<forms::ItemIndex>& items) const {
    Names names;
    for (const forms::ItemIndex item : items) names.push_back(form().items[item].name);
    return names;
  }
  void waiting(const Node& names) {
    CHECK(names_of(sheet_.evaluate().not_keyed) == names_in(names));
  }

  void values(const Node& items) {
    for (const auto& [name, value] : items.map) {
      INFO(name.scalar);
      CHECK(shown(sheet_.state(name.scalar).value) == value.scalar);
    }
  }

  void withheld(const Node& items) {
    for (const auto& [name, codes] : items.map)
      CHECK(forms::plain_text(sheet_.state(name.scalar).withheld) == codes.scalar);
  }

  void expect_violations(const Node& keys, forms::Severity severity) {
    Names found;
    for (const Violation& violation : sheet_.evaluate().violations)
      if (violation.severity == severity && !violation.settled) found.push_back(violation.key);
    CHECK(found == names_in(keys));
  }
  void hard(const Node& keys) { expect_violations(keys, forms::Severity::hard); }
  void soft(const Node& keys) { expect_violations(keys, forms::Severity::soft); }

  ExtractionState extraction(const std::string& name) {
    const auto states = sheet_.evaluate().extractions;
    for (std::size_t index = 0; index < states.size(); ++index)
      if (form().extractions[index].name == name) return states[index];
    FAIL("no extraction " << name);
    return {};
  }
  void extractions(const Node& states) {
    for (const auto& [name, status] : states.map)
      CHECK(name_of(extraction(name.scalar).status) == status.scalar);
  }
  void left_out(const Node& extractions) {
    for (const auto& [name, items] : extractions.map)
      CHECK(names_of(extraction(name.scalar).missing) == names_in(items));
  }
  void may_close(const Node& word) {
    CHECK((sheet_.evaluate().may_close() ? "yes" : "no") == word.scalar);
  }

  static inline const std::map<std::string, Word> words_ = {
      {"key", &Play::key},           {"missing", &Play::missing},
      {"fill", &Play::fill},         {"confirm", &Play::confirm},
      {"asked", &Play::asked},       {"override", &Play::override_hard},
      {"skipped", &Play::skipped},   {"waiting", &Play::waiting},
      {"values", &Play::values},     {"hard", &Play::hard},
      {"withheld", &Play::withheld},
      {"soft", &Play::soft},         {"extractions", &Play::extractions},
      {"left_out", &Play::left_out}, {"may_close", &Play::may_close},
  };

  SmallCase sheet_;
};

}  // namespace

void run_scenarios(const std::string& path) {
  const auto text = forms::read_file(path, 1 << 20);
  REQUIRE(text);
  const forms::yaml::Reading file = forms::yaml::parse(*text, path);
  for (const auto& diagnostic : file.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  const Node* form = file.root.find("form");
  const Node* given = file.root.find("given");
  const Node* scenarios = file.root.find("scenarios");
  REQUIRE(form != nullptr);
  REQUIRE(scenarios != nullptr);
  REQUIRE_FALSE(scenarios->list.empty());
  for (const Node& scenario : scenarios->list) {
    DYNAMIC_SECTION(scenario.find("name")->scalar) {
      Play play(*form);
      if (given != nullptr) play.key(*given);
      for (const Node& step : scenario.find("steps")->list) play.step(step);
    }
  }
}

}  // namespace genpyo::tests
