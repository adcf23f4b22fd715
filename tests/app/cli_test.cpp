// The command line as a user has it: the real program, its files and its exit status.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "program.h"
#include "session_fixture.h"

namespace {

using namespace genpyo::test;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";
const std::string real_form = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/form.yaml";

// The sample in a database of its own.
struct Imported {
  Folder folder;
  std::string db = folder.file("x.db");
  Outcome import = run_genpyo({"import", "home_care_2018", sample, "--db", db});
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool ends_in(const std::string& folder, const std::string& ending) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("check says nothing about the real form and exits 0") {
  const Outcome checked = run_genpyo({"check", "home_care_2018"});
  CHECK(checked.status == 0);
  CHECK(checked.out.empty());
  CHECK(checked.err.empty());
}

TEST_CASE("check --json lists the items in the order in which they are asked") {
  const Outcome checked = run_genpyo({"check", "home_care_2018", "--json"});
  CHECK(checked.status == 0);
  const auto json = nlohmann::json::parse(checked.out);
  CHECK(json["diagnostics"].empty());
  const auto& first = json["items"][0];
  CHECK(first["name"] == "facility_type");
  CHECK(first["type"] == "select_one");
  CHECK(first["codes"] == std::vector<int>{1, 2});
  for (const auto& item : json["items"]) {
    for (const char* key : {"name", "type", "section", "number", "codes", "width", "grid", "relevant"}) {
      CHECK(item.contains(key));
    }
    if (item["name"] == "departments") CHECK(item["width"] == 2);
    if (item["name"] == "staff_nurses") CHECK(item["grid"] == "staff");
  }
}

TEST_CASE("check --keystrokes counts the keys of the form's own sample, or of any rows") {
  const Outcome own = run_genpyo({"check", "home_care_2018", "--keystrokes", "--json"});
  REQUIRE(own.status == 0);
  const auto json = nlohmann::json::parse(own.out);
  CHECK(json["sheets"] == 129);
  CHECK(json["keys_per_variable"] <= 1.25);
  CHECK(json["keys_per_item"] > json["keys_per_variable"]);

  const Folder folder;
  write_file(folder.file("one.csv"), "case_id,facility_type\n11-001,2\n");
  const Outcome one = run_genpyo({"check", "home_care_2018", "--keystrokes", "--data", folder.file("one.csv")});
  CHECK(one.status == 0);
  CHECK(one.out.find("sheets              1 of ") == 0);
  CHECK(run_genpyo({"check", "home_care_2018", "--keystrokes", "--data", "absent.csv"}).status == 2);
}

TEST_CASE("six broken copies of the form print place, code, fault and repair") {
  struct Break {
    std::string from, to, said;
  };
  const Break breaks[] = {
      {"relevant: ${founder} = 5", "relevent: ${founder} = 5", "FORM-002: .*\"relevent\".* Did you mean \"relevant\""},
      {"type: select_one founder", "type: select_one fuonder", "FORM-007: .*\"fuonder\".* Did you mean \"founder\""},
      {"name: standard", "name: founder", "FORM-006: .*\"founder\" is taken.* Choose another"},
      {"relevant: ${founder} = 5", "relevant: ${foundre} = 5", "FORM-012: .*\"foundre\".* Did you mean \"founder\""},
      {"relevant: ${founder} = 5", "relevant: ${founder} = (5", "FORM-011: "},
      {"name: clinic_type", "name: Clinic-Type", "FORM-005: .*\"Clinic-Type\" is not legal.* Write small letters"},
  };
  const std::string text = content_of(real_form);
  for (const Break& broken : breaks) {
    INFO(broken.to);
    const Folder folder;
    std::string copy = text;
    const auto at = copy.find(broken.from);
    REQUIRE(at != std::string::npos);
    copy.replace(at, broken.from.size(), broken.to);
    write_file(folder.file("form.yaml"), copy);
    const Outcome checked = run_genpyo({"check", folder.file("form.yaml")});
    CHECK(checked.status == 1);
    INFO(checked.err);
    CHECK(std::regex_search(checked.err, std::regex("form\\.yaml:[0-9]+:[0-9]+: " + broken.said)));
  }
}

TEST_CASE("a cycle of skips is named in full") {
  const Folder folder;
  std::string copy = content_of(real_form);
  const std::string from = "name: standard\n";
  const auto at = copy.find(from);
  REQUIRE(at != std::string::npos);
  const auto indent = at - copy.rfind('\n', at) - 1;
  copy.insert(at + from.size(), std::string(indent, ' ') + "relevant: ${standard} = 1\n");
  write_file(folder.file("form.yaml"), copy);
  const Outcome checked = run_genpyo({"check", folder.file("form.yaml")});
  CHECK(checked.status == 1);
  INFO(checked.err);
  CHECK(checked.err.find("FORM-013") != std::string::npos);
  CHECK(checked.err.find("standard → standard") != std::string::npos);
}

TEST_CASE("the sample is imported: findings by row and column, exit 1, the clean cases closed") {
  const Imported imported;
  CHECK(imported.import.status == 1);
  CHECK(imported.import.err.find("129 cases imported, 121 closed, 8 left open.") != std::string::npos);
  CHECK(std::regex_search(imported.import.out, std::regex("sample\\.csv:[0-9]+: [0-9-]+ [a-z_]+: hard: ")));
  const Outcome audit = run_genpyo({"audit", "--db", imported.db});
  CHECK(audit.status == 0);
}

TEST_CASE("importing the same sheets twice is refused and changes nothing") {
  const Imported imported;
  const Outcome again = run_genpyo({"import", "home_care_2018", sample, "--db", imported.db});
  CHECK(again.status == 2);
  CHECK(count(again.err, "is in the database already; nothing was imported.") == 1);
}

TEST_CASE("export and tables take the closed cases and say how many they left out") {
  const Imported imported;
  const std::string out = imported.folder.file("out");
  const Outcome exported = run_genpyo({"export", "--db", imported.db, "--format", "csv", "-o", out});
  CHECK(exported.status == 0);
  CHECK(exported.err == "121 closed cases taken, 8 open left out (--all takes them too).\n");
  CHECK(count(content_of(out + "/home_care_2018.csv"), "\n") == 122);
  CHECK(content_of(out + "/home_care_2018.csv").find("見本診療所") == std::string::npos);  // identifying

  const Outcome tables = run_genpyo({"tables", "--db", imported.db, "--all", "-o", out});
  CHECK(tables.status == 0);
  const std::string figures = content_of(out + "/tables.csv");
  CHECK(figures.starts_with("table,row,column,statistic,value\n"));
  CHECK(figures.find("\nII-2-5,staff_nurses,all,n,106\n") != std::string::npos);
  CHECK(figures.find("\nII-2-8,patients_total,all,n,86\n") != std::string::npos);
  CHECK(figures.find("\nII-4-1,home_visits,all,n,102\n") != std::string::npos);
  for (const char* pdf : {"/report.pdf", "/callbacks.pdf"}) CHECK(content_of(out + pdf).starts_with("%PDF-"));
  CHECK(content_of(out + "/report.html").find("<html lang=\"ja\">") != std::string::npos);
  CHECK_FALSE(ends_in(imported.folder.file(""), ".part"));
}

TEST_CASE("the same database gives the same bytes") {
  const Imported imported;
  for (const char* name : {"a", "b"}) {
    run_genpyo({"export", "--db", imported.db, "-o", imported.folder.file(name)});
    run_genpyo({"print", "--case", "11-001", "--db", imported.db, "-o", imported.folder.file(std::string(name) + ".pdf")});
    run_genpyo({"tables", "--db", imported.db, "-o", imported.folder.file(name)});
  }
  for (const char* file : {"/report.pdf", "/report.html", "/callbacks.pdf"}) {
    CHECK_FALSE(content_of(imported.folder.file("a") + file).empty());
    CHECK(content_of(imported.folder.file("a") + file) == content_of(imported.folder.file("b") + file));
  }
  CHECK(content_of(imported.folder.file("a/home_care_2018.csv")) == content_of(imported.folder.file("b/home_care_2018.csv")));
  CHECK_FALSE(content_of(imported.folder.file("a.pdf")).empty());
  CHECK(content_of(imported.folder.file("a.pdf")) == content_of(imported.folder.file("b.pdf")));
}

TEST_CASE("a filled sheet printed alone is light enough to mail, in both languages") {
  const Imported imported;
  for (const char* language : {"ja", "en"}) {
    const std::string pdf = imported.folder.file(std::string(language) + ".pdf");
    const Outcome printed = run_genpyo({"print", "--case", "11-001", "--language", language, "--db", imported.db, "-o", pdf});
    CAPTURE(language, printed.err);
    CHECK(printed.status == 0);
    CHECK(content_of(pdf).size() > 20'000);
    CHECK(content_of(pdf).size() <= 120'000);
  }
}

TEST_CASE("explain says why an item of a case is asked, with the values it rests on") {
  const Imported imported;
  const Outcome told = run_genpyo({"explain", "--db", imported.db, "--case", "11-001", "house_call_hours"});
  CHECK(told.status == 0);
  INFO(told.out);
  CHECK(told.out.find("${house_call_availability} = 3  →  true") != std::string::npos);
  const Outcome wrong = run_genpyo({"explain", "--db", imported.db, "--case", "11-001", "house_call_hour"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("Did you mean \"house_call_hours\"?") != std::string::npos);
}

TEST_CASE("explain lists the cases behind a figure of a table") {
  const Imported imported;
  const Outcome told = run_genpyo({"explain", "--db", imported.db, "--all", "--table", "II-2-8", "--row", "patients_total"});
  CHECK(told.status == 0);
  CHECK(told.out.starts_with("II-2-8 patients_total: 86 cases in, 43 out\n"));
  CHECK(count(told.out, "\n  in   ") == 86);
  CHECK(told.out.find("  in   11-001  86 / 2\n") != std::string::npos);
  const Outcome choice = run_genpyo({"explain", "--db", imported.db, "--all", "--table", "II-2-1", "--row", "founder=2"});
  CHECK(choice.out.starts_with("II-2-1 founder=2: 42 cases in, "));
  CHECK(run_genpyo({"explain", "--db", imported.db, "--table", "II-2-8", "--row", "founder"}).status == 2);
  CHECK(run_genpyo({"explain", "--db", imported.db, "--table", "IX", "--row", "founder"}).status == 2);
  CHECK(run_genpyo({"explain", "--db", imported.db, "--json"}).status == 2);
}

TEST_CASE("progress tells what is back against the frame, as text, JSON and the same page each time") {
  const Imported imported;
  const Folder folder;
  const Outcome text = run_genpyo({"progress", "--db", imported.db, "--language", "en"});
  CHECK(text.status == 0);
  CHECK(text.out.find("385\t129\t33.5\t129\t121\t106\t86\t102\tAll\n") != std::string::npos);
  const Outcome json = run_genpyo({"progress", "--db", imported.db, "--json"});
  const auto read = nlohmann::json::parse(json.out);
  CHECK(read["all"]["rate"] == "33.5");
  CHECK(read["organizations"].size() == 14);
  CHECK(read["organizations"][1]["extractions"]["staff_complete"] == 4);
  for (const char* name : {"a.pdf", "b.pdf"})
    REQUIRE(run_genpyo({"progress", "--db", imported.db, "-o", folder.file(name)}).status == 0);
  const std::string page = content_of(folder.file("a.pdf"));
  CHECK(page.starts_with("%PDF"));
  CHECK(page == content_of(folder.file("b.pdf")));
}

TEST_CASE("data is found from any working directory") {
  const Folder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.file(""));
  const Outcome checked = run_genpyo({"check", "home_care_2018"});
  std::filesystem::current_path(before);
  CHECK(checked.status == 0);
}
