// What documents a dataset: every variable with its codes, counts as the CSV's, nothing hostile unescaped.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "export/documents/odm.h"
#include "export/documents/rule_words.h"
#include "export/documents/simple_rule.h"
#include "export/xml_writer.h"
#include "tests/export/documents_fixture.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::Missing;

TEST_CASE("XML is escaped, and what it cannot hold is replaced and counted") {
  const ScratchFolder folder;
  auto file = WholeFile::create(folder.file("a.xml"));
  REQUIRE(file);
  {
    XmlWriter xml(*file);
    xml.open("a", {{"b", "<\"&\n"}, {"none", ""}});
    xml.element("c", {}, std::string("x\0\x1F<]]>\xEF\xBF\xBE\xFFy\r", 13));
    xml.element("d");
    xml.close();
    CHECK(xml.replaced() == 4);
  }
  REQUIRE(file->finish());
  CHECK(content_of(folder.file("a.xml")) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&lt;&quot;&amp;&#10;\">\n"
        "  <c>x\uFFFD\uFFFD&lt;]]&gt;\uFFFD\uFFFDy&#13;</c>\n  <d/>\n</a>\n");
}

TEST_CASE("A simple rule is read, and anything more is not") {
  for (const char* simple : {"${a} = 5", "5 > ${a}", "selected(${a}, 'x') and not(${b} != '')", "(${a} = 1 or ${a} = 2) and ${b} <= ${c}", ". <= 31"}) {
    INFO(simple);
    CHECK(read_simple_rule(simple));
  }
  for (const char* more : {"", "${a} + 1 = 2", "count-selected(${a}) > 0", "1 = 1", "${a}", "${a} = 5 and", "selected(${a})", "(${a} = 1", "${a} = 5)", "${} = 1", "notx(${a} = 1)", "${a} = 'x"}) {
    INFO(more);
    CHECK_FALSE(read_simple_rule(more));
  }
  CHECK(read_simple_rule("5 > ${a}")->comparator == "<");
  CHECK_FALSE(read_simple_rule(std::string(3000, '(')));
  CHECK_FALSE(read_simple_rule(std::string(5000, ' ')));
}

TEST_CASE("A condition is told in words, or as written where it is more than comparisons") {
  forms::Form form = survey();
  CHECK(when_asked(form, form.items[1], "ja") == "問1が5（その他 | 別）のとき");
  CHECK(when_asked(form, form.items[3], "ja") == "問2で3（薬局）を選んだ、かつ問1が5（その他 | 別）以外のとき");
  CHECK(when_asked(form, form.items[3], "en") == "when 3 (Pharmacy) is chosen in 問2 and 問1 is not 5 (Other | else)");
  form.items[1].relevant.text = "${days} > 3";
  CHECK(when_asked(form, form.items[1], "ja") == "問3が3日より大きいとき");
  form.items[1].relevant.text = "${days} * 2 > 3";
  CHECK(when_asked(form, form.items[1], "ja") == "式 ${days} * 2 > 3 が成り立つとき");
  CHECK(when_asked(form, form.items[0], "ja").empty());
}

TEST_CASE("Figures are counted exactly") {
  VariableTally tally;
  const Variable variable{.kind = Variable::Kind::decimal};
  for (const forms::Decimal& figure : {forms::Decimal{15, 1}, forms::Decimal{-250, 2}, forms::Decimal{2000, 0}, forms::Decimal{7, 0}}) tally.add(figure, variable);
  tally.add(Missing::dont_know, variable);
  tally.add(Blank{}, variable);
  CHECK(tally.least() == "-2.5");
  CHECK(tally.most() == "2000");
  CHECK(tally.median() == "4.25");
  CHECK(tally.mean() == "501.5000");
  CHECK(tally.figures() == 4);
  CHECK(tally.missing(Missing::dont_know) == 1);
  CHECK(percent(1, 8) == "12.5");
  CHECK(percent(1, 0).empty());
}

TEST_CASE("The ends of small figures alone, and of those beside larger ones, are told") {
  VariableTally small, mixed;
  const Variable variable{.kind = Variable::Kind::integer};
  for (const std::int64_t figure : {0, 999, 41}) small.add(figure, variable);
  for (const std::int64_t figure : {999, 1000, 30, -1}) mixed.add(figure, variable);
  CHECK(small.least() + " " + small.median() + " " + small.most() + " " + small.mean() == "0 41 999 346.67");
  CHECK(mixed.least() + " " + mixed.median() + " " + mixed.most() + " " + mixed.mean() == "-1 514.5 1000 507.00");
}

