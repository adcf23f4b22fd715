// What pyxform refuses in a question besides its type, name and references.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using namespace std::string_view_literals;

struct Accepted {
  std::string_view word;  // the type, as it is called here
  std::vector<std::string_view> parameters;
};
const std::vector<Accepted>& accepted_parameters() {
  static const std::vector<Accepted> table = {
      {"select_one", {"randomize", "seed"}},
      {"select_multiple", {"randomize", "seed"}},
      {"rank", {"randomize", "seed"}},
      {"text", {"rows"}},
      {"image", {"app", "max-pixels"}},
      {"audio", {"quality"}},
      {"range", {"start", "end", "step", "tick_interval", "placeholder", "tick_labelset"}},
      {"geopoint", {"allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"}},
      {"geotrace", {"allow-mock-accuracy", "incremental", "reference-geometry"}},
      {"geoshape", {"allow-mock-accuracy", "incremental", "reference-geometry"}}};
  return table;
}

bool is_number(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
}

class Check {
 public:
  Check(const Records& survey, const Record& record, const RowType& type, Draft& draft)
      : survey_(survey), record_(record), type_(type), draft_(draft) {}

  void all() {
    check_calculation();
    check_trigger();
    if (!type_.list.empty()) check_select();
    const auto parameters = read_parameters(survey_, record_, draft_);
    if (parameters) check_parameters(*parameters);
  }

 private:
  void refuse(Fault fault, std::string_view key, std::string message, std::string repair) {
    draft_.findings.add(fault, survey_.place(record_, key), std::move(message), std::move(repair));
  }

  void check_calculation() {
    const bool has = record_.has("calculation") || record_.has("default");
    if (type_.word == "calculate" && !has) {
      refuse(Fault::missing_key, "type", "this calculate has no calculation.", "Write it in the column calculation.");
    }
  }

  void check_trigger() {
    const std::string trigger = record_.text("trigger");
    if (!trigger.empty() && trigger.find("${") == std::string::npos) {
      refuse(Fault::bad_value, "trigger", "the trigger " + quoted(trigger) + " is no reference.", "Write ${name}.");
    }
  }

  void check_select() {
    const std::size_t point = type_.list.rfind('.');
    const std::string extension = point == std::string::npos ? "" : type_.list.substr(point);
    const bool is_file = extension == ".csv" || extension == ".xml" || extension == ".geojson";
    if (type_.from_file && !is_file) {
      refuse(Fault::bad_value, "type", quoted(type_.list) + " is no file of choices.", "Name a file that ends with .csv.");
    }
    if (type_.or_other && record_.has("choice_filter")) {
      refuse(Fault::bad_value, "choice_filter", "or_other and a choice_filter do not go together.",
             "Write the choice other on the sheet choices.");
    }
    const OptionList* list = draft_.list(type_.list);
    if (type_.word != "select_multiple" || list == nullptr) return;
    for (const Option& option : list->options) {
      const auto blank = draft_.renamed_options.find(option.written);
      if (blank == draft_.renamed_options.end() || option.written.find(' ') == std::string::npos) continue;
      draft_.findings.add(Fault::bad_code, option.node.place,
                          "the choice " + quoted(option.written) + " has a blank, and several may be marked.",
                          "Write _ instead: the answers are kept with blanks between them.");
    }
  }

  void check_parameters(const Parameters& parameters) {
    const auto& table = accepted_parameters();
    const auto found = std::find_if(table.begin(), table.end(), [this](const Accepted& one) { return one.word == type_.word; });
    if (found == table.end() || record_.text("type") == "background-audio") return;
    std::vector<std::string_view> words = found->parameters;
    if (type_.from_file) words.insert(words.end(), {"value", "label"});
    for (const auto& [key, value] : parameters) {
      if (std::find(words.begin(), words.end(), key) != words.end()) continue;
      refuse(Fault::bad_value, "parameters", "the type " + type_.word + " has no parameter " + quoted(key) + ".",
             suggestion(key, words));
    }
    if (type_.word == "range") check_range(parameters);
    if (!type_.list.empty()) check_random(parameters);
    check_whole(parameters, "rows");
    check_whole(parameters, "max-pixels");
  }

