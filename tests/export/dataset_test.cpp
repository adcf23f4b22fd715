// Rows, profiles, derivations and the files beside a dataset.
#include "export/dataset.h"

#include <catch2/catch.hpp>

#include "export/changes.h"
#include "export/derivations.h"
#include "export/texts_for_review.h"
#include "forms/csv.h"
#include "forms/text.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::ItemType;
using forms::Missing;
using Kind = Profile::Kind;

// A single choice of three codes, a figure, a text.
forms::Form clinic() {
  forms::Form form;
  form.form_id = "clinic";
  form.languages = {"ja", "en"};
  form.lists = {{"founder", {{1, label("医療法人", "Corporation")}, {2, label("個人", "Person")}, {7, label("その他", "Other")}}}};
  form.items = {item("founder", ItemType::select_one, label("開設主体", "Founder")),
                item("visits", ItemType::integer, label("件数", "Visits")),
                item("doctors", ItemType::integer, label("医師", "Doctors")),
                item("features", ItemType::text, label("特徴", "Features"))};
  form.items[0].choices = 0;
  form.items[3].relevant.text = "${founder} = 7";
  return form;
}

std::pair<forms::Case, validators::Evaluation> sheet(const forms::Form& form, const std::string& id, const forms::Value& founder,
                                                     const forms::Value& visits, const forms::Value& doctors) {
  auto evaluation = evaluation_of(form, Missing::no_answer);
  state_of(evaluation, form, "founder").value = founder;
  state_of(evaluation, form, "visits").value = visits;
  state_of(evaluation, form, "doctors").value = doctors;
  forms::Case current = forms::blank_case(form, id);
  for (forms::ItemIndex index = 0; index < form.items.size(); ++index) current.marks[index].content = evaluation.items[index].value;
  return {current, evaluation};
}

std::string row_of(const std::string& path, std::size_t row) {
  const auto table = forms::csv::parse(content_of(path));
  REQUIRE(table);
  std::string line;
  for (const std::string& cell : table->rows.at(row).cells) line += cell + '|';
  return line;
}

TEST_CASE("Legacy codes are as wide as the variable's widest code or figure") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  const CasesOfTest cases = {sheet(form, "a", Codes{7}, std::int64_t{123}, std::int64_t{12}),
                             sheet(form, "b", Missing::no_answer, Missing::not_applicable, Missing::no_answer)};
  const auto made = export_csv(folder.path(), form, cases, {}, {.kind = Kind::legacy});
  REQUIRE(made.outcome->appeared);
  CHECK(row_of(folder.file("clinic.csv"), 1) == "b|9|888|99||9|");
  CHECK(content_of(folder.file("clinic.csv")).find("\r\n") != std::string::npos);
  const std::string codebook = content_of(folder.file("clinic_codebook.csv"));
  CHECK(codebook.find("visits,visits,,not_applicable,missing,888,") != std::string::npos);
}

TEST_CASE("A code that is an answer too stops the export and names case and item") {
  const forms::Form form = clinic();
  const auto told = [&](const forms::Value& visits, Missing other, Kind kind) {
    const ScratchFolder folder;
    const auto made = export_csv(folder.path(), form, {sheet(form, "a", Codes{1}, visits, std::int64_t{1}), sheet(form, "b", Codes{1}, other, std::int64_t{1})}, {}, {.kind = kind});
    REQUIRE(made.outcome);
    CHECK(folder.entries() == (made.outcome->appeared ? 2u : 0u));
    return made.against;
  };
  CHECK(told(std::int64_t{99}, Missing::no_answer, Kind::legacy) ==
        std::vector{Told{"a", "visits", "the answer 99 is the code of a missing kind too. Give its codes more digits with --wider."}});
  CHECK(told(std::int64_t{98}, Missing::no_answer, Kind::legacy).empty());
  CHECK(told(std::int64_t{99}, Missing::not_applicable, Kind::legacy).empty());  // 99 means nothing here
  CHECK(told(std::int64_t{-2}, Missing::no_answer, Kind::analysis).size() == 1);
  CHECK(told(forms::Decimal{-20, 1}, Missing::no_answer, Kind::analysis).size() == 1);
  CHECK(told(forms::Decimal{-25, 1}, Missing::no_answer, Kind::analysis).empty());
}