TEST_CASE("Codes among texts are counted, and are no figures") {
  VariableTally tally;
  Variable variable{.kind = Variable::Kind::text};
  variable.codes = {{1, {}}, {5, {}}};
  tally.add(std::string_view("1 5"), variable);
  tally.add(std::string_view("5"), variable);
  CHECK(tally.of(1) == 1);
  CHECK(tally.of(5) == 2);
  CHECK_FALSE(tally.has_figures());
  CHECK(tally.least().empty());
}

TEST_CASE("DDI has every variable with its codes, and counts as in the CSV") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  export_all(folder.path(), form, four_sheets(form));
  const std::string ddi = content_of(folder.file("Clinic_ddi.xml"));
  CHECK(is_well_formed(ddi));
  const auto variables = variables_of(form, {});
  CHECK(times(ddi, "<var ID=") == variables->size());
  for (const Variable& variable : *variables) CHECK(times(ddi, "name=\"" + variable.name + "\" files") == 1);
  const auto code = [&](const std::string& value, const std::string& japanese, const std::string& english, int count) {
    return "<catValu>" + value + "</catValu>\n        <labl xml:lang=\"ja\">" + japanese + "</labl>\n        <labl xml:lang=\"en\">" + english +
           "</labl>\n        <catStat type=\"freq\">" + std::to_string(count) + "</catStat>";
  };
  CHECK(ddi.find(code("1", "個人", "Person", 2)) != ddi.npos);
  CHECK(ddi.find(code("5", "その他 | 別", "Other | else", 1)) != ddi.npos);
  CHECK(ddi.find(code("1", "選択あり", "Chosen", 3)) != ddi.npos);  // partners_3
  CHECK(ddi.find("<catgry missing=\"Y\" missType=\"illegible\">") != ddi.npos);
  CHECK(ddi.find("<sumStat type=\"medn\">6</sumStat>") != ddi.npos);
  CHECK(ddi.find("<universe xml:lang=\"ja\">問1が5（その他 | 別）のとき</universe>") != ddi.npos);
}

TEST_CASE("The data package lists each file with its sum, and a field for each variable") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  const auto outcome = export_all(folder.path(), form, four_sheets(form));
  const auto package = nlohmann::json::parse(content_of(folder.file("datapackage.json")));
  CHECK(package["name"] == "clinic");
  CHECK(package["resources"].size() == outcome.report.files.size() - 1);  // all but itself
  nlohmann::json table;
  for (const auto& resource : package["resources"]) {
    CHECK(resource["bytes"] == std::filesystem::file_size(folder.file(resource["path"])));
    if (resource["path"] == "Clinic.csv") table = resource;
  }
  CHECK(table["encoding"] == "utf-8");
  CHECK(table["schema"]["missingValues"] == nlohmann::json({"", "-1", "-2", "-3", "-4", "-5", "-6", "-7"}));
  const auto& fields = table["schema"]["fields"];
  REQUIRE(fields.size() == variables_of(form, {})->size());
  CHECK(fields[1]["constraints"]["enum"] == nlohmann::json({1, 5}));
  CHECK(fields[1]["categories"][1] == nlohmann::json({{"value", 5}, {"label", "Other | else"}}));
  CHECK(fields[6]["name"] == "days");
  CHECK(fields[6]["constraints"]["minimum"] == 0);
}

TEST_CASE("The codebook for people tells question, codes, counts, condition and what is missing") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  export_all(folder.path(), form, four_sheets(form), {}, {}, "ja");
  if (!std::filesystem::exists(folder.file("Clinic_codebook.html"))) {
    WARN("skipped: no fonts are installed");
    return;
  }
  const std::string html = content_of(folder.file("Clinic_codebook.html"));
  CHECK(html.find("問1　開設者") != html.npos);
  CHECK(html.find("1　個人</th><td>2</td><td>66<span class=\"d1\">.7</span></td><td>50<span class=\"d1\">.0</span></td>") != html.npos);
  CHECK(html.find("判読不能（-4）") != html.npos);
  CHECK(html.find("問1が5（その他 | 別）のとき") != html.npos);
  CHECK(html.find("partners_1 · partners_3") != html.npos);
  CHECK(html.find("http") == html.find("http-equiv"));
  CHECK(content_of(folder.file("Clinic_codebook.pdf")).starts_with("%PDF"));
}

