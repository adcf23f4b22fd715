// eval: expressions of the rule language, for authors and for conformance runs.
#include <fstream>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/eval_case.h"
#include "app/cli/report.h"
#include "app/cli/world.h"

namespace genpyo::cli {
namespace {

using Json = nlohmann::ordered_json;

void say(const Json& result) {
  std::cout << result.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

// A line of the file; of one that is too long only so much is kept as shows that it is.
bool next_line(std::istream& file, std::string& line) {
  line.clear();
  for (int sign = file.get(); sign != std::istream::traits_type::eof(); sign = file.get()) {
    if (sign == '\n') return true;
    if (line.size() <= longest_case) line += static_cast<char>(sign);
  }
  return !line.empty();
}

int eval_batch(const Request& request) {
  std::ifstream file(request.batch, std::ios::binary);
  if (!file) return say_failure({"Cannot read " + request.batch + "."});
  const forms::Date day = today();
  std::string line;
  while (next_line(file, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto given = read_json(line);
    if (given)
      say(evaluate_case(*given, day));
    else
      say({{"error", "The line is no JSON, or is too long or too deep."}});
  }
  std::cout.flush();
  return done;
}

std::string shown(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
}

}  // namespace

int eval(const Request& request) {
  if (!request.batch.empty()) return eval_batch(request);
  if (request.expression.empty())
    return say_failure({"Say what to evaluate: EXPRESSION, or --batch FILE."}, usage);
  Json given{{"expression", request.expression}};
  if (!request.today.empty()) given["today"] = request.today;
  if (!request.zone.empty()) given["tz"] = request.zone;
  if (!request.answers.empty()) {
    auto answers = read_json(request.answers);
    if (!answers)
      return say_failure({"--answers is no JSON: write it as '{\"n\": 3, \"k\": [\"a\", \"b\"]}'."}, usage);
    given["answers"] = std::move(*answers);
  }
  const Json result = evaluate_case(given, today());
  const bool refused = result.contains("error");
  if (request.json)
    say(result);
  else if (refused)
    std::cerr << result["error"].get<std::string>() << '\n';
  else
    std::cout << shown(result["value"]) << '\n';
  return refused ? findings : done;
}

}  // namespace genpyo::cli
