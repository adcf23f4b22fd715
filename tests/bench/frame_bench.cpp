// frame_bench: from a key to the drawn frame on a form of 330 variables, without a window: what the
// session does (text to mark, evaluation, save) and what the screen does (all of ImGui's lists).
// Three columns a line: what, median and 99 per cent in milliseconds. TMPDIR says on which disk.
#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>

#include "tests/app/ui/headless.h"

namespace {

using namespace genpyo;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// 110 choices, 110 figures, 11 questions with ten choices each; a skip and a check for every tenth.
std::string form_of_330_variables() {
  std::string yaml = "form_id: bench\nversion: \"1\"\ntitle: {ja: 測定, en: Bench}\nchoices:\n  ten:\n";
  for (int code = 1; code <= 10; ++code) {
    yaml += "    - {name: " + std::to_string(code) + ", label: {ja: 選択肢, en: Choice}}\n";
  }
  yaml += "survey:\n  - section: all\n    label: {ja: 全部, en: All}\n    items:\n";
  std::string checks;
  for (int i = 0; i < 110; ++i) {
    const std::string number = std::to_string(i), label = ", label: {ja: 質問の文, en: A question}";
    const std::string skip = i % 10 == 9 ? ", relevant: \"${one_" + std::to_string(i - 1) + "} != 2\"" : "";
    yaml += "      - {name: one_" + number + ", type: select_one ten" + label + skip + "}\n";
    yaml += "      - {name: figure_" + number + ", type: integer, constraint: . <= 999" + label +
            ", constraint_message: {ja: 多い, en: Too many}}\n";
    if (i % 10 != 0) continue;
    yaml += "      - {name: many_" + number + ", type: select_multiple ten" + label + "}\n";
    checks += "  - {name: check_" + number + ", severity: soft, constraint: \"${figure_" + number +
              "} >= ${one_" + number + "}\", message: {ja: 少ない, en: Too few}}\n";
  }
  return yaml + "checks:\n" + checks;
}

struct Times {
  std::vector<double> all;
  void add(double time) { all.push_back(time); }
  double at(double share) {
    std::sort(all.begin(), all.end());
    return all.empty() ? 0 : all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
  }
};

void say(const std::string& what, Times& times) {
  std::cout << std::left << std::setw(44) << what << std::right << std::fixed << std::setprecision(3)
            << std::setw(9) << times.at(0.5) << std::setw(9) << times.at(0.99) << "   (" << times.all.size() << ")\n";
}

// As much as one save appends to the write-ahead log, and its fsync, with nothing of ours.
Times bare_fsync(const std::string& path) {
  Times times;
  const std::string pages(12 << 10, 'x');
  const int file = open(path.c_str(), O_WRONLY | O_CREAT, 0600);
  for (int i = 0; i < 200; ++i) {
    const auto start = Clock::now();
    if (write(file, pages.data(), pages.size()) < 0 || fdatasync(file) != 0) throw std::runtime_error("no disk");
    times.add(milliseconds_since(start));
  }
  close(file);
  return times;
}

void run() {
  const test::Folder folder;
  auto survey = session::make_survey(form_of_330_variables(), "bench.yaml");
  if (!survey->diagnostics.empty()) throw std::runtime_error(forms::to_text(survey->diagnostics.front()));
  const session::Survey& form = *survey;
  const auto session = test::start(folder.file("bench.db"), std::move(survey));
  const session::State& state = session->state();
  test::Headless window({1600, 1000});
  window.draw(*session);
  test::key(*session, "11001\n\n");
  if (state.screen != session::Screen::entry) throw std::runtime_error("the case does not open");
  window.draw(*session);  // letters are made once

  Times key, saving, frame, evaluation;
  std::int64_t revision = state.revision;
  for (int round = 0; round < 3; ++round) {
    session->apply(session::GoTo{0});
    while (state.dialog == session::Dialog::none) {
      const bool is_one = form.form.items[state.cursor].type == forms::ItemType::select_one;
      for (const char* character : {"0", "3", "\n"}) {
        if (is_one && *character == '\n') continue;
        auto start = Clock::now();
        if (*character == '\n') session->apply(session::Press{{session::Key::enter}});
        else session->apply(session::Type{character});
        const bool saved = state.revision != revision;
        (saved ? saving : key).add(milliseconds_since(start));
        revision = state.revision;
        start = Clock::now();
        window.draw_once(*session);
        frame.add(milliseconds_since(start));
      }
    }
    test::press(*session, session::Key::escape);
    for (int i = 0; i < 300; ++i) {
      const auto start = Clock::now();
      (void)validators::evaluate(*form.program, state.current, {2018, 3, 1});
      evaluation.add(milliseconds_since(start));
    }
  }
  Times why;
  for (forms::ItemIndex item = 0; item < form.form.items.size(); ++item) {
    session->apply(session::GoTo{item});
    const auto start = Clock::now();
    test::press(*session, session::Key::f3);
    why.add(milliseconds_since(start));
    test::press(*session, session::Key::escape);
  }
  Times disk = bare_fsync(folder.file("bare"));
  say("evaluate 330 variables", evaluation);
  say("a key that saves nothing", key);
  say("a key that is saved, on disk when it returns", saving);
  say("a frame (our own lists, no GPU)", frame);
  say("F3: why, and what another answer would change", why);
  say("this disk: 12 KiB and fdatasync alone", disk);
}

}  // namespace

int main() {
  try {
    run();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "frame_bench: " << error.what() << '\n';
    return 1;
  }
}
