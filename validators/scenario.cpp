#include "validators/scenario.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "forms/read_value.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::yaml::Node;
using Names = std::vector<std::string>;

Names names_in(const Node& list) {
  Names names;
  for (const Node& node : list.list) names.push_back(node.scalar);
  return names;
}

std::string shown(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return "[" + text + "]";
}

std::string shown(const forms::Value& value) {
  const auto* missing = std::get_if<forms::Missing>(&value);
  return missing != nullptr ? std::string(forms::name_of(*missing)) : forms::plain_text(value);
}

class Play {
 public:
  Play(const Program& program, std::string name, forms::Date today)
      : program_(program), form_(program.form()), name_(std::move(name)), today_(today),
        current_(forms::blank_case(form_, "1-001")) {}

  void key(const Node& items) {
    for (const auto& [name, text] : items.map) {
      const auto index = item(name);
      if (!index) continue;
      const forms::Item& definition = form_.items[*index];
      auto read = forms::read_value(definition, form_.choices_of(definition), text.scalar);
      if (auto* mark = std::get_if<forms::Mark>(&read)) current_.marks[*index] = std::move(*mark);
      else tell(name, "key: " + forms::quoted(text.scalar) + " is no answer to " + name.scalar);
    }
  }

  void step(const Node& step) {
    for (const auto& [word, body] : step.map) {
      const auto found = words_.find(word.scalar);
      word_ = word.scalar;
      if (found != words_.end()) (this->*found->second)(body);
      else tell(word, "a scenario has no word " + forms::quoted(word.scalar));
    }
  }

  Playing take() { return std::move(playing_); }

 private:
  using Word = void (Play::*)(const Node&);

  Evaluation evaluation() const { return evaluate(program_, current_, today_); }

  void tell(const Node& at, std::string sentence) {
    playing_.differences.push_back({at.place, name_, std::move(sentence)});
  }
  // `of`: which one, where a word names several.
  void expect(const Node& at, const std::string& of, const std::string& expected,
              const std::string& found) {
    ++playing_.expectations;
    if (expected != found)
      tell(at, word_ + (of.empty() ? "" : " " + of) + ": expected " + expected + ", found " + found);
  }
  std::optional<ItemIndex> item(const Node& name) {
    const auto index = form_.find(name.scalar);
    if (!index) tell(name, word_ + ": the form has no item " + forms::quoted(name.scalar));
    return index;
  }
  Names names_of(const std::vector<ItemIndex>& items) const {
    Names names;
    for (const ItemIndex item : items) names.push_back(form_.items[item].name);
    return names;
  }

  void missing(const Node& items) {
    for (const auto& [name, kind] : items.map) {
      const auto named = forms::missing_named(kind.scalar);
      if (!named) tell(kind, "missing: there is no kind " + forms::quoted(kind.scalar));
      else if (const auto index = item(name)) current_.marks[*index] = forms::mark_missing(*named);
    }
  }
  void fill_rest(const Node& kind) {
    const auto named = forms::missing_named(kind.scalar);
    const bool is_mark = named && *named != forms::Missing::not_keyed;
    if (!is_mark) tell(kind, "fill: there is no kind " + forms::quoted(kind.scalar));
    else fill(program_, current_, *named, today_);
  }
  void confirm(const Node& keys) {
    for (const std::string& key : names_in(keys)) current_.confirmed.insert(key);
  }
  void override_hard(const Node& keys) {
    for (const std::string& key : names_in(keys)) current_.overridden[key] = "so it stands";
  }

  void expect_relevant(const Node& names, bool relevant) {
    const Evaluation now = evaluation();
    for (const Node& name : names.list)
      if (const auto index = item(name))
        expect(name, name.scalar, relevant ? "asked" : "not asked",
               now.items[*index].relevant ? "asked" : "not asked");
  }
  void asked(const Node& names) { expect_relevant(names, true); }
  void skipped(const Node& names) { expect_relevant(names, false); }
  void not_asked(const Node& names) {
    expect(names, "", shown(names_in(names)), shown(names_of(items_not_asked(evaluation()))));
  }
  void waiting(const Node& names) {
    expect(names, "", shown(names_in(names)), shown(names_of(evaluation().not_keyed)));
  }

  std::vector<ItemIndex> items_not_asked(const Evaluation& now) const {
    std::vector<ItemIndex> items;
    for (ItemIndex index = 0; index < now.items.size(); ++index)
      if (form_.items[index].asked() && !now.items[index].relevant) items.push_back(index);
    return items;
  }

