// The column parameters, key=value by type, as far as pyxform judges them.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using namespace std::string_view_literals;

struct Accepted {
  std::string_view written;  // the type: the others of its spellings are not judged
  std::vector<std::string_view> parameters;
};

// The words of a type as an author writes it; of a select as it is called here.
const std::vector<Accepted>& accepted_parameters() {
  static const std::vector<Accepted> table = {
      {"select_one", {"randomize", "seed"}},
      {"select_multiple", {"randomize", "seed"}},
      {"rank", {"randomize", "seed"}},
      {"text", {"rows"}},
      {"image", {"app", "max-pixels"}},
      {"photo", {"app", "max-pixels"}},
      {"audio", {"quality"}},
      {"background-audio", {"quality"}},
      {"range", {"start", "end", "step", "tick_interval", "placeholder", "tick_labelset"}},
      {"geopoint", {"allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"}},
      {"geotrace", {"allow-mock-accuracy", "incremental", "reference-geometry"}},
      {"geoshape", {"allow-mock-accuracy", "incremental", "reference-geometry"}},
      {"audit",
       {"identify-user", "location-max-age", "location-min-interval", "location-priority", "track-changes",
        "track-changes-reasons"}}};
  return table;
}

std::optional<double> number(const std::string& text) {
  double read = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(read)) return std::nullopt;
  return read;
}
bool is_whole(const std::string& text) { return number(text) && text.find_first_of(".eE") == std::string::npos; }

bool is_multiple(double distance, double step) {
  const double times = distance / step;
  return std::abs(times - std::round(times)) < 1e-9;
}

std::string small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; });
  return text;
}

// "com.example.app": two words or more, letters, digits and _, a letter first.
bool is_package(std::string_view name) {
  bool begins = true;
  for (const char byte : name) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool inside = byte == '_' || (byte >= '0' && byte <= '9');
    if (byte == '.' ? begins : begins ? !letter : !letter && !inside) return false;
    begins = byte == '.';
  }
  return !begins && name.find('.') != std::string_view::npos;
}

class Check {
 public:
  Check(const Records& survey, const Record& record, const RowType& type, const Parameters& parameters, Draft& draft)
      : survey_(survey), record_(record), type_(type), parameters_(parameters), draft_(draft) {}

