// Documents of what nobody wrote for them: hostile labels and answers, forms with next to nothing in them.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "export/documents/odm.h"
#include "forms/sha256.h"
#include "tests/export/documents_fixture.h"
#include "tests/export/hostile_texts.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using History = std::vector<AuditedEntry>;

// Tags and the names of their attributes alone, one after the other: what no label may change.
std::string skeleton_of(const std::string& html) {
  std::string skeleton;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    bool in_value = false;
    for (; at < html.size() && (in_value || html[at] != '>'); ++at) {
      if (html[at] == '"') in_value = !in_value;
      else if (!in_value) skeleton += html[at];
    }
    skeleton += '>';
  }
  return skeleton;
}

// Where there are fonts: without them there is no codebook.
std::string codebook_of(const forms::Form& form, const std::string& language) {
  const ScratchFolder folder;
  export_all(folder.path(), form, four_sheets(form), {}, {}, language);
  return std::filesystem::exists(folder.file("Clinic_codebook.html")) ? content_of(folder.file("Clinic_codebook.html")) : "";
}

// Every text that the form's author may write says this.
forms::Form saying_everywhere(const std::string& text) {
  forms::Form form = survey();
  const forms::Label said({{"ja", text}, {"en", text}});
  form.title = form.sections[0].label = said;
  for (forms::Item& item : form.items) item.label = item.hint = said;
  form.items[3].unit = said;
  for (forms::ChoiceList& list : form.lists) {
    for (forms::Choice& choice : list.choices) choice.label = said;
  }
  return form;
}

std::string odm_of(const forms::Form& form, const CasesOfTest& cases, const History& history) {
  const ScratchFolder folder;
  const auto dataset = Dataset::of(form, {}, {});
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<OdmWriter>(
      DocumentFacts{"en", "Clinic.csv", "2018-03-01T09:30:00.000Z", "abc"},
      [&](std::string_view) -> forms::Result<History> { return history; }));
  REQUIRE(run_export(*dataset, folder.path(), source_of(cases), std::move(parts)));
  return content_of(folder.file(form.form_id + "_odm.xml"));
}

TEST_CASE("Hostile labels and texts break no document, and what XML cannot hold is remarked on") {
  for (const HostileText& hostile : hostile_texts()) {
    INFO(hostile.name);
    const ScratchFolder folder;
    forms::Form form = survey();
    form.items[0].label = forms::Label({{"ja", hostile.text}, {"en", hostile.text}});
    form.lists[0].choices[0].label = form.items[0].label;
    export_all(folder.path(), form, four_sheets(form));
    CHECK(is_well_formed(content_of(folder.file("Clinic_ddi.xml"))));
    CHECK(nlohmann::json::accept(content_of(folder.file("datapackage.json"))));
    if (std::string(hostile.name) == "NUL") CHECK(content_of(folder.file("remarks.csv")).find("DDI: ") != std::string::npos);
  }
}

TEST_CASE("No label adds an element or an attribute to the codebook, in any place it stands at") {
  const std::string harmless = codebook_of(saying_everywhere("a"), "en");
  if (harmless.empty()) {
    WARN("skipped: no fonts are installed");
    return;
  }
  REQUIRE(skeleton_of(harmless).find("article id=") != std::string::npos);
  for (const char* label : {"<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='x", "</title></style><img src=x onerror=y>",
                            "--><!--", "]]>", "&lt;b&gt;", "javascript:alert(1)"}) {
    INFO(label);
    const std::string html = codebook_of(saying_everywhere(label), "en");
    CHECK((skeleton_of(html) == skeleton_of(harmless)));
  }
}

