// SPSS and Stata files, read back with ReadStat: types, codes, labels, missing kinds, texts.
#include <readstat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <map>

#include "export/readstat_dta.h"
#include "export/readstat_reader.h"
#include "export/readstat_sav.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/hostile_texts.h"
#include "tests/export/scratch_folder.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::ItemType;
using forms::Missing;

const std::string moment = "2018-03-01T09:30:00.000Z";

// What a statistics program sees: cells as text, a missing value of Stata's as ".b".
struct Seen {
  std::vector<std::string> names, labels, formats;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> sets;                            // of value labels, by variable
  std::map<std::string, std::map<std::string, std::string>> values;  // label by value, by set
  std::string title;
  std::time_t made = 0;

  const std::string& label_of(std::size_t column, const std::string& value) { return values[sets[column]][value]; }
};

std::string words(const char* text) { return text == nullptr ? "" : text; }

std::string shown(readstat_value_t value) {
  if (readstat_value_is_tagged_missing(value)) return std::string(".") + readstat_value_tag(value);
  if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
    return words(readstat_string_value(value));
  }
  if (readstat_value_is_system_missing(value)) return ".";
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", readstat_double_value(value));
  return text;
}

Seen see(const std::string& path) {
  Seen seen;
  readstat_parser_t* parser = readstat_parser_init();
  readstat_set_metadata_handler(parser, [](readstat_metadata_t* data, void* into) {
    static_cast<Seen*>(into)->title = words(readstat_get_file_label(data));
    static_cast<Seen*>(into)->made = readstat_get_creation_time(data);
    return 0;
  });
  readstat_set_variable_handler(parser, [](int, readstat_variable_t* variable, const char* set, void* into) {
    auto& its = *static_cast<Seen*>(into);
    its.names.push_back(words(readstat_variable_get_name(variable)));
    its.labels.push_back(words(readstat_variable_get_label(variable)));
    its.formats.push_back(words(readstat_variable_get_format(variable)));
    its.sets.push_back(words(set));
    return 0;
  });
  readstat_set_value_handler(parser, [](int row, readstat_variable_t*, readstat_value_t value, void* into) {
    auto& rows = static_cast<Seen*>(into)->rows;
    rows.resize(static_cast<std::size_t>(row) + 1);
    rows.back().push_back(shown(value));
    return 0;
  });
  readstat_set_value_label_handler(parser, [](const char* set, readstat_value_t value, const char* label, void* into) {
    static_cast<Seen*>(into)->values[set][shown(value)] = label;
    return 0;
  });
  const bool is_sav = path.ends_with(".sav");
  const auto error = is_sav ? readstat_parse_sav(parser, path.c_str(), &seen) : readstat_parse_dta(parser, path.c_str(), &seen);
  readstat_parser_free(parser);
  INFO(readstat_error_message(error));
  REQUIRE(error == READSTAT_OK);
  return seen;
}

// founder (1, 7) · visits · weight (decimal) · day · partners (several of 1, 12), and the extraction.
forms::Form clinic() {
  forms::Form form;
  form.form_id = "clinic";
  form.title = label("在宅医療の調査", "Home care");
  form.languages = {"ja", "en"};
  form.lists = {{"founder", {{1, label("医療法人", "Corporation")}, {7, label("その他", "Other")}}},
                {"partners", {{1, label("病院", "Hospital")}, {12, label("薬局", "Pharmacy")}}}};
  form.items = {item("founder", ItemType::select_one, label("開設主体", "Founder")),
                item("visits", ItemType::integer, label("件数", "Visits")),
                item("weight", ItemType::decimal, label("重さ", "Weight")),
                item("day", ItemType::date, label("日", "Day")),
                item("partners", ItemType::select_multiple, label("連携先", "Partners"))};
  form.items[0].choices = 0;
  form.items[1].unit = label("件", "visits");
  form.items[4].choices = 1;
  form.extractions.resize(1);
  form.extractions[0].name = "complete";
  return form;
}

std::pair<forms::Case, validators::Evaluation> sheet(const forms::Form& form, const std::string& id, const std::vector<forms::Value>& values) {
  auto evaluation = evaluation_of(form, Missing::no_answer);
  for (std::size_t index = 0; index < values.size(); ++index) evaluation.items[index].value = values[index];
  return {forms::blank_case(form, id), evaluation};
}

