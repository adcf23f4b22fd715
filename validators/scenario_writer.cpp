// A case written as a scenario: what was keyed, and everything that followed.
#include "forms/read_value.h"
#include "forms/yaml_writer.h"
#include "validators/scenario.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;

constexpr std::size_t widest = 118;  // columns of a line

std::string scalar(const std::string& text) {
  forms::yaml::Node node;
  node.kind = forms::yaml::Node::Kind::scalar;
  node.scalar = text;
  return forms::yaml::to_line(node);
}

// `word: [a, b]` or `word: {a: 1, b: 2}`, in as many lines as it needs.
class Flow {
 public:
  Flow(const std::string& word, char open, char close) : line_("        " + word + ": " + open), close_(close) {}

  void add(const std::string& entry) {
    const std::string separator = empty_ ? "" : ",";
    if (!empty_ && line_.size() + entry.size() + 3 > widest) {
      text_ += line_ + separator + "\n";
      line_ = std::string(10, ' ') + entry;
    } else {
      line_ += separator + (empty_ ? "" : " ") + entry;
    }
    empty_ = false;
  }
  bool empty() const { return empty_; }
  std::string text() const { return text_ + line_ + close_ + "\n"; }

 private:
  std::string text_, line_;
  char close_;
  bool empty_ = true;
};

class Writer {
 public:
  Writer(const Program& program, const forms::Case& current, forms::Date today)
      : form_(program.form()), current_(current), evaluation_(evaluate(program, current, today)) {}

  std::string run() const {
    std::string text = keyed() + "        fill: no_answer\n" + not_asked();
    text += pairs("values", [this](ItemIndex item) { return follows(item); },
                  [this](ItemIndex item) { return value_of(item); });
    text += pairs("withheld", [this](ItemIndex item) { return is_filtered(item); },
                  [this](ItemIndex item) { return forms::plain_text(evaluation_.items[item].withheld); });
    text += violations("hard", forms::Severity::hard) + violations("soft", forms::Severity::soft);
    text += extractions() + left_out();
    return text + "        may_close: " + (evaluation_.may_close() ? "yes" : "no") + "\n";
  }

 private:
  template <typename Has, typename Of>
  std::string pairs(const std::string& word, Has has, Of of) const {
    Flow flow(word, '{', '}');
    for (ItemIndex item = 0; item < form_.items.size(); ++item)
      if (has(item)) flow.add(form_.items[item].name + ": " + scalar(of(item)));
    return flow.empty() ? "" : flow.text();
  }

  std::string keyed() const {
    Flow flow("key", '{', '}');
    for (ItemIndex item = 0; item < form_.items.size(); ++item) {
      const forms::Mark& mark = current_.marks[item];
      if (forms::is_answer(mark.content))
        flow.add(form_.items[item].name + ": " + scalar(forms::to_draft(form_.items[item], mark)));
    }
    return flow.text();
  }

  std::string not_asked() const {
    Flow flow("not_asked", '[', ']');
    for (ItemIndex item = 0; item < form_.items.size(); ++item)
      if (form_.items[item].asked() && !evaluation_.items[item].relevant) flow.add(form_.items[item].name);
    return flow.text();
  }

  // A value that nobody keys.
  bool follows(ItemIndex index) const {
    const forms::Item& item = form_.items[index];
    return !item.asked() && item.has_value() && item.frame_column.empty() && item.codes_of.empty();
  }
  std::string value_of(ItemIndex item) const {
    const forms::Value& value = evaluation_.items[item].value;
    const auto* missing = std::get_if<forms::Missing>(&value);
    return missing != nullptr ? std::string(forms::name_of(*missing)) : forms::plain_text(value);
  }
  bool is_filtered(ItemIndex item) const {
    return !form_.items[item].choice_filter.empty() && evaluation_.items[item].relevant;
  }

  std::string violations(const std::string& word, forms::Severity severity) const {
    Flow flow(word, '[', ']');
    for (const Violation& violation : evaluation_.violations)
      if (violation.severity == severity) flow.add(scalar(violation.key));
    return flow.text();
  }

  std::string extractions() const {
    Flow flow("extractions", '{', '}');
    for (std::size_t index = 0; index < form_.extractions.size(); ++index)
      flow.add(form_.extractions[index].name + ": " +
               std::string(name_of(evaluation_.extractions[index].status)));
    return flow.empty() ? "" : flow.text();
  }

  std::string left_out() const {
    Flow flow("left_out", '{', '}');
    for (std::size_t index = 0; index < form_.extractions.size(); ++index) {
      std::string names;
      for (const ItemIndex item : evaluation_.extractions[index].missing)
        names += (names.empty() ? "" : ", ") + form_.items[item].name;
      flow.add(form_.extractions[index].name + ": [" + names + "]");
    }
    return flow.empty() ? "" : flow.text();
  }

  const forms::Form& form_;
  const forms::Case& current_;
  const Evaluation evaluation_;
};

}  // namespace

std::string scenario_text(const Program& program, const forms::Case& current, forms::Date today,
                          const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) text += "  # " + note + "\n";
  text += "  - name: " + scalar(current.id) + "\n    steps:\n";
  std::string steps = Writer(program, current, today).run();
  steps[6] = '-';
  return text + steps;
}

}  // namespace genpyo::validators
