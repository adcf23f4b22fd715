#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "app/cli/request.h"
#include "app/cli/world.h"

namespace genpyo::cli {
namespace {

// Shared options, so that they read the same at every command.
void add_database(CLI::App& command, Request& request) {
  command.add_option("--db", request.database, "The database")->capture_default_str();
}
void add_language(CLI::App& command, Request& request) {
  command.add_option("--language", request.language, "ja or en")
      ->check(CLI::IsMember({"ja", "en"}))
      ->capture_default_str();
}
void add_json(CLI::App& command, Request& request) {
  command.add_flag("--json", request.json, "Print JSON, for programs");
}
void add_operator(CLI::App& command, Request& request) {
  command.add_option("--operator", request.operator_name, "Who keys, as kept with every mark, where nobody signs in")
      ->capture_default_str();
}
CLI::Option* add_path(CLI::App& command, Request& request, const std::string& what) {
  return command.add_option("-o,--output", request.output, what)
      ->check([](const std::string& path) { return std::string(path.empty() ? "a path without a name; give one." : ""); });
}
void add_form(CLI::App& command, Request& request, bool needed) {
  auto* option = command.add_option("FORM", request.form, "A form's name (home_care_2018) or path");
  if (needed) option->required();
}

void add_intake(CLI::App& app, Request& request) {
  auto* kiosk = app.add_subcommand("kiosk", "Open the window and key sheets");
  add_form(*kiosk, request, false);
  add_database(*kiosk, request);
  kiosk->add_option("--language", request.window_language, "ja or en, whatever the settings say")
      ->check(CLI::IsMember({"ja", "en"}));
  add_operator(*kiosk, request);
  kiosk->add_flag("--fullscreen", request.fullscreen, "Take the whole screen");
  kiosk->add_flag("--kiosk", request.kiosk, "Take the whole screen, and let nobody leave without a PIN");
  kiosk->add_option("--operators", request.operators_file, "The file of operators (default: DB.operators, where there is one)");
  kiosk->add_option("--lock-after", request.lock_after, "With operators: minutes without a key until the screen locks; 0 = never")
      ->check(CLI::Range(0, 24 * 60))
      ->capture_default_str();

  auto* check = app.add_subcommand("check", "Check a form's definition, or a CSV file against it");
  add_form(*check, request, true);
  auto* data = check->add_option("--data", request.csv, "Check the rows of this file, as import takes them; store nothing");
  auto* cover = check->add_flag("--cover", request.cover, "Write the cases that take every branch of the form, and what each should give");
  add_path(*check, request, "Of --cover: cases.csv; what they give is cases.expected.yaml beside it")->needs(cover);
  auto* against = check->add_option("--against", request.scenarios, "Say where the form no longer gives what this cases.expected.yaml expects");
  auto* keystrokes = check->add_flag("--keystrokes", request.keystrokes, "Count the keys a sheet needs (of --data, else of the form's sample)");
  for (CLI::Option* option : {data, against, keystrokes}) cover->excludes(option);
  for (CLI::Option* option : {data, keystrokes}) against->excludes(option);
  check->add_flag("--notes", request.notes, "Say also what is only good to know: labels that other programs shorten");
  add_json(*check, request);
  add_language(*check, request);

  auto* convert = app.add_subcommand("convert", "Turn an XLSForm into a form.yaml, or a form into an XLSForm");
  add_form(*convert, request, true);
  add_path(*convert, request, "A folder or .yaml file for the form.yaml, or the .xlsx file")->required();

  auto* import = app.add_subcommand("import", "Key the rows of a file as sheets: CSV, or whatever export wrote");
  add_form(*import, request, true);
  import->add_option("FILE", request.csv,
                     "CSV (UTF-8 or CP932, header = variable names), or a .csv, .xlsx, .sav, .dta, .json or .sqlite "
                     "that export wrote; under another name its first bytes say which it is")
      ->required();
  add_database(*import, request);
  import->add_flag("--no-close", request.no_close, "Leave every case open");
  add_language(*import, request);
  add_operator(*import, request);
}

void add_output(CLI::App& app, Request& request) {
  auto* print = app.add_subcommand("print", "Print the blank form or keyed sheets as PDF");
  add_form(*print, request, false);
  auto* blank = print->add_flag("--blank", request.blank, "The form with nothing on it");
  auto* one = print->add_option("--case", request.case_id, "One sheet");
  auto* all = print->add_flag("--all", request.all, "Every sheet");
  blank->excludes(one)->excludes(all);
  one->excludes(all);
  add_database(*print, request);
  add_path(*print, request, "The PDF file")->required();
  add_language(*print, request);

  auto* dataset = app.add_subcommand("export", "Write the clean dataset");
  add_database(*dataset, request);
  dataset->add_option("--format", request.formats,
                      "csv, xlsx, sav, dta, json, sqlite; documents (codebook, ddi, datapackage), redcap, odm; several with commas between them")
      ->delimiter(',')
      ->check(CLI::IsMember({"csv", "xlsx", "sav", "dta", "json", "sqlite", "documents", "codebook", "ddi", "datapackage", "redcap", "odm"}))
      ->capture_default_str();
  dataset->add_option("--profile", request.profile, "Whom CSV and workbooks are for: analysis, excel, legacy (CP932) or labels (words, no codes)")
      ->check(CLI::IsMember({"analysis", "excel", "legacy", "labels"}))
      ->capture_default_str();
  dataset->add_option("--layer", request.layer, "values, by the form's rules, or marks, as the sheets say")
      ->check(CLI::IsMember({"values", "marks"}))
      ->capture_default_str();
  dataset->add_flag("--derive", request.derive, "With the figures per divisor of tables.yaml");
  dataset->add_flag("--wider", request.wider, "legacy: more digits where a code would be an answer too");
  add_language(*dataset, request);
  add_path(*dataset, request, "The folder")->required();
  dataset->add_option("--multiple", request.multiple, "Several-mark items as 0/1 variables or one column of codes")
      ->check(CLI::IsMember({"dichotomies", "codes"}))
      ->capture_default_str();
  dataset->add_flag("--all", request.all, "Open cases too");
  dataset->add_flag("--identifying", request.identifying, "With the items that identify a respondent; where there are operators, signed by a supervisor");
  dataset->add_option("--operator", request.operator_name, "The supervisor who signs");
  dataset->add_option("--operators", request.operators_file, "The file of operators (default: DB.operators, where there is one)");

  dataset->callback([&request] {
    if (request.wider && request.profile != "legacy") throw CLI::ValidationError("--wider", "only the profile legacy has such codes; add --profile legacy.");
  });

  auto* tables = app.add_subcommand("tables", "Write the tables of the survey");
  add_database(*tables, request);
  add_path(*tables, request, "The folder")->required();
  add_language(*tables, request);
  tables->add_flag("--all", request.all, "Open cases too");
  auto* cross = tables->add_option("--cross", request.cross, "Instead a cross table of this item …");
  auto* by = tables->add_option("--by", request.by, "… by the choices of this one");
  cross->needs(by);
  by->needs(cross);
  tables->add_option("--where", request.where, "Only cases for which this rule of the form's language holds");
  tables->add_option("--blanks", request.blanks, "Whether per cents count no answer in, whatever is declared")
      ->check(CLI::IsMember({"in", "out"}));
  tables->add_option("--mask", request.mask, "Hide counts from 1 to below this number, and what would give them back")
      ->check(CLI::Range(2, 100));

  auto* progress = app.add_subcommand("progress", "Say how much of the survey is back, keyed and closed");
  add_form(*progress, request, false);
  add_database(*progress, request);
  add_path(*progress, request, "A PDF file: the progress as a printed page");
  add_language(*progress, request);
  add_json(*progress, request);
}

void add_questions(CLI::App& app, Request& request) {
  auto* explain = app.add_subcommand("explain", "Say why an item of a case is as it is, or which cases are behind a figure");
  add_database(*explain, request);
  auto* one = explain->add_option("--case", request.case_id, "The case");
  auto* item = explain->add_option("ITEM", request.item, "The item's name");
  auto* table = explain->add_option("--table", request.table, "Or a table: the cases behind its figure");
  auto* row = explain->add_option("--row", request.row, "Its row, as in tables.csv (patients_total, founder=1)");
  one->needs(item)->excludes(table);
  item->needs(one)->excludes(table);
  table->needs(row);
  row->needs(table);
  explain->add_flag("--all", request.all, "Open cases too, behind a figure");
  add_language(*explain, request);
  add_json(*explain, request);

  auto* compare = app.add_subcommand("compare", "List where the two keyings of a sheet differ, and how often keying went wrong");
  add_database(*compare, request);
  add_path(*compare, request, "A CSV file: one row a difference");
  add_language(*compare, request);
  add_json(*compare, request);

  auto* audit = app.add_subcommand("audit", "Verify the journal and the snapshots");
  add_database(*audit, request);
  audit->add_flag("--rebuild", request.rebuild, "First make the snapshots anew from the journal");
  add_json(*audit, request);
}

void add_operators(CLI::App& app, Request& request) {
  auto* operators = app.add_subcommand("operators", "Who may key: sign in by name and PIN");
  operators->require_subcommand(1);
  const auto common = [&](CLI::App& command, const char* verb) {
    add_database(command, request);
    command.add_option("--file", request.operators_file, "The file of operators (default: DB.operators)");
    command.callback([&request, verb] { request.operators_verb = verb; });
  };
  auto* add = operators->add_subcommand("add", "Add an operator; the PIN is asked for, or read from standard input");
  add->add_option("NAME", request.operator_name, "As it is recorded with every mark")->required();
  add->add_flag("--supervisor", request.supervisor, "May pass what a clerk may not, and unlock for anybody");
  common(*add, "add");
  common(*operators->add_subcommand("list", "List the operators"), "list");
  auto* remove = operators->add_subcommand("remove", "Remove an operator; his marks stay his");
  remove->add_option("NAME", request.operator_name, "The operator")->required();
  common(*remove, "remove");
}

void add_eval(CLI::App& app, Request& request) {
  auto* eval = app.add_subcommand("eval", "Evaluate an expression of the rule language");
  auto* one = eval->add_option("EXPRESSION", request.expression, "As in a form: ${n} + 1");
  auto* answers = eval->add_option("--answers", request.answers, "The items' values, a JSON object; arrays for several");
  auto* today = eval->add_option("--today", request.today, "What today() gives, as 2018-04-01 (default: the local day)");
  auto* zone = eval->add_option("--tz", request.zone, "The time zone, as Asia/Tokyo (default: UTC)");
  auto* batch = eval->add_option("--batch", request.batch, "A file with one JSON object a line: expression, as, answers, today, tz");
  for (CLI::Option* option : {one, answers, today, zone}) batch->excludes(option);
  add_json(*eval, request);
}

// A format that is named twice is one file, and one writer's.
void name_each_once(std::vector<std::string>& formats) {
  std::set<std::string> named;
  formats.erase(std::remove_if(formats.begin(), formats.end(), [&](const std::string& format) { return !named.insert(format).second; }),
                formats.end());
}

CommandName command_named(const std::string& name) {
  if (name == "check") return CommandName::check;
  if (name == "import") return CommandName::import;
  if (name == "print") return CommandName::print;
  if (name == "export") return CommandName::export_;
  if (name == "tables") return CommandName::tables;
  if (name == "progress") return CommandName::progress;
  if (name == "explain") return CommandName::explain;
  if (name == "compare") return CommandName::compare;
  if (name == "audit") return CommandName::audit;
  if (name == "convert") return CommandName::convert;
  if (name == "operators") return CommandName::operators;
  if (name == "eval") return CommandName::eval;
  return CommandName::kiosk;
}

}  // namespace

Parsing parse_arguments(int count, const char* const* arguments) {
  Request request;
  request.database = default_database();
  request.operator_name = operator_name();
  CLI::App app("Genpyo (原票): paper questionnaires into clean data.", "genpyo");
  app.require_subcommand(1);
  app.set_version_flag("--version", "genpyo " GENPYO_VERSION);
  add_intake(app, request);
  add_output(app, request);
  add_questions(app, request);
  add_operators(app, request);
  add_eval(app, request);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, app.exit(error) == 0 ? done : usage};
  }
  name_each_once(request.formats);
  request.command = command_named(app.get_subcommands().front()->get_name());
  return {request, done};
}

}  // namespace genpyo::cli