struct Made {
  forms::Result<ExportOutcome> outcome = ExportOutcome{};
  std::vector<Told> against;
};

Made export_both(const std::string& folder, const forms::Form& form, const CasesOfTest& cases, const Profile& profile = {},
                 const DatasetOptions& options = {}) {
  Made made;
  const auto dataset = Dataset::of(form, options, profile);
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<SavWriter>(moment));
  parts.writers.push_back(std::make_unique<DtaWriter>(moment));
  parts.against = [&](std::string_view case_id, std::string_view variable, std::string_view why) {
    made.against.push_back({std::string(case_id), std::string(variable), std::string(why)});
  };
  made.outcome = run_export(*dataset, folder, source_of(cases), std::move(parts));
  return made;
}

CasesOfTest two_sheets(const forms::Form& form, const forms::PartialDate& day) {
  return {sheet(form, "a", {Codes{7}, std::int64_t{1200}, forms::Decimal{-25, 1}, day, Codes{1, 12}}),
          sheet(form, "b", {Missing::not_applicable, Missing::no_answer, Missing::illegible, Missing::dont_know, Missing::page_absent})};
}

using Cells = std::vector<std::string>;

TEST_CASE("SPSS has answers as they are, missing kinds as their codes and days as days") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  REQUIRE(export_both(folder.path(), form, two_sheets(form, {2018, 4, 1})).outcome->appeared);
  Seen sav = see(folder.file("clinic.sav"));
  CHECK(sav.names == Cells{"case_id", "founder", "visits", "weight", "weight_missing", "day", "day_missing", "partners_1", "partners_12", "in_complete"});
  CHECK(sav.rows[0] == Cells{"a", "7", "1200", "-2.5", ".", "13741920000", ".", "1", "1", "1"});
  CHECK(sav.rows[1] == Cells{"b", "-6", "-2", ".", "-4", ".", "-3", "-7", "-7", "1"});
  CHECK(sav.formats == Cells{"A1", "F2.0", "F4.0", "F5.1", "F2.0", "SDATE10", "F2.0", "F2.0", "F2.0", "F2.0"});
  CHECK(sav.labels[2] == "件数 (件)");
  CHECK(sav.label_of(1, "7") == "その他");
  CHECK(sav.label_of(1, "-6") == "非該当");
  CHECK(sav.label_of(2, "-2") == "無回答");
  CHECK(sav.label_of(4, "-4") == "判読不能");
  CHECK(sav.sets[3].empty());
  CHECK(sav.title == "在宅医療の調査");
}

TEST_CASE("Stata has a missing value of its own for each kind") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  REQUIRE(export_both(folder.path(), form, two_sheets(form, {2018, 4, 1}), {.language = "en"}).outcome->appeared);
  Seen dta = see(folder.file("clinic.dta"));
  CHECK(dta.rows[0] == Cells{"a", "7", "1200", "-2.5", ".", "21275", ".", "1", "1", "1"});
  CHECK(dta.rows[1] == Cells{"b", ".f", ".b", ".d", "-4", ".c", "-3", ".g", ".g", "1"});
  CHECK(dta.formats[5] == "%tdCCYY-NN-DD");
  CHECK(dta.labels[2] == "Visits (visits)");
  CHECK(dta.label_of(1, "7") == "Other");
  CHECK(dta.label_of(1, ".f") == "Not applicable");
  CHECK(dta.label_of(2, ".b") == "No answer");
  CHECK(dta.label_of(4, "-4") == "Illegible");
  CHECK(dta.label_of(9, "1") == "In");
}

TEST_CASE("Where a day of any case is unknown in part, the variable is text") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  REQUIRE(export_both(folder.path(), form, two_sheets(form, {2018, 4, std::nullopt})).outcome->appeared);
  for (const char* name : {"clinic.sav", "clinic.dta"}) {
    const Seen seen = see(folder.file(name));
    CHECK(seen.rows[0][5] == "2018-04-XX");
    CHECK(seen.rows[1][5].empty());
    CHECK(seen.rows[1][6] == "-3");
  }
}

