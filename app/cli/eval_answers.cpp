#include "app/cli/eval_case.h"
#include "forms/text.h"
#include "validators/coercion.h"

namespace genpyo::cli {
namespace {

using forms::Item;
using forms::ItemType;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_items = 10'000;

class AnswersReader {
 public:
  Answers run(const Json& object) {
    if (!object.is_object()) return fail("The answers are one JSON object: {\"name\": value}.");
    for (const auto& [name, value] : object.items()) {
      if (value.is_array())
        add_repeat(name, value);
      else
        add(item(name), value);
      if (!answers_.fault.empty()) break;
    }
    return std::move(answers_);
  }

 private:
  Answers fail(const std::string& sentence) {
    answers_.fault = sentence;
    return std::move(answers_);
  }

  static Item item(const std::string& name) {
    Item made;
    made.name = name;
    return made;
  }

  void add(Item made, const Json& value) {
    if (answers_.form.items.size() >= most_items) {
      answers_.fault = "There are more than " + std::to_string(most_items) + " answers.";
      return;
    }
    forms::Value content = forms::Missing::no_answer;
    if (value.is_boolean()) {
      content = std::string(value.get<bool>() ? "true" : "false");
    } else if (value.is_string()) {
      content = value.get<std::string>();
    } else if (value.is_number()) {
      made.type = ItemType::integer;
      content = figure(value);
    } else if (!value.is_null()) {
      answers_.fault = "The answer of " + forms::quoted(made.name) +
                       " is no number, text, boolean, null or list of them.";
      return;
    }
    answers_.form.items.push_back(std::move(made));
    answers_.values.push_back({true, false, false, std::move(content)});
  }

  static forms::Value figure(const Json& number) {
    if (number.is_number_unsigned() &&
        number.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
      return validators::to_text(number.get<double>());
    if (number.is_number_integer()) return number.get<std::int64_t>();
    const std::string text = validators::to_text(number.get<double>());
    const auto decimal = forms::read_decimal(text);
    if (decimal) return *decimal;
    return text;
  }

  // Of values, or of objects whose names are items of the repeat.
  void add_repeat(const std::string& name, const Json& list) {
    const std::size_t index = answers_.form.repeats.size();
    forms::Repeat repeat;
    const bool of_values = list.empty() || !list.front().is_object();
    repeat.name = of_values ? "" : name;
    repeat.instances = static_cast<int>(list.size());
    answers_.form.repeats.push_back(repeat);
    for (std::size_t element = 0; element < list.size() && answers_.fault.empty(); ++element) {
      const auto instance = static_cast<int>(element + 1);
      if (of_values) {
        add_repeated(name, list[element], index, instance);
      } else if (!list[element].is_object()) {
        answers_.fault = "The list " + forms::quoted(name) + " holds objects and other things.";
      } else {
        for (const auto& [inner, value] : list[element].items())
          if (answers_.fault.empty()) add_repeated(inner, value, index, instance);
      }
    }
    if (list.empty()) add_repeated(name, nullptr, index, 1);  // a name of which nothing is known
  }

  void add_repeated(const std::string& name, const Json& value, std::size_t repeat, int instance) {
    Item made = item(name + "_" + std::to_string(instance));
    made.repeated_name = name;
    made.repeat = repeat;
    made.instance = instance;
    add(std::move(made), value);
  }

  Answers answers_;
};

}  // namespace

Answers read_answers(const Json& object) { return AnswersReader().run(object); }

}  // namespace genpyo::cli