TEST_CASE("A choice that is a missing code stops the export, and --wider makes room for it") {
  const forms::Form form = clinic();
  const CasesOfTest cases = {sheet(form, "a", Codes{7}, std::int64_t{1}, std::int64_t{1}),
                             sheet(form, "b", Missing::dont_know, std::int64_t{1}, std::int64_t{1})};
  const ScratchFolder folder;
  const auto narrow = export_csv(folder.path(), form, cases, {}, {.kind = Kind::legacy});
  CHECK_FALSE(narrow.outcome->appeared);
  CHECK(narrow.against.at(0).variable == "founder");
  REQUIRE(export_csv(folder.path(), form, cases, {}, {.kind = Kind::legacy, .wider = true}).outcome->appeared);
  CHECK(row_of(folder.file("clinic.csv"), 1) == "b|77|1|1||9|");
}

TEST_CASE("The profile labels writes words in the language asked for") {
  const forms::Form form = clinic();
  const ScratchFolder folder;
  const CasesOfTest cases = {sheet(form, "a", Codes{7}, std::int64_t{5}, Missing::dont_know)};
  REQUIRE(export_csv(folder.path(), form, cases, {}, {.kind = Kind::labels, .language = "en"}).outcome->appeared);
  CHECK(row_of(folder.file("clinic.csv"), 0) == "a|Other|5|Don't know||No answer|");
  REQUIRE(export_csv(folder.path(), form, cases, {}, {.kind = Kind::labels}).outcome->appeared);
  CHECK(row_of(folder.file("clinic.csv"), 0) == "a|その他|5|不明||無回答|");
}

