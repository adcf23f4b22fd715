// What of a form the files of other programs cannot hold.
#include "export/collisions.h"
#include "export/cuts.h"
#include "tests/validators/small_form.h"

namespace genpyo::tests {
namespace {

// The codes that are named, "99 (no_answer), 88 (not_applicable)", one warning a line.
std::string collisions_of(const std::string& keys) {
  const forms::Form form = form_of({{"k", "type: select_one kind"}, {"a", keys}});
  const auto compiled = validators::compile(form);
  std::string told;
  for (const forms::Diagnostic& each : exports::collisions(compiled.program, today)) {
    CHECK(forms::code_of(each.fault) == "FORM-030");
    CHECK(each.level == forms::Level::warning);
    CHECK(each.message.starts_with("an answer to \"a\" may be "));
    const auto begin = std::string("an answer to \"a\" may be ").size();
    told += each.message.substr(begin, each.message.find(": so") - begin) + "\n";
  }
  return told;
}

std::string cuts_of(const forms::Form& form) {
  std::string told;
  for (const forms::Diagnostic& each : exports::cuts(form)) {
    CHECK(forms::code_of(each.fault) == "FORM-031");
    told += (each.level == forms::Level::note ? "note: " : "warning: ") + each.message + "\n";
  }
  return told;
}

forms::Form with_labels(const std::string& first, const std::string& second) {
  forms::Form form = form_of({{"a", "type: text"}, {"b", "type: text"}});
  form.items[0].label = forms::Label({{"en", first}});
  form.items[1].label = forms::Label({{"en", second}});
  return form;
}

}  // namespace

TEST_CASE("A figure that may be 99 where two digits are all it has meets a missing code") {
  CHECK(collisions_of("type: integer, constraint: \". <= 99\"") == "99 (no_answer)\n");
  CHECK(collisions_of("type: integer, constraint: \". <= 98\"").empty());
  CHECK(collisions_of("type: integer, constraint: \". <= 120\"").empty());
  CHECK(collisions_of("type: integer, constraint: \". <= 9 and . != 9\"").empty());
  CHECK(collisions_of("type: integer").empty());
}

TEST_CASE("The code of what is skipped matters only where something can be skipped") {
  CHECK(collisions_of("type: integer, constraint: \". <= 90\"").empty());
  CHECK(collisions_of("type: integer, constraint: \". <= 90\", relevant: \"${k} = 1\"") == "88 (not_applicable)\n");
}

TEST_CASE("A range that begins at 1 and ends at 9 meets the code 9") {
  CHECK(collisions_of("type: range, parameters: start=1 end=9") == "9 (no_answer)\n");
  CHECK(collisions_of("type: range, parameters: start=0 end=10").empty());
  CHECK(collisions_of("type: range, parameters: start=0 end=95 step=5").empty());
}

TEST_CASE("A choice with the number of a missing kind is told, of one choice only") {
  CHECK(collisions_of("type: select_one issue") == "9 (no_answer)\n");
  CHECK(collisions_of("type: select_multiple issue").empty());
  CHECK(collisions_of("type: select_one kind").empty());
}

TEST_CASE("Figures below 0 stand beside their missing kinds, and meet none of them") {
  CHECK(collisions_of("type: decimal, constraint: \". >= -5 and . <= 5\"").empty());
}

TEST_CASE("Hundreds of labels that are cut hide no name that has to change") {
  std::string text = "survey:\n  - section: only\n    label: {en: Only}\n    items:\n      - {name: byte, type: integer, label: {en: B}}\n";
  for (int item = 0; item < 300; ++item) {
    const std::string label = "Label " + std::to_string(item) + " " + std::string(300, 'x');
    text += "      - {name: q" + std::to_string(item) + ", type: integer, label: {en: " + label + "}}\n";
  }
  const std::string told = cuts_of(read_small(text));
  CHECK(told.find("warning: Stata cannot have the name \"byte\"") != std::string::npos);
  CHECK(told.ends_with("note: 400 more names and labels that SPSS, Stata or Excel cannot keep whole are not told.\n"));
}

TEST_CASE("A name that is a word of Stata's is told with the name that it gets") {
  CHECK(cuts_of(form_of({{"byte", "type: integer"}})) ==
        "warning: Stata cannot have the name \"byte\": there it is \"byte_\".\n");
  CHECK(cuts_of(form_of({{"bytes", "type: integer"}})).empty());
}

TEST_CASE("A name that we make longer than Stata has room for is a note") {
  const std::string told = cuts_of(form_of({{std::string(30, 'n'), "type: text"}}));
  CHECK(told.starts_with("note: Stata cannot have the name \"" + std::string(30, 'n') + "_missing\""));
}

TEST_CASE("A label that only loses its end is a note") {
  CHECK(cuts_of(with_labels(std::string(80, 'x'), "B")).empty());
  const std::string told = cuts_of(with_labels(std::string(81, 'x'), "B"));
  CHECK(told.starts_with("note: Stata keeps 80 characters of the label (en) of \"a\""));
  CHECK(cuts_of(with_labels(std::string(256, 'x'), "B")).find("note: SPSS keeps 255 bytes") != std::string::npos);
}

TEST_CASE("Labels that become alike by being cut are a fault") {
  const std::string same(80, 'x');
  const std::string told = cuts_of(with_labels(same + " in 2017", same + " in 2018"));
  CHECK(told.find("warning: the labels (en) of \"b\" and of \"a\" are the same in Stata, which keeps 80 characters.") !=
        std::string::npos);
  CHECK(cuts_of(with_labels("Same", "Same")).empty());
}

TEST_CASE("Choices of one list whose labels SPSS would make alike are told") {
  forms::Form form = form_of({{"k", "type: select_one kind"}});
  const std::string same(120, 'y');
  form.lists[0].choices[0].label = forms::Label({{"en", same + "1"}});
  form.lists[0].choices[1].label = forms::Label({{"en", same + "2"}});
  CHECK(cuts_of(form).find("warning: the labels (en) of choice 2 of \"kind\" and of choice 1 of \"kind\"") !=
        std::string::npos);
}

}  // namespace genpyo::tests