TEST_CASE("An identifying item stands in no document unless it leaves") {
  const forms::Form form = survey();
  for (const bool identifying : {false, true}) {
    const ScratchFolder folder;
    export_all(folder.path(), form, four_sheets(form), {.identifying = identifying});
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      if (entry.path().extension() == ".pdf") continue;
      const std::string content = content_of(entry.path().string());
      INFO(entry.path().string());
      if (!identifying) CHECK(content.find("person") == content.npos);
      if (entry.path().filename() != "Clinic.csv") CHECK(content.find("Somebody") == content.npos);
      if (identifying && entry.path().extension() == ".xml") CHECK(times(content, "<security>") == 2);
    }
  }
}

TEST_CASE("The same data give the same bytes") {
  const ScratchFolder first, second;
  const forms::Form form = survey();
  export_all(first.path(), form, four_sheets(form));
  export_all(second.path(), form, four_sheets(form));
  for (const auto& entry : std::filesystem::directory_iterator(first.path())) {
    INFO(entry.path().string());
    CHECK(content_of(entry.path().string()) == content_of(second.file(entry.path().filename().string())));
  }
}

TEST_CASE("ODM tells every mark with who and when, and the value that the rules made of it") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  const CasesOfTest cases = {sheet(form, "a", Codes{5}, Codes{3}, Missing::not_applicable)};
  const HistoryOf history = [](std::string_view) -> forms::Result<std::vector<AuditedEntry>> {
    return std::vector<AuditedEntry>{{{}, {}, "created", "", "sato", "2018-03-01T09:00:00.000Z", ""},
                                     {0, Codes{1}, "", "", "sato", "2018-03-01T09:01:00.000Z", ""},
                                     {0, Codes{5}, "", "", "abe", "2018-03-01T09:02:00.000Z", "misread"},
                                     {3, std::int64_t{12}, "", "", "abe", "2018-03-01T09:03:00.000Z", ""},
                                     {4, std::string("Somebody"), "", "", "abe", "2018-03-01T09:04:00.000Z", ""},
                                     {{}, {}, "overridden", "constraint:person", "abe", "2018-03-01T09:05:00.000Z", "Somebody"}};
  };
  const auto dataset = Dataset::of(form, {}, {});
  ExportParts parts;
  parts.writers.push_back(std::make_unique<OdmWriter>(DocumentFacts{"en", "Clinic.csv", "2018-03-01T09:30:00.000Z", "abc"}, history));
  const auto outcome = run_export(*dataset, folder.path(), source_of(cases), std::move(parts));
  REQUIRE(outcome);
  const std::string odm = content_of(folder.file("Clinic_odm.xml"));
  CHECK(is_well_formed(odm));
  CHECK(times(odm, "<ItemDef ") == 5);  // founder, other, partners_1, partners_3, days
  CHECK(times(odm, "<ItemData ItemOID=\"I.founder\"") == 2);
  CHECK(times(odm, "<UserRef UserOID=\"U.1\"/>") == 2);  // abe
  CHECK(odm.find("<ReasonForChange>misread</ReasonForChange>") != odm.npos);
  CHECK(odm.find("<ItemData ItemOID=\"I.days\" TransactionType=\"Insert\" Value=\"12\">") != odm.npos);
  CHECK(odm.find("<ItemData ItemOID=\"I.days\" TransactionType=\"Update\" IsNull=\"Yes\">") != odm.npos);
  CHECK(odm.find("Somebody") == odm.npos);
  CHECK(odm.find("person") == odm.npos);
}

TEST_CASE("A history that cannot be read leaves no ODM behind") {
  const ScratchFolder folder;
  const forms::Form form = survey();
  const auto dataset = Dataset::of(form, {}, {});
  const auto cases = four_sheets(form);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<OdmWriter>(DocumentFacts{}, [](std::string_view) -> forms::Result<std::vector<AuditedEntry>> {
    return forms::Failure{"A line of the journal cannot be read."};
  }));
  CHECK_FALSE(run_export(*dataset, folder.path(), source_of(cases), std::move(parts)));
  CHECK(folder.entries() == 0);
}

}  // namespace
}  // namespace genpyo::exports