  static std::string value(const Parameters& parameters, const std::string& key, const std::string& otherwise) {
    const auto found = parameters.find(key);
    return found == parameters.end() ? otherwise : found->second;
  }

  void check_whole(const Parameters& parameters, const std::string& key) {
    const std::string text = value(parameters, key, "1");
    if (is_number(text) && text.find('.') == std::string::npos) return;
    refuse(Fault::bad_value, "parameters", "the parameter " + key + " cannot be " + quoted(text) + ".", "Write a whole number.");
  }

  void check_range(const Parameters& parameters) {
    std::array<double, 3> figures{};
    constexpr std::array names = {"start"sv, "end"sv, "step"sv};
    constexpr std::array otherwise = {"1"sv, "10"sv, "1"sv};
    for (std::size_t at = 0; at < names.size(); ++at) {
      const std::string text = value(parameters, std::string(names[at]), std::string(otherwise[at]));
      if (!is_number(text)) {
        refuse(Fault::bad_value, "parameters", "the parameter " + std::string(names[at]) + " cannot be " + quoted(text) + ".",
               "Write a number.");
        return;
      }
      figures[at] = std::stod(text);
    }
    if (figures[2] == 0 || figures[2] > std::abs(figures[1] - figures[0])) {
      refuse(Fault::bad_value, "parameters", "the step of this range is 0, or wider than the range.", "Write a smaller step.");
    }
  }

  void check_random(const Parameters& parameters) {
    const std::string randomize = value(parameters, "randomize", "");
    if (!randomize.empty() && randomize != "true" && randomize != "false") {
      refuse(Fault::bad_value, "parameters", "randomize cannot be " + quoted(randomize) + ".", "Write true or false.");
    }
    const std::string seed = value(parameters, "seed", "");
    if (seed.empty()) return;
    if (randomize.empty()) {
      refuse(Fault::bad_value, "parameters", "a seed needs randomize=true.", "Add it.");
    } else if (!is_number(seed) && !seed.starts_with("${")) {
      refuse(Fault::bad_value, "parameters", "the seed cannot be " + quoted(seed) + ".", "Write a number, or ${name}.");
    }
  }

  const Records& survey_;
  const Record& record_;
  const RowType& type_;
  Draft& draft_;
};

}  // namespace

std::optional<Parameters> read_parameters(const Records& survey, const Record& record, Draft& draft) {
  constexpr std::string_view separators = " \t\r\n,;";
  std::string_view rest;
  const std::string text = record.text("parameters");
  rest = text;
  Parameters parameters;
  // A token is what separators and the equals sign leave; a key, "=", a value.
  const auto token = [&] {
    rest.remove_prefix(std::min(rest.find_first_not_of(separators), rest.size()));
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n,;="), rest.size());
    const std::string_view found = rest.substr(0, end);
    rest.remove_prefix(end);
    rest.remove_prefix(std::min(rest.find_first_not_of(separators), rest.size()));
    return std::string(found);
  };
  rest.remove_prefix(std::min(rest.find_first_not_of(separators), rest.size()));
  while (!rest.empty()) {
    std::string key = token();
    const bool equals = rest.starts_with('=');
    if (equals) rest.remove_prefix(1);
    std::string value = token();
    if (key.empty() || !equals || value.empty()) {
      draft.findings.add(Fault::bad_value, survey.place(record, "parameters"),
                         "the parameters " + quoted(text) + " are no pairs.", "Write key=value key=value.");
      return std::nullopt;
    }
    std::transform(key.begin(), key.end(), key.begin(), [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; });
    parameters[std::move(key)] = std::move(value);
  }
  return parameters;
}

void check_question(const Records& survey, const Record& record, const RowType& type, Draft& draft) {
  Check(survey, record, type, draft).all();
}

}  // namespace genpyo::forms::xlsform
