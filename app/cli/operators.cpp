// operators: who may sign in, in a file of their own.
#include "app/cli/operators.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/pin_entry.h"
#include "app/cli/report.h"
#include "app/cli/world.h"
#include "app/session/pin.h"
#include "export/whole_file.h"

namespace genpyo::cli {
namespace {

using session::Operator;

bool is_there(const std::string& path) {
  std::error_code error;
  // What cannot be looked at is there: it must not open the door.
  return std::filesystem::symlink_status(path, error).type() != std::filesystem::file_type::not_found;
}

forms::Result<std::vector<Operator>> present(const std::string& file) {
  if (!is_there(file)) return std::vector<Operator>{};
  return session::read_operators(file);
}

int say(const std::string& sentence) { return say_failure({sentence}, usage); }

auto named(std::vector<Operator>& operators, const std::string& name) {
  return std::find_if(operators.begin(), operators.end(),
                      [&](const Operator& each) { return each.name == name; });
}

// Reads, lets `change` change, writes. The new file is begun first: its lock keeps another
// `operators` from writing over what this one adds.
template <typename Change>
int rewrite(const std::string& file, Change change) {
  auto whole = exports::WholeFile::create(file, exports::WholeFile::Readers::owner_only);
  if (!whole) return say_failure(whole.failure());
  auto operators = present(file);
  if (!operators) return say_failure(operators.failure(), usage);
  if (const int status = change(*operators); status != done) return status;
  whole->write(session::to_text(*operators));
  if (auto finished = whole->finish(); !finished) return say_failure(finished.failure());
  return done;
}

int make_folder_of(const std::string& file) {
  const auto folder = std::filesystem::path(file).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return say_failure({"Cannot make the folder of " + file + ": " + error.message() + "."});
  return done;
}

int add(const Request& request, const std::string& file) {
  if (!session::is_operator_name(request.operator_name)) {
    return say("A name has 1 to 40 visible characters and is not only digits.");
  }
  auto known = present(file);
  if (!known) return say_failure(known.failure(), usage);
  const std::string is_known = "\"" + request.operator_name + "\" is an operator already; remove it first.";
  if (named(*known, request.operator_name) != known->end()) return say(is_known);
  auto pin = read_new_pin();
  if (!pin) return say_failure(pin.failure(), usage);
  auto hash = session::hash_pin(*pin);
  session::forget(*pin);
  if (!hash) return say_failure(hash.failure());
  if (const int status = make_folder_of(file); status != done) return status;
  return rewrite(file, [&](std::vector<Operator>& operators) -> int {
    if (named(operators, request.operator_name) != operators.end()) return say(is_known);
    if (operators.size() == session::most_operators) return say("There are 999 operators already.");
    operators.push_back({request.operator_name, request.supervisor, *hash});
    return done;
  });
}

int list(const std::string& file) {
  auto operators = session::read_operators(file);
  if (!operators) return say_failure(operators.failure(), usage);
  for (const Operator& each : *operators) {
    std::cout << each.name << '\t' << (each.supervisor ? "supervisor" : "clerk") << '\n';
  }
  return done;
}

int remove(const Request& request, const std::string& file) {
  const std::string unknown = "There is no operator \"" + request.operator_name + "\" in " + file + ".";
  if (!is_there(file)) return say(unknown);
  return rewrite(file, [&](std::vector<Operator>& operators) -> int {
    const auto found = named(operators, request.operator_name);
    if (found == operators.end()) return say(unknown);
    operators.erase(found);
    return done;
  });
}

}  // namespace

std::string operators_file(const Request& request) {
  return request.operators_file.empty() ? request.database + ".operators" : request.operators_file;
}

int operators(const Request& request) {
  const std::string file = operators_file(request);
  if (request.operators_verb == "add") return add(request, file);
  if (request.operators_verb == "remove") return remove(request, file);
  return list(file);
}

forms::Result<session::Entrance> entrance_of(const Request& request) {
  const std::string file = operators_file(request);
  session::Entrance entrance;
  entrance.kiosk = request.kiosk;
  entrance.lock_after = std::int64_t{60} * request.lock_after;
  entrance.seconds = seconds;
  if (is_there(file) || !request.operators_file.empty()) {
    auto operators = session::read_operators(file);
    if (!operators) return operators.failure();
    entrance.operators = std::move(*operators);
    if (!entrance.has_door()) {
      return forms::Failure{file + " holds no operator; add one with genpyo operators add."};
    }
  }
  if (request.kiosk && !entrance.has_door()) {
    return forms::Failure{"--kiosk needs operators, or nobody could leave; add one with genpyo operators add."};
  }
  return entrance;
}

}  // namespace genpyo::cli
