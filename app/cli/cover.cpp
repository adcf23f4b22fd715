// check --cover and check --against: cases that take every branch of a form, what each should give,
// and whether it still does.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/grounds.h"
#include "app/cli/report.h"
#include "app/cli/world.h"
#include "export/file_set.h"
#include "forms/csv.h"
#include "forms/form_reader.h"
#include "forms/read_value.h"
#include "validators/cover.h"
#include "validators/parts.h"
#include "validators/scenario.h"

namespace genpyo::cli {
namespace {

namespace fs = std::filesystem;
using Reach = validators::CoverBranch::Reach;

constexpr std::size_t most_scenario_bytes = 4u << 20;

// The columns that import wants: what the frame says of a case it takes from there.
std::string as_csv(const validators::Cover& cover, const session::Survey& survey) {
  const bool has_frame = !survey.frame.rows.empty();
  std::vector<forms::ItemIndex> columns;
  for (forms::ItemIndex item = 0; item < survey.form.items.size(); ++item) {
    const forms::Item& definition = survey.form.items[item];
    if (definition.asked() || (!has_frame && !definition.frame_column.empty())) columns.push_back(item);
  }
  std::string text = "case_id";
  for (const forms::ItemIndex item : columns) text += "," + survey.form.items[item].name;
  text += "\n";
  for (const validators::CoverCase& each : cover.cases) {
    text += each.current.id;
    for (const forms::ItemIndex item : columns) {
      const forms::Mark& mark = each.current.marks[item];
      text += ",";
      if (forms::is_answer(mark.content))
        text += forms::csv::quote(forms::to_draft(survey.form.items[item], mark));
    }
    text += "\n";
  }
  return text;
}

// What no other case takes: why the case is there.
std::vector<std::string> reasons_for(const validators::Cover& cover, std::size_t of,
                                     const validators::Program::Parts& parts) {
  std::vector<std::string> notes;
  for (std::size_t at = 0; at < cover.branches.size(); ++at) {
    const bool elsewhere = std::any_of(cover.cases.begin(), cover.cases.end(), [&](const auto& each) {
      return each.takes[at] != 0 && &each != &cover.cases[of];
    });
    if (cover.cases[of].takes[at] != 0 && !elsewhere)
      notes.push_back(validators::name_of(cover.branches[at].branch, parts));
  }
  return notes;
}

std::string as_scenarios(const validators::Cover& cover, const session::Survey& survey,
                         const std::string& name, forms::Date today) {
  std::string text = "# What " + survey.form.form_id + ", version " + survey.form.version + ", makes of the cases of " + name +
                     ".csv.\n# Whether it still does: genpyo check FORM --against " + name + ".expected.yaml\n"
                     "# Above a case stand the branches that no other case takes.\n"
                     "today: " + forms::edtf({today.year, today.month, today.day}) + "\nscenarios:" +
                     (cover.cases.empty() ? " []" : "") + "\n";
  for (std::size_t at = 0; at < cover.cases.size(); ++at)
    text += validators::scenario_text(*survey.program, cover.cases[at].current, today,
                                      reasons_for(cover, at, survey.program->parts()));
  return text;
}

// Both files or none.
forms::Result<forms::Done> write_files(const std::string& output, const std::string& csv,
                                       const std::string& scenarios) {
  const fs::path path(output);
  auto files = exports::FileSet::create(path.parent_path().empty() ? "." : path.parent_path().string());
  if (!files) return files.failure();
  for (const auto& [name, text] : {std::pair(path.stem().string() + ".expected.yaml", &scenarios),
                                   std::pair(path.filename().string(), &csv)}) {
    auto file = files->add(name);
    if (!file) return file.failure();
    (*file)->write(*text);
  }
  if (auto whole = files->complete(); !whole) return whole.failure();
  return files->appear();
}

struct Line {
  const char* reach;
  std::string place, branch;
};

std::vector<Line> not_taken(const validators::Cover& cover, const validators::Program::Parts& parts) {
  std::vector<Line> lines;
  for (const auto& [branch, reach] : cover.branches) {
    if (reach == Reach::taken) continue;
    lines.push_back({reach == Reach::impossible ? "impossible" : "not reached",
                     forms::to_text(validators::place_of(branch, parts)),
                     validators::name_of(branch, parts)});
  }
  return lines;
}

void print_text(const validators::Cover& cover, const std::vector<Line>& lines) {
  std::cout << "branches      " << cover.branches.size() << "\ntaken         " << cover.count(Reach::taken)
            << "\nimpossible    " << cover.count(Reach::impossible) << " (proved)\nnot reached   "
            << cover.count(Reach::not_reached) << "\ncases         " << cover.cases.size() << '\n';
  for (const Line& line : lines) std::cout << line.place << ": " << line.reach << ": " << line.branch << '\n';
  if (cover.spent)
    std::cerr << "The search was ended: the form is too large to look everywhere. What is not reached may not have "
                 "been looked for.\n";
}

void print_json(const validators::Cover& cover, const std::vector<Line>& lines) {
  nlohmann::ordered_json out;
  out["branches"] = cover.branches.size();
  out["taken"] = cover.count(Reach::taken);
  out["impossible"] = out["not_reached"] = nlohmann::ordered_json::array();
  for (const Line& line : lines)
    out[line.reach == std::string("impossible") ? "impossible" : "not_reached"].push_back(
        {{"place", line.place}, {"branch", line.branch}});
  out["cases"] = cover.cases.size();
  out["search_ended"] = cover.spent;
  std::cout << out.dump(2) << '\n';
}

// The form without a fault, else the exit status.
std::variant<std::unique_ptr<session::Survey>, int> faultless(const Request& request) {
  auto survey = requested_survey(request);
  if (!survey) return say_failure(survey.failure());
  say_diagnostics((*survey)->warnings);
  say_diagnostics((*survey)->diagnostics);
  if (!(*survey)->diagnostics.empty()) return static_cast<int>(findings);
  return std::move(*survey);
}

}  // namespace

int cover(const Request& request) {
  if (!request.output.ends_with(".csv"))
    return say_failure({"--cover writes a CSV file. Name it: -o cases.csv"}, usage);
  auto read = faultless(request);
  if (const int* status = std::get_if<int>(&read)) return *status;
  const session::Survey& survey = *std::get<0>(read);
  const Grounds grounds(survey);
  const forms::Date day = today();
  validators::Cover cover = validators::cover(*survey.program, day, grounds.marks());
  grounds.number(cover.cases);
  const std::string name = fs::path(request.output).stem().string();
  const std::string scenarios = as_scenarios(cover, survey, name, day);
  if (scenarios.size() > most_scenario_bytes)
    return say_failure({"The expectations of this form are over 4 MiB, and could not be read back. Nothing was written."}, usage);
  if (auto written = write_files(request.output, as_csv(cover, survey), scenarios); !written)
    return say_failure(written.failure());
  const auto lines = not_taken(cover, survey.program->parts());
  if (request.json) print_json(cover, lines);
  else print_text(cover, lines);
  return done;
}

int against(const Request& request) {
  auto read = faultless(request);
  if (const int* status = std::get_if<int>(&read)) return *status;
  const session::Survey& survey = *std::get<0>(read);
  const auto bytes = forms::read_file(request.scenarios, most_scenario_bytes);
  if (!bytes) return say_failure(bytes.failure(), usage);
  const forms::yaml::Reading file = forms::yaml::parse(*bytes, request.scenarios);
  say_diagnostics(file.diagnostics);
  if (!file.diagnostics.empty()) return usage;
  const forms::yaml::Node* given = file.root.find("today");
  const auto day = given == nullptr ? std::nullopt : forms::read_edtf(given->scalar);
  const bool whole = day && day->year && day->month && day->day;
  if (given != nullptr && !whole)
    return say_failure({request.scenarios + ": today is no date. Write it as 2018-04-01."}, usage);
  if (file.root.find("scenarios") == nullptr)
    return say_failure({request.scenarios + " has no scenarios. check --cover writes such a file."}, usage);
  const auto playing = validators::play_all(
      file.root, *survey.program, whole ? forms::Date{*day->year, *day->month, *day->day} : today());
  for (const validators::Difference& difference : playing.differences)
    std::cout << forms::to_text(difference.place) << ": " << difference.scenario << ": " << difference.sentence << '\n';
  std::cerr << playing.scenarios << " scenarios, " << playing.expectations << " expectations, "
            << playing.differences.size() << " differences.\n";
  return playing.differences.empty() ? done : findings;
}

}  // namespace genpyo::cli