TEST_CASE("Beside the SPSS file lies the syntax that defines its multiple-response sets") {
  const ScratchFolder folder;
  forms::Form form = clinic();
  form.items[4].label = label("連携先'", "Partners");
  REQUIRE(export_both(folder.path(), form, two_sheets(form, {2018, 4, 1})).outcome->appeared);
  CHECK(content_of(folder.file("read_spss.sps")) ==
        "* Encoding: UTF-8.\nGET FILE='clinic.sav'.\nMRSETS\n  /MDGROUP NAME=$partners_1\n    LABEL='連携先'''\n"
        "    CATEGORYLABELS=VARLABELS\n    VARIABLES=\n      partners_1\n      partners_12\n    VALUE=1\n  /DISPLAY NAME=ALL.\n");
}

TEST_CASE("A column of codes is text, and has its missing kinds as codes too") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  REQUIRE(export_both(folder.path(), form, two_sheets(form, {2018, 4, 1}), {}, {.multiple = DatasetOptions::Multiple::codes}).outcome->appeared);
  for (const char* name : {"clinic.sav", "clinic.dta"}) {
    const Seen seen = see(folder.file(name));
    CHECK(seen.rows[0][7] == "1 12");
    CHECK(seen.rows[1][7] == "-7");
  }
}

TEST_CASE("An answer that SPSS would take for a missing kind stops the export") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  const auto made = export_both(folder.path(), form, {sheet(form, "a", {Codes{1}, std::int64_t{-2}})});
  CHECK_FALSE(made.outcome->appeared);
  CHECK(made.against == std::vector{Told{"a", "visits", "an answer from -7 to -1 is the code of a missing kind too."}});
  CHECK(folder.entries() == 0);
}

TEST_CASE("Labels that are too long are cut at a character and told") {
  const ScratchFolder folder;
  forms::Form form = clinic();
  std::string long_label;
  for (int count = 0; count < 100; ++count) long_label += "診";
  form.items[1].label = label(long_label.c_str(), "Visits");
  form.items[1].unit = {};
  form.lists[0].choices[0].label = label(long_label.c_str(), "Corporation");
  const auto made = export_both(folder.path(), form, two_sheets(form, {2018, 4, 1}));
  CHECK(made.outcome->report.altered == 3);  // Stata takes a label of a value as it is
  Seen sav = see(folder.file("clinic.sav")), dta = see(folder.file("clinic.dta"));
  CHECK(sav.labels[2] == long_label.substr(0, 255));
  CHECK(sav.label_of(1, "1") == long_label.substr(0, 120));
  CHECK(dta.labels[2] == long_label.substr(0, 240));
  CHECK(dta.label_of(1, "1") == long_label);
  CHECK(content_of(folder.file("remarks.csv")).find(",visits,sav: label cut at 255 bytes") != std::string::npos);
}

TEST_CASE("A figure takes the narrowest type of Stata's that holds all of them") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  for (const std::int64_t most : {100ll, 101ll, 32'740ll, 32'741ll, 2'147'483'620ll, 2'147'483'621ll, 9'007'199'254'740'992ll}) {
    const auto made = export_both(folder.path(), form, {sheet(form, "a", {Codes{1}, most}), sheet(form, "b", {Codes{1}, Missing::page_absent})});
    REQUIRE(made.outcome->appeared);
    CHECK(made.outcome->report.altered == 0);
    const Seen dta = see(folder.file("clinic.dta"));
    CHECK(std::stod(dta.rows[0][2]) == Approx(static_cast<double>(most)).epsilon(1e-14));
    CHECK(dta.rows[1][2] == ".g");
  }
}

