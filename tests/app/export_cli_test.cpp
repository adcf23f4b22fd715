// genpyo export as an analyst has it: its files, its manifest, what stops it, and the way back in.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "forms/csv.h"
#include "forms/sha256.h"
#include "program.h"
#include "session_fixture.h"


namespace {

using namespace genpyo;
using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

struct Survey {
  Folder folder;
  std::string db = folder.file("a.db");
  Outcome import = run_genpyo({"import", "home_care_2018", sample, "--db", db});

  Outcome exported(const std::string& out, const std::vector<std::string>& more = {}, const std::string& input = "") const {
    std::vector<std::string> arguments = {"export", "--db", db, "-o", folder.file(out)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_genpyo(arguments, {}, input);
  }
  std::string file(const std::string& name) const { return folder.file(name); }
};

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

// The size that the part of JSON has by now, 0 where there is none yet; it lies in a hidden folder.
std::uintmax_t bytes_on_the_way(const Survey& survey) {
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(survey.file(""))) {
    if (entry.path().filename().string().find(".partial-") == std::string::npos) continue;
    const auto size = std::filesystem::file_size(entry.path() / "home_care_2018.json.part", none);
    if (!none) return size;
  }
  return 0;
}

// The program, left to run; ended by a signal once a part of JSON has so many bytes.
int run_and_signal(const Survey& survey, const std::string& out, std::uintmax_t bytes, int signal) {
  const std::string folder = survey.file(out);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::freopen("/dev/null", "w", stdout);
    std::freopen("/dev/null", "w", stderr);
    execl(GENPYO_PROGRAM, GENPYO_PROGRAM, "export", "--db", survey.db.c_str(), "--format", "csv,json,sqlite", "-o",
          folder.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (bytes_on_the_way(survey) < bytes) continue;
    kill(child, signal);
    waitpid(child, &status, 0);
    break;
  }
  return status;
}

}  // namespace


TEST_CASE("What would have no effect on an export, or no place for it, is refused as a wrong usage") {
  const Survey survey;

  const Outcome wider = survey.exported("out", {"--wider"});
  CHECK(wider.status == 2);
  CHECK(wider.err.find("--wider: only the profile legacy has such codes; add --profile legacy.") != std::string::npos);

  const Outcome nowhere = run_genpyo({"export", "--db", survey.db, "-o", ""});
  CHECK(nowhere.status == 2);
  CHECK(nowhere.err.find("--output: a path without a name; give one.") != std::string::npos);
}

TEST_CASE("A file of an earlier export that is not written anew is named") {
  const Survey survey;
  REQUIRE(survey.exported("out", {"--format", "csv,json"}).status == 0);
  std::ofstream(survey.file("out/analysis.R")) << "mine";

  const Outcome again = survey.exported("out", {"--format", "csv"});

  CHECK(again.status == 0);
  CHECK(again.err.find("genpyo: \"home_care_2018.json\" is of an earlier export and was not written anew: delete it, or ask for "
                          "its format too.\n") != std::string::npos);
  CHECK(again.err.find("analysis.R") == std::string::npos);
  CHECK(survey.exported("out", {"--format", "csv"}).err.find("earlier") == std::string::npos);
}

