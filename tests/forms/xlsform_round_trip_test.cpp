// A form.yaml written as a workbook and read back says what it said.
#include <catch2/catch.hpp>

#include "../export/scratch_folder.h"
#include "export/xlsform_writer.h"
#include "sheets.h"

using namespace genpyo::forms;
using genpyo::exports::ScratchFolder;

namespace {

std::string labels(const Form& form, const Label& label) {
  std::string text;
  for (const std::string& language : form.languages) text += label.in(language) + "¶";
  return text;
}

// One line for each thing that a form asks, checks or takes out.
std::vector<std::string> lines_of(const Form& form) {
  std::vector<std::string> lines = {form.form_id + " " + form.version};
  for (const Item& item : form.items) {
    lines.push_back(item.name + "|" + std::to_string(static_cast<int>(item.type)) + "|" + labels(form, item.label) + "|" +
                    labels(form, item.hint) + "|" + item.relevant.text + "|" + item.required.text + "|" + item.constraint.text + "|" +
                    item.calculation.text + "|" + item.default_value.text + "|" + item.choice_filter.text + "|" + item.number + "|" +
                    labels(form, item.constraint_message));
    if (const ChoiceList* list = form.choices_of(item)) {
      for (const Choice& choice : list->choices) lines.push_back("  " + std::to_string(choice.code) + " " + labels(form, choice.label));
    }
  }
  for (const Check& check : form.checks) {
    lines.push_back(check.name + "|" + check.relevant.text + "|" + check.constraint.text + "|" + labels(form, check.message));
  }
  for (const Extraction& extraction : form.extractions) {
    lines.push_back(extraction.name + "|" + extraction.relevant.text + "|" + extraction.constraint.text);
  }
  return lines;
}

}  // namespace

TEST_CASE("A form survives the way through a workbook") {
  for (const std::string path : {"/forms/home_care_2018/form.yaml", "/tests/support/everything/form.yaml"}) {
    INFO(path);
    const auto text = read_file(GENPYO_SOURCE + path, 8 << 20);
    REQUIRE(text);
    const FormReading before = read_form(*text, "form.yaml");
    const ScratchFolder folder;
    const std::string file = folder.file("form.xlsx");
    auto whole = genpyo::exports::WholeFile::create(file);
    REQUIRE(whole);
    REQUIRE(genpyo::exports::write_xlsform(yaml::parse(*text, "form.yaml").root, *whole));
    REQUIRE(whole->finish());
    const auto bytes = read_file(file, 64 << 20);
    REQUIRE(bytes);
    const auto book = read_workbook(*bytes, "form.xlsx", xlsform_sheets());
    REQUIRE(book);
    const FormReading after = read_form(read_xlsform(*book, test::nothing_beside).form.text, "form.yaml");
    CHECK(lines_of(before.form).size() > 40);
    CHECK(lines_of(after.form) == lines_of(before.form));
  }
}