TEST_CASE("The same cases give the same bytes wherever the clock stands") {
  const ScratchFolder here, there;
  const forms::Form form = clinic();
  REQUIRE(export_both(here.path(), form, two_sheets(form, {2018, 4, 1})).outcome->appeared);
  const char* zone = std::getenv("TZ");
  const std::string before = zone == nullptr ? "" : zone;
  setenv("TZ", "Asia/Tokyo", 1);
  tzset();
  const auto made = export_both(there.path(), form, two_sheets(form, {2018, 4, 1}));
  zone == nullptr ? unsetenv("TZ") : setenv("TZ", before.c_str(), 1);
  tzset();
  REQUIRE(made.outcome->appeared);
  for (const char* name : {"clinic.sav", "clinic.dta"}) CHECK(content_of(here.file(name)) == content_of(there.file(name)));
  CHECK(content_of(here.file("clinic.sav")).find("01 Mar 1809:30:00") != std::string::npos);
  CHECK(content_of(here.file("clinic.dta")).find("01 Mar 2018 09:30") != std::string::npos);
}

TEST_CASE("A dataset without cases is a file without rows") {
  const ScratchFolder folder;
  REQUIRE(export_both(folder.path(), clinic(), {}).outcome->appeared);
  for (const char* name : {"clinic.sav", "clinic.dta"}) {
    const Seen seen = see(folder.file(name));
    CHECK(seen.names.size() == 10);
    CHECK(seen.rows.empty());
  }
}

// One case for each hostile text, and one that says nothing.
CasesOfTest hostile_cases(const forms::Form& form) {
  CasesOfTest cases;
  for (const HostileText& each : hostile_texts()) {
    cases.emplace_back(forms::blank_case(form, "01-" + std::to_string(100 + cases.size())), saying(form, each.text));
  }
  cases.emplace_back(forms::blank_case(form, "02-001"), saying(form, ""));
  return cases;
}

TEST_CASE("Stata keeps every hostile text, however long, or lists what it could not") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  const auto made = export_both(folder.path(), form, hostile_cases(form));
  REQUIRE(made.outcome->appeared);
  const Seen dta = see(folder.file("survey.dta"));
  const auto texts = hostile_texts();
  REQUIRE(dta.rows.size() == texts.size() + 1);
  for (std::size_t row = 0; row < texts.size(); ++row) {
    INFO(texts[row].name);
    CHECK((dta.rows[row][1] == texts[row].in_utf8));
    CHECK(dta.rows[row][3] == "7");
  }
  CHECK(dta.rows.back()[1].empty());
  CHECK(dta.labels[3] == "日数");  // what stands behind the texts is found
}

TEST_CASE("SPSS keeps every hostile text of at most 32,767 bytes, or lists what it could not") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  const auto made = export_both(folder.path(), form, hostile_cases(form));
  REQUIRE(made.outcome->appeared);
  const auto sav = read_sav(folder.file("survey.sav"));
  REQUIRE(sav);
  const std::string remarks = content_of(folder.file("remarks.csv"));
  const auto texts = hostile_texts();
  REQUIRE(sav->rows.size() == texts.size() + 1);
  for (std::size_t row = 0; row < texts.size(); ++row) {
    INFO(texts[row].name);
    const std::string& read = sav->rows[row].cells[1].text;
    const bool is_listed = remarks.find("01-" + std::to_string(100 + row) + ",features,sav: ") != std::string::npos;
    CHECK(is_listed == (read != texts[row].text));
    if (!is_listed) CHECK((read == texts[row].in_utf8));
    CHECK(sav->rows[row].cells[3].text == "7");
  }
  CHECK(made.outcome->report.altered == 3 + 3 + 2);  // broken ones in both, in SPSS a long one and blanks
}

TEST_CASE("What is no SPSS file is refused with a sentence, and so is one that is too large") {
  const ScratchFolder folder;
  const forms::Form form = clinic();
  REQUIRE(export_both(folder.path(), form, two_sheets(form, {2018, 4, 1})).outcome->appeared);
  const std::string whole = content_of(folder.file("clinic.sav"));
  CHECK(read_sav(folder.file("clinic.sav")));
  CHECK_FALSE(read_sav(folder.file("clinic.sav"), 10));
  CHECK_FALSE(read_sav(folder.file("none.sav")));
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{4}, std::size_t{176}, std::size_t{500}, whole.size() - 9}) {
    std::ofstream(folder.file("cut.sav"), std::ios::binary) << whole.substr(0, bytes);
    INFO(bytes);
    CHECK_FALSE(read_sav(folder.file("cut.sav")));
  }
}

}  // namespace
}  // namespace genpyo::exports