TEST_CASE("An earlier manifest is hostile, and names what is not ours") {
  const Survey survey;
  const std::string manifest = GENERATE(as<std::string>(), "{", "[]", "{\"files\": 1}", "{\"files\": [1, {\"name\": 2}, {}]}",
                                        "{\"files\": [{\"name\": \"../a.db\"}, {\"name\": \"\"}, {\"name\": \".\"}, {\"name\": \"gone\"}]}",
                                        std::string(200'000, '['));
  std::filesystem::create_directory(survey.file("out"));
  std::ofstream(survey.file("out/manifest.json")) << manifest;

  const Outcome outcome = survey.exported("out", {"--format", "csv"});

  CHECK(outcome.status == 0);
  CHECK(outcome.err.find("earlier") == std::string::npos);
}

TEST_CASE("the manifest says what was written, from what, and the same database gives the same bytes") {
  const Survey survey;
  const std::vector<std::string> all = {"--format", "csv,json,sqlite", "--derive"};
  REQUIRE(survey.exported("one", all).status == 0);
  REQUIRE(survey.exported("two", all).status == 0);
  const auto names = names_in(survey.file("one"));
  CHECK(names == std::set<std::string>{"changes.csv", "home_care_2018.csv", "home_care_2018.json", "home_care_2018.sqlite",
                                       "home_care_2018_codebook.csv", "manifest.json", "read_csv.R", "read_csv.do", "read_csv.py",
                                       "read_csv.sps", "texts_for_review.csv"});
  for (const std::string& name : names) {
    INFO(name);
    CHECK(content_of(survey.file("one/" + name)) == content_of(survey.file("two/" + name)));
  }
  const auto manifest = nlohmann::json::parse(content_of(survey.file("one/manifest.json")));
  CHECK(manifest["cases"]["selected"] == 129);
  CHECK(manifest["cases"]["written"] == 121);
  CHECK(manifest["cases"]["left_out"]["open"] == 8);
  CHECK(manifest["files"].size() == names.size() - 1);
  for (const auto& file : manifest["files"]) {
    const std::string bytes = content_of(survey.file("one/" + file["name"].get<std::string>()));
    CHECK(file["bytes"] == bytes.size());
    CHECK(file["sha256"] == forms::sha256_hex(bytes));
  }
  const auto audit = nlohmann::json::parse(run_genpyo({"audit", "--db", survey.db, "--json"}).out);
  CHECK(manifest["journal"]["head"] == audit["head"]);
}

TEST_CASE("a format that is named twice is written once") {
  const Survey survey;
  const Outcome twice = survey.exported("twice", {"--format", "json,csv,json", "--format", "csv,odm,ddi,odm,ddi"});
  INFO(twice.err);
  CHECK(twice.status == 0);
  CHECK(survey.exported("once", {"--format", "json,csv,odm,ddi"}).status == 0);
  CHECK(content_of(survey.file("twice/manifest.json")) == content_of(survey.file("once/manifest.json")));
}

TEST_CASE("the legacy profile lists what CP932 lacks with case and item, and writes nothing") {
  const Survey survey;
  const Outcome refused = survey.exported("legacy", {"--profile", "legacy"});
  CHECK(refused.status == 1);
  CHECK(refused.out.find("11-001: cooperation_features: CP932 lacks 𠮷 (U+20BB7)\n") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(survey.file("legacy")));
}

TEST_CASE("identifying items leave when a supervisor signs with his PIN, and no other way where there are operators") {
  const Survey survey;
  const Outcome open = survey.exported("open", {"--identifying"});
  CHECK(open.status == 0);
  CHECK(open.err.find("without a signature") != std::string::npos);
  const auto add = [&](const std::string& name, const std::string& pin, bool supervisor) {
    std::vector<std::string> arguments = {"operators", "add", name, "--db", survey.db};
    if (supervisor) arguments.push_back("--supervisor");
    REQUIRE(run_genpyo(arguments, {}, pin + "\n").status == 0);
  };
  add("sato", "1234", false);
  add("kato", "9876", true);
  CHECK(survey.exported("a", {"--identifying"}, "9876\n").status == 2);
  CHECK(survey.exported("a", {"--identifying", "--operator", "sato"}, "1234\n").status == 2);
  CHECK(survey.exported("a", {"--identifying", "--operator", "kato"}, "1234\n").status == 2);
  CHECK(survey.exported("a", {"--identifying", "--operator", "kato"}).status == 2);
  CHECK_FALSE(std::filesystem::exists(survey.file("a")));
  CHECK(survey.exported("a", {"--identifying", "--operator", "kato"}, "9876\n").status == 0);
  CHECK(content_of(survey.file("a/home_care_2018.csv")).find("facility_name") != std::string::npos);
  CHECK(survey.exported("b").status == 0);  // nothing identifying: nobody signs
  CHECK(content_of(survey.file("b/home_care_2018.csv")).find("facility_name") == std::string::npos);
}

TEST_CASE("kill -9 while the data is written leaves no file under its final name") {
  const Survey survey;
  std::mt19937 random(20180301);
  int killed = 0;
  for (int round = 0; round < 12; ++round) {
    const std::string out = "kill" + std::to_string(round);
    const auto bytes = 1 + random() % 800'000;
    INFO("killed at " << bytes << " bytes");
    const int status = run_and_signal(survey, out, bytes, SIGKILL);
    if (!WIFSIGNALED(status)) continue;  // before it was seen to have so many
    const bool was_done = std::filesystem::exists(survey.file(out + "/manifest.json"));
    if (!was_done) CHECK_FALSE(std::filesystem::exists(survey.file(out)));
    killed += was_done ? 0 : 1;
  }
  CHECK(killed >= 3);
}

TEST_CASE("Ctrl+C leaves nothing of an export") {
  const Survey survey;
  for (const int signal : {SIGINT, SIGTERM}) {
    const std::string out = "stop" + std::to_string(signal);
    const int status = run_and_signal(survey, out, 4096, signal);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 128 + signal);
    for (const std::string& name : names_in(survey.file(""))) CHECK(name.starts_with("a.db"));
  }
}

TEST_CASE("A disk that is full ends an export in one sentence, and leaves nothing") {
  const Survey survey;
  for (const char* blocks : {"8", "200"}) {  // of 1024 bytes; csv has 66,000, sqlite more
    const Outcome full = run("bash", {"-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", blocks, GENPYO_PROGRAM, "export", "--db", survey.db,
                                      "--format", "csv,json,sqlite,xlsx,sav,dta,codebook", "-o", survey.file("full/data")});
    INFO(blocks << ": " << full.err);
    CHECK(full.status == 3);
    CHECK(full.err.starts_with("genpyo: "));
    CHECK(std::count(full.err.begin(), full.err.end(), '\n') == 1);
    CHECK(full.err.find("partial-") == std::string::npos);
    CHECK_FALSE(std::filesystem::exists(survey.file("full")));
  }
}

namespace {

std::string texts_without_rare_kanji() {
  std::string csv = content_of(sample);
  for (auto at = csv.find("𠮷"); at != std::string::npos; at = csv.find("𠮷")) csv.replace(at, 4, "吉");
  return csv;
}

}  // namespace

TEST_CASE("what export wrote comes back by import with the same values, or is named cell by cell") {
  const Folder folder;
  write_file(folder.file("in.csv"), texts_without_rare_kanji());
  REQUIRE(run_genpyo({"import", "home_care_2018", folder.file("in.csv"), "--db", folder.file("a.db")}).status <= 1);
  const auto [profile, layer] = GENERATE(table<std::string, std::string>(
      {{"analysis", "values"}, {"analysis", "marks"}, {"excel", "values"}, {"legacy", "values"}}));
  INFO(profile << " " << layer);
  const auto exported = [&](const std::string& db, const std::string& out) {
    std::vector<std::string> arguments = {"export", "--db", folder.file(db), "--profile", profile, "--layer", layer,
                                          "--all", "--identifying", "-o", folder.file(out)};
    if (profile == "legacy") arguments.push_back("--wider");
    const Outcome outcome = run_genpyo(arguments);
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.status == 0);
    return folder.file(out + "/home_care_2018.csv");
  };
  const std::string first = exported("a.db", "out");
  const Outcome back = run_genpyo({"import", "home_care_2018", first, "--db", folder.file("b.db"), "--language", "en"});
  INFO(back.err);
  REQUIRE(back.status <= 1);
  const std::string second = exported("b.db", "again");
  const auto before = forms::csv::parse(content_of(first)), after = forms::csv::parse(content_of(second));
  REQUIRE(before);
  REQUIRE(after);
  REQUIRE(before->header == after->header);
  REQUIRE(before->rows.size() == after->rows.size());
  std::size_t differing = 0;
  for (std::size_t row = 0; row < before->rows.size(); ++row) {
    for (std::size_t column = 0; column < before->header.size(); ++column) {
      if (before->rows[row].cells[column] == after->rows[row].cells[column]) continue;
      std::string item = before->header[column];
      if (item.ends_with("_missing")) item.resize(item.size() - 8);
      const std::string place = first + ":" + std::to_string(before->rows[row].line) + ": " + item;
      INFO(place << " " << before->rows[row].cells[column] << " / " << after->rows[row].cells[column]);
      const bool is_named = back.out.find(place) != std::string::npos || item.starts_with("in_");
      CHECK(is_named);
      ++differing;
    }
  }
  CHECK(differing < before->rows.size());
}

TEST_CASE("an imported row has the import's time and operator as its metadata, or what the row itself says") {
  const Folder folder;
  write_file(folder.file("form.yaml"),
             "form_id: meta\nversion: \"1\"\ndefault_language: en\ntitle: {en: Metadata}\nsurvey:\n"
             "  - section: one\n    label: {en: One}\n    items:\n"
             "      - {name: begun, type: start}\n      - {name: ended, type: end}\n      - {name: by, type: username}\n"
             "      - {name: n, type: integer, label: {en: Figure}}\n");
  write_file(folder.file("rows.csv"), "case_id,begun,n\n11-001,2017-01-01T10:00:00.000+09:00,5\n11-002,,6\n");
  const std::string db = folder.file("a.db");
  REQUIRE(run_genpyo({"import", folder.file("form.yaml"), folder.file("rows.csv"), "--db", db, "--operator", "mihon"}).status == 0);
  REQUIRE(run_genpyo({"export", "--db", db, "--format", "csv", "-o", folder.file("out")}).status == 0);
  const auto table = forms::csv::parse(content_of(folder.file("out/meta.csv")));
  REQUIRE(table);
  REQUIRE(table->rows.size() == 2);
  const auto cell = [&](std::size_t row, const std::string& name) {
    const auto at = std::find(table->header.begin(), table->header.end(), name);
    REQUIRE(at != table->header.end());
    return table->rows[row].cells[static_cast<std::size_t>(at - table->header.begin())];
  };
  CHECK(cell(0, "begun") == "2017-01-01T10:00:00.000+09:00");
  CHECK(cell(1, "begun").size() == cell(0, "begun").size());
  CHECK(cell(1, "begun") == cell(1, "ended"));
  CHECK(cell(0, "by") == "mihon");
}
