// progress: how much of the survey is back, keyed and closed; as text, JSON or one printed page.
#include <algorithm>
#include <iostream>
#include <optional>
#include <nlohmann/json.hpp>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/single_file.h"
#include "app/session/case_list.h"
#include "app/session/strings.h"
#include "app/session/words.h"
#include "app/cli/world.h"
#include "export/pdf.h"
#include "export/progress/progress_page.h"

namespace genpyo::cli {
namespace {

using exports::percent_of;

// The frame is none of the definition: it lies beside the form as it is now.
forms::Result<forms::Frame> frame_of(const Request& request, const forms::Form& form) {
  auto data = session::find_data();
  if (!data) return data.failure();
  auto survey = session::load_survey(request.form.empty() ? form.form_id : request.form, *data);
  if (!survey) return survey.failure();
  return std::move((*survey)->frame);
}

exports::ProgressWords words_of(const session::Survey& survey, const session::Strings& strings,
                                const std::string& language, const std::string& as_of, std::int64_t cases) {
  const auto text = [&](const char* key) { return strings.text(language, key); };
  exports::ProgressWords words;
  words.title = survey.form.title.in(language) + "  " + text("ui.progress.title");
  words.as_of = strings.text(language, "ui.progress.as_of", {as_of, std::to_string(cases)});
  words.organization = text("ui.progress.organization");
  words.sent = text("ui.progress.sent");
  words.back = text("ui.progress.back");
  words.rate = text("ui.progress.rate") + " %";
  words.keyed = text("ui.progress.keyed");
  words.closed = text("ui.progress.closed");
  words.all = text("ui.progress.all");
  words.no_organization = text("ui.progress.not_in_frame");
  words.of_back = strings.text(language, "ui.progress.of_back", {std::to_string(cases)});
  for (const forms::Extraction& extraction : survey.form.extractions) {
    const std::string tables = session::tables_of(extraction, language, strings);
    words.extractions.push_back(extraction.label.in(language) + (tables.empty() ? "" : " – " + tables));
  }
  return words;
}

nlohmann::ordered_json json_of(const exports::ProgressRow& row, const forms::Form& form) {
  auto in = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < row.in.size(); ++i) in[form.extractions[i].name] = row.in[i];
  return {{"number", row.number}, {"organization", row.organization}, {"sent", row.sent},
          {"back", row.back}, {"rate", percent_of(row.back, row.sent)}, {"keyed", row.keyed},
          {"closed", row.closed}, {"extractions", std::move(in)}};
}

void print_json(const exports::Progress& progress, const forms::Form& form) {
  auto rows = nlohmann::ordered_json::array();
  for (const exports::ProgressRow& row : progress.rows) rows.push_back(json_of(row, form));
  std::cout << nlohmann::ordered_json{{"all", json_of(progress.all, form)}, {"organizations", std::move(rows)}}.dump(2) << '\n';
}

void print_row(const exports::ProgressRow& row, const std::string& name) {
  const std::string rate = percent_of(row.back, row.sent);
  std::cout << (row.sent > 0 ? std::to_string(row.sent) : "-") << '\t' << row.back << '\t' << (rate.empty() ? "-" : rate) << '\t' << row.keyed << '\t' << row.closed;
  for (const std::int64_t in : row.in) std::cout << '\t' << in;
  std::cout << '\t' << name << '\n';
}

// Columns between tabs, the names last: whatever the width of their letters, the figures align.
void print_text(const exports::Progress& progress, const forms::Form& form, const exports::ProgressWords& words) {
  std::cout << words.sent << '\t' << words.back << '\t' << words.rate << '\t' << words.keyed << '\t' << words.closed;
  for (const forms::Extraction& extraction : form.extractions) std::cout << '\t' << extraction.name;
  std::cout << '\t' << words.organization << '\n';
  for (const exports::ProgressRow& row : progress.rows) {
    print_row(row, row.number == 0 ? words.no_organization : std::to_string(row.number) + " " + row.organization);
  }
  print_row(progress.all, words.all);
}

int print_page(const SingleFile& single, const std::string& path, const exports::Progress& progress, const exports::ProgressWords& words) {
  auto fonts = paper::FontSet::open();
  if (!fonts) return say_failure(fonts.failure());
  auto document = exports::PdfDocument::create(*fonts, words.title);
  if (!document) return say_failure(document.failure());
  const std::vector<paper::Drawing> pages = exports::draw_progress(progress, words, *fonts);
  for (const paper::Drawing& page : pages) document->add_page({&page});
  const auto is_stopped = [&] { return single.is_stopped(); };
  if (auto drawn = document->draw(is_stopped); !drawn) return single.say(drawn.failure());
  auto written = single.write([&](exports::WholeFile& file) { return document->write(file); });
  if (!written) return single.say(written.failure());
  std::cout << path << '\n';
  return done;
}

}  // namespace

int progress(const Request& request) {
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  auto frame = frame_of(request, (*survey)->form);
  if (!frame) return say_failure(frame.failure());
  auto data = session::find_data();
  if (!data) return say_failure(data.failure());
  auto strings = session::Strings::load(*data);
  if (!strings) return say_failure(strings.failure());
  auto cases = store->cases();
  if (!cases) return say_failure(cases.failure());

  std::optional<SingleFile> single;  // without one a signal may end us at once
  if (!request.output.empty()) single.emplace(request.output);
  exports::ProgressCount count((*survey)->form, *frame);
  auto counts = for_each_evaluation(*store, **survey, true, "counted",
                                    [&](const forms::Case& current, const validators::Evaluation& evaluation) {
                                      count.add(current.id, current.state, evaluation);
                                    },
                                    [&] { return single && single->is_stopped(); });
  if (!counts) return say_failure(counts.failure());
  if (single && single->is_stopped()) return single->say(SingleFile::stopped());
  // The data's own date, so that the same data gives the same page.
  std::string as_of;
  for (const store::CaseSummary& summary : *cases) as_of = std::max(as_of, summary.changed_at);
  exports::Progress progress = count.progress();
  for (exports::ProgressRow& row : progress.rows)
    row.organization = session::organization_in((*survey)->form, row.number, row.organization, request.language);
  const auto words = words_of(**survey, *strings, request.language, local_time(as_of).substr(0, 10), progress.all.back);
  if (request.json) {
    print_json(progress, (*survey)->form);
  } else if (request.output.empty()) {
    print_text(progress, (*survey)->form, words);
  }
  return single ? print_page(*single, request.output, progress, words) : static_cast<int>(done);
}

}  // namespace genpyo::cli