TEST_CASE("A quotient has all its digits, and nine at most, rounded half up") {
  const auto quotient = [](std::int64_t of, std::int64_t per) {
    return forms::plain_text(std::get<forms::Decimal>(derived(of, per)));
  };
  CHECK(quotient(86, 2) == "43");
  CHECK(quotient(5, 2) == "2.5");
  CHECK(quotient(1, 3) == "0.333333333");
  CHECK(quotient(2, 3) == "0.666666667");
  CHECK(quotient(0, 7) == "0");
  CHECK(quotient(9'999'999'999, 7) == "1428571428.42857");
  CHECK(std::get<Missing>(derived(std::int64_t{1}, std::int64_t{0})) == Missing::not_applicable);
  CHECK(std::get<Missing>(derived(Missing::illegible, std::int64_t{0})) == Missing::illegible);
  CHECK(std::get<Missing>(derived(std::int64_t{1}, Missing::dont_know)) == Missing::dont_know);
}

TEST_CASE("A derivation is a variable of its own, and leaves no identifying figure behind it") {
  forms::Form form = clinic();
  const ScratchFolder folder;
  const DatasetOptions options{.derivations = {{1, 2}}};
  REQUIRE(export_csv(folder.path(), form, {sheet(form, "a", Codes{1}, std::int64_t{5}, std::int64_t{2})}, options).outcome);
  CHECK(row_of(folder.file("clinic.csv"), 0) == "a|1|5|2||-2|2.5|");
  CHECK(content_of(folder.file("clinic.csv")).find("visits_per_doctors\n") != std::string::npos);
  form.items[2].identifying = true;
  CHECK(variables_of(form, options)->back().name == "features_missing");
}

TEST_CASE("The layer of marks says what the sheet says, and changes.csv where the values differ and why") {
  const forms::Form form = clinic();
  auto [current, evaluation] = sheet(form, "a", Missing::several_marks, std::int64_t{5}, Missing::illegible);
  current.marks[0].several = {1, 7};
  current.marks[3].content = std::string("=off the path");
  state_of(evaluation, form, "features").value = Missing::not_applicable;
  state_of(evaluation, form, "features").off_path = true;
  const ScratchFolder folder;
  const auto dataset = Dataset::of(form, {.layer = DatasetOptions::Layer::marks}, {});
  const CasesOfTest cases = {{current, evaluation}};
  ExportParts parts;
  parts.writers.push_back(std::make_unique<CsvWriter>(dataset->profile));
  parts.listeners.push_back(std::make_unique<Changes>());
  parts.listeners.push_back(std::make_unique<TextsForReview>());
  REQUIRE(run_export(*dataset, folder.path(), source_of(cases), std::move(parts)));
  CHECK(row_of(folder.file("clinic.csv"), 0) == "a|-5|5|-4|=off the path||");
  CHECK(content_of(folder.file("changes.csv")) ==
        "case_id,item,variables,mark,value,why,rule\n"
        "a,founder,founder,several_marks: 1 7,several_marks,several_marks,\n"
        "a,doctors,doctors,illegible,illegible,illegible,\n"
        "a,features,features features_missing,=off the path,not_applicable,off_path,${founder} = 7\n");
  CHECK(content_of(folder.file("texts_for_review.csv")) == "case_id,item,text\na,features,=off the path\n");
}

TEST_CASE("What was not asked and nobody keyed is not applicable in both layers, and no change") {
  const forms::Form form = clinic();
  auto [current, evaluation] = sheet(form, "a", Codes{1}, Missing::not_keyed, std::int64_t{2});
  current.marks[3].content = Missing::not_keyed;
  state_of(evaluation, form, "features").relevant = false;
  state_of(evaluation, form, "features").value = Missing::not_applicable;
  auto blank = current;
  blank.id = "b";
  blank.marks[3].content = Missing::no_answer;
  const ScratchFolder folder;
  const auto dataset = Dataset::of(form, {.layer = DatasetOptions::Layer::marks}, {});
  const CasesOfTest cases = {{current, evaluation}, {blank, evaluation}};
  ExportParts parts;
  parts.writers.push_back(std::make_unique<CsvWriter>(dataset->profile));
  parts.listeners.push_back(std::make_unique<Changes>());
  REQUIRE(run_export(*dataset, folder.path(), source_of(cases), std::move(parts)));
  CHECK(row_of(folder.file("clinic.csv"), 0) == "a|1|-1|2||-6|");
  CHECK(row_of(folder.file("clinic.csv"), 1) == "b|1|-1|2||-2|");
  CHECK(content_of(folder.file("changes.csv")) ==
        "case_id,item,variables,mark,value,why,rule\n"
        "b,features,features features_missing,no_answer,not_applicable,relevance,${founder} = 7\n");
}

TEST_CASE("The files of a set appear together, and the last one only when the others stand") {
  const ScratchFolder folder;
  std::ofstream(folder.file("manifest.json")) << "of an older export";
  {
    auto given_up = FileSet::create(folder.path());
    REQUIRE(given_up);
    REQUIRE(given_up->add("a.csv"));
    REQUIRE(given_up->complete());
  }
  CHECK(folder.entries() == 1);
  auto files = FileSet::create(folder.path());
  REQUIRE(files);
  (*files->add("a.csv"))->write("abc");
  const auto written = files->complete();
  REQUIRE(written);
  CHECK(written->at(0).bytes == 3);
  CHECK(written->at(0).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK_FALSE(std::filesystem::exists(folder.file("a.csv")));
  (*files->add("manifest.json"))->write("new");
  REQUIRE(files->appear());
  CHECK(content_of(folder.file("a.csv")) == "abc");
  CHECK(content_of(folder.file("manifest.json")) == "new");
  CHECK(folder.entries() == 2);
}

}  // namespace
}  // namespace genpyo::exports
