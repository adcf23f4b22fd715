#include "app/cli/eval_case.h"

#include <cmath>
#include <optional>

#include "forms/partial_date.h"
#include "forms/text.h"
#include "forms/zone.h"
#include "validators/coercion.h"
#include "validators/expression.h"
#include "validators/instant.h"

namespace genpyo::cli {
namespace {

using validators::Answer;
using validators::Expression;
using Json = nlohmann::ordered_json;
using Type = Expression::Type;

constexpr int deepest_json = 32;

Json fault(const std::string& sentence) { return {{"error", sentence}}; }

// Brackets outside of texts, counted before anything is built of them.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (quoted && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[at] == '{' || text[at] == '[')) {
      if (++depth > deepest_json) return true;
    } else if (!quoted && (text[at] == '}' || text[at] == ']')) {
      --depth;
    }
  }
  return false;
}

Json number_value(double number) {
  if (!std::isfinite(number) || (number == 0 && std::signbit(number)))
    return number == 0 ? "-0" : validators::to_text(number);
  constexpr double exactly = 9'007'199'254'740'992;  // 2^53
  if (std::trunc(number) == number && std::fabs(number) <= exactly)
    return static_cast<std::int64_t>(number);
  return number;
}

Json typed(const char* type, Json value) { return {{"type", type}, {"value", std::move(value)}}; }

Json as_it_is(const Answer& answer) {
  if (answer.missing) return typed("missing", nullptr);
  switch (answer.type) {
    case Type::number: return typed("number", number_value(answer.number));
    case Type::boolean: return typed("boolean", answer.truth);
    case Type::date:
      if (std::isnan(answer.number)) return fault("The result is no date.");
      return typed("date", answer.text);
    default: return typed("string", answer.text);
  }
}

Json converted(const Answer& answer, std::string_view as) {
  if (as == "number") return typed("number", number_value(answer.number));
  if (as == "boolean") return typed("boolean", answer.truth);
  if (as == "string") return typed("string", answer.text);
  return as_it_is(answer);
}

// A text of the case, "" where it has none.
std::string text_of(const Json& given, const char* key) {
  const auto found = given.find(key);
  return found != given.end() && found->is_string() ? found->get<std::string>() : "";
}

struct Surroundings {
  forms::Date today;
  std::shared_ptr<const forms::Zone> zone;
  std::optional<std::int64_t> now;
  std::string fault;
};

Surroundings surroundings_of(const Json& given, forms::Date today) {
  Surroundings around{today, nullptr, std::nullopt, ""};
  if (const std::string zone = text_of(given, "tz"); !zone.empty()) {
    around.zone = forms::Zone::named(zone);
    if (around.zone == nullptr)
      around.fault = "There is no time zone " + forms::quoted(zone) + ". Write it as Asia/Tokyo.";
  }
  const std::string day = text_of(given, "today");
  if (day.empty()) return around;
  const auto date = forms::read_edtf(std::string_view(day).substr(0, 10));
  const double moment = validators::read_instant(day, around.zone.get());
  if (!date || std::isnan(moment)) {
    around.fault = "today is " + forms::quoted(day) + ", which is no date. Write it as 2018-04-01.";
    return around;
  }
  around.today = {*date->year, *date->month, *date->day};
  if (day.size() > 10) around.now = static_cast<std::int64_t>(moment);
  return around;
}

Json evaluated(const std::string& expression, const Json& given, forms::Date today) {
  const std::string as = given.contains("as") ? text_of(given, "as") : "any";
  if (as != "number" && as != "string" && as != "boolean" && as != "any")
    return fault("\"as\" is number, string, boolean or any.");
  const Surroundings around = surroundings_of(given, today);
  if (!around.fault.empty()) return fault(around.fault);
  const Answers answers =
      read_answers(given.contains("answers") ? given["answers"] : Json::object());
  if (!answers.fault.empty()) return fault(answers.fault);
  std::vector<forms::Diagnostic> diagnostics;
  const forms::Rule rule{expression, {"expression", 1, 1}};
  const auto compiled = Expression::parse(rule, answers.form, std::nullopt, diagnostics);
  if (compiled == nullptr) return fault(forms::to_text(diagnostics.front()));
  validators::Circumstances circumstances(around.today);
  circumstances.zone = around.zone.get();
  circumstances.now = around.now;
  return converted(compiled->answer(answers.values, circumstances), as);
}

}  // namespace

std::optional<Json> read_json(std::string_view text) {
  if (text.size() > longest_case || too_deep(text) || !forms::is_utf8(text)) return std::nullopt;
  Json value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

Json evaluate_case(const Json& given, forms::Date today) {
  if (!given.is_object()) return fault("A case is one JSON object with an expression.");
  const auto expression = given.find("expression");
  if (expression == given.end() || !expression->is_string())
    return fault("The case has no expression, or it is no text.");
  return evaluated(expression->get<std::string>(), given, today);
}

}  // namespace genpyo::cli