TEST_CASE("No label and no answer adds an element to ODM or DDI") {
  const std::string hostile = "</TranslatedText><ItemData Value=\"&x;\"/>]]><!-- ' \" & \x01";
  const auto document_of = [](const forms::Form& form, const std::string& said) {
    CasesOfTest cases = four_sheets(form);
    cases.resize(1);
    state_of(cases[0].second, form, "other").value = said;
    cases[0].first.id = said;
    return odm_of(form, cases, {{1, said, "", "", said, "2018-03-01T09:01:00.000Z", said},
                                {{}, {}, said, said, said, "2018-03-01T09:05:00.000Z", said}});
  };
  const std::string odm = document_of(saying_everywhere(hostile), hostile), harmless = document_of(saying_everywhere("a"), "a");
  CHECK(is_well_formed(odm));
  CHECK((skeleton_of(odm) == skeleton_of(harmless)));
  const ScratchFolder folder;
  export_all(folder.path(), saying_everywhere(hostile), {});
  const std::string ddi = content_of(folder.file("Clinic_ddi.xml"));
  CHECK(is_well_formed(ddi));
  CHECK(ddi.find("<ItemData") == ddi.npos);
}

TEST_CASE("ODM has a mark, its correction with the reason, and an override as what happened to the case") {
  const forms::Form form = survey();
  const std::string odm = odm_of(form, {sheet(form, "a", Codes{5}, Codes{3}, std::int64_t{40})},
                                 {{3, std::int64_t{4}, "", "", "sato", "2018-03-01T09:01:00.000Z", ""},
                                  {3, std::int64_t{40}, "", "", "abe", "2018-03-01T09:02:00.000Z", "misread"},
                                  {{}, {}, "overridden", "constraint:days", "kato", "2018-03-01T09:03:00.000Z", "as on the sheet"}});
  CHECK_THAT(odm, Catch::Contains("TransactionType=\"Insert\" Value=\"4\">\n              <AuditRecord EditPoint=\"DataManagement\">\n"
                                  "                <UserRef UserOID=\"U.3\"/>\n                <LocationRef LocationOID=\"L.office\"/>\n"
                                  "                <DateTimeStamp>2018-03-01T09:01:00.000Z</DateTimeStamp>\n              </AuditRecord>"));
  CHECK_THAT(odm, Catch::Contains("<ReasonForChange>misread</ReasonForChange>"));
  CHECK(times(odm, "<ItemData ItemOID=\"I.days\"") == 2);  // the value is the last mark: not told again
  CHECK_THAT(odm, Catch::Contains("<Comment>2018-03-01T09:03:00.000Z kato: overridden constraint:days: as on the sheet</Comment>"));
}

TEST_CASE("The data package's sums and sizes are those of the files, in every profile") {
  const auto kind = GENERATE(Profile::Kind::analysis, Profile::Kind::excel, Profile::Kind::labels);
  const ScratchFolder folder;
  const forms::Form form = survey();
  export_all(folder.path(), form, four_sheets(form), {}, {kind, "en", false});
  const auto package = nlohmann::json::parse(content_of(folder.file("datapackage.json")));
  CHECK(package["resources"].size() == folder.entries() - 1);
  for (const auto& resource : package["resources"]) {
    const std::string bytes = content_of(folder.file(resource["path"]));
    CHECK(resource["bytes"] == bytes.size());
    CHECK(resource["hash"] == "sha256:" + forms::sha256_hex(bytes));
  }
}

TEST_CASE("A database without a case, and a form without sections, labels or lists, have documents all the same") {
  forms::Form bare;
  bare.form_id = "Clinic";
  bare.languages = {"ja", "en"};
  bare.items = {item("days", forms::ItemType::integer, {})};
  for (const forms::Form& form : {bare, survey()}) {
    INFO(form.items.size() << " items");
    const ScratchFolder folder;
    export_all(folder.path(), form, {});
    const std::string ddi = content_of(folder.file("Clinic_ddi.xml"));
    CHECK(is_well_formed(ddi));
    CHECK_THAT(ddi, Catch::Contains("<caseQnty>0</caseQnty>"));
    CHECK_THAT(ddi, !Catch::Contains("<sumStat type=\"mean\">"));
    const auto package = nlohmann::json::parse(content_of(folder.file("datapackage.json")));
    CHECK(package["resources"].size() == folder.entries() - 1);
    const std::string odm = odm_of(form, {}, {});
    CHECK(is_well_formed(odm));
    CHECK(odm.find("<SubjectData") == odm.npos);
    CHECK_THAT(odm, Catch::Contains("<ItemDef OID=\"I.days\""));
  }
}

}  // namespace
}  // namespace genpyo::exports
