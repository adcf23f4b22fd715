// print: the paper, blank or with a sheet's marks on it.
#include <iostream>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/single_file.h"
#include "app/cli/world.h"
#include "export/pdf.h"
#include "forms/paper/ink.h"
#include "forms/paper/layout.h"

namespace genpyo::cli {
namespace {

// One form on paper, to which sheets are added.
class Printing {
 public:
  static forms::Result<Printing> begin(const Request& request, const session::Survey& survey) {
    auto fonts = paper::FontSet::open();
    if (!fonts) return fonts.failure();
    return Printing(request, survey, std::move(*fonts));
  }

  forms::Result<forms::Done> open() {
    auto document = exports::PdfDocument::create(*fonts_, survey_.form.title.in(request_.language));
    if (!document) return document.failure();
    document_ = std::make_unique<exports::PdfDocument>(std::move(*document));
    return forms::Done{};
  }

  // `current` null = the blank form.
  void add(const forms::Case* current, const validators::States* states) {
    std::set<forms::ItemIndex> off_path;
    for (std::size_t item = 0; states != nullptr && item < states->items.size(); ++item) {
      if (states->items[item].off_path) off_path.insert(item);
    }
    for (std::size_t page = 0; page < layout_.pages.size(); ++page) {
      const paper::Drawing ink = paper::ink(layout_, survey_.form, *fonts_, current, off_path, page, request_.language);
      document_->add_page({&ink}, &layout_.pages[page].printed);
      ++pages_;
    }
  }

  bool is_stopped() const { return single_->is_stopped(); }
  Progress& progress() { return *progress_; }

  // `counts`, where there was a walk: what it came to.
  int save(const store::Walk* counts = nullptr) {
    const auto written = draw_and_write();
    if (!written) return fail(written.failure());
    progress_.reset();  // before anything is said
    if (counts != nullptr) say_counts(*counts, true);
    std::cout << request_.output << '\n';
    return done;
  }

  int fail(const forms::Failure& failure) {
    progress_.reset();
    return single_->say(failure);
  }

 private:
  forms::Result<forms::Done> draw_and_write() {
    if (is_stopped()) return SingleFile::stopped();
    progress_->begin(pages_);
    auto drawn = document_->draw([this] {
      progress_->step();
      return is_stopped();
    });
    if (!drawn) return drawn;
    return single_->write([this](exports::WholeFile& file) { return document_->write(file); });
  }

  Printing(const Request& request, const session::Survey& survey, paper::FontSet fonts)
      : request_(request),
        survey_(survey),
        single_(std::make_unique<SingleFile>(request.output)),
        progress_(std::make_unique<Progress>(request.all ? std::vector<std::string>{"read", "pages printed"} : std::vector<std::string>{"pages printed"})),
        fonts_(std::make_unique<paper::FontSet>(std::move(fonts))),
        layout_(paper::lay_out(survey.form, *fonts_, request.language)) {}

  const Request& request_;
  const session::Survey& survey_;
  std::unique_ptr<SingleFile> single_;
  std::unique_ptr<Progress> progress_;
  std::unique_ptr<paper::FontSet> fonts_;  // the document points to it
  paper::Layout layout_;
  std::unique_ptr<exports::PdfDocument> document_;
  std::size_t pages_ = 0;
};

int print_blank(const Request& request) {
  auto survey = requested_survey(request);
  if (!survey) return say_failure(survey.failure());
  say_diagnostics((*survey)->diagnostics);
  if (!(*survey)->diagnostics.empty()) return usage;
  auto printing = Printing::begin(request, **survey);
  if (!printing) return say_failure(printing.failure());
  if (auto opened = printing->open(); !opened) return say_failure(opened.failure());
  printing->add(nullptr, nullptr);
  return printing->save();
}

int print_case(const Request& request, store::Store& store, const session::Survey& survey, Printing& printing) {
  auto stored = store.read(survey.form, request.case_id);
  if (!stored) return say_failure(stored.failure());
  const auto states = validators::evaluate(*survey.program, stored->current, today());
  printing.add(&stored->current, &states);
  return printing.save();
}

int print_all(const Request&, store::Store& store, const session::Survey& survey, Printing& printing) {
  auto counts = for_each_case(store, survey, true, printing.progress(),
                              [&](const forms::Case& current, const validators::States& states) {
                                printing.add(&current, &states);
                              },
                              [&] { return printing.is_stopped(); });
  if (!counts) return printing.fail(counts.failure());
  return printing.save(&*counts);
}

}  // namespace

int print(const Request& request) {
  if (!request.blank && !request.all && request.case_id.empty()) {
    return say_failure({"Say what to print: --blank, --case ID or --all."}, usage);
  }
  if (request.blank && request.form.empty()) {
    return say_failure({"Say which form to print blank, for example: genpyo print home_care_2018 --blank -o form.pdf"}, usage);
  }
  if (request.blank) return print_blank(request);
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  auto printing = Printing::begin(request, **survey);
  if (!printing) return say_failure(printing.failure());
  if (auto opened = printing->open(); !opened) return say_failure(opened.failure());
  return request.all ? print_all(request, *store, **survey, *printing)
                     : print_case(request, *store, **survey, *printing);
}

}  // namespace genpyo::cli