  void all() {
    const std::string written = record_.text("type");
    const auto& table = accepted_parameters();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Accepted& one) {
      return one.written == (type_.list.empty() ? written : type_.word);
    });
    if (found == table.end()) return;
    std::vector<std::string_view> words = found->parameters;
    if (type_.from_file) words.insert(words.end(), {"value", "label"});
    for (const auto& [key, value] : parameters_) {
      if (std::find(words.begin(), words.end(), key) != words.end()) continue;
      refuse("the type " + written + " has no parameter " + quoted(key) + ".", suggestion(key, words));
    }
    if (written == "range") check_range();
    if (written == "audit") check_audit();
    if (!type_.list.empty()) check_select();
    check_values();
  }

 private:
  void refuse(std::string message, std::string repair) {
    draft_.findings.add(Fault::bad_value, survey_.place(record_, "parameters"), std::move(message), std::move(repair));
  }
  void refuse_value(const std::string& key, std::string repair) {
    refuse("the parameter " + key + " cannot be " + quoted(value(key, "")) + ".", std::move(repair));
  }

  bool has(const std::string& key) const { return parameters_.count(key) != 0; }
  std::string value(const std::string& key, const std::string& otherwise) const {
    const auto found = parameters_.find(key);
    return found == parameters_.end() ? otherwise : found->second;
  }
  void one_of(const std::string& key, std::initializer_list<std::string_view> words) {
    if (!has(key) || std::find(words.begin(), words.end(), value(key, "")) != words.end()) return;
    std::string repair;
    for (const std::string_view word : words) repair += (repair.empty() ? "Write " : ", ") + std::string(word);
    refuse_value(key, repair + ".");
  }

  void check_values() {
    const std::string written = record_.text("type");
    for (const char* key : {"rows", "max-pixels"}) {
      if (has(key) && !is_whole(value(key, ""))) refuse_value(key, "Write a whole number.");
    }
    for (const char* key : {"capture-accuracy", "warning-accuracy"}) {
      if (has(key) && !number(value(key, ""))) refuse_value(key, "Write a number.");
    }
    one_of("allow-mock-accuracy", {"true", "false"});
    one_of("incremental", {"true", "yes", "true()"});
    if (written == "audio") one_of("quality", {"voice-only", "low", "normal", "external"});
    if (written == "background-audio") one_of("quality", {"voice-only", "low", "normal"});
    const std::string appearance = record_.text("appearance");
    const bool intent = has("app") && (appearance.empty() || appearance == "annotate");
    if (intent && !is_package(value("app", ""))) refuse_value("app", "Write the name of an Android package: com.example.app.");
  }

  void check_audit() {
    one_of("track-changes", {"true", "false"});
    one_of("identify-user", {"true", "false"});
    one_of("track-changes-reasons", {"on-form-edit"});
    one_of("location-priority", {"no-power", "low-power", "balanced", "high-accuracy"});
    const bool interval = has("location-min-interval"), age = has("location-max-age"), priority = has("location-priority");
    if (!interval && !age && !priority) return;
    if (!interval || !age || !priority) {
      return refuse("an audit of places needs location-priority, location-min-interval and location-max-age.",
                    "Write all three.");
    }
    for (const char* key : {"location-min-interval", "location-max-age"}) {
      if (!is_whole(value(key, "")) || *number(value(key, "")) < 0) return refuse_value(key, "Write a whole number of seconds.");
    }
    if (*number(value("location-max-age", "")) < *number(value("location-min-interval", ""))) {
      refuse_value("location-max-age", "Write at least location-min-interval.");
    }
  }

  void check_select() {
    one_of("randomize", {"true", "false"});
    for (const char* key : {"value", "label"}) {
      if (type_.from_file && has(key) && !is_xml_name(value(key, ""))) refuse_value(key, "Write the name of a column.");
    }
    const std::string seed = value("seed", "");
    if (seed.empty()) return;
    if (!has("randomize")) {
      refuse("a seed needs randomize=true.", "Add it.");
    } else if (!number(seed) && !(seed.starts_with("${") && seed.find('}') == seed.size() - 1)) {
      refuse_value("seed", "Write a number, or ${name}.");
    }
  }

  struct Span {
    double start = 0, end = 0, step = 1;
    double width() const { return std::abs(end - start); }
    bool has(double figure) const { return figure >= std::min(start, end) && figure <= std::max(start, end); }
  };

  void check_range() {
    const std::string appearance = record_.text("appearance");
    const bool ticks = has("tick_interval") || has("placeholder") || has("tick_labelset");
    const bool plain = appearance.empty() || appearance.find("vertical") != std::string::npos ||
                       appearance.find("no-ticks") != std::string::npos;
    if (ticks && !plain) {
      refuse("the appearance " + quoted(appearance) + " has no ticks, placeholder or labels.", "Take them out, or write vertical.");
    }
    constexpr std::array names = {"start"sv, "end"sv, "step"sv, "tick_interval"sv, "placeholder"sv};
    constexpr std::array otherwise = {"1"sv, "10"sv, "1"sv, "1"sv, "1"sv};
    std::array<double, 5> figures{};
    for (std::size_t at = 0; at < names.size(); ++at) {
      const auto read = number(value(std::string(names[at]), std::string(otherwise[at])));
      if (!read) return refuse_value(std::string(names[at]), "Write a number.");
      figures[at] = *read;
    }
    const Span span{figures[0], figures[1], figures[2]};
    if (!is_step(span.step, span)) return refuse("the step of this range is 0, or wider than the range.", "Write a smaller step.");
    const auto [interval, placeholder] = std::pair(figures[3], figures[4]);
    if (has("tick_interval") && (!is_step(interval, span) || !is_multiple(interval, span.step))) {
      return refuse_value("tick_interval", "Write a multiple of the step, at most the width of the range.");
    }
    if (has("placeholder") && (!span.has(placeholder) || !is_multiple(placeholder - span.start, span.step))) {
      return refuse_value("placeholder", "Write a number that the range has.");
    }
    if (has("tick_labelset")) check_ticks(span, has("tick_interval") ? interval : span.step, appearance);
  }

  static bool is_step(double step, const Span& span) { return step != 0 && step <= span.width(); }

  void check_ticks(const Span& span, double interval, const std::string& appearance) {
    const OptionList* list = draft_.list(value("tick_labelset", ""));
    if (list == nullptr) return refuse_value("tick_labelset", "Write the name of a list on the sheet choices.");
    std::set<double> labelled;
    for (const Option& option : list->options) {
      const auto figure = number(option.written);
      if (!figure || !span.has(*figure) || !is_multiple(*figure - span.start, interval) ||
          !is_multiple(*figure - span.start, span.step)) {
        return refuse("the range has no tick for the label " + quoted(option.written) + ".", "Label numbers that have a tick.");
      }
      labelled.insert(*figure);
    }
    if (appearance.find("no-ticks") != std::string::npos && labelled != std::set{span.start, span.end}) {
      refuse("a range without ticks has labels at its ends only.", "Label its start and its end.");
    }
  }

  const Records& survey_;
  const Record& record_;
  const RowType& type_;
  const Parameters& parameters_;
  Draft& draft_;
};

std::string plain_number(double figure) {
  std::array<char, 400> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), figure, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

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
    key = small(std::move(key));
    if (key != "label" && key != "value") value = small(std::move(value));  // columns of a file keep their letters
    parameters[std::move(key)] = std::move(value);
  }
  return parameters;
}

void check_parameters(const Records& survey, const Record& record, const RowType& type, const Parameters& parameters,
                      Draft& draft) {
  Check(survey, record, type, parameters, draft).all();
}

std::string turned_range(const Parameters& parameters) {
  bool plain = true;
  const auto figure = [&](const char* key, double otherwise) {
    const auto found = parameters.find(key);
    if (found == parameters.end()) return otherwise;
    plain = plain && found->second.find('e') == std::string::npos;
    return number(found->second).value_or(otherwise);
  };
  const double start = figure("start", 1), end = figure("end", 10), step = figure("step", 1);
  if (plain && start <= end && step > 0) return "";
  return "start=" + plain_number(std::min(start, end)) + " end=" + plain_number(std::max(start, end)) +
         " step=" + plain_number(std::abs(step));
}

}  // namespace genpyo::forms::xlsform