  void values(const Node& items) {
    const Evaluation now = evaluation();
    for (const auto& [name, value] : items.map)
      if (const auto index = item(name))
        expect(name, name.scalar, value.scalar, shown(now.items[*index].value));
  }
  void withheld(const Node& items) {
    const Evaluation now = evaluation();
    for (const auto& [name, codes] : items.map)
      if (const auto index = item(name))
        expect(name, name.scalar, "[" + codes.scalar + "]",
               "[" + forms::plain_text(now.items[*index].withheld) + "]");
  }

  void expect_violations(const Node& keys, forms::Severity severity) {
    Names found;
    for (const Violation& violation : evaluation().violations)
      if (violation.severity == severity && !violation.settled) found.push_back(violation.key);
    expect(keys, "", shown(names_in(keys)), shown(found));
  }
  void hard(const Node& keys) { expect_violations(keys, forms::Severity::hard); }
  void soft(const Node& keys) { expect_violations(keys, forms::Severity::soft); }

  std::optional<ExtractionState> extraction(const Node& name) {
    const auto& all = form_.extractions;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& each) { return each.name == name.scalar; });
    if (found != all.end())
      return evaluation().extractions[static_cast<std::size_t>(found - all.begin())];
    tell(name, word_ + ": the form has no extraction " + forms::quoted(name.scalar));
    return std::nullopt;
  }
  void extractions(const Node& states) {
    for (const auto& [name, status] : states.map)
      if (const auto state = extraction(name))
        expect(name, name.scalar, status.scalar, std::string(name_of(state->status)));
  }
  void left_out(const Node& extractions) {
    for (const auto& [name, items] : extractions.map)
      if (const auto state = extraction(name))
        expect(name, name.scalar, shown(names_in(items)), shown(names_of(state->missing)));
  }
  void may_close(const Node& word) {
    expect(word, "", word.scalar, evaluation().may_close() ? "yes" : "no");
  }

  static inline const std::map<std::string, Word> words_ = {
      {"key", &Play::key},           {"missing", &Play::missing},
      {"fill", &Play::fill_rest},    {"confirm", &Play::confirm},
      {"asked", &Play::asked},       {"override", &Play::override_hard},
      {"skipped", &Play::skipped},   {"waiting", &Play::waiting},
      {"values", &Play::values},     {"hard", &Play::hard},
      {"withheld", &Play::withheld}, {"not_asked", &Play::not_asked},
      {"soft", &Play::soft},         {"extractions", &Play::extractions},
      {"left_out", &Play::left_out}, {"may_close", &Play::may_close},
  };

  const Program& program_;
  const forms::Form& form_;
  const std::string name_;
  const forms::Date today_;
  std::string word_ = "given";
  forms::Case current_;
  Playing playing_;
};

}  // namespace

Playing play(const Node& scenario, const Node* given, const Program& program, forms::Date today) {
  const Node* name = scenario.find("name");
  const Node* steps = scenario.find("steps");
  Play play(program, name == nullptr ? "" : name->scalar, today);
  if (given != nullptr) play.key(*given);
  if (steps != nullptr)
    for (const Node& step : steps->list) play.step(step);
  Playing playing = play.take();
  playing.scenarios = 1;
  return playing;
}

Playing play_all(const Node& file, const Program& program, forms::Date today) {
  Playing all;
  const Node* scenarios = file.find("scenarios");
  if (scenarios == nullptr) return all;
  for (const Node& scenario : scenarios->list) {
    Playing one = play(scenario, file.find("given"), program, today);
    ++all.scenarios;
    all.expectations += one.expectations;
    std::move(one.differences.begin(), one.differences.end(), std::back_inserter(all.differences));
  }
  return all;
}

void fill(const Program& program, forms::Case& current, forms::Missing kind, forms::Date today) {
  const forms::Mark mark = forms::mark_missing(kind);
  for (auto waiting = evaluate(program, current, today).not_keyed; !waiting.empty();
       waiting = evaluate(program, current, today).not_keyed)
    for (const ItemIndex item : waiting) current.marks[item] = mark;
}

std::string_view name_of(ExtractionState::Status status) {
  switch (status) {
    case ExtractionState::Status::in: return "in";
    case ExtractionState::Status::unknown: return "unknown";
    case ExtractionState::Status::outside: return "outside";
    case ExtractionState::Status::incomplete: return "incomplete";
    case ExtractionState::Status::condition: return "condition";
  }
  return "";
}

}  // namespace genpyo::validators
