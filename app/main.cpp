// The program: the command line, and the window that `kiosk` opens.
#include <map>

#include "app/cli/commands.h"
#include "app/cli/operators.h"
#include "app/cli/report.h"
#include "app/cli/settings_file.h"
#include "app/cli/tables_file.h"
#include "app/cli/world.h"
#include "app/session/session.h"
#include "app/session/strings.h"
#include "app/ui/kiosk.h"

namespace {

using namespace genpyo;

// Opened when they are first wanted.
class WordFonts {
 public:
  const paper::FontSet* operator()(paper::Typeface typeface) {
    if (typeface == session::Settings{}.font) return nullptr;
    if (const auto found = opened_.find(typeface); found != opened_.end()) return &found->second;
    auto fonts = paper::FontSet::open(typeface);
    if (!fonts) return nullptr;
    return &opened_.emplace(typeface, std::move(*fonts)).first->second;
  }

 private:
  std::map<paper::Typeface, paper::FontSet> opened_;
};

std::set<paper::Typeface> missing_fonts() {
  std::set<paper::Typeface> missing;
  for (const paper::Typeface each : paper::all_typefaces) {
    if (!paper::is_installed(each)) missing.insert(each);
  }
  return missing;
}

int open_kiosk(const cli::Request& request) {
  auto data = session::find_data();
  if (!data) return cli::say_failure(data.failure());
  auto strings = session::Strings::load(*data);
  if (!strings) return cli::say_failure(strings.failure());
  auto fonts = paper::FontSet::open();
  if (!fonts) return cli::say_failure(fonts.failure());
  auto survey = session::load_survey(request.form.empty() ? "home_care_2018" : request.form, *data);
  if (!survey) return cli::say_failure(survey.failure());
  cli::say_diagnostics((*survey)->diagnostics);
  if (!(*survey)->diagnostics.empty()) return cli::usage;
  auto entrance = cli::entrance_of(request);
  if (!entrance) return cli::say_failure(entrance.failure(), cli::usage);
  auto store = store::Store::open(request.database, cli::utc_now, request.operator_name);
  if (!store) return cli::say_failure(store.failure());

  session::World world{std::move(*store), std::move(*survey), &*fonts, cli::today, cli::local_time,
                       request.operator_name, request.database, request.window_language};
  const std::string kept = cli::settings_path();
  world.settings = cli::read_settings(kept);
  world.full_screen = request.fullscreen || request.kiosk;
  world.keep_settings = [kept](const std::string& yaml) { return cli::keep_settings(kept, yaml); };
  world.tables_of = cli::read_tables_of;
  world.entrance = std::move(*entrance);
  world.missing_fonts = missing_fonts();
  world.now = cli::utc_now;
  world.machine = cli::machine();
  auto session = session::Session::start(std::move(world));
  if (!session) return cli::say_failure(session.failure());
  WordFonts word_fonts;
  ui::KioskOptions options;
  options.fonts_in = [&word_fonts](paper::Typeface typeface) { return word_fonts(typeface); };
  options.fullscreen = (*session)->state().settings.full_screen;
  options.stays_in_front = request.kiosk;
  auto ended = ui::run_kiosk(**session, *strings, *fonts, options);
  return ended ? static_cast<int>(cli::done) : cli::say_failure(ended.failure());
}

}  // namespace

int main(int count, char** arguments) { return cli::run(count, arguments, open_kiosk); }
